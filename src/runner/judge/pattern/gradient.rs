//! The value is right, but its gradient is not.

use super::evidence::Evidence;
use super::{diagnosis, factor, sign};
use crate::runner::outcome::Diagnosis;
use crate::sheet::Kind;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let (check, part) = (evidence.check, evidence.part);
    if check.kind != Kind::Gradient || part == 0 {
        return None;
    }
    if !evidence.value_is_right {
        return None;
    }
    let subject = evidence.subject();
    let zero = evidence
        .pairs
        .iter()
        .all(|pair| pair.yours.iter().all(|&x| x == 0.0));
    if zero {
        return diagnosis(
            "gradient",
            format!(
                "The value is right, but {subject} is zero everywhere: that input left the tape. Use it with its tape instead of through `as_vec`, `array` or a tensor made anew."
            ),
        );
    }
    let how = if sign::holds(evidence) {
        "has the wrong sign".to_owned()
    } else if let Some(ratio) = factor::constant(evidence) {
        format!("is {ratio} times what it should be")
    } else {
        "is not its gradient".to_owned()
    };
    diagnosis(
        "gradient",
        format!(
            "The value is right, but {subject} {how}: some operation on the way is not recorded on the tape."
        ),
    )
}
