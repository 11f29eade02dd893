//! What is wrong with an answer, and how a check ends. One file per subject.

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[];
