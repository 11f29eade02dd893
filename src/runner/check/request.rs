//! What to check.

use std::sync::Arc;

use crate::runner::course::Course;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckRequest {
    /// The course.
    pub course: Arc<Course>,
    /// The name of the exercise.
    pub exercise: String,
    /// The seed of the cases.
    pub seed: u64,
}
