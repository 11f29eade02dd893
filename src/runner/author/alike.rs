//! Mistakes that cannot be told apart on the cases at hand.

use crate::comparator::Comparator;
use crate::report::Curve;
use crate::sheet::{Answer, Check, Returned};
use crate::wire::{Array, Value};

/// The pairs of mistakes of a check, by their numbers, that answer alike in every case of this sheet.
///
/// Two that are alike for one seed may differ for another, so an author is told of a pair only if no seed parts it.
pub fn alike(check: &Check) -> Vec<(usize, usize)> {
    let count = check.mistakes.len();
    let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| (first, second)));
    pairs
        .filter(|&(first, second)| {
            let mut seen = false;
            let same = check.cases.iter().all(|case| {
                match (case.wrong.get(first), case.wrong.get(second)) {
                    (Some(one), Some(other)) => {
                        seen = true;
                        same_answer(check, one, other)
                    }
                    // A case that mistakes are not run on parts nobody.
                    _ => true,
                }
            });
            same && seen
        })
        .collect()
}

fn same_answer(check: &Check, one: &Answer, other: &Answer) -> bool {
    match (one, other) {
        (Answer::Returned(one), Answer::Returned(other)) => same_returned(check, one, other),
        (Answer::Panicked { .. }, Answer::Panicked { .. }) => true,
        (one, other) => one == other,
    }
}

fn same_returned(check: &Check, one: &Returned, other: &Returned) -> bool {
    let (absolute, relative) = (1e-6, 1e-5);
    let parts = one.parts.iter().zip(&other.parts).enumerate();
    one.parts.len() == other.parts.len()
        && parts.into_iter().all(|(number, (one, other))| {
            let given = match check.parts.get(number).map(|part| &part.comparator) {
                Some(Comparator::Close(Some(given))) => {
                    (f64::from(given.absolute), f64::from(given.relative))
                }
                _ => (absolute, relative),
            };
            same_value(one, other, given)
        })
        && same_curves(&one.curves, &other.curves)
}

fn same_curves(one: &[Curve], other: &[Curve]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            let points = one.points.iter().zip(&other.points);
            one.series == other.series
                && one.points.len() == other.points.len()
                && points
                    .into_iter()
                    .all(|(one, other)| one.0 == other.0 && near(one.1, other.1, (1e-6, 1e-5)))
        })
}

fn same_value(one: &Value, other: &Value, tolerance: (f64, f64)) -> bool {
    let same = |one: &Array<f32>, other: &Array<f32>| {
        let elements = one.data().iter().zip(other.data());
        one.shape() == other.shape()
            && elements
                .into_iter()
                .all(|(&one, &other)| near(one, other, tolerance))
    };
    match (one, other) {
        (Value::Numbers(one), Value::Numbers(other)) => same(one, other),
        (Value::Arrays(one), Value::Arrays(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (one, other) => one == other,
    }
}

fn near(one: f32, other: f32, (absolute, relative): (f64, f64)) -> bool {
    let (one, other) = (f64::from(one), f64::from(other));
    one == other
        || (one.is_nan() && other.is_nan())
        || (one - other).abs() <= absolute + relative * one.abs().max(other.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Case, Kind, Mistake, Part};

    fn returned(numbers: &[f32]) -> Answer {
        Answer::Returned(Returned {
            parts: vec![Value::Numbers(Array::vector(numbers.to_vec()))],
            curves: Vec::new(),
        })
    }

    fn panicked() -> Answer {
        Answer::Panicked {
            message: "no".to_owned(),
            place: None,
        }
    }

    #[test]
    fn two_mistakes_are_alike_if_no_case_tells_them_apart() {
        let names = ["a", "b", "c", "d", "e"];
        let cases = [
            // In the last case only the third one differs, and only in shape.
            vec![
                returned(&[1.0]),
                returned(&[1.000_001]),
                returned(&[1.0]),
                panicked(),
                panicked(),
            ],
            vec![
                returned(&[f32::NAN]),
                returned(&[f32::NAN]),
                returned(&[f32::NAN, 0.0]),
                returned(&[1.0]),
                panicked(),
            ],
        ];
        let check = Check {
            name: "f".to_owned(),
            kind: Kind::Function,
            inputs: Vec::new(),
            parts: vec![Part {
                name: "result".to_owned(),
                comparator: Comparator::Close(None),
            }],
            curves: Vec::new(),
            mistakes: names
                .iter()
                .map(|name| Mistake {
                    id: (*name).to_owned(),
                    sentence: String::new(),
                })
                .collect(),
            cases: cases
                .into_iter()
                .map(|wrong| Case {
                    label: String::new(),
                    seed: 0,
                    inputs: Vec::new(),
                    right: Returned::default(),
                    wrong,
                    last: false,
                })
                .collect(),
        };
        assert_eq!(alike(&check), [(0, 1)]);
    }
}
