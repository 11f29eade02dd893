//! One check from the save to the verdict: build, candidate, reference, judge, as one stream of events.

mod ahead;
mod candidate;
mod ending;
mod flood;
mod harmless;
mod probing;
mod remembered;

pub use ahead::Ahead;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::runner::build::{BuildEvent, Built, Workshop, build};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CheckEvent, Level, Stage};
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Timings, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference;
use crate::sheet::Check;
use remembered::Memory;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckRequest {
    /// The course.
    pub course: Arc<Course>,
    /// The name of the exercise.
    pub exercise: String,
    /// The seed of the cases.
    pub seed: u64,
}

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
    Memory::of(request)?.outcome()
}

/// Starts a check on a thread of its own; `events` is called for everything that happens, last with `Finished`.
pub fn start(
    request: CheckRequest,
    mut events: impl FnMut(CheckEvent) + Send + 'static,
) -> CheckHandle {
    let stop = Stop::default();
    let watched = stop.clone();
    let thread = thread::spawn(move || {
        let outcome = run(&request, &watched, &mut events);
        events(CheckEvent::Finished(outcome));
    });
    CheckHandle {
        stop,
        thread: Some(thread),
    }
}

/// Runs a check on this thread. Every event but the last goes to `events`; the last is the result.
pub fn run(request: &CheckRequest, stop: &Stop, events: &mut dyn FnMut(CheckEvent)) -> Outcome {
    let started = Instant::now();
    let memory = Memory::of(request);
    let mut outcome = unfinished(&request.exercise);
    let Some(run) = Run::of(request, stop, &mut outcome) else {
        return outcome;
    };
    if let Err(ended) = run.all(&mut outcome, events) {
        outcome.verdict = ended.verdict;
        outcome.message = ended.message;
    }
    if stop.is_stopped() {
        outcome.verdict = Verdict::Cancelled;
        outcome.message = None;
    }
    outcome.timings.total = started.elapsed();
    if let Some(memory) = memory {
        memory.keep(&outcome);
    }
    outcome
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
    match candidate::run(&run, executable, sheet, &mut outcome, events) {
        Ok(()) => outcome.verdict = verdict_of(&outcome.checks),
        Err(ended) => {
            outcome.verdict = ended.verdict;
            outcome.message = ended.message;
        }
    }
    outcome.timings.run = started.elapsed();
    outcome.timings.total = started.elapsed();
    outcome
}

fn unfinished(name: &str) -> Outcome {
    Outcome {
        name: name.to_owned(),
        verdict: Verdict::NoAnswer,
        checks: Vec::new(),
        message: None,
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    }
}

/// The end of a check before its checks could be judged.
struct Ended {
    verdict: Verdict,
    message: Option<String>,
}

impl Ended {
    fn with(verdict: Verdict, message: impl Into<String>) -> Self {
        Self {
            verdict,
            message: Some(harmless::sentence(&message.into())),
        }
    }
}

impl From<Problem> for Ended {
    fn from(problem: Problem) -> Self {
        Ended::with(Verdict::NoAnswer, problem.to_string())
    }
}

/// What every step of one check needs.
struct Run<'a> {
    course: &'a Course,
    exercise: &'a Exercise,
    seed: u64,
    stop: &'a Stop,
}

impl<'a> Run<'a> {
    /// What the steps of this check need. `None`, with the reason in `outcome`, where there is no such exercise.
    fn of(request: &'a CheckRequest, stop: &'a Stop, outcome: &mut Outcome) -> Option<Run<'a>> {
        let exercise = request.course.exercise(&request.exercise);
        if exercise.is_none() {
            outcome.message = Some(format!("There is no exercise `{}`.", request.exercise));
        }
        Some(Run {
            course: &request.course,
            exercise: exercise?,
            seed: request.seed,
            stop,
        })
    }

    fn all(&self, outcome: &mut Outcome, events: &mut dyn FnMut(CheckEvent)) -> Result<(), Ended> {
        self.readable()?;
        events(CheckEvent::Stage(Stage::Building));
        let clock = Instant::now();
        let built = self.build(&self.exercise.name, events);
        outcome.timings.build = clock.elapsed();
        let executable = built?;
        events(CheckEvent::Built(outcome.timings.build));

        let sheet = self.sheet(events)?;
        let clock = Instant::now();
        let ran = candidate::run(self, &executable, &sheet, outcome, events);
        outcome.timings.run = clock.elapsed();
        ran?;
        outcome.verdict = verdict_of(&outcome.checks);
        Ok(())
    }

    /// The learner's file, found and found to be text. cargo would say it, but not in words for a learner.
    fn readable(&self) -> Result<(), Ended> {
        let path = self.course.exercise_path(self.exercise);
        let shown = self.exercise.path();
        let reset = format!(
            "type `gradlings reset {}` to get it back",
            self.exercise.name
        );
        match std::fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Ended::with(
                Verdict::CompileError,
                format!("The file {shown} is not there: {reset}."),
            )),
            Err(error) => Err(Ended::with(
                Verdict::CompileError,
                format!("The file {shown} cannot be read: {error}."),
            )),
            Ok(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => Err(Ended::with(
                Verdict::CompileError,
                format!("The file {shown} is empty: undo in your editor, or {reset}."),
            )),
            Ok(bytes) => match std::str::from_utf8(&bytes) {
                Ok(_) => Ok(()),
                Err(error) => {
                    let before = &bytes[..error.valid_up_to()];
                    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
                    Err(Ended::with(
                        Verdict::CompileError,
                        format!(
                            "The file {shown} is not UTF-8 from line {line} on: save it as UTF-8 in your editor, or {reset} (a copy of yours is kept)."
                        ),
                    ))
                }
            },
        }
    }

    /// Builds one program of the exercise.
    fn build(&self, program: &str, events: &mut dyn FnMut(CheckEvent)) -> Result<PathBuf, Ended> {
        let budget = self.exercise.budget.build;
        let mut errors = 0;
        let is_candidate = program == self.exercise.name;
        let text = std::fs::read_to_string(self.course.exercise_path(self.exercise));
        let text = text.unwrap_or_default();
        let unfinished = text.contains("todo!(");
        let workshop = Workshop {
            quick: is_candidate && !trains(&text),
            untrusted: is_candidate,
            ..Workshop::of(self.course)
        };
        let built = build(
            &workshop,
            &[program.to_owned()],
            budget,
            self.stop,
            &mut |event| match event {
                BuildEvent::Progress { done, of, what } => events(CheckEvent::Compiled {
                    done,
                    of,
                    package: what,
                }),
                BuildEvent::Budget(left) => events(CheckEvent::Budget(left)),
                BuildEvent::Message { message, .. } => {
                    errors += usize::from(message.level == Level::Error);
                    // Until the `todo!()` is gone, rustc only says that its inputs are not used yet.
                    let noise = unfinished && message.level == Level::Warning;
                    if is_candidate && !noise {
                        events(CheckEvent::Compiler(message));
                    }
                }
            },
        )?;
        match built {
            Built::Done(executables) => executables
                .into_iter()
                .find(|(name, _)| name == program)
                .map(|(_, path)| path)
                .ok_or_else(|| Ended::with(Verdict::NoAnswer, "cargo named no program.")),
            Built::Errors(_) if is_candidate => Err(Ended::with(
                Verdict::CompileError,
                match errors {
                    1 => "rustc found an error in your file.".to_owned(),
                    _ => format!("rustc found {errors} errors in your file."),
                },
            )),
            Built::Errors(_) => Err(Ended::with(
                Verdict::NoAnswer,
                format!(
                    "{} does not compile: this is an error of the course. Type `cargo build -p gradlings-course --bin {program}` to see why.",
                    self.exercise.solution()
                ),
            )),
            Built::TimedOut => Err(Ended::with(
                Verdict::TimedOut,
                format!(
                    "The compiler was stopped after {} s, its budget for one file.",
                    budget.as_secs()
                ),
            )),
            Built::OutOfMemory => Err(Ended::with(
                Verdict::OutOfMemory,
                "The compiler was stopped because it held more than 4 GiB of memory. Look for a constant or a macro that grows without end.",
            )),
            Built::Cancelled => Err(self.cancelled()),
        }
    }

    /// The reference's sheet: from the cache, or from the reference itself.
    fn sheet(&self, events: &mut dyn FnMut(CheckEvent)) -> Result<Vec<Check>, Ended> {
        if let Some(sheet) = reference::cached(self.course, self.exercise, self.seed) {
            return Ok(sheet);
        }
        let executable = self.build_reference(events)?;
        events(CheckEvent::Stage(Stage::Reference { done: 0, of: 0 }));
        let sheet = reference::ask(
            self.course,
            self.exercise,
            self.seed,
            &executable,
            self.stop,
            &mut |done, of| events(CheckEvent::Stage(Stage::Reference { done, of })),
        )?;
        sheet.ok_or_else(|| self.cancelled())
    }

    fn build_reference(&self, events: &mut dyn FnMut(CheckEvent)) -> Result<PathBuf, Ended> {
        events(CheckEvent::Stage(Stage::BuildingReference));
        self.build(&reference::program_name(self.exercise), events)
    }

    fn cancelled(&self) -> Ended {
        Ended {
            verdict: Verdict::Cancelled,
            message: None,
        }
    }
}

/// Whether an exercise offers a training. dfdx's kernels are generic and land in the learner's program, so a training
/// needs it optimised; a handful of small cases is over before the optimiser would be.
fn trains(text: &str) -> bool {
    text.contains("training(") || text.contains("classifier(")
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
