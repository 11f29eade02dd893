//! What one examination finds.

use crate::runner::problem::Problem;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// As it should be, or nothing to mend.
    Good(String),
    /// The course works, but could work better, with what to do for that.
    Note(Problem),
    /// Wrong, with the mend.
    Bad(Problem),
}
