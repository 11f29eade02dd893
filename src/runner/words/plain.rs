//! What plain mode and the commands print. One file per subject.

pub mod course;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[course::SENTENCES, course::LABELS];
