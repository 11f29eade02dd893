//! What the status line says.

use crate::runner::text;

/// One sentence in the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
    /// Whether it outlives the next save: it says something that is said nowhere else.
    pub stays: bool,
}

impl Notice {
    /// News.
    pub fn good(text: impl Into<String>) -> Notice {
        Notice {
            // Names of files and what other programs say are in here, and it is one line.
            text: text::line(&text.into()),
            bad: false,
            stays: false,
        }
    }

    /// Something went wrong.
    pub fn bad(text: impl Into<String>) -> Notice {
        Notice {
            bad: true,
            ..Notice::good(text)
        }
    }

    /// The same, until the next key.
    pub fn staying(self) -> Notice {
        Notice {
            stays: true,
            ..self
        }
    }
}
