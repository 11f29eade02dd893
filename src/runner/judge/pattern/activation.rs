//! An activation too many, or one that is missing.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

/// A function and its inverse.
struct Activation {
    name: fn() -> &'static str,
    run: fn(f64) -> f64,
    back: fn(f64) -> f64,
}

const ACTIVATIONS: [Activation; 3] = [
    Activation {
        name: words::sigmoid,
        run: |x| 1.0 / (1.0 + (-x).exp()),
        back: |p| (p / (1.0 - p)).ln(),
    },
    Activation {
        name: words::tanh,
        run: f64::tanh,
        back: f64::atanh,
    },
    Activation {
        name: words::softplus,
        run: |x| x.exp().ln_1p(),
        back: |y| y.exp_m1().ln(),
    },
];

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    ACTIVATIONS.iter().find_map(|activation| {
        let name = (activation.name)();
        let subject = evidence.subject();
        if evidence.is_map(activation.run) {
            return diagnosis(
                DiagnosisKind::Activation,
                words::activation_too_many(subject, name),
            );
        }
        evidence.is_map(activation.back).then_some(())?;
        diagnosis(
            DiagnosisKind::Activation,
            words::activation_missing(name, subject),
        )
    })
}

#[cfg(test)]
mod tests;
