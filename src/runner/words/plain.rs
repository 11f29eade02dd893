//! What plain mode and the commands print. One file per subject.

pub mod course;
pub mod progress;
pub mod workspace;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    course::SENTENCES,
    course::LABELS,
    progress::SENTENCES,
    progress::LABELS,
    workspace::SENTENCES,
    workspace::LABELS,
];
