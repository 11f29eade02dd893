//! How much work went into an exercise.

use serde::{Deserialize, Serialize};

/// How much work went into an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    /// Seconds that somebody was at it. Pauses do not count.
    pub seconds: u64,
    /// Saves with something in them that could be checked.
    pub tries: u64,
}

impl Practice {
    /// Whether there is nothing in it.
    pub fn is_nothing(&self) -> bool {
        *self == Practice::default()
    }

    /// Adds more of it.
    pub fn add(&mut self, more: Practice) {
        self.seconds = self.seconds.saturating_add(more.seconds);
        self.tries = self.tries.saturating_add(more.tries);
    }
}
