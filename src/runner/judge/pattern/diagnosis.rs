//! What a pattern says.

use crate::runner::outcome::Diagnosis;

pub(super) fn diagnosis(kind: &str, message: String) -> Option<Diagnosis> {
    Some(Diagnosis {
        kind: kind.to_owned(),
        id: None,
        message,
    })
}
