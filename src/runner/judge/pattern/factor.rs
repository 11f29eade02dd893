//! A factor: a constant one, or one that follows the shape of the inputs.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::factor as words;
use crate::wire::Value;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let varied = counts(evidence).find_map(|count| in_words(evidence, &count));
    if let Some(message) = varied {
        return diagnosis(DiagnosisKind::Factor, message);
    }
    let ratio = ratio(evidence)?;
    let subject = evidence.subject();
    let number = format_number(ratio);
    if near(ratio, std::f64::consts::LN_2.recip()) {
        return diagnosis(DiagnosisKind::Factor, words::base_2(subject, number));
    }
    if near(ratio, std::f64::consts::LN_10.recip()) {
        return diagnosis(DiagnosisKind::Factor, words::base_10(subject, number));
    }
    let message = match Times::of(ratio) {
        Times::Twice => words::twice(subject),
        Times::Half => words::half(subject),
        Times::Other(number) => words::times(subject, number),
    };
    // Not more than a pointer: in these cases the count is always the same.
    let also = counts(evidence).find_map(|count| {
        let n = (count.of)(evidence.failing().next()?);
        let is_count = |n: f64| n > 1.0 && (near(ratio, n) || near(ratio, n.recip()));
        let always = evidence.failing().all(|pair| is_count((count.of)(pair)));
        always.then(|| words::also(format_number(n), count.name(evidence)))
    });
    let message = match also {
        Some(also) => format!("{message} {also}"),
        None => message,
    };
    diagnosis(DiagnosisKind::Factor, message)
}

/// A factor, as it is said.
pub enum Times {
    Twice,
    Half,
    /// So many times.
    Other(String),
}

impl Times {
    fn of(ratio: f64) -> Self {
        if near(ratio, 2.0) {
            Self::Twice
        } else if near(ratio, 0.5) {
            Self::Half
        } else {
            Self::Other(format_number(ratio))
        }
    }
}

/// The one ratio of all cases.
pub fn constant(evidence: &Evidence) -> Option<Times> {
    ratio(evidence).map(Times::of)
}

fn ratio(evidence: &Evidence) -> Option<f64> {
    // The largest number tells the ratio best.
    let (yours, right) = evidence
        .failing()
        .flat_map(|pair| pair.yours.iter().zip(&pair.right))
        .filter(|(yours, right)| yours.is_finite() && right.is_finite())
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    let ratio = yours / right;
    let said = ratio.is_finite() && ratio != 0.0 && format_number(ratio) != "1";
    let is_factor = said && evidence.variety() >= 2 && leaves_something(evidence, |_| ratio);
    (is_factor && evidence.explained_by(|_, right| ratio * right)).then_some(ratio)
}

/// Whether no failing case has a factor of zero, or one so small that nothing is left but zeros: any zero would be
/// explained by it.
fn leaves_something(evidence: &Evidence, factor: impl Fn(&Pair) -> f64) -> bool {
    evidence.failing().all(|pair| {
        let factor = factor(pair);
        let left = Vec::from_iter(pair.right.iter().map(|right| right * factor));
        factor != 0.0 && (pair.is_zero(&pair.right) || !pair.is_zero(&left))
    })
}

fn near(ratio: f64, wanted: f64) -> bool {
    (ratio / wanted - 1.0).abs() < 1e-4
}

/// Something of the inputs that yours may be too large or too small by: a length, or a number.
struct Count {
    /// Of which input.
    input: usize,
    sort: Sort,
    of: Box<dyn Fn(&Pair) -> f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The length of an axis.
    Axis,
    /// The number of elements.
    Elements,
    /// A number that is given.
    Number,
}

impl Count {
    /// As in "where n is the length of the first axis of `x`". Axes that are as long in every failing case are all named:
    /// nothing tells which of them it is.
    fn name(&self, evidence: &Evidence) -> String {
        let input = evidence.input(self.input);
        match self.sort {
            Sort::Number => input,
            Sort::Elements => words::elements(&input),
            Sort::Axis => axis(evidence, self.input, &self.of),
        }
    }
}

/// What an axis of an input is called whose length in a case is `of`.
pub fn axis(evidence: &Evidence, input: usize, of: impl Fn(&Pair) -> f64) -> String {
    let name = evidence.input(input);
    let mut failing = evidence.failing();
    if failing.all(|pair| length(pair, input, 1).is_nan()) {
        return words::length(&name);
    }
    let alike = AXES.iter().enumerate().filter(|(axis, _)| {
        let mut failing = evidence.failing();
        failing.all(|pair| length(pair, input, *axis) == of(pair))
    });
    let names = alike.map(|(_, length_of)| length_of(&name));
    names.reduce(words::either).unwrap_or_default()
}

/// The length of an axis of an input; NaN, which equals nothing, where there is no such axis.
pub fn length(pair: &Pair, input: usize, axis: usize) -> f64 {
    let shape = pair.case.inputs.get(input).map(shape);
    let length = shape.and_then(|shape| shape.get(axis).copied());
    length.map_or(f64::NAN, |n| n as f64)
}

/// The names of the lengths of an input.
pub const AXES: [fn(&str) -> String; 4] = [
    |input| words::first_axis(input),
    |input| words::second_axis(input),
    |input| words::third_axis(input),
    |input| words::fourth_axis(input),
];

/// The lengths of axes of the inputs, the products of all of them, and inputs that are single numbers.
fn counts(evidence: &Evidence) -> impl Iterator<Item = Count> + use<> {
    let inputs = evidence
        .pairs
        .first()
        .map_or(0, |pair| pair.case.inputs.len());
    (0..inputs).flat_map(|input| {
        let mut found: Vec<Count> = (0..AXES.len())
            .map(|axis| Count {
                input,
                sort: Sort::Axis,
                of: Box::new(move |pair: &Pair| length(pair, input, axis)),
            })
            .collect();
        found.push(Count {
            input,
            sort: Sort::Elements,
            of: Box::new(move |pair: &Pair| {
                let input = pair.case.inputs.get(input);
                input.map_or(f64::NAN, |input| input.element_count() as f64)
            }),
        });
        found.push(Count {
            input,
            sort: Sort::Number,
            of: Box::new(move |pair: &Pair| {
                let input = pair.case.inputs.get(input);
                let number = input.filter(|input| is_number(input)).map(elements);
                number
                    .and_then(|number| number.first().copied())
                    .unwrap_or(f64::NAN)
            }),
        });
        found
    })
}

fn is_number(value: &Value) -> bool {
    matches!(
        value,
        Value::Numbers(_) | Value::Doubles(_) | Value::Integers(_)
    ) && shape(value).is_empty()
}

/// What a factor may be of a count `n`, and how that is said of an answer and the count.
type Power = (fn(f64) -> f64, fn(&str, &str) -> String);

const OF_LENGTHS: [Power; 10] = [
    (|n| n, |it, n| words::n(it, n)),
    (f64::recip, |it, n| words::one_over_n(it, n)),
    (f64::sqrt, |it, n| words::root(it, n)),
    (|n| n.sqrt().recip(), |it, n| words::one_over_root(it, n)),
    (|n| n / (n - 1.0), |it, n| words::less_one(it, n)),
    (|n| (n - 1.0) / n, |it, n| words::not_less_one(it, n)),
    (
        |n| (n / (n - 1.0)).sqrt(),
        |it, n| words::root_less_one(it, n),
    ),
    (
        |n| ((n - 1.0) / n).sqrt(),
        |it, n| words::root_not_less_one(it, n),
    ),
    (|n| n * n, |it, n| words::square(it, n)),
    (|n| (n * n).recip(), |it, n| words::one_over_square(it, n)),
];

/// The same for an input that is a single number.
const OF_NUMBERS: [Power; 6] = [
    (|n| n, |it, n| words::number(it, n)),
    (f64::recip, |it, n| words::one_over_number(it, n)),
    (|n| 1.0 - n, |it, n| words::rest(it, n)),
    (|n| (1.0 - n).recip(), |it, n| words::one_over_rest(it, n)),
    (|n| (1.0 - n) / n, |it, n| words::rest_for_number(it, n)),
    (|n| n / (1.0 - n), |it, n| words::number_for_rest(it, n)),
];

fn in_words(evidence: &Evidence, count: &Count) -> Option<String> {
    let mut seen: Vec<f64> = evidence.failing().map(&count.of).collect();
    seen.dedup();
    // A count that is the same in all failing cases may equal a constant by chance.
    if seen.len() < 2 || seen.iter().any(|n| n.is_nan()) {
        return None;
    }
    // Nothing is multiplied or divided in what is one number in all of them.
    let mut yours = evidence.failing().map(|pair| &pair.yours);
    let first = yours.next()?;
    if yours.all(|other| other == first) {
        return None;
    }
    let powers: &[Power] = match count.sort {
        Sort::Axis | Sort::Elements => &OF_LENGTHS,
        Sort::Number => &OF_NUMBERS,
    };
    // Twice and half of it are as common as the thing itself; zero times anything is no factor.
    for (more, as_well) in [
        (1.0, None),
        (2.0, Some(words::twice_as_well())),
        (0.5, Some(words::half_as_well())),
        (-1.0, Some(words::sign_as_well())),
    ] {
        for &(power, in_words) in powers {
            let holds = evidence.explained_by(|pair, right| right * more * power((count.of)(pair)));
            let is_factor = leaves_something(evidence, |pair| more * power((count.of)(pair)));
            if !holds || !is_factor || evidence.variety() < 2 {
                continue;
            }
            let message = in_words(&evidence.capital(), &count.name(evidence));
            return Some(match as_well {
                Some(as_well) => format!("{message} {as_well}"),
                None => message,
            });
        }
    }
    None
}

#[cfg(test)]
mod tests;
