//! What a build uses of its budget and of the memory.

use std::time::{Duration, Instant};

use super::event::BuildEvent;
use crate::runner::countdown::Countdown;
use crate::runner::process::Group;
use crate::runner::sandbox::compiler::MEMORY;

/// Looks at one build.
pub struct Watch {
    budget: Duration,
    countdown: Countdown,
    looked: Instant,
}

/// How often the memory is looked at: seldom enough to cost nothing in a build of a quarter of a second.
const LOOK: Duration = Duration::from_millis(500);

impl Watch {
    /// A build that begins now.
    pub fn new(budget: Duration) -> Watch {
        Watch {
            budget,
            countdown: Countdown::default(),
            looked: Instant::now(),
        }
    }

    /// Tells what is left of the budget, when that is worth knowing.
    pub fn tell(&mut self, now: Instant, deadline: Instant, happened: &mut dyn FnMut(BuildEvent)) {
        if let Some(left) = self.countdown.due(now, deadline, self.budget) {
            happened(BuildEvent::Budget(left));
        }
    }

    /// Whether one of its processes holds more memory than a compiler may.
    pub fn is_too_large(&mut self, group: &Group, now: Instant) -> bool {
        if now.duration_since(self.looked) < LOOK {
            return false;
        }
        self.looked = now;
        group.usage().is_some_and(|usage| usage.largest > MEMORY)
    }
}
