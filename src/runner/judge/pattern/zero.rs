//! Zero everywhere.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let zero = evidence
        .pairs
        .iter()
        .all(|pair| pair.yours.iter().all(|&x| x == 0.0));
    // One zero where one other number belongs is nothing to remark on.
    (zero && evidence.variety() >= 2).then_some(())?;
    diagnosis(DiagnosisKind::Zero, words::zero(evidence.capital()))
}

#[cfg(test)]
mod tests;
