//! What is wrong with a build, a file or this machine, and what mends it. One file per subject.

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[];
