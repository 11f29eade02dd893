//! Holds an answer against another one, part by part.

use super::alike::alike;
use super::curve;
use super::elements::{elements, shape};
use super::finding::{Fault, Finding, PartOrCurve};
use super::form::{form, sort};
use super::judged::Judged;
use super::rows;
use super::sequence;
use super::statistics::statistics;
use super::tolerance::Allowance;
use crate::comparator::{Comparator, Tolerance};
use crate::sheet::{Answer, Case, Check, Returned};
use crate::wire::Value;

/// Everything that is wrong with one answer: one finding per part and per curve at most.
pub fn findings(check: &Check, judged: &Judged) -> Vec<Finding> {
    match &judged.answer {
        Answer::Returned(returned) => {
            against_right(check, judged.case, returned, judged.inspected.as_deref())
        }
        Answer::Todo
        | Answer::Panicked { .. }
        | Answer::Refused(_)
        | Answer::TooLarge(_)
        | Answer::Stopped { .. } => Vec::new(),
    }
}

/// What is wrong with an answer when the reference's is right.
pub fn against_right(
    check: &Check,
    case: usize,
    answer: &Returned,
    inspected: Option<&str>,
) -> Vec<Finding> {
    let case = &check.cases[case];
    let expected = &case.right.parts;
    if answer.parts.len() != expected.len() {
        return vec![Finding {
            place: PartOrCurve::Part(0),
            fault: Fault::PartCount {
                expected: expected.len(),
                got: answer.parts.len(),
            },
        }];
    }
    let mut findings = Vec::new();
    for (number, part) in check.parts.iter().enumerate() {
        let fault = match &part.comparator {
            Comparator::Property => inspected.map(|why| Fault::Property(why.to_owned())),
            comparator => compare(comparator, case, number, answer, &case.right),
        };
        if let Some(fault) = fault {
            findings.push(Finding {
                place: PartOrCurve::Part(number),
                fault,
            });
        }
    }
    for (number, part) in check.curves.iter().enumerate() {
        if let Some(fault) = curve::compare(part, &answer.curves, &case.right.curves) {
            findings.push(Finding {
                place: PartOrCurve::Curve(number),
                fault,
            });
        }
    }
    findings
}

/// What sets part `number` of `answer` apart from the same part of a wrong answer, if anything.
///
/// A wrong answer need not be a probability distribution, nor finite: it only has to be the same.
pub fn compare_with_wrong(
    comparator: &Comparator,
    case: &Case,
    number: usize,
    answer: &Returned,
    wrong: &Returned,
) -> Option<Fault> {
    match comparator {
        Comparator::Simplex => compare(&Comparator::Close(None), case, number, answer, wrong),
        Comparator::Statistics => {
            let equal = compare(&Comparator::Close(None), case, number, answer, wrong).is_none();
            if equal {
                return None;
            }
            compare(comparator, case, number, answer, wrong)
        }
        // Two that count too much are alike where they count about the same; how much less than enough says nothing.
        Comparator::AtMost(_) => {
            let is_enough = |of| compare(comparator, case, number, of, &case.right).is_none();
            if is_enough(answer) && is_enough(wrong) {
                return None;
            }
            let about = Comparator::Close(Some(Tolerance {
                absolute: 0.0,
                relative: 0.25,
            }));
            compare(&about, case, number, answer, wrong)
        }
        _ => compare(comparator, case, number, answer, wrong),
    }
}

/// What sets part `number` of `answer` apart from the same part of `other`, if anything.
pub fn compare(
    comparator: &Comparator,
    case: &Case,
    number: usize,
    answer: &Returned,
    other: &Returned,
) -> Option<Fault> {
    let (yours, expected) = (answer.parts.get(number)?, other.parts.get(number)?);
    match comparator {
        Comparator::Free | Comparator::Property => None,
        Comparator::Close(given) => values(yours, expected, &Allowance::of(*given, case, number)),
        Comparator::Exact => values(yours, expected, &Allowance::exact()),
        Comparator::AtMost(times) => too_much(yours, expected, *times),
        Comparator::Sequence => sequences(yours, expected),
        Comparator::Set => sets(yours, expected),
        Comparator::SameMultiset => multiset(yours, expected, &Allowance::of(None, case, number)),
        Comparator::Correspondence(correspondence) => {
            let parts = correspondence.groups.iter();
            let mut parts = parts.flat_map(|&(rows, partners)| [rows, partners]);
            parts
                .find_map(|part| rows::form(answer.parts.get(part)?, other.parts.get(part)?))
                .or_else(|| rows::compare(correspondence, case, answer, other).map(Fault::Rows))
        }
        Comparator::Statistics => form(yours, expected).or_else(|| {
            let (shape, yours, expected) = (shape(yours), elements(yours), elements(expected));
            alike(&yours, &expected, &shape).or_else(|| statistics(&yours, &expected))
        }),
        Comparator::Simplex => form(yours, expected)
            .or_else(|| simplex(yours))
            .or_else(|| values(yours, expected, &Allowance::of(None, case, number))),
        Comparator::Accuracy { labels, at_least } => {
            if let Some(fault) = form(yours, expected) {
                return Some(fault);
            }
            let got = measured_accuracy(yours, labels);
            (got < f64::from(*at_least)).then_some(Fault::Accuracy {
                got,
                at_least: f64::from(*at_least),
            })
        }
        Comparator::Claim { logits, labels } => {
            if let Some(fault) = form(yours, expected) {
                return Some(fault);
            }
            let measured = measured_accuracy(answer.parts.get(*logits)?, labels);
            let claimed = elements(yours).first().copied().unwrap_or(f64::NAN);
            // Half an example, so that only rounding is forgiven.
            let allowed = 0.5 / labels.len().max(1) as f64;
            ((claimed - measured).abs() > allowed || claimed.is_nan())
                .then_some(Fault::Claim { claimed, measured })
        }
    }
}

/// Sequences, which may be of another length than expected.
fn sequences(yours: &Value, expected: &Value) -> Option<Fault> {
    if let Some(fault) = sort(yours, expected) {
        return Some(fault);
    }
    match sequence::is_sequence(expected) {
        true => sequence::compare(yours, expected).map(Fault::Sequence),
        false => values(yours, expected, &Allowance::exact()),
    }
}

/// Sets.
fn sets(yours: &Value, expected: &Value) -> Option<Fault> {
    if let Some(fault) = sort(yours, expected) {
        return Some(fault);
    }
    match sequence::is_sequence(expected) {
        true => sequence::compare_sets(yours, expected).map(Fault::Set),
        false => multiset(yours, expected, &Allowance::exact()),
    }
}

fn values(yours: &Value, expected: &Value, allowance: &Allowance) -> Option<Fault> {
    // Texts have no numbers that could be close.
    if let Value::Text(_) | Value::Texts(_) = expected {
        return sequences(yours, expected);
    }
    if let Some(fault) = form(yours, expected) {
        return Some(fault);
    }
    match (yours, expected) {
        // Whole numbers beyond 2^53 are not told apart as floating-point numbers.
        (Value::Integers(yours), Value::Integers(expected))
            if allowance.tolerance.allowed(1.0) == 0.0 =>
        {
            let (yours, expected) = (yours.data(), expected.data());
            let mut off: Vec<usize> = (0..yours.len())
                .filter(|&at| yours[at] != expected[at])
                .collect();
            off.sort_by_key(|&at| std::cmp::Reverse(yours[at].abs_diff(expected[at])));
            return (!off.is_empty()).then_some(Fault::Values { off });
        }
        _ => {}
    }
    let (yours, expected) = (elements(yours), elements(expected));
    let mut off: Vec<usize> = (0..yours.len())
        .filter(|&at| !allowance.allows(at, yours[at], expected[at]))
        .collect();
    if off.is_empty() {
        return None;
    }
    off.sort_by(|&a, &b| {
        let error = |at: usize| {
            let error = (yours[at] - expected[at]).abs();
            if error.is_nan() { f64::INFINITY } else { error }
        };
        error(b).total_cmp(&error(a)).then(a.cmp(&b))
    });
    Some(Fault::Values { off })
}

/// The count that is too high by the largest factor.
fn too_much(yours: &Value, expected: &Value, times: f32) -> Option<Fault> {
    if let Some(fault) = form(yours, expected) {
        return Some(fault);
    }
    let (yours, expected) = (elements(yours), elements(expected));
    let too_much = (0..yours.len())
        .filter(|&at| yours[at].is_nan() || yours[at] > expected[at] * f64::from(times));
    let factor = |at: usize| match yours[at].is_nan() {
        true => f64::INFINITY,
        false => yours[at] / expected[at],
    };
    let at = too_much.max_by(|&a, &b| factor(a).total_cmp(&factor(b)).then(b.cmp(&a)))?;
    Some(Fault::TooMuch {
        at: (yours.len() > 1).then_some(at),
        got: yours[at],
        enough: expected[at],
    })
}

fn multiset(yours: &Value, expected: &Value, allowance: &Allowance) -> Option<Fault> {
    if let Some(fault) = form(yours, expected) {
        return Some(fault);
    }
    if let Value::Text(_) | Value::Texts(_) = expected {
        return values(yours, expected, allowance);
    }
    let (off, _) = unmatched(&elements(yours), &elements(expected), allowance.widest());
    (!off.is_empty()).then_some(Fault::Values { off })
}

/// The positions of what is only in `yours` and of what is only in `expected`, each from small to large.
pub fn unmatched(
    yours: &[f64],
    expected: &[f64],
    tolerance: Tolerance,
) -> (Vec<usize>, Vec<usize>) {
    // NaN comes last whatever its sign, so that it meets the NaN of the other side.
    let ascending = |of: &[f64]| {
        let mut order: Vec<usize> = (0..of.len()).collect();
        order.sort_by(|&a, &b| {
            of[a]
                .is_nan()
                .cmp(&of[b].is_nan())
                .then(of[a].total_cmp(&of[b]))
        });
        order
    };
    let (your_order, order) = (ascending(yours), ascending(expected));
    let (mut surplus, mut missing) = (Vec::new(), Vec::new());
    let (mut at, mut other) = (0, 0);
    while at < your_order.len() && other < order.len() {
        let (mine, wanted) = (yours[your_order[at]], expected[order[other]]);
        if tolerance.allows(mine, wanted) {
            (at, other) = (at + 1, other + 1);
        } else if wanted.is_nan() || mine < wanted {
            surplus.push(your_order[at]);
            at += 1;
        } else {
            missing.push(order[other]);
            other += 1;
        }
    }
    surplus.extend(&your_order[at..]);
    missing.extend(&order[other..]);
    (surplus, missing)
}

fn simplex(yours: &Value) -> Option<Fault> {
    let shape = shape(yours);
    let columns = *shape.last()?;
    let elements = elements(yours);
    // Where something is not finite, that is what has to be said.
    if elements.iter().any(|p| !p.is_finite()) {
        return None;
    }
    elements
        .chunks(columns.max(1))
        .enumerate()
        .map(|(row, chunk)| (row, chunk.iter().sum::<f64>(), chunk))
        .find(|(_, sum, chunk)| {
            let sums_to_one = (sum - 1.0).abs() <= 1e-4;
            !sums_to_one || chunk.iter().any(|&p| !(0.0..=1.0 + 1e-6).contains(&p))
        })
        .map(|(row, sum, _)| Fault::NotSimplex { row, sum })
}

/// The share of rows whose largest logit is at the label. A row with a NaN is wrong.
fn measured_accuracy(logits: &Value, labels: &[usize]) -> f64 {
    let shape = shape(logits);
    let [rows, classes] = shape[..] else {
        return 0.0;
    };
    if rows != labels.len() || classes == 0 {
        return 0.0;
    }
    let elements = elements(logits);
    let right = elements
        .chunks(classes)
        .zip(labels)
        .filter(|(row, label)| {
            // Of several equal ones the first counts.
            let best = (0..classes)
                .rev()
                .max_by(|&a, &b| row[a].total_cmp(&row[b]));
            best == Some(**label) && row.iter().all(|x| !x.is_nan())
        })
        .count();
    right as f64 / rows.max(1) as f64
}
