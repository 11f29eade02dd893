//! The sign is flipped.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    holds(evidence).then_some(())?;
    diagnosis(
        "sign",
        format!(
            "The sign of {} is flipped; the sizes are right.",
            evidence.subject()
        ),
    )
}

pub fn holds(evidence: &Evidence) -> bool {
    evidence.explained_by(|_, right| -right)
}
