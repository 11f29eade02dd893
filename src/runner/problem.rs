//! An error that a person can act on: what, where, and what to type next.

use std::fmt;

use crate::runner::text;
use crate::runner::words::machine::problem as words;

/// Wrong use or a broken course; the program ends with exit code 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// One sentence.
    pub what: String,
    /// `file:line:column`, or a path.
    pub place: Option<String>,
    /// The mend: a command to type, or what to change.
    pub next: String,
    /// Whether it is that crates could not be fetched.
    pub lacks_crates: bool,
}

impl Problem {
    /// A problem that is not at a place.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            place: None,
            next: next.into(),
            lacks_crates: false,
        }
    }

    /// The same problem: that crates could not be fetched.
    pub fn of_crates(mut self) -> Self {
        self.lacks_crates = true;
        self
    }

    /// The same problem, at a place.
    pub fn at(mut self, place: impl fmt::Display) -> Self {
        self.place = Some(place.to_string());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names of files and what other programs say are in here.
        write!(formatter, "{}", text::plain(&self.what))?;
        if let Some(place) = &self.place {
            write!(formatter, "\n  {}", words::place(text::line(place)))?;
        }
        write!(formatter, "\n  {}", words::next(text::plain(&self.next)))
    }
}

impl std::error::Error for Problem {}
