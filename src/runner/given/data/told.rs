//! What is left out: the first few are named, the others counted.

use super::limits::NAMED;

/// Sentences about what is left out.
#[derive(Default)]
pub(super) struct LeftOut {
    count: usize,
}

impl LeftOut {
    /// Takes in one more: the sentence, where it is among the first few.
    pub(super) fn one(&mut self, why: String) -> Option<String> {
        self.count += 1;
        (self.count <= NAMED).then_some(why)
    }

    /// How many there were beyond those that were named.
    pub(super) fn more(&self) -> usize {
        self.count.saturating_sub(NAMED)
    }
}
