//! Files that somebody handed in, to be judged in the place of those in the course.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::runner::outcome::Outcome;
use crate::runner::source::Files;

/// Files that somebody handed in.
pub struct HandedIn {
    /// The file of the exercise, and those of the earlier ones that it may include.
    pub files: Arc<Files>,
    /// How the checks of those ended, by their names. What is not here is checked again.
    pub known: BTreeMap<String, Outcome>,
}
