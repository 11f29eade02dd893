//! How a build ended, and what it made.

use super::shelf::Executable;
use crate::runner::regular_file::Unreadable;
use crate::runner::source::Source;

/// How a build ended.
#[derive(Debug)]
pub enum Built {
    /// The program, and the text it was made from.
    Done(Product),
    /// The text, with what it includes as far as rustc said, does not compile.
    Errors(Source),
    /// The text includes something that cannot be read.
    Unreadable(String, Unreadable),
    /// The compiler was stopped after its budget.
    TimedOut,
    /// The compiler was stopped for its memory.
    OutOfMemory,
    /// The check was stopped.
    Cancelled,
}

/// What a build made.
#[derive(Debug)]
pub struct Product {
    /// The program.
    pub executable: Executable,
    /// The fingerprint of everything that it was made from, or `None` where rustc read something besides: then nothing
    /// may be remembered of it.
    pub print: Option<String>,
    /// The text itself, with what it includes.
    pub source: Source,
}
