//! A common operation along the wrong axis of an input, or along all axes at once.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use super::lines::{OPERATIONS, Operation, along};
use crate::runner::judge::elements::shape;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::axes as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let first = evidence.pairs.first()?;
    if !evidence
        .failing()
        .any(|pair| pair.right.len() > 1 || pair.yours.len() > 1)
    {
        return None;
    }
    for input in 0..first.case.inputs.len() {
        let rank = shape(&first.case.inputs[input]).len();
        let axes = || (0..rank).map(Some).chain([None]);
        for operation in OPERATIONS.iter().filter(|_| rank > 1) {
            let pairs = || evidence.pairs.iter();
            let is_right = |&axis: &Option<usize>| {
                pairs().all(|pair| gives(pair, input, operation, axis, &pair.right))
            };
            let is_yours = |&axis: &Option<usize>| {
                pairs().all(|pair| gives(pair, input, operation, axis, &pair.yours))
            };
            let Some(right) = axes().find(is_right) else {
                continue;
            };
            let Some(yours) = axes().filter(|&axis| axis != right).find(is_yours) else {
                continue;
            };
            let (input, subject) = (evidence.input(input), evidence.subject());
            let name = (operation.name)();
            let (of_yours, of_right) = (of(yours, rank), of(right, rank));
            let message = match right {
                Some(axis) => words::wrong_axis(input, subject, name, of_yours, of_right, axis),
                None => words::all_axes(input, subject, name, of_yours, of_right),
            };
            return diagnosis(DiagnosisKind::Axis, message);
        }
    }
    None
}

/// What an operation along an axis is an operation of.
fn of(axis: Option<usize>, rank: usize) -> String {
    match (axis, rank) {
        (Some(0), 2) => words::each_column().to_owned(),
        (Some(_), 2) => words::each_row().to_owned(),
        (Some(axis), _) => words::each_line(axis),
        (None, _) => words::everything().to_owned(),
    }
}

/// Whether the operation along an axis of an input gives `result`.
fn gives(
    pair: &Pair,
    input: usize,
    operation: &Operation,
    axis: Option<usize>,
    result: &[f64],
) -> bool {
    let done = pair.case.inputs.get(input);
    let done = done.and_then(|value| along(value, axis, operation));
    done.is_some_and(|done| pair.close(result, &done))
}

#[cfg(test)]
mod tests;
