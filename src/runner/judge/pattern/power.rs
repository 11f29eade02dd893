//! A square or a root too many, or one that is missing.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    if evidence.variety() < 2 {
        return None;
    }
    let subject = evidence.subject();
    let message = if evidence.explained_by(|_, right| right * right) {
        format!(
            "Every element of {subject} is the square of what it should be: a root is missing, or there is a square too many."
        )
    } else if evidence.explained_by(|_, right| right.sqrt()) {
        format!(
            "Every element of {subject} is the square root of what it should be: a square is missing, or there is a root too many."
        )
    } else if evidence.explained_by(|_, right| right.abs()) {
        format!(
            "Every element of {subject} has the right size but no sign: there is an absolute value too many, or the root of a square."
        )
    } else if evidence.explained_by(|_, right| 1.0 / right) {
        format!(
            "Every element of {subject} is one divided by what it should be: the two sides of a division changed places."
        )
    } else {
        return None;
    };
    diagnosis("power", message)
}
