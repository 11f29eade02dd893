//! One check from the save to the verdict: build, candidate, reference, judge, as one stream of events.

mod ahead;
mod building;
mod calls;
mod candidate;
mod composed;
mod ended;
mod ending;
mod flood;
mod handed_in;
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
mod unfinished;

pub use ahead::Ahead;
pub use handed_in::HandedIn;
pub use request::CheckRequest;
pub use run::CheckListener;
pub use trial::{Person, Tried, try_out};
pub use typed::Lines;

use std::path::Path;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::runner::event::{CheckEvent, Stage};
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::process::Stop;
use crate::runner::source::Source;
use crate::runner::words::judge::reading as words;
use crate::sheet::Check;
use calls::Calls;
use ended::{Ended, Prints};
use remembered::Memory;
use run::{Run, shared};
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
    let run = Run::of(request, stop, &|_| {}).ok()?;
    let ended = run.pieces_pass(source).err()?;
    Some(ended.outcome(&request.exercise))
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
pub fn run(request: &CheckRequest, stop: &Stop, events: &mut CheckListener<'_>) -> Outcome {
    let (outcome, prints) = judged(request, stop, events);
    remember(request, prints, &outcome);
    outcome
}

/// Judges what was handed in, on this thread. Nothing of it is remembered, and nothing that was remembered counts.
pub fn grade(
    request: &CheckRequest,
    handed_in: &HandedIn,
    stop: &Stop,
    events: &mut CheckListener<'_>,
) -> Outcome {
    let started = Instant::now();
    let events = shared(events);
    let run = match Run::of(request, stop, &events) {
        Ok(run) => run,
        Err(outcome) => return *outcome,
    };
    let run = Run {
        handed_in: Some(handed_in),
        ..run
    };
    let outcome = match run.text_of(handed_in) {
        Ok(source) => run.judge(source).0,
        Err(ended) => ended.outcome(&request.exercise),
    };
    let mut outcome = or_cancelled(outcome, stop);
    outcome.timings.total = started.elapsed();
    outcome
}

fn or_cancelled(outcome: Outcome, stop: &Stop) -> Outcome {
    match stop.is_stopped() {
        true => Outcome {
            verdict: Verdict::Cancelled,
            message: None,
            piece: None,
            ..outcome
        },
        false => outcome,
    }
}

/// The outcome, and what it follows from where that is known.
fn judged(
    request: &CheckRequest,
    stop: &Stop,
    events: &mut CheckListener<'_>,
) -> (Outcome, Option<Prints>) {
    let started = Instant::now();
    let events = shared(events);
    let run = match Run::of(request, stop, &events) {
        Ok(run) => run,
        Err(outcome) => return (*outcome, None),
    };
    let (outcome, prints) = match run.text() {
        Ok(source) => run.judge(source),
        Err(ended) => (ended.outcome(&request.exercise), None),
    };
    let mut outcome = or_cancelled(outcome, stop);
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
    events: &mut CheckListener<'_>,
) -> Outcome {
    let started = Instant::now();
    let events = shared(events);
    let run = match Run::of(request, stop, &events) {
        Ok(run) => run,
        Err(outcome) => return *outcome,
    };
    // Of a program that is built already there is no text.
    let calls = Calls::default();
    let (judged, ended) = candidate::run(&run, executable, &calls, &mut Complete(sheet));
    let mut outcome = match ended {
        Some(ended) => ended.after(judged),
        None => judged,
    };
    outcome.timings.run = started.elapsed();
    outcome.timings.total = started.elapsed();
    outcome
}

impl Run<'_> {
    /// Judges exactly this text. Its prints are there where it alone decides what was built.
    fn judge(&self, source: Source) -> (Outcome, Option<Prints>) {
        let name = &self.exercise.name;
        self.tell(CheckEvent::Stage(Stage::Building));
        let clock = Instant::now();
        // The compiler is waited for anyway, so the sheet is looked for meanwhile, and the reference built.
        let (built, sheet) = thread::scope(|scope| {
            let sheet = scope.spawn(|| OnDemand::prepared(*self));
            (self.build_candidate(source), sheet.join())
        });
        let build = clock.elapsed();
        let ready = built.and_then(|candidate| {
            self.tell(CheckEvent::Built(build));
            if self.handed_in.is_some() && candidate.print.is_none() {
                // The same text would not mean the same elsewhere, or it has read what others handed in.
                let message = words::reads_elsewhere(name);
                return Err(Ended::with(Verdict::CompileError, message));
            }
            self.pieces_pass(&candidate.source)?;
            // A panic there has been printed already; here it would come again.
            let sheet = sheet.unwrap_or_else(|_| OnDemand::of(*self))?;
            Ok((candidate, sheet))
        });
        let (candidate, mut sheet) = match ready {
            Ok(ready) => ready,
            Err(ended) => {
                let mut outcome = ended.outcome(name);
                outcome.timings.build = build;
                return (outcome, None);
            }
        };
        let clock = Instant::now();
        let path = candidate.executable.path();
        let calls = Calls::of(&candidate.source.words());
        let (judged, ended) = candidate::run(self, path, &calls, &mut sheet);
        let mut outcome = match ended {
            Some(ended) => ended.after(judged),
            None => judged,
        };
        outcome.timings.build = build;
        outcome.timings.run = clock.elapsed();
        let prints = candidate.print.zip(sheet.print());
        let prints = prints.map(|(candidate, reference)| Prints {
            candidate,
            reference,
        });
        (outcome, prints)
    }
}
