//! Axes changed places: rows and columns, or any axes of a tensor of higher rank.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;
use crate::sheet::change::with_axes;

/// Permutations of more axes than this are not tried.
const MOST_AXES: usize = 4;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let rank = evidence.pairs.first()?.right_shape.len();
    let is_shown = evidence.failing().any(|pair| pair.right.len() > 1);
    if !is_shown || !(2..=MOST_AXES).contains(&rank) {
        return None;
    }
    let axes = permutations(rank)
        .into_iter()
        .find(|axes| evidence.pairs.iter().all(|pair| holds(pair, axes)))?;
    let subject = evidence.subject();
    let moved: Vec<usize> = (0..rank).filter(|&axis| axes[axis] != axis).collect();
    let which = match moved[..] {
        _ if rank == 2 => words::rows_and_columns().to_owned(),
        [one, other] => words::two_axes(one, other),
        _ => {
            let in_order: Vec<usize> = (0..rank).collect();
            words::axes(listed(&in_order), listed(&axes))
        }
    };
    let example = evidence
        .failing()
        .find(|pair| pair.your_shape != pair.right_shape);
    let what = match example {
        Some(pair) => {
            let (yours, right) = (&pair.your_shape, &pair.right_shape);
            words::transposed_shape(subject, format!("{yours:?}"), format!("{right:?}"))
        }
        None => words::transposed(subject),
    };
    diagnosis(DiagnosisKind::Transposed, format!("{what} {which}"))
}

/// Axes by their numbers: "0, 2, 1".
fn listed(axes: &[usize]) -> String {
    let axes: Vec<String> = axes.iter().map(usize::to_string).collect();
    axes.join(", ")
}

fn holds(pair: &Pair, axes: &[usize]) -> bool {
    let turned = with_axes(&pair.right_shape, &pair.right, axes);
    turned.is_some_and(|(shape, right)| pair.your_shape == shape && pair.close(&pair.yours, &right))
}

/// All orders of `rank` axes but the one they have, those that move the fewest axes first.
pub fn permutations(rank: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..rank {
        all = all
            .into_iter()
            .flat_map(|begun| {
                let left: Vec<usize> = (0..rank).filter(|axis| !begun.contains(axis)).collect();
                left.into_iter().map(move |axis| {
                    let mut longer = begun.clone();
                    longer.push(axis);
                    longer
                })
            })
            .collect();
    }
    let moved = |axes: &Vec<usize>| (0..rank).filter(|&axis| axes[axis] != axis).count();
    all.retain(|axes| moved(axes) > 0);
    all.sort_by_key(moved);
    all
}

#[cfg(test)]
mod tests;
