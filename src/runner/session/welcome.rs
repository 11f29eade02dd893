//! The first page, which says how to begin.

use super::Session;
use crate::runner::problem::Problem;

impl Session {
    /// Whether nobody has begun anything here, or seen the first page.
    pub fn is_new(&self) -> bool {
        let state = self.store.state();
        !state.welcomed && state.current.is_none() && state.exercises.is_empty()
    }

    /// The first page was seen: it does not come back, even where that cannot be saved before the program ends.
    pub fn welcomed(&mut self) -> Result<(), Problem> {
        self.store.change(|state| state.welcomed = true)
    }
}
