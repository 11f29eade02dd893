//! One check from the save to the verdict: build, candidate, reference, judge, as one stream of events.

mod ahead;
mod building;
mod calls;
mod candidate;
mod composed;
mod ended;
mod ending;
mod flood;
mod harmless;
mod offered;
mod probing;
mod reading;
mod remembered;
mod request;
mod run;
mod sheet;
mod trial;
mod typed;

pub use ahead::Ahead;
pub use request::CheckRequest;
pub use trial::{Person, Tried, try_out};
pub use typed::Lines;

use std::path::Path;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::runner::event::{CheckEvent, Stage};
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};
use crate::runner::process::Stop;
use crate::runner::source::Source;
use crate::sheet::Check;
use calls::Calls;
use ended::{Ended, Prints};
use remembered::Memory;
use run::{Run, unfinished};
use sheet::{Complete, OnDemand};

/// A check that is running. Dropping it cancels the check and does not wait.
pub struct CheckHandle {
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

impl CheckHandle {
    /// Stops the check: its programs are killed, and its last event says `cancelled`.
    pub fn cancel(&self) {
        self.stop.stop();
    }

    /// Waits for the last event.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread turns whatever happens into its last event; a panic in it has been printed already.
            let _ = thread.join();
        }
    }
}

impl Drop for CheckHandle {
    fn drop(&mut self) {
        if self.thread.is_some() {
            self.stop.stop();
        }
    }
}

/// The outcome of an earlier check of this exercise, if nothing that it follows from has changed since.
pub fn remembered(request: &CheckRequest) -> Option<Outcome> {
    let outcome = Memory::of(request)?.outcome()?;
    // That its pieces pass is one of those things.
    composed::are_known_to_pass(request)?.then_some(outcome)
}

/// Which piece of a program that was built is not passed: how the check of the whole ends then. `None` where there is none.
pub fn refused(request: &CheckRequest, source: &Source, stop: &Stop) -> Option<Outcome> {
    let mut outcome = unfinished(&request.exercise);
    let run = Run::of(request, stop, &mut outcome)?;
    let ended = run.pieces_pass(source, &mut |_| {}).err()?;
    ended.settle(&mut outcome);
    Some(outcome)
}

/// Starts a check on a thread of its own; `events` is called for everything that happens, last with `Finished`.
pub fn start(
    request: CheckRequest,
    mut events: impl FnMut(CheckEvent) + Send + 'static,
) -> CheckHandle {
    let stop = Stop::default();
    let watched = stop.clone();
    let thread = thread::spawn(move || {
        let (outcome, prints) = judged(&request, &watched, &mut events);
        events(CheckEvent::Finished(outcome.clone()));
        // The verdict is on its way, so the disk may take its time.
        remember(&request, prints, &outcome);
    });
    CheckHandle {
        stop,
        thread: Some(thread),
    }
}

/// Runs a check on this thread. Every event but the last goes to `events`; the last is the result.
pub fn run(request: &CheckRequest, stop: &Stop, events: &mut dyn FnMut(CheckEvent)) -> Outcome {
    let (outcome, prints) = judged(request, stop, events);
    remember(request, prints, &outcome);
    outcome
}

/// The outcome, and what it follows from where that is known.
fn judged(
    request: &CheckRequest,
    stop: &Stop,
    events: &mut dyn FnMut(CheckEvent),
) -> (Outcome, Option<Prints>) {
    let started = Instant::now();
    let mut outcome = unfinished(&request.exercise);
    let Some(run) = Run::of(request, stop, &mut outcome) else {
        return (outcome, None);
    };
    let judged = run.text(events);
    let judged = judged.and_then(|source| run.judge(source, &mut outcome, events));
    let prints = judged.unwrap_or_else(|ended| ended.settle(&mut outcome));
    if stop.is_stopped() {
        outcome.verdict = Verdict::Cancelled;
        outcome.message = None;
        outcome.piece = None;
    }
    outcome.timings.total = started.elapsed();
    (outcome, prints)
}

/// Keeps an outcome for as long as nothing that it follows from changes.
fn remember(request: &CheckRequest, prints: Option<Prints>, outcome: &Outcome) {
    let exercise = request.course.exercise(&request.exercise);
    let memory = exercise.zip(prints).and_then(|(exercise, prints)| {
        let (candidate, reference) = (&prints.candidate, &prints.reference);
        Memory::at(
            &request.course,
            exercise,
            request.seed,
            candidate,
            reference,
        )
    });
    if let Some(memory) = memory {
        memory.keep(outcome);
    }
}

/// Judges a program that is built already against a sheet that is there already.
pub fn judge_program(
    request: &CheckRequest,
    executable: &Path,
    sheet: &[Check],
    stop: &Stop,
    events: &mut dyn FnMut(CheckEvent),
) -> Outcome {
    let started = Instant::now();
    let mut outcome = unfinished(&request.exercise);
    let Some(run) = Run::of(request, stop, &mut outcome) else {
        return outcome;
    };
    let sheet = &mut Complete(sheet);
    // Of a program that is built already there is no text.
    let calls = Calls::default();
    match candidate::run(&run, executable, &calls, sheet, &mut outcome, events) {
        Ok(()) => outcome.verdict = verdict_of(&outcome.checks),
        Err(ended) => {
            ended.settle(&mut outcome);
        }
    }
    outcome.timings.run = started.elapsed();
    outcome.timings.total = started.elapsed();
    outcome
}

impl Run<'_> {
    /// Judges exactly this text.
    fn judge(
        &self,
        source: Source,
        outcome: &mut Outcome,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<Option<Prints>, Ended> {
        events(CheckEvent::Stage(Stage::Building));
        let clock = Instant::now();
        // The compiler is waited for anyway, so the sheet is looked for meanwhile, and the reference built.
        let (built, sheet) = thread::scope(|scope| {
            let sheet = scope.spawn(|| OnDemand::prepared(self));
            (self.build_candidate(source, events), sheet.join())
        });
        outcome.timings.build = clock.elapsed();
        let candidate = built?;
        events(CheckEvent::Built(outcome.timings.build));
        self.pieces_pass(&candidate.source, events)?;

        // A panic there has been printed already; here it would come again.
        let mut sheet = sheet.unwrap_or_else(|_| OnDemand::of(self))?;
        let clock = Instant::now();
        let path = candidate.executable.path();
        let calls = Calls::of(&candidate.source.words());
        let ran = candidate::run(self, path, &calls, &mut sheet, outcome, events);
        outcome.timings.run = clock.elapsed();
        // A text that does not decide alone what was built is judged and forgotten.
        let prints = candidate.print.zip(sheet.print());
        let prints = prints.map(|(candidate, reference)| Prints {
            candidate,
            reference,
        });
        match ran {
            Ok(()) => outcome.verdict = verdict_of(&outcome.checks),
            Err(ended) => return Err(Ended { prints, ..ended }),
        }
        Ok(prints)
    }
}

/// One word for all checks: a `todo!()` first, because it says what to do next.
fn verdict_of(checks: &[CheckOutcome]) -> Verdict {
    let any = |state| checks.iter().any(|check| check.state == state);
    if any(CheckState::Todo) {
        Verdict::Todo
    } else if any(CheckState::Panicked) {
        Verdict::Panicked
    } else if !checks.is_empty() && checks.iter().all(|check| check.state == CheckState::Passed) {
        Verdict::Passed
    } else {
        Verdict::Failed
    }
}
