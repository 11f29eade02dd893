//! A square or a root too many, or one that is missing.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    if evidence.variety() < 2 {
        return None;
    }
    let subject = evidence.subject();
    let message = if evidence.explained_by(|_, right| right * right) {
        words::square(subject)
    } else if evidence.explained_by(|_, right| right.sqrt()) {
        words::root(subject)
    } else if evidence.explained_by(|_, right| right.abs()) {
        words::absolute(subject)
    } else if evidence.explained_by(|_, right| 1.0 / right) {
        words::reciprocal(subject)
    } else {
        return None;
    };
    diagnosis(DiagnosisKind::Power, message)
}

#[cfg(test)]
mod tests;
