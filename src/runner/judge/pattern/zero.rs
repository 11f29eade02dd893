//! Zero everywhere.

use super::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let zero = evidence
        .pairs
        .iter()
        .all(|pair| pair.yours.iter().all(|&x| x == 0.0));
    // One zero where one other number belongs is nothing to remark on.
    (zero && evidence.variety() >= 2).then_some(())?;
    diagnosis(
        "zero",
        format!(
            "{} is zero everywhere, in every case: what was worked out does not reach it.",
            evidence.capital()
        ),
    )
}
