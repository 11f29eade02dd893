//! The hints of an exercise, one at a time.

use super::Session;
use crate::runner::problem::Problem;

impl Session {
    /// How many hints of the exercise were shown.
    pub fn hints_shown(&self, name: &str) -> usize {
        let shown = self
            .store
            .state()
            .exercises
            .get(name)
            .map_or(0, |record| record.hints);
        // An update may have left fewer hints than were shown once.
        let there = self.course.exercise(name).map_or(0, |it| it.hints.len());
        shown.min(there)
    }

    /// Shows one more hint, if there is one, and says how many are shown now.
    pub fn show_hint(&mut self, name: &str) -> Result<usize, Problem> {
        let there = self.known(name)?.hints.len();
        let shown = self.hints_shown(name);
        if shown == there {
            return Ok(shown);
        }
        self.store
            .change(|state| state.record(name).hints = shown + 1)?;
        Ok(shown + 1)
    }
}
