//! Ending a call of a learner's function with a sentence: it tried what the library cannot count.

use std::panic::{Location, panic_any};

/// What the panic that ends the call carries.
pub(crate) struct Stopped {
    /// A whole sentence for the learner.
    pub why: String,
    /// `file:line:column` of the learner's line, where one line is to blame.
    pub place: Option<String>,
}

/// Ends the call because of the line that calls the function that calls this one, which has to track its caller too.
#[track_caller]
pub(crate) fn stop_here(why: String) -> ! {
    let place = Some(Location::caller().to_string());
    panic_any(Stopped { why, place })
}

/// Ends the call because of what came of it: no single line is to blame.
pub(crate) fn stop(why: String) -> ! {
    panic_any(Stopped { why, place: None })
}
