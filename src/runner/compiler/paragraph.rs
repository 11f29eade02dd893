//! Two sentences as one paragraph.

use std::fmt::Display;

/// Two whole texts, one after the other.
pub(super) fn paragraph(first: impl Display, then: impl Display) -> String {
    format!("{first} {then}")
}
