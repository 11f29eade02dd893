//! How much of its budget a candidate used.

use std::time::{Duration, Instant};

use crate::runner::event::{CheckEvent, Stage};
use crate::sheet::{Check, Kind};

/// The largest times that were seen.
#[derive(Default)]
pub struct Stopwatch {
    /// All cases together that are no trainings.
    pub cases: Duration,
    /// One training.
    pub training: Duration,
    running: Option<(Instant, bool)>,
    this_run: Duration,
}

impl Stopwatch {
    /// A run begins.
    pub fn start(&mut self) {
        self.this_run = Duration::ZERO;
        self.running = Some((Instant::now(), false));
    }

    /// Something happens in it. A training says when each of its cases begins, the others say it once.
    pub fn hear(&mut self, event: &CheckEvent, sheet: &[Check]) {
        if let CheckEvent::Stage(Stage::Running { check, .. }) = event {
            let trains = sheet
                .iter()
                .any(|other| other.name == *check && other.kind == Kind::Training);
            self.lap();
            self.running = Some((Instant::now(), trains));
        }
    }

    /// It has ended.
    pub fn stop(&mut self) {
        self.lap();
        self.cases = self.cases.max(self.this_run);
    }

    fn lap(&mut self) {
        match self.running.take() {
            Some((since, true)) => self.training = self.training.max(since.elapsed()),
            Some((since, false)) => self.this_run += since.elapsed(),
            None => {}
        }
    }
}
