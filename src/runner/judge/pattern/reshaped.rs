//! The right numbers under another shape, or laid out along the wrong axes.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use super::transposed::permutations;
use crate::runner::judge::naming::shape_words;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;
use crate::sheet::change::with_axes;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let only_the_shape = evidence
        .pairs
        .iter()
        .all(|pair| pair.close(&pair.yours, &pair.right));
    if only_the_shape {
        let pair = evidence
            .failing()
            .find(|pair| pair.your_shape != pair.right_shape)?;
        let (yours, right) = (&pair.your_shape, &pair.right_shape);
        let without_ones =
            |shape: &[usize]| -> Vec<usize> { shape.iter().copied().filter(|&n| n != 1).collect() };
        let why = if without_ones(yours) == without_ones(right) && yours.len() > right.len() {
            words::axis_too_many()
        } else if without_ones(yours) == without_ones(right) && yours.len() < right.len() {
            words::axis_missing()
        } else {
            words::arranged()
        };
        let (subject, expected) = (evidence.subject(), shape_words(right));
        let what = match yours[..] {
            [] => words::single_number(subject, expected),
            _ => words::shape(subject, shape_words(yours), expected),
        };
        return diagnosis(DiagnosisKind::Shape, format!("{what} {why}"));
    }
    let rank = evidence.pairs.first()?.right_shape.len();
    if !(2..=4).contains(&rank) || evidence.variety() < 2 {
        return None;
    }
    permutations(rank)
        .into_iter()
        .find(|axes| evidence.pairs.iter().all(|pair| holds(pair, axes)))?;
    diagnosis(DiagnosisKind::Reshaped, words::reshaped(evidence.subject()))
}

/// Whether yours holds the numbers of the transposed answer, row by row, under the shape of the right one.
fn holds(pair: &Pair, axes: &[usize]) -> bool {
    let turned = with_axes(&pair.right_shape, &pair.right, axes);
    turned.is_some_and(|(_, right)| {
        pair.your_shape == pair.right_shape && pair.close(&pair.yours, &right)
    })
}

#[cfg(test)]
mod tests;
