//! The change of an input is off, not the value: a step that is twice as long, or goes the other way.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::factor as words;
use crate::wire::Value;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let inputs = evidence.pairs.first()?.case.inputs.len();
    (0..inputs).find_map(|input| {
        let ratio = ratio(evidence, input)?;
        let (subject, input) = (evidence.capital(), evidence.input(input));
        let message = if near(ratio, -1.0) {
            words::change_backwards(input, subject)
        } else if near(ratio, 2.0) {
            words::change_twice(input, subject)
        } else if near(ratio, 0.5) {
            words::change_half(input, subject)
        } else {
            words::change_times(input, subject, format_number(ratio))
        };
        diagnosis(DiagnosisKind::Change, message)
    })
}

/// How many times as far as it should the result is from an input, where that is one number in all cases.
fn ratio(evidence: &Evidence, input: usize) -> Option<f64> {
    let before: Vec<Vec<f64>> = evidence
        .pairs
        .iter()
        .map(|pair| numbers(pair, input))
        .collect::<Option<_>>()?;
    let all = || evidence.pairs.iter().zip(&before);
    // Where the input changes most the ratio is told best.
    let changes = all().filter(|(pair, _)| pair.fails).flat_map(|(pair, of)| {
        let pairs = pair.yours.iter().zip(&pair.right).zip(of);
        pairs.map(|((yours, right), before)| (yours - before, right - before))
    });
    let changes: Vec<(f64, f64)> = changes
        .filter(|(yours, right)| yours.is_finite() && right.is_finite())
        .collect();
    let (yours, right) = changes
        .iter()
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    let ratio = yours / right;
    // Without any change the input itself is returned, and a huge factor is a chance of rounding.
    let is_said = (1e-3..1e3).contains(&ratio.abs()) && format_number(ratio) != "1";
    let explains = || {
        all().all(|(pair, of)| {
            (0..of.len()).all(|at| {
                let allowed = (1.0 + ratio.abs()) * pair.tolerance.allowed(pair.right[at])
                    + pair.tolerance.allowed(of[at]);
                let wanted = of[at] + ratio * (pair.right[at] - of[at]);
                (pair.yours[at] - wanted).abs() <= allowed
            })
        })
    };
    (is_said && evidence.variety() >= 3 && explains()).then_some(ratio)
}

/// The numbers of an input that has the form of the result.
fn numbers(pair: &Pair, input: usize) -> Option<Vec<f64>> {
    let value = pair.case.inputs.get(input)?;
    let is_of_numbers = matches!(
        value,
        Value::Numbers(_) | Value::Doubles(_) | Value::Arrays(_) | Value::DoubleRows(_)
    );
    (is_of_numbers && shape(value) == pair.right_shape && pair.your_shape == pair.right_shape)
        .then(|| elements(value))
}

fn near(ratio: f64, wanted: f64) -> bool {
    (ratio / wanted - 1.0).abs() < 1e-3
}

#[cfg(test)]
mod tests;
