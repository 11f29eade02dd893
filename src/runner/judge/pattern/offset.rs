//! Something is added: a constant, or one of the inputs.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;
use crate::wire::Value;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    // The smallest number tells the difference best.
    let (yours, right) = evidence
        .failing()
        .flat_map(|pair| pair.yours.iter().zip(&pair.right))
        .filter(|(yours, right)| yours.is_finite() && right.is_finite())
        .min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    if evidence.variety() < 2 {
        return None;
    }
    let shift = yours - right;
    // What each place has room for is nothing that is added to all of them.
    let is_telling = evidence.failing().all(|pair| {
        let mut right = pair.right.iter();
        right.all(|&right| shift.abs() > 2.0 * pair.tolerance.allowed(right))
    });
    if is_telling && evidence.explained_by(|_, right| right + shift) {
        let (subject, number) = (evidence.subject(), format_number(shift.abs()));
        let message = match shift > 0.0 {
            true => words::too_large(subject, number),
            false => words::too_small(subject, number),
        };
        return diagnosis(DiagnosisKind::Offset, message);
    }
    an_input(evidence)
}

/// An input, once or twice or half of it, is added or subtracted once too often.
fn an_input(evidence: &Evidence) -> Option<Diagnosis> {
    type InWords = fn(String, String) -> String;
    const TIMES: [(f64, InWords); 6] = [
        (1.0, words::input_added),
        (-1.0, words::input_subtracted),
        (2.0, words::input_added_twice),
        (-2.0, words::input_subtracted_twice),
        (0.5, words::input_added_half),
        (-0.5, words::input_subtracted_half),
    ];
    // Where the input itself is right, zeros are what is left of it without it, and nobody subtracted anything.
    if evidence.explained_by(|_, _| 0.0) {
        return None;
    }
    let inputs = evidence.pairs.first()?.case.inputs.len();
    for input in 0..inputs {
        let values: Vec<Option<(Vec<usize>, Vec<f64>)>> = evidence
            .pairs
            .iter()
            .map(|pair| match pair.case.inputs.get(input)? {
                value @ (Value::Numbers(_) | Value::Doubles(_)) => {
                    Some((shape(value), elements(value)))
                }
                _ => None,
            })
            .collect();
        if values.iter().any(Option::is_none) {
            continue;
        }
        let added = |pair: &Pair, at: usize| -> f64 {
            let number = evidence
                .pairs
                .iter()
                .position(|other| other.number == pair.number);
            let value = number.and_then(|number| values[number].as_ref());
            match value {
                Some((shape, of)) if shape.is_empty() => of[0],
                Some((shape, of)) if *shape == pair.right_shape => of[at],
                // A vector goes with the last axis.
                Some((shape, of))
                    if shape.len() == 1 && pair.right_shape.last() == shape.first() =>
                {
                    of[at % of.len().max(1)]
                }
                _ => f64::NAN,
            }
        };
        for (times, in_words) in TIMES {
            if evidence.explained_at(|pair, at, right| right + times * added(pair, at)) {
                let message = in_words(evidence.subject(), evidence.input(input));
                return diagnosis(DiagnosisKind::Offset, message);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests;
