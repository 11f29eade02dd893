//! What a candidate prints.

use std::time::{Duration, Instant};

use crate::runner::check::run::Run;
use crate::runner::event::{CheckEvent, Stream};

/// Passes printed lines on, but no more than a person could ever read.
#[derive(Default)]
pub(in crate::runner::check) struct Printed {
    window: Option<Instant>,
    in_window: usize,
    dropped: usize,
    /// Whether lines were dropped in the window that ended just before this one began.
    was_flooded: bool,
    /// The last lines of standard error: what a program says before it aborts.
    pub(in crate::runner::check) errors: Vec<String>,
}

impl Printed {
    pub(in crate::runner::check) fn tell(&mut self, stream: Stream, line: String, run: &Run<'_>) {
        const LAST: usize = 8;
        if stream == Stream::Error {
            if self.errors.len() == LAST {
                self.errors.remove(0);
            }
            self.errors.push(line.clone());
        }
        const WINDOW: Duration = Duration::from_millis(100);
        const LINES_PER_WINDOW: usize = 100;
        if self.window.is_none_or(|since| since.elapsed() > WINDOW) {
            let just = self
                .window
                .is_some_and(|since| since.elapsed() < 2 * WINDOW);
            self.was_flooded = just && self.dropped > 0;
            self.flush(run);
            self.window = Some(Instant::now());
            self.in_window = 0;
        }
        self.in_window += 1;
        if self.in_window > LINES_PER_WINDOW {
            self.dropped += 1;
        } else {
            run.tell(CheckEvent::Printed { stream, line });
        }
    }

    /// Whether lines come faster than they are shown.
    pub(super) fn is_flooded(&self) -> bool {
        self.dropped > 0 || self.was_flooded
    }

    pub(in crate::runner::check) fn flush(&mut self, run: &Run<'_>) {
        if self.dropped > 0 {
            run.tell(CheckEvent::Dropped(std::mem::take(&mut self.dropped)));
        }
    }
}
