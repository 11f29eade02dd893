//! A build that failed.

use std::path::Path;
use std::process::ExitStatus;

/// Who failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// cargo, while it built what the programs link.
    Cargo,
    /// rustc, called for one program.
    Rustc,
}

impl By {
    pub(super) fn name(self) -> &'static str {
        match self {
            By::Cargo => "cargo",
            By::Rustc => "rustc",
        }
    }
}

/// A build that failed.
pub struct Failed<'a> {
    /// Who failed.
    pub by: By,
    /// What was printed: the lines on standard error, and the rendered text of errors that point into no file.
    pub words: &'a [String],
    /// How it ended, where that is known.
    pub status: Option<ExitStatus>,
    /// The folder of the course.
    pub root: &'a Path,
}
