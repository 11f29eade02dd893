//! A result that does not depend on one of its inputs.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::compare::elements;
use crate::runner::outcome::Diagnosis;
use crate::runner::words::judge::pattern::inputs as words;
use crate::sheet::Change;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    if is_ignored(evidence, |_, _| true) {
        return diagnosis("ignored", words::all_ignored(evidence.capital()));
    }
    let inputs = evidence.pairs.first()?.case.inputs.len();
    let ignored = (0..inputs).find(|&input| {
        is_ignored(evidence, |pair, other| differ_only_in(pair, other, input))
            || is_ignored_when_asked(evidence, input)
    })?;
    diagnosis(
        "ignored",
        words::ignored(evidence.capital(), evidence.input(ignored)),
    )
}

/// Whether the candidate, asked with another input in this place and nothing else changed, answered the same as before
/// wherever the right answer is another one.
fn is_ignored_when_asked(evidence: &Evidence, input: usize) -> bool {
    let varied = evidence
        .variations(|change| matches!(change, Change::Another { input: other } if *other == input));
    let mut tested = 0;
    for (number, pair, right, _) in &varied {
        let Some(answer) = evidence.probed.varied(*number) else {
            continue;
        };
        let Some(yours) = answer.parts.get(evidence.part) else {
            continue;
        };
        // Of a single number no function tells what it does with several: a softmax of one is always 1.
        if pair.close(right, &pair.right) || pair.right.len() < 2 && evidence.has_several() {
            continue;
        }
        if !pair.close(&elements(yours), &pair.yours) {
            return false;
        }
        tested += 1;
    }
    tested >= 2
}

/// Whether yours is the same in all pairs of cases that `comparable` lets through and that have different right answers.
fn is_ignored(evidence: &Evidence, comparable: impl Fn(&Pair, &Pair) -> bool) -> bool {
    let mut tested = 0;
    for (at, pair) in evidence.pairs.iter().enumerate() {
        for other in &evidence.pairs[at + 1..] {
            if !comparable(pair, other) || pair.close(&pair.right, &other.right) {
                continue;
            }
            if pair.right.len() < 2 && evidence.has_several() {
                continue;
            }
            if !pair.close(&pair.yours, &other.yours) {
                return false;
            }
            tested += 1;
        }
    }
    // One pair of cases could be alike for another reason.
    tested >= 2
}

fn differ_only_in(pair: &Pair, other: &Pair, input: usize) -> bool {
    pair.case.inputs.len() == other.case.inputs.len()
        && (0..pair.case.inputs.len())
            .all(|at| (pair.case.inputs[at] == other.case.inputs[at]) != (at == input))
}
