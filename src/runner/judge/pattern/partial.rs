//! All rows are right but the first or the last; or none is but one.

use std::collections::BTreeSet;

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use super::rows;
use crate::runner::judge::elements;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;
use crate::runner::words::judge::subject as subjects;
use crate::sheet::Missing;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let rank = evidence.pairs.first()?.right_shape.len();
    for axis in 0..rank {
        let line = line(rank, axis)?;
        for wrong in rows::MISSING {
            let long: Vec<&Pair> = evidence
                .failing()
                .filter(|pair| {
                    pair.right_shape
                        .get(axis)
                        .is_some_and(|&length| length >= 3)
                })
                .collect();
            let tested = long.len();
            if tested < 2 || 2 * tested < evidence.failing().count() {
                continue;
            }
            if !long.iter().all(|pair| is_wrong(pair, axis, wrong)) {
                continue;
            }
            let zero = long.iter().all(|pair| is_left_at_zero(pair, axis));
            let subject = evidence.subject();
            let message = match (wrong, zero) {
                (Missing::Last, true) => words::last_at_zero(line, subject),
                (Missing::First, true) => words::first_at_zero(line, subject),
                // Wrong numbers were put there by somebody: no loop ended before them.
                (Missing::Last, false) => words::last_wrong(line, subject),
                (Missing::First, false) => words::first_wrong(line, subject),
                (Missing::AllButFirst, false) => words::only_first(line, subject),
                (Missing::AllButLast, false) => words::only_last(line, subject),
                (Missing::AllButFirst, true) => words::only_first_written(line, subject),
                (Missing::AllButLast, true) => words::only_last_written(line, subject),
            };
            return diagnosis(DiagnosisKind::Rows, message);
        }
    }
    None
}

/// What lies along an axis. Of more axes than three, nothing has a name that everybody knows.
fn line(rank: usize, axis: usize) -> Option<&'static str> {
    match (rank, axis) {
        (1, 0) => Some(subjects::element()),
        (2, 0) | (3, 1) => Some(subjects::row()),
        (2, 1) | (3, 2) => Some(subjects::column()),
        (3, 0) => Some(subjects::matrix()),
        _ => None,
    }
}

/// The wrong elements of a pair and where each stands along an axis.
fn off(pair: &Pair, axis: usize) -> Option<Vec<(usize, usize)>> {
    if pair.your_shape != pair.right_shape || elements::count(&pair.right_shape) != pair.right.len()
    {
        return None;
    }
    let inner: usize = pair.right_shape[axis + 1..].iter().product();
    let length = pair.right_shape[axis];
    let off = (0..pair.right.len())
        .filter(|&at| !pair.close(&pair.yours[at..=at], &pair.right[at..=at]))
        .map(|at| (at, at / inner % length));
    Some(off.collect())
}

/// Whether all that stands in the wrong rows, or columns, is zero: one that also holds right numbers was written.
fn is_left_at_zero(pair: &Pair, axis: usize) -> bool {
    let Some(off) = off(pair, axis) else {
        return false;
    };
    let inner: usize = pair.right_shape[axis + 1..].iter().product();
    let line = |at: usize| at / inner % pair.right_shape[axis];
    let lines = BTreeSet::from_iter(off.into_iter().map(|(_, line)| line));
    (0..pair.yours.len()).all(|at| pair.yours[at] == 0.0 || !lines.contains(&line(at)))
}

/// Whether just these rows of a pair, or columns, are wrong.
fn is_wrong(pair: &Pair, axis: usize, wrong: Missing) -> bool {
    let Some(places) = off(pair, axis) else {
        return false;
    };
    let length = pair.right_shape[axis];
    let mut lines: Vec<usize> = places.iter().map(|&(_, line)| line).collect();
    lines.sort_unstable();
    lines.dedup();
    let expected: Vec<usize> = match wrong {
        Missing::Last => vec![length - 1],
        Missing::First => vec![0],
        Missing::AllButFirst => (1..length).collect(),
        Missing::AllButLast => (0..length - 1).collect(),
    };
    // Of lines that lie in several matrices, all the others are wrong only if they are so in each.
    let is_whole = match (wrong, pair.right_shape.as_slice()) {
        (Missing::AllButFirst | Missing::AllButLast, &[matrices, rows, columns]) if axis > 0 => {
            let places = places
                .iter()
                .map(|&(at, line)| (at / (rows * columns), line));
            BTreeSet::from_iter(places).len() == matrices * (length - 1)
        }
        _ => true,
    };
    lines == expected && is_whole
}

#[cfg(test)]
mod tests;
