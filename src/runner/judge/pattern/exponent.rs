//! An exponential or a logarithm too many, or one that is missing.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

/// What yours is of the right value, and the words for that.
type Relation = (fn(f64) -> f64, fn(String) -> String);

const RELATIONS: [Relation; 10] = [
    (f64::exp, words::exp),
    (f64::ln, words::ln),
    (|x| -x.ln(), words::minus_ln),
    (|x| (-x).exp(), words::exp_minus),
    (f64::ln_1p, words::ln_1p),
    (f64::exp_m1, words::exp_m1),
    (f64::exp2, words::exp2),
    (f64::log2, words::log2),
    (f64::log10, words::log10),
    (|x| 10f64.powf(x), words::exp10),
];

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let (_, in_words) = RELATIONS
        .into_iter()
        .find(|(map, _)| evidence.is_map(*map))?;
    diagnosis(DiagnosisKind::Exponent, in_words(evidence.subject()))
}

#[cfg(test)]
mod tests;
