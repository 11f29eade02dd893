//! The right numbers under another shape, or laid out along the wrong axes.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use super::transposed::permutations;
use crate::runner::judge::explain::shape_words;
use crate::runner::outcome::Diagnosis;
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
            "there is an axis of length 1 too many"
        } else if without_ones(yours) == without_ones(right) && yours.len() < right.len() {
            "an axis of length 1 is missing"
        } else {
            "they only have to be arranged in another way"
        };
        return diagnosis(
            "shape",
            format!(
                "The numbers of {} are right and in the right order, but it has shape {}; {} is expected: {why}.",
                evidence.subject(),
                shape_words(yours),
                shape_words(right)
            ),
        );
    }
    let rank = evidence.pairs.first()?.right_shape.len();
    if !(2..=4).contains(&rank) || evidence.variety() < 2 {
        return None;
    }
    permutations(rank)
        .into_iter()
        .find(|axes| evidence.pairs.iter().all(|pair| holds(pair, axes)))?;
    diagnosis(
        "reshaped",
        format!(
            "The numbers of {} are right and the shape is, but they are laid out along the wrong axes: a reshape stands where the axes have to be permuted.",
            evidence.subject()
        ),
    )
}

/// Whether yours holds the numbers of the transposed answer, row by row, under the shape of the right one.
fn holds(pair: &Pair, axes: &[usize]) -> bool {
    let turned = with_axes(&pair.right_shape, &pair.right, axes);
    turned.is_some_and(|(_, right)| {
        pair.your_shape == pair.right_shape && pair.close(&pair.yours, &right)
    })
}
