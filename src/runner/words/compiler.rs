//! What the compiler's words mean. One file per subject.

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[];
