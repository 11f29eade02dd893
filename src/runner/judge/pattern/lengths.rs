//! One length in the place of another: the factor is the ratio of two of them.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use super::factor::{AXES, axis, length};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::factor as words;

/// An axis: of which input, and which one.
type Axis = (usize, usize);

/// So many different ratios have to hold: one alone may be any number, and two may still be chance.
const FEWEST: usize = 3;

/// Yours is what is right times one length divided by another. Nothing where two such ratios hold that are of different
/// lengths: in these cases, nothing tells them apart.
pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let axes = axes(evidence);
    let pairs = axes
        .iter()
        .flat_map(|&wanted| axes.iter().map(move |&used| (wanted, used)));
    let mut held = pairs.filter(|&(wanted, used)| holds(evidence, wanted, used));
    let (wanted, used) = held.next()?;
    let is_same = |one: Axis, other: Axis| {
        let mut failing = evidence.failing();
        failing.all(|pair| of(pair, one) == of(pair, other))
    };
    if !held.all(|(other, another)| is_same(wanted, other) && is_same(used, another)) {
        return None;
    }
    let name = |it: Axis| axis(evidence, it.0, |pair| of(pair, it));
    let message = words::length_for_length(evidence.capital(), name(wanted), name(used));
    diagnosis(DiagnosisKind::Factor, message)
}

/// The axes that the inputs have in every failing case.
fn axes(evidence: &Evidence) -> Vec<Axis> {
    let first = evidence.pairs.first();
    let inputs = first.map_or(0, |pair| pair.case.inputs.len());
    let all = (0..inputs).flat_map(|input| (0..AXES.len()).map(move |axis| (input, axis)));
    all.filter(|&it| evidence.failing().all(|pair| of(pair, it) > 0.0))
        .collect()
}

fn of(pair: &Pair, (input, axis): Axis) -> f64 {
    length(pair, input, axis)
}

fn holds(evidence: &Evidence, wanted: Axis, used: Axis) -> bool {
    let ratio = |pair: &Pair| of(pair, wanted) / of(pair, used);
    let mut seen: Vec<f64> = evidence.failing().map(ratio).collect();
    seen.sort_by(f64::total_cmp);
    seen.dedup();
    let varies = |it: Axis| {
        let mut lengths = evidence.failing().map(|pair| of(pair, it));
        let first = lengths.next();
        lengths.any(|length| Some(length) != first)
    };
    // A length that never changes may be any constant.
    seen.len() >= FEWEST
        && varies(wanted)
        && varies(used)
        && evidence.variety() >= FEWEST
        && evidence.explained_by(|pair, right| right * ratio(pair))
}

#[cfg(test)]
mod tests;
