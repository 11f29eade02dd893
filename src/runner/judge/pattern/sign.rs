//! The sign is flipped.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    holds(evidence).then_some(())?;
    diagnosis(DiagnosisKind::Sign, words::sign(evidence.subject()))
}

pub fn holds(evidence: &Evidence) -> bool {
    evidence.explained_by(|_, right| -right)
}

#[cfg(test)]
mod tests;
