//! What plain mode keeps of how an exercise was worked on: the time and the tries.

use std::io::{self, Write};

use super::Watching;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::session::Practice;

impl<W: Write> Watching<W> {
    /// Keeps a try, and the time that went into it.
    pub(super) fn tried(&mut self, outcome: &Outcome) -> io::Result<()> {
        let counts = self.saved
            && !matches!(
                outcome.verdict,
                Verdict::Cancelled | Verdict::NoCrates | Verdict::CannotCheck | Verdict::Todo
            );
        let seconds = self.activity.take();
        let tries = u64::from(counts);
        self.practised(Practice { seconds, tries })
    }

    /// Keeps the time that has come together for the current exercise.
    pub(super) fn keep_time(&mut self) -> io::Result<()> {
        let seconds = self.activity.take();
        self.practised(Practice { seconds, tries: 0 })
    }

    fn practised(&mut self, practice: Practice) -> io::Result<()> {
        let name = self.session.current().name.clone();
        let kept = self.session.practised(&name, practice);
        kept.or_else(|problem| self.problem(&problem))
    }
}
