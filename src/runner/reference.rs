//! The reference's answer sheet: asked for once per version of the check, kept in a cache keyed by content.

mod cache;
#[cfg(all(test, unix))]
mod tests;

pub use cache::{Kept, cache_folder, key};

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::message::{FromReference, Request, Role};
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::program::{Heard, Program};
use crate::runner::sandbox::candidate::{Confined, confine};
use crate::runner::words::judge::course as words;
use crate::sheet::{Check, Collected, Depth, Planned};
use crate::wire::{Joined, VERSION, Value};

/// The reference may train every mistake; the limit only keeps a broken one from lasting forever.
const PATIENCE: Duration = Duration::from_secs(600);

/// What it may take for all that it is asked.
const TIME: Duration = Duration::from_secs(100 * PATIENCE.as_secs());

/// Only cases that are answered at once are varied, so what takes longer is not worth its explanation.
const PATIENCE_TO_EXPLAIN: Duration = Duration::from_secs(30);

/// A reference that has been started.
///
/// It comes with the course, and a course may come from a stranger: it runs in the sandbox like a learner's program.
pub struct Reference<'a> {
    exercise: &'a Exercise,
    executable: PathBuf,
    state: PathBuf,
    running: Running,
    stop: &'a Stop,
}

struct Running {
    program: Program<FromReference>,
    /// Its scratch folder, which lasts as long as it does.
    _confined: Confined,
}

impl Running {
    fn start(executable: &Path, state: &Path, stop: &Stop) -> io::Result<Running> {
        let mut confined = confine(executable, state, TIME);
        Ok(Running {
            program: Program::start_confined(&mut confined.command, stop)?,
            _confined: confined,
        })
    }
}

impl<'a> Reference<'a> {
    /// Starts the built reference.
    pub fn start(
        course: &Course,
        exercise: &'a Exercise,
        executable: &Path,
        stop: &'a Stop,
    ) -> Result<Reference<'a>, Problem> {
        let state = course.state_folder();
        let running = Running::start(executable, &state, stop)
            .map_err(|error| broken(exercise, words::not_started(&exercise.name, error)))?;
        Ok(Reference {
            exercise,
            executable: executable.to_owned(),
            state,
            running,
            stop,
        })
    }

    /// Which checks there are. `None` where the check was stopped.
    pub fn plan(&mut self) -> Result<Option<Vec<Planned>>, Problem> {
        self.running.program.send(Request::Plan);
        match self.answer(PATIENCE, &mut |_, _| {})? {
            Some(FromReference::Plan(plan)) => Ok(Some(plan)),
            Some(_) => Err(self.confused()),
            None => Ok(None),
        }
    }

    /// One check of the plan. `None` where the check was stopped.
    ///
    /// A reference that fails at changed inputs, which nobody chose, has given all that a verdict needs: what is missing
    /// is an explanation.
    pub fn check(
        &mut self,
        number: usize,
        seed: u64,
        depth: Depth,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Option<Check>, Problem> {
        self.running.program.send(Request::Check {
            number,
            seed,
            depth,
        });
        let (mut joined, mut collected) = (Joined::default(), Collected::default());
        loop {
            let patience = match collected.decides() {
                true => PATIENCE_TO_EXPLAIN,
                false => PATIENCE,
            };
            let answer = match self.answer(patience, progress) {
                Ok(Some(answer)) => answer,
                Ok(None) => return Ok(None),
                Err(_) if collected.decides() => {
                    // It may have ended, or go on for hours.
                    self.running = Running::start(&self.executable, &self.state, self.stop)
                        .map_err(|error| {
                            broken(
                                self.exercise,
                                words::not_started(&self.exercise.name, error),
                            )
                        })?;
                    return Ok(collected.so_far());
                }
                Err(problem) => return Err(problem),
            };
            let FromReference::Chunk(chunk) = answer else {
                return Err(self.confused());
            };
            let fragment = joined.add(chunk).map_err(|_| self.confused())?;
            if let Some(check) = fragment.and_then(|fragment| collected.add(fragment)) {
                return Ok(Some(check));
            }
        }
    }

    fn confused(&self) -> Problem {
        broken(self.exercise, words::confused(&self.exercise.name))
    }

    fn answer(
        &mut self,
        patience: Duration,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Option<FromReference>, Problem> {
        let mut printed = String::new();
        let deadline = Instant::now() + patience;
        let name = &self.exercise.name;
        let what = loop {
            match self.running.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version != VERSION || hello.role != Role::Reference =>
                {
                    break words::wrong_version(name);
                }
                Heard::Hello(_) => {}
                Heard::Message(FromReference::Progress { done, of }) => progress(done, of),
                Heard::Message(FromReference::Broken(why)) => break words::broken(name, why),
                Heard::Message(answer) => return Ok(Some(answer)),
                Heard::Line(_, line) => printed = line,
                Heard::Ended(_) if self.stop.is_stopped() => return Ok(None),
                Heard::Ended(error) => {
                    // What it said last may still be on its way.
                    let soon = Instant::now() + Duration::from_millis(200);
                    while let Heard::Line(_, line) = self.running.program.hear(soon) {
                        printed = line;
                    }
                    let stopped = words::stopped(name, error);
                    break match printed.trim() {
                        "" => stopped,
                        line => format!("{stopped} {}", words::printed(line)),
                    };
                }
                Heard::TimedOut => break words::too_slow(name),
                Heard::OutOfMemory | Heard::TooManyProcesses | Heard::TooManyThreads => {
                    break words::out_of_memory(name);
                }
                Heard::TooMuchWritten => break words::too_much_written(name),
            }
        };
        Err(broken(self.exercise, what))
    }
}

fn broken(exercise: &Exercise, what: String) -> Problem {
    Problem::new(what, words::tell_author()).at(exercise.check())
}

/// Asks the built reference what is wrong with some answers.
///
/// # Errors
/// Says why it did not answer all of them, in a sentence.
pub fn inspect(
    course: &Course,
    executable: &Path,
    check: &str,
    questions: Vec<(Vec<Value>, Vec<Value>)>,
    stop: &Stop,
) -> Result<Vec<Option<String>>, String> {
    let running = Running::start(executable, &course.state_folder(), stop)
        .map_err(words::judge_not_started)?;
    let program = &running.program;
    let mut found = Vec::new();
    let deadline = Instant::now() + Duration::from_secs(60);
    for (inputs, parts) in questions {
        program.send(Request::Inspect {
            check: check.to_owned(),
            inputs,
            parts,
        });
        loop {
            match program.hear(deadline) {
                Heard::Message(FromReference::Inspected(what)) => {
                    found.push(what);
                    break;
                }
                Heard::Message(FromReference::Broken(why)) => return Err(words::judge_broken(why)),
                Heard::Hello(_) | Heard::Line(..) => {}
                Heard::TimedOut => return Err(words::judge_too_slow().to_owned()),
                _ => return Err(words::judge_ended().to_owned()),
            }
        }
    }
    Ok(found)
}
