//! A result that depends on the order of the batch, where the right one does not.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::judge::elements::elements;
use crate::runner::judge::numbers::{case_name, told_apart};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::inputs as words;
use crate::sheet::Change;
use crate::sheet::change::with_rows;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let varied = evidence.variations(|change| matches!(change, Change::Reordered { .. }));
    for (number, pair, right, _) in &varied {
        let Change::Reordered { inputs, order } = &evidence.check.variations[*number].change else {
            continue;
        };
        let Some(answer) = evidence.probed.varied(*number) else {
            continue;
        };
        let Some(yours) = answer.parts.get(evidence.part) else {
            continue;
        };
        let after = elements(yours);
        // The rows of a group must not move the right answer in one case and leave it alone in another.
        let of_group = |other: &Change| matches!(other, Change::Reordered { inputs: others, .. } if others == inputs);
        let always = |stays: bool| {
            let mut all = varied
                .iter()
                .filter(|(number, ..)| of_group(&evidence.check.variations[*number].change));
            all.all(|(_, pair, right, _)| pair.close(right, &pair.right) == stays)
        };
        let names = evidence.inputs(inputs);
        let of_elements = evidence.are_vectors(inputs);
        let case = case_name(evidence.check, pair.number);
        if always(true) && pair.close(right, &pair.right) {
            // Where the right answer has nothing to do with these rows, it is not their order that is wrong.
            if !is_of_group(evidence, inputs) || pair.close(&after, &pair.yours) {
                continue;
            }
            let at = (0..after.len().min(pair.yours.len()))
                .find(|&at| !pair.close(&after[at..=at], &pair.yours[at..=at]))?;
            let (before, after) = told_apart(pair.yours[at], after[at]);
            let subject = evidence.capital();
            let message = match of_elements {
                true => words::order_of_elements(subject, names, case, after, before),
                false => words::order_of_rows(subject, names, case, after, before),
            };
            return diagnosis(DiagnosisKind::BatchOrder, message);
        }
        let moved =
            |parts: &crate::wire::Value| with_rows(parts, order).map(|moved| elements(&moved));
        // The rows are a batch only where the right answer goes with them in every case.
        let mut all = varied
            .iter()
            .filter(|(number, ..)| of_group(&evidence.check.variations[*number].change));
        let go_along = all.all(|(number, pair, right, _)| {
            let Change::Reordered { order, .. } = &evidence.check.variations[*number].change else {
                return false;
            };
            let right_before = pair.case.right.parts.get(evidence.part);
            let moved = right_before.and_then(|right| with_rows(right, order));
            moved.is_some_and(|moved| pair.close(right, &elements(&moved)))
        });
        if !go_along || !always(false) {
            continue;
        }
        let mut answers = evidence.answers.iter();
        let judged = answers.find(|judged| judged.case == pair.number)?;
        let before = crate::runner::judge::judged::returned(judged)?;
        let wanted = before.parts.get(evidence.part).and_then(moved);
        if wanted.is_some_and(|wanted| !pair.close(&after, &wanted)) {
            let message = match of_elements {
                true => words::other_elements(case, names, evidence.subject()),
                false => words::other_rows(case, names, evidence.subject()),
            };
            return diagnosis(DiagnosisKind::BatchOrder, message);
        }
    }
    None
}

/// Whether the right answer is another one with other numbers in one of these inputs.
fn is_of_group(evidence: &Evidence, inputs: &[usize]) -> bool {
    let is_meant = |change: &Change| match change {
        Change::Another { input }
        | Change::Larger { input, .. }
        | Change::Smaller { input }
        | Change::Constant { input, .. }
        | Change::Negated { input } => inputs.contains(input),
        _ => false,
    };
    let varied = evidence.variations(is_meant);
    varied
        .iter()
        .any(|(_, pair, right, _)| !pair.close(right, &pair.right))
}
