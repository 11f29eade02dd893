//! Right for small inputs and wrong for large ones.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::elements;
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::inputs as words;
use crate::sheet::Change;
use crate::wire::Value;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let has_fewer = |change: &Change| matches!(change, Change::Fewer { .. });
    if let Some((last_right, first_wrong)) = border(evidence, count)
        && evidence.is_of_size(has_fewer)
    {
        return diagnosis(
            DiagnosisKind::Large,
            words::few_elements(
                evidence.capital(),
                format_number(last_right),
                format_number(first_wrong),
            ),
        );
    }
    let (last_right, first_wrong) = border(evidence, largest)?;
    let is_smaller = |change: &Change| matches!(change, Change::Smaller { .. });
    evidence.is_of_size(is_smaller).then_some(())?;
    diagnosis(
        DiagnosisKind::Large,
        words::small_numbers(
            evidence.capital(),
            format_number(last_right),
            format_number(first_wrong),
        ),
    )
}

/// The largest size that is right and the smallest that is wrong, where a border runs between the two that is no chance.
fn border(evidence: &Evidence, size: fn(&Pair) -> f64) -> Option<(f64, f64)> {
    let sizes = |fails: bool| {
        evidence
            .pairs
            .iter()
            .filter(move |pair| pair.fails == fails)
            .map(size)
    };
    let last_right = sizes(false).fold(f64::NEG_INFINITY, f64::max);
    let first_wrong = sizes(true).fold(f64::INFINITY, f64::min);
    let (right, wrong) = (sizes(false).count(), sizes(true).count());
    // Of all ways to choose the wrong cases, this is one: with five and three of them, one in 56.
    let ways = (1..=wrong.min(right)).fold(1.0, |ways, at| {
        ways * (right + wrong + 1 - at) as f64 / at as f64
    });
    (ways >= 50.0 && last_right < first_wrong).then_some((last_right, first_wrong))
}

fn count(pair: &Pair) -> f64 {
    pair.case
        .inputs
        .iter()
        .map(Value::element_count)
        .sum::<usize>() as f64
}

/// The largest size of a number among the inputs.
fn largest(pair: &Pair) -> f64 {
    let numbers = pair.case.inputs.iter();
    let numbers = numbers.filter(|input| input.is_floating());
    numbers
        .flat_map(elements)
        .filter(|x| x.is_finite())
        .map(f64::abs)
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests;
