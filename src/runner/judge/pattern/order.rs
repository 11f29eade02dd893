//! The right values in another order.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::judge::compare::unmatched;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let same = evidence.pairs.iter().all(|pair| {
        unmatched(&pair.yours, &pair.right, pair.tolerance)
            .0
            .is_empty()
    });
    (same && evidence.variety() >= 2).then_some(())?;
    diagnosis(DiagnosisKind::Order, words::order(evidence.subject()))
}

#[cfg(test)]
mod tests;
