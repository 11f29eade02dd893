//! Something stands where the program would write.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::runner::text;
use crate::runner::words::plain::workspace as words;

/// Something stands where the program would write, and it is not written to.
#[derive(Debug)]
pub enum Misplaced {
    /// A link in the place of a folder.
    LeadsOut {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// A link, or something else that is no file, in the place of a file.
    NoFile(PathBuf),
}

impl Misplaced {
    /// What stands there.
    pub fn place(&self) -> &Path {
        match self {
            Misplaced::LeadsOut { link, .. } => link,
            Misplaced::NoFile(path) => path,
        }
    }

    /// What to do about it.
    pub fn mend(&self) -> &'static str {
        match self {
            Misplaced::LeadsOut { .. } => words::remove_link(),
            Misplaced::NoFile(_) => words::remove_it(),
        }
    }
}

impl fmt::Display for Misplaced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&match self {
            Misplaced::LeadsOut { link, to } => words::leads_out(text::path(link), text::path(to)),
            Misplaced::NoFile(path) => words::no_file(text::path(path)),
        })
    }
}

impl Error for Misplaced {}

impl From<Misplaced> for io::Error {
    fn from(misplaced: Misplaced) -> io::Error {
        io::Error::other(misplaced)
    }
}
