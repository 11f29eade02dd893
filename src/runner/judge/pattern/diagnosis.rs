//! What a pattern says.

use crate::runner::outcome::{Diagnosis, DiagnosisKind};

pub(super) fn diagnosis(kind: DiagnosisKind, message: String) -> Option<Diagnosis> {
    Some(Diagnosis {
        kind,
        id: None,
        message,
    })
}
