//! A factor: a constant one, or one that follows the shape of the inputs.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::compare::{elements, shape};
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::Diagnosis;
use crate::wire::Value;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let varied = counts(evidence).find_map(|count| in_words(evidence, &count));
    if let Some(message) = varied {
        return diagnosis("factor", message);
    }
    let ratio = ratio(evidence)?;
    let more = if near(ratio, std::f64::consts::LN_2.recip()) {
        ": a logarithm to base 2 stands where the natural one, `ln`, is wanted".to_owned()
    } else if near(ratio, std::f64::consts::LN_10.recip()) {
        ": a logarithm to base 10 stands where the natural one, `ln`, is wanted".to_owned()
    } else {
        // Not more than a pointer: in these cases the count is always the same.
        counts(evidence)
            .find_map(|count| {
                let n = (count.of)(evidence.failing().next()?);
                let is_count = |n: f64| n > 1.0 && (near(ratio, n) || near(ratio, n.recip()));
                let always = evidence.failing().all(|pair| is_count((count.of)(pair)));
                always.then(|| format!("; {} is also {}", format_number(n), count.words))
            })
            .unwrap_or_default()
    };
    diagnosis(
        "factor",
        format!(
            "Every element of {} is {} what it should be{more}.",
            evidence.subject(),
            times(ratio)
        ),
    )
}

/// A factor in words: `twice`, `half`, `1.5 times`.
pub fn times(ratio: f64) -> String {
    if near(ratio, 2.0) {
        "twice".to_owned()
    } else if near(ratio, 0.5) {
        "half".to_owned()
    } else {
        format!("{} times", format_number(ratio))
    }
}

/// The one ratio of all cases, in words.
pub fn constant(evidence: &Evidence) -> Option<String> {
    ratio(evidence).map(times)
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
    (said && evidence.variety() >= 2 && evidence.explained_by(|_, right| ratio * right))
        .then_some(ratio)
}

fn near(ratio: f64, wanted: f64) -> bool {
    (ratio / wanted - 1.0).abs() < 1e-4
}

/// Something of the inputs that yours may be too large or too small by: a length, or a number.
struct Count {
    /// As in "where n is the length of the first axis of `x`".
    words: String,
    /// Whether it is a length, and not a number that is given.
    is_length: bool,
    of: Box<dyn Fn(&Pair) -> f64>,
}

const AXES: [&str; 4] = [
    "the length of the first axis of",
    "the length of the second axis of",
    "the length of the third axis of",
    "the length of the fourth axis of",
];

/// The lengths of axes of the inputs, the products of all of them, and inputs that are single numbers.
fn counts<'a>(evidence: &'a Evidence) -> impl Iterator<Item = Count> + 'a {
    let inputs = evidence
        .pairs
        .first()
        .map_or(0, |pair| pair.case.inputs.len());
    (0..inputs).flat_map(move |input| {
        let name = evidence.input(input);
        let mut found: Vec<Count> = AXES
            .iter()
            .enumerate()
            .map(|(axis, words)| Count {
                words: match axis {
                    0 => format!("{words} {name} (the batch, in most cases)"),
                    _ => format!("{words} {name}"),
                },
                is_length: true,
                of: Box::new(move |pair: &Pair| {
                    let shape = pair.case.inputs.get(input).map(shape);
                    let length = shape.and_then(|shape| shape.get(axis).copied());
                    length.map_or(f64::NAN, |n| n as f64)
                }),
            })
            .collect();
        found.push(Count {
            words: format!("the number of elements of {name}"),
            is_length: true,
            of: Box::new(move |pair: &Pair| {
                let input = pair.case.inputs.get(input);
                input.map_or(f64::NAN, |input| input.element_count() as f64)
            }),
        });
        found.push(Count {
            words: name,
            is_length: false,
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

/// What a factor may be of a count `n`, and how that is said.
type Power = (fn(f64) -> f64, &'static str, &'static str);

const OF_LENGTHS: [Power; 10] = [
    (
        |n| n,
        "n times too large",
        "it is added up where the mean is wanted",
    ),
    (
        f64::recip,
        "n times too small",
        "it is divided by it once too often",
    ),
    (
        f64::sqrt,
        "too large by a factor of the root of n",
        "a root of it is multiplied with, or not divided by",
    ),
    (
        |n| n.sqrt().recip(),
        "too small by a factor of the root of n",
        "a root of it is divided by, or not multiplied with",
    ),
    (
        |n| n / (n - 1.0),
        "n / (n - 1) times what it should be",
        "it is divided by n - 1 where n is wanted",
    ),
    (
        |n| (n - 1.0) / n,
        "(n - 1) / n times what it should be",
        "it is divided by n where n - 1 is wanted",
    ),
    (
        |n| (n / (n - 1.0)).sqrt(),
        "too large by a factor of the root of n / (n - 1)",
        "a variance is divided by n - 1 where n is wanted",
    ),
    (
        |n| ((n - 1.0) / n).sqrt(),
        "too small by a factor of the root of (n - 1) / n",
        "a variance is divided by n where n - 1 is wanted",
    ),
    (
        |n| n * n,
        "n times n times too large",
        "it is multiplied with twice, or not divided by twice",
    ),
    (
        |n| (n * n).recip(),
        "n times n times too small",
        "it is divided by twice, or not multiplied with twice",
    ),
];

/// The same for an input that is a single number, `{}` in these words.
const OF_NUMBERS: [Power; 6] = [
    (
        |n| n,
        "{} times what it should be",
        "it is multiplied by {} once too often, or has still to be divided by it",
    ),
    (
        f64::recip,
        "what it should be divided by {}",
        "it is divided by {} once too often, or has still to be multiplied by it",
    ),
    (
        |n| 1.0 - n,
        "(1 - {}) times what it should be",
        "it is multiplied by 1 - {} once too often, or has still to be divided by it",
    ),
    (
        |n| (1.0 - n).recip(),
        "what it should be divided by 1 - {}",
        "it is divided by 1 - {} once too often, or has still to be multiplied by it",
    ),
    (
        |n| (1.0 - n) / n,
        "off by a factor of (1 - {}) / {}",
        "1 - {} stands where {} is wanted",
    ),
    (
        |n| n / (1.0 - n),
        "off by a factor of {} / (1 - {})",
        "{} stands where 1 - {} is wanted",
    ),
];

fn in_words(evidence: &Evidence, count: &Count) -> Option<String> {
    let mut seen: Vec<f64> = evidence.failing().map(&count.of).collect();
    seen.dedup();
    // A count that is the same in all failing cases may equal a constant by chance.
    if seen.len() < 2 || seen.iter().any(|n| n.is_nan()) {
        return None;
    }
    let words = &count.words;
    let powers: &[Power] = if count.is_length {
        &OF_LENGTHS
    } else {
        &OF_NUMBERS
    };
    // Twice and half of it are as common as the thing itself; zero times anything is no factor.
    for (more, also) in [
        (1.0, ""),
        (2.0, ", and twice as large as that"),
        (0.5, ", and half as large as that"),
        (-1.0, ", and has the wrong sign"),
    ] {
        for &(power, size, why) in powers {
            let holds = evidence.explained_by(|pair, right| right * more * power((count.of)(pair)));
            let is_factor = evidence
                .failing()
                .all(|pair| power((count.of)(pair)) != 0.0);
            if !holds || !is_factor || evidence.variety() < 2 {
                continue;
            }
            return Some(if count.is_length {
                format!(
                    "{} is {size}{also}, where n is {words}: {why}.",
                    evidence.capital()
                )
            } else {
                format!(
                    "{} is {}{also}: {}.",
                    evidence.capital(),
                    size.replace("{}", words),
                    why.replace("{}", words)
                )
            });
        }
    }
    None
}
