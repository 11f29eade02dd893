//! A factor: a constant one, or one that follows the shape of the inputs.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::compare::shape;
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::Diagnosis;

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
            "Every element of {} is {} times what it should be{more}.",
            evidence.subject(),
            format_number(ratio)
        ),
    )
}

/// The one ratio of all cases, in words.
pub fn constant(evidence: &Evidence) -> Option<String> {
    ratio(evidence).map(format_number)
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

/// Something of the inputs that can be counted, and that yours may be too large or too small by.
struct Count {
    /// As in "where n is the length of the first axis of `x`".
    words: String,
    of: Box<dyn Fn(&Pair) -> f64>,
}

/// The lengths of axes of the inputs, and products of them.
fn counts<'a>(evidence: &'a Evidence) -> impl Iterator<Item = Count> + 'a {
    let inputs = evidence
        .pairs
        .first()
        .map_or(0, |pair| pair.case.inputs.len());
    (0..inputs).flat_map(move |input| {
        let name = evidence.input(input);
        let length = move |axis: usize| {
            move |pair: &Pair| {
                let shape = pair.case.inputs.get(input).map(shape);
                shape
                    .and_then(|shape| shape.get(axis).copied())
                    .map_or(f64::NAN, |n| n as f64)
            }
        };
        let elements = move |pair: &Pair| {
            pair.case
                .inputs
                .get(input)
                .map_or(f64::NAN, |input| input.element_count() as f64)
        };
        [
            Count {
                words: format!("the length of the first axis of {name} (the batch, in most cases)"),
                of: Box::new(length(0)),
            },
            Count {
                words: format!("the length of the second axis of {name}"),
                of: Box::new(length(1)),
            },
            Count {
                words: format!("the number of elements of {name}"),
                of: Box::new(elements),
            },
        ]
    })
}

fn in_words(evidence: &Evidence, count: &Count) -> Option<String> {
    let mut seen: Vec<f64> = evidence.failing().map(&count.of).collect();
    seen.dedup();
    // A count that is the same in all failing cases may equal a constant by chance.
    if seen.len() < 2 {
        return None;
    }
    let subject = evidence.subject();
    let words = &count.words;
    if evidence.explained_by(|pair, right| right * (count.of)(pair)) {
        Some(format!(
            "{} is n times too large, where n is {words}: it is added up where the mean is wanted.",
            evidence.capital()
        ))
    } else if evidence.explained_by(|pair, right| right / (count.of)(pair)) {
        Some(format!(
            "{} is n times too small, where n is {words}: {subject} is divided by it once too often.",
            evidence.capital()
        ))
    } else {
        None
    }
}
