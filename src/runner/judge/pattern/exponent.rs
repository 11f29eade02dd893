//! An exponential or a logarithm too many, or one that is missing.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::Diagnosis;

/// What yours is of the right value, and what that comes from.
type Relation = (fn(f64) -> f64, &'static str);

const RELATIONS: [Relation; 10] = [
    (
        f64::exp,
        "`exp` of what it should be: a logarithm is missing, or there is an exponential too many.",
    ),
    (
        f64::ln,
        "the logarithm of what it should be: an exponential is missing, or there is a logarithm too many.",
    ),
    (
        |x| -x.ln(),
        "minus the logarithm of what it should be: there is a `-ln` too many.",
    ),
    (
        |x| (-x).exp(),
        "`exp` of minus what it should be: a `-ln` is missing at the end.",
    ),
    (
        f64::ln_1p,
        "`ln(1 + x)` of the `x` that it should be: there is a logarithm of one plus the result too many.",
    ),
    (
        f64::exp_m1,
        "`exp(x) - 1` of the `x` that it should be: a logarithm is missing, or there is an exponential too many.",
    ),
    (
        f64::exp2,
        "2 to the power of what it should be: a logarithm to base 2 is missing, or there is a power too many.",
    ),
    (
        f64::log2,
        "the logarithm to base 2 of what it should be: there is a logarithm too many.",
    ),
    (
        f64::log10,
        "the logarithm to base 10 of what it should be: there is a logarithm too many.",
    ),
    (
        |x| 10f64.powf(x),
        "10 to the power of what it should be: there is a power too many.",
    ),
];

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let (_, words) = RELATIONS
        .into_iter()
        .find(|(map, _)| evidence.is_map(*map))?;
    diagnosis(
        "exponent",
        format!("Every element of {} is {words}", evidence.subject()),
    )
}
