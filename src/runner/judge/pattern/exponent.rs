//! An exponential or a logarithm too many, or one that is missing.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    if evidence.variety() < 2 {
        return None;
    }
    let subject = evidence.subject();
    let message = if evidence.explained_by(|_, right| right.exp()) {
        format!(
            "Every element of {subject} is `exp` of what it should be: a logarithm is missing, or there is an exponential too many."
        )
    } else if evidence.explained_by(|_, right| right.ln()) {
        format!(
            "Every element of {subject} is the logarithm of what it should be: an exponential is missing, or there is a logarithm too many."
        )
    } else {
        return None;
    };
    diagnosis("exponent", message)
}
