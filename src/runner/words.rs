//! Everything that a learner reads, in one file per subject. See [`crate::sentence`] for how a text is written down.

pub mod compiler;
pub mod health;
pub mod judge;
pub mod machine;
pub mod plain;
pub mod screen;

use crate::sentence::Sentence;

/// Every text of the program.
pub fn all() -> impl Iterator<Item = &'static Sentence> {
    let subjects = [
        &[health::SENTENCES, health::NAMES],
        compiler::ALL,
        judge::ALL,
        machine::ALL,
        plain::ALL,
        screen::ALL,
    ];
    subjects
        .into_iter()
        .flatten()
        .copied()
        .flatten()
        .chain(crate::words::all())
        .chain(crate::report::texts())
}
