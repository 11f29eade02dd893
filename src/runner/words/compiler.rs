//! What the compiler's words mean. One file per subject.

pub mod axis;
pub mod block;
pub mod generic;
pub mod naming;
pub mod results;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    axis::SENTENCES,
    block::SENTENCES,
    generic::SENTENCES,
    naming::NAMES,
    results::SENTENCES,
];
