//! Yes for no, and no for yes.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::sequence as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let all = || evidence.pairs.iter().flat_map(|pair| &pair.right);
    // Where all are alike, a constant says the same.
    let both = all().any(|right| *right == 0.0) && all().any(|right| *right != 0.0);
    (both && evidence.explained_by(|_, right| 1.0 - right)).then_some(())?;
    diagnosis(DiagnosisKind::Inverted, words::inverted(evidence.subject()))
}

#[cfg(test)]
mod tests;
