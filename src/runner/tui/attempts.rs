//! The attempts at the current exercise, as the screen knows them.

use std::time::SystemTime;

use crate::runner::attempts::Attempt;
use crate::runner::tui::place::Pane;

/// The attempts that were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempts {
    /// The newest first.
    pub list: Vec<Attempt>,
    /// The learner's text as it was when they were read.
    pub text: String,
    /// When they were read.
    pub now: SystemTime,
    /// The row that is selected.
    pub at: usize,
    /// The number of the attempt that the others are held against; `None` is the learner's text.
    pub against: Option<u32>,
    /// The pane that was chosen.
    pub chosen: Pane,
}

impl Attempts {
    /// The attempt that is selected.
    pub fn selected(&self) -> Option<&Attempt> {
        self.list.get(self.at)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.list.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}
