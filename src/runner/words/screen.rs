//! What the screen shows. One file per subject.

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[];
