//! How much work went into an exercise.

use super::Session;
use crate::runner::problem::Problem;
use crate::runner::progress::practice::Practice;

impl Session {
    /// How much work went into an exercise.
    pub fn practice(&self, name: &str) -> Practice {
        let record = self.store.state().exercises.get(name);
        record.map_or_else(Practice::default, |record| record.practice)
    }

    /// Keeps that more work went into it.
    pub fn practised(&mut self, name: &str, more: Practice) -> Result<(), Problem> {
        if more.is_nothing() || self.course.exercise(name).is_none() {
            return Ok(());
        }
        self.store
            .change(|state| state.record(name).practice.add(more))
    }
}
