//! What comes next of the data.

use crate::wire::DataPart;

/// What comes next.
#[derive(Debug, PartialEq)]
pub enum Step {
    /// A sentence for the person.
    Tell(String),
    /// Some examples.
    Part(DataPart),
    /// That was all.
    End,
    /// Nothing can be learned from this. The sentence says why, and what to do.
    Refuse(String),
}
