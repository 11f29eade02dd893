//! A total that is not set back to zero: each element is the sum of all right ones up to it.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;

/// What the right elements are added up along.
#[derive(Clone, Copy)]
enum Along {
    /// All elements, one row after the other.
    Everything,
    /// Each row, from its first element on.
    Rows,
    /// Each column, from its first element on.
    Columns,
}

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let subject = evidence.subject();
    type Way = (Along, fn(String) -> String);
    let ways: [Way; 3] = [
        (Along::Everything, |it| words::total_of_all(it)),
        (Along::Rows, |it| words::total_of_row(it)),
        (Along::Columns, |it| words::total_of_column(it)),
    ];
    let (_, in_words) = ways
        .into_iter()
        .find(|(along, _)| holds(evidence, *along))?;
    diagnosis(DiagnosisKind::Accumulated, in_words(subject))
}

/// Whether yours is the running total in every case, and a total of three numbers at least in two of them.
fn holds(evidence: &Evidence, along: Along) -> bool {
    let mut long = 0;
    for pair in &evidence.pairs {
        let Some((totals, longest)) = totals(pair, along) else {
            return false;
        };
        let mut places = (0..totals.len()).map(|at| (pair.yours[at], totals[at]));
        // Each number that is added may be off by its tolerance.
        if !places.all(|(yours, (total, allowed))| (yours - total).abs() <= allowed) {
            return false;
        }
        long += usize::from(longest >= 3 && pair.fails);
    }
    long >= 2 && evidence.variety() >= 3
}

/// The running totals of the right elements, each with how far it may be off, and of how many the longest is.
fn totals(pair: &Pair, along: Along) -> Option<(Vec<(f64, f64)>, usize)> {
    let count = pair.right.len();
    let columns = *pair.right_shape.last()?;
    if elements::count(&pair.right_shape) != count || pair.yours.len() != count {
        return None;
    }
    let before = |at: usize| match along {
        Along::Everything => at.checked_sub(1),
        Along::Rows if pair.right_shape.len() < 2 || at.is_multiple_of(columns) => None,
        Along::Rows => Some(at - 1),
        Along::Columns if pair.right_shape.len() < 2 => None,
        Along::Columns => at.checked_sub(columns),
    };
    let mut totals: Vec<(f64, f64, usize)> = Vec::with_capacity(count);
    for at in 0..count {
        let (right, allowed) = (pair.right[at], pair.tolerance.allowed(pair.right[at]));
        let (sum, off, terms) = before(at).map_or((0.0, 0.0, 0), |at| totals[at]);
        totals.push((sum + right, off + allowed, terms + 1));
    }
    let longest = totals.iter().map(|(.., terms)| *terms).max()?;
    let totals = totals.into_iter().map(|(sum, off, _)| (sum, off));
    Some((totals.collect(), longest))
}

#[cfg(test)]
mod tests;
