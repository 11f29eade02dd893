//! Makes an exercise ready before it is opened: its reference has answered and its program is built while the learner
//! still reads, so that its first verdict takes no longer than any other.

use std::collections::HashSet;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::ended::Ended;
use super::request::CheckRequest;
use super::run::Run;
use super::sheet::{OnDemand, Sheet};
use crate::runner::process::Stop;
use crate::sheet::Depth;

/// How long nothing must have been saved: whoever saves again and again is not reading, and two builds at once would
/// keep each verdict waiting.
const QUIET: Duration = Duration::from_secs(3);

/// How often the wait is looked up from.
const GLANCE: Duration = Duration::from_millis(50);

/// One exercise at a time is made ready. Dropping it stops that and waits until it has stopped.
#[derive(Default)]
pub struct Ahead {
    begun: HashSet<String>,
    running: Option<(Stop, JoinHandle<()>)>,
}

impl Ahead {
    /// Makes an exercise ready, in the place of the one before it. Once is enough for each.
    pub fn prepare(&mut self, request: CheckRequest) {
        let busy = self
            .running
            .as_ref()
            .is_some_and(|(_, thread)| !thread.is_finished());
        if busy || !self.begun.insert(request.exercise.clone()) {
            return;
        }
        let stop = Stop::default();
        let watched = stop.clone();
        let thread = thread::spawn(move || prepare(&request, &watched));
        self.running = Some((stop, thread));
    }

    /// Gives way to a check: what is being made ready stops, and is begun anew the next time. A check of the same exercise
    /// waits for it by itself, at the lock on its files.
    pub fn give_way(&mut self, exercise: &str) {
        if let Some((stop, thread)) = &self.running
            && !thread.is_finished()
        {
            stop.stop();
            self.begun.clear();
            self.begun.insert(exercise.to_owned());
        }
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            stop.stop();
            // A panic there has been printed already.
            let _ = thread.join();
        }
    }
}

/// Whatever goes wrong is said by the check itself, when its time comes.
fn prepare(request: &CheckRequest, stop: &Stop) {
    let Some(exercise) = request.course.exercise(&request.exercise) else {
        return;
    };
    let began = Instant::now();
    while began.elapsed() < QUIET {
        if stop.is_stopped() {
            return;
        }
        thread::sleep(GLANCE);
    }
    let run = Run {
        course: &request.course,
        exercise,
        seed: request.seed,
        stop,
        events: &|_| {},
        handed_in: None,
    };
    if run.work_out_ahead().is_ok()
        && let Ok(source) = run.text()
    {
        let _ = run.build_candidate(source);
    }
}

impl Run<'_> {
    /// Has the reference work out what every first verdict needs.
    fn work_out_ahead(&self) -> Result<(), Ended> {
        let mut sheet = OnDemand::of(*self)?;
        for number in 0..sheet.plan()?.len() {
            sheet.check(number, Depth::Cases)?;
        }
        Ok(())
    }
}
