//! A result that does not depend on one of its inputs.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::judged::returned;
use crate::runner::judge::probe::{Purpose, differentiated};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::inputs as words;
use crate::sheet::{Change, CheckKind};

/// As many times the right answer has to change and yours to stay: once or twice it could for another reason.
const OFTEN: usize = 3;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let asked = asked(evidence);
    if is_ignored(evidence, &asked, |_| true, |_, _| true) {
        return diagnosis(
            DiagnosisKind::Ignored,
            words::all_ignored(evidence.capital()),
        );
    }
    let inputs = evidence.pairs.first()?.case.inputs.len();
    let ignored = (0..inputs).find(|&input| {
        !is_in_its_gradient(evidence, input)
            && is_ignored(
                evidence,
                &asked,
                |change| change.is_of(input),
                |pair, other| differ_only_in(pair, other, input),
            )
    })?;
    diagnosis(
        DiagnosisKind::Ignored,
        words::ignored(evidence.capital(), evidence.input(ignored)),
    )
}

/// A call with something changed about the inputs of a case.
struct Asked<'a> {
    what: Changed<'a>,
    pair: &'a Pair<'a>,
    yours: Vec<f64>,
    /// Nothing where the reference was not asked.
    right: Option<Vec<f64>>,
}

enum Changed<'a> {
    /// In a way that the reference answered too.
    Varied(&'a Change),
    /// One number of this input.
    Nudged(usize),
}

impl Changed<'_> {
    /// Whether this input was changed, and no other.
    fn is_of(&self, input: usize) -> bool {
        match self {
            Changed::Nudged(of) => *of == input,
            Changed::Varied(Change::Another { input: of })
            | Changed::Varied(Change::Larger { input: of, .. })
            | Changed::Varied(Change::Smaller { input: of }) => *of == input,
            Changed::Varied(Change::Reordered { inputs, .. }) => inputs[..] == [input],
            Changed::Varied(_) => false,
        }
    }
}

/// All such calls whose answers can be laid beside those to the cases.
fn asked<'a>(evidence: &'a Evidence<'a>) -> Vec<Asked<'a>> {
    let mut all = Vec::new();
    for (purpose, answer) in &evidence.probed.rest {
        let (case, what, right) = match *purpose {
            Purpose::Variation(number) => {
                let variation = &evidence.check.variations[number];
                let right = variation.right.get(evidence.part).map(elements);
                (variation.case, Changed::Varied(&variation.change), right)
            }
            Purpose::Nudge { case, input, .. } => (case, Changed::Nudged(input), None),
            Purpose::Case(_) => continue,
        };
        let pair = evidence.pairs.iter().find(|pair| pair.number == case);
        let yours = answer.parts.get(evidence.part).map(elements);
        if let (Some(pair), Some(yours)) = (pair, yours)
            && yours.len() == pair.yours.len()
        {
            all.push(Asked {
                what,
                pair,
                yours,
                right,
            });
        }
    }
    all
}

/// Whether yours stays the same in all calls that are `meant`, and in all pairs of cases that are `comparable`, and the
/// right answer is often another one in them.
fn is_ignored(
    evidence: &Evidence,
    asked: &[Asked<'_>],
    meant: impl Fn(&Changed<'_>) -> bool,
    comparable: impl Fn(&Pair, &Pair) -> bool,
) -> bool {
    let mut tested = 0;
    // Of a single number no function tells what it does with several: a softmax of one is always 1.
    let tells =
        |pair: &Pair| (pair.right.len() > 1 || !evidence.has_several()) && is_wide(evidence, pair);
    for asked in asked.iter().filter(|asked| meant(&asked.what)) {
        if !asked.pair.close(&asked.yours, &asked.pair.yours) {
            return false;
        }
        let right = asked.right.as_ref();
        let moves = right.is_some_and(|right| !asked.pair.close(right, &asked.pair.right));
        tested += usize::from(moves && tells(asked.pair));
    }
    for (at, pair) in evidence.pairs.iter().enumerate() {
        for other in &evidence.pairs[at + 1..] {
            if !comparable(pair, other) || pair.close(&pair.right, &other.right) {
                continue;
            }
            if !pair.close(&pair.yours, &other.yours) {
                return false;
            }
            tested += usize::from(tells(pair) && tells(other));
        }
    }
    tested >= OFTEN
}

/// Whether no axis of the inputs that is longer in other cases is of length 1 or 0 here. Of a single row, column or element
/// a result may have to be the same whatever they are.
fn is_wide(evidence: &Evidence, pair: &Pair) -> bool {
    let is_wide = |(input, value): (usize, &crate::wire::Value)| {
        let longest = |axis: usize| {
            let shapes = evidence.pairs.iter().filter_map(|other| {
                let shape = shape(other.case.inputs.get(input)?);
                shape.get(axis).copied()
            });
            shapes.max().unwrap_or(0)
        };
        let shape = shape(value);
        let mut axes = shape.iter().enumerate();
        axes.all(|(axis, &length)| length > 1 || longest(axis) <= 1)
    };
    pair.case.inputs.iter().enumerate().all(is_wide)
}

/// Whether yours has a gradient for this input that is not zero: then it does something to the value.
fn is_in_its_gradient(evidence: &Evidence, input: usize) -> bool {
    if evidence.check.kind != CheckKind::Gradient || evidence.part > 0 {
        return false;
    }
    let part = differentiated(evidence.check);
    let part = part.iter().find(|(_, of)| *of == input).map(|it| it.0);
    let mut answers = evidence.answers.iter().filter_map(returned);
    let gradient = |part: usize| {
        answers.any(|answer| {
            let gradient = answer.parts.get(part).map(elements);
            gradient.is_some_and(|it| it.iter().any(|x| *x != 0.0))
        })
    };
    part.is_some_and(gradient)
}

fn differ_only_in(pair: &Pair, other: &Pair, input: usize) -> bool {
    pair.case.inputs.len() == other.case.inputs.len()
        && (0..pair.case.inputs.len())
            .all(|at| (pair.case.inputs[at] == other.case.inputs[at]) != (at == input))
}

#[cfg(test)]
mod tests;
