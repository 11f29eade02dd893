//! Everything stands one place too early or too late.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;
use crate::runner::words::judge::subject as subjects;

#[derive(Clone, Copy)]
enum Direction {
    Late,
    Early,
}

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let rank = evidence.pairs.first()?.right_shape.len();
    for axis in (0..rank).rev() {
        for direction in [Direction::Late, Direction::Early] {
            let tested: Vec<Option<bool>> = evidence
                .pairs
                .iter()
                .map(|pair| shifted(pair, axis, direction))
                .collect();
            let failing = evidence
                .pairs
                .iter()
                .zip(&tested)
                .filter(|(pair, _)| pair.fails);
            let tested_failing = failing.filter(|(_, tested)| tested.is_some()).count();
            if tested_failing == 0 || tested.contains(&Some(false)) {
                continue;
            }
            // Two neighbours may be equal by chance; four different numbers in a row are not.
            if evidence.variety() < 4 {
                continue;
            }
            let step = match (rank, axis) {
                (1, _) => words::position(),
                (2, 0) => subjects::row(),
                (2, _) => subjects::column(),
                _ => words::place_along_axis(),
            };
            let message = match direction {
                Direction::Late => words::late(evidence.capital(), step),
                Direction::Early => words::early(evidence.capital(), step),
            };
            return diagnosis(DiagnosisKind::Shifted, message);
        }
    }
    None
}

/// Whether all but the border of a part is what is right one step further along an axis; nothing where it is too short
/// to tell.
fn shifted(pair: &Pair, axis: usize, direction: Direction) -> Option<bool> {
    // Arrays of different shapes have no common axis.
    let elements = elements::count(&pair.right_shape);
    if pair.your_shape != pair.right_shape || elements != pair.right.len() {
        return Some(false);
    }
    let length = *pair.right_shape.get(axis)?;
    if length < 3 {
        return None;
    }
    let stride: usize = pair.right_shape[axis + 1..].iter().product();
    let inner = (0..pair.right.len()).filter(|at| (at / stride) % length != length - 1);
    let mut steps = inner.map(|at| match direction {
        Direction::Late => (at + stride, at),
        Direction::Early => (at, at + stride),
    });
    Some(steps.all(|(yours, right)| pair.tolerance.allows(pair.yours[yours], pair.right[right])))
}

#[cfg(test)]
mod tests;
