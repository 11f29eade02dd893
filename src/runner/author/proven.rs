//! What was found about one exercise.

use std::sync::Arc;

use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;

/// What was found about one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The exercise.
    pub exercise: String,
    /// Mistakes that were rejected and named with every seed.
    pub mistakes: usize,
    /// Seeds on which the solution passed.
    pub seeds: usize,
    /// What is wrong: what, where, and how to mend it. Empty for a proven exercise.
    pub faults: Vec<Problem>,
    /// What is worth knowing and no fault.
    pub notes: Vec<String>,
    /// The exercise as it is given to learners, where it compiles.
    pub given: Option<Given>,
}

/// An exercise as it is given to learners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The text that was read.
    pub text: Arc<[u8]>,
    /// How it ended, where it could be run.
    pub verdict: Option<Verdict>,
}
