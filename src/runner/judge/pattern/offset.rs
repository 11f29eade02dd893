//! A constant is added.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    // The smallest number tells the difference best.
    let (yours, right) = evidence
        .failing()
        .flat_map(|pair| pair.yours.iter().zip(&pair.right))
        .filter(|(yours, right)| yours.is_finite() && right.is_finite())
        .min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    let shift = yours - right;
    let holds =
        shift != 0.0 && evidence.variety() >= 2 && evidence.explained_by(|_, right| right + shift);
    holds.then_some(())?;
    diagnosis(
        "offset",
        format!(
            "Every element of {} is {} too {}.",
            evidence.subject(),
            format_number(shift.abs()),
            if shift > 0.0 { "large" } else { "small" }
        ),
    )
}
