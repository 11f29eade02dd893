//! What happens during a build.

use std::time::Duration;

use crate::runner::countdown::Left;
use crate::runner::event::CompilerMessage;

/// What happens during a build.
pub enum BuildEvent {
    /// A crate is begun or done, or cargo said what it is doing.
    Progress {
        /// Crates done.
        done: usize,
        /// Crates in all, or 0 where that is not known.
        of: usize,
        /// The crate that is being compiled, or cargo's own words.
        what: String,
        /// How long crates have been compiled, from the first one on.
        spent: Duration,
    },
    /// More than half of the compiler's budget is used.
    Budget(Left),
    /// rustc said something about the program.
    Message(CompilerMessage),
}
