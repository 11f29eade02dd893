//! Carries effects out: checks, files, the editor. What comes of them goes back into the state as events.

use std::time::SystemTime;

use crate::runner::check::{self, CheckRequest};
use crate::runner::editor;
use crate::runner::event::CheckEvent;
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::{Event, RunId, Snapshot};
use crate::runner::tui::shell::runs::Runs;
use crate::runner::tui::terminal::Screen;

/// What carries the effects out.
pub struct Hands {
    session: Session,
    screen: Screen,
    runs: Runs,
    seed: u64,
}

/// What follows from an effect.
pub enum Done {
    /// Nothing more.
    Nothing,
    /// These happened.
    Events(Vec<Event>),
    /// The program ends.
    Quit,
}

impl Hands {
    /// Hands with a session, a screen, and a thread for the checks.
    pub fn new(session: Session, screen: Screen, runs: Runs, seed: u64) -> Hands {
        Hands {
            session,
            screen,
            runs,
            seed,
        }
    }

    /// The screen.
    pub fn screen(&mut self) -> &mut Screen {
        &mut self.screen
    }

    /// Carries an effect out.
    pub fn carry_out(&mut self, effect: Effect) -> std::io::Result<Done> {
        let answer = match effect {
            Effect::Quit => return Ok(Done::Quit),
            Effect::Check {
                run,
                exercise,
                remembered,
            } => return Ok(self.check(run, &exercise, remembered)),
            Effect::Cancel => {
                self.runs.cancel();
                return Ok(Done::Nothing);
            }
            Effect::Repaint => {
                self.screen.forget()?;
                return Ok(Done::Nothing);
            }
            Effect::Suspend => {
                self.screen.lend(suspend)?;
                return Ok(Done::Nothing);
            }
            Effect::Edit { exercise, line } => return self.edit(&exercise, line),
            Effect::Select(name) => self.session.select(&name).map(|()| self.facts()),
            Effect::Record(outcome) => {
                let recorded = self.session.record(&outcome);
                self.prepare();
                recorded.map(|()| self.facts())
            }
            Effect::Hint(name) => self.session.show_hint(&name).map(|_| self.facts()),
            Effect::Lesson(name) => self
                .session
                .lesson(&name)
                .map(|text| vec![Event::Lesson { name, text }]),
            Effect::Reset(name) => self.session.reset(&name).map(|copy| {
                let mut events = self.facts();
                events.push(Event::WasReset { name, copy });
                events
            }),
            Effect::Solution(name) => self.solution(name),
            Effect::Attempts(name) => Ok(self.attempts(name)),
            Effect::Restore { name, number } => {
                self.session.restore(&name, number).map(|restored| {
                    let mut events = self.facts();
                    events.push(Event::Restored {
                        name,
                        number,
                        restored,
                    });
                    events
                })
            }
            Effect::Predict { name, choice } => self.session.predict(&name, choice).map(|()| {
                let mut events = self.facts();
                let text = "Noted. The next run that gets to its end tells.";
                events.push(Event::Told(text.to_owned()));
                events
            }),
        };
        // An effect that failed has still changed what it could: the facts are told in any case.
        Ok(Done::Events(answer.unwrap_or_else(|problem| {
            let mut events = self.facts();
            events.push(failed(&problem));
            events
        })))
    }

    fn facts(&self) -> Vec<Event> {
        vec![Event::Session(snapshot(&self.session))]
    }

    fn check(&mut self, run: RunId, exercise: &str, remembered: bool) -> Done {
        let request = self.request(exercise);
        if remembered && let Some(outcome) = check::remembered(&request) {
            let event = CheckEvent::Finished(outcome);
            return Done::Events(vec![Event::Check { run, event }]);
        }
        self.runs.start(run, request);
        Done::Nothing
    }

    /// Has the next exercise made ready while this one is read.
    fn prepare(&self) {
        if let Some(next) = self.session.next_open() {
            self.runs.prepare(self.request(&next.name));
        }
    }

    fn request(&self, exercise: &str) -> CheckRequest {
        CheckRequest {
            course: self.session.course().clone(),
            exercise: exercise.to_owned(),
            seed: self.seed,
        }
    }

    fn solution(&self, name: String) -> Result<Vec<Event>, Problem> {
        let solution = self.session.solution(&name)?;
        let yours = self.session.own_functions(&name)?;
        Ok(vec![Event::Solution {
            name,
            solution,
            yours,
        }])
    }

    fn attempts(&self, name: String) -> Vec<Event> {
        let mut events = self.facts();
        events.push(Event::Attempts {
            attempts: self.session.every_attempt(&name),
            text: self.session.text_now(&name),
            now: SystemTime::now(),
            name,
        });
        events
    }

    fn edit(&mut self, name: &str, line: Option<usize>) -> std::io::Result<Done> {
        let course = self.session.course().clone();
        let Some(exercise) = course.exercise(name) else {
            return Ok(Done::Nothing);
        };
        let file = course.exercise_path(exercise);
        let Some(mut command) = editor::command(&file, line) else {
            let text = format!(
                "Nothing says which editor: set EDITOR, or open {} yourself.",
                exercise.path()
            );
            return Ok(Done::Events(vec![Event::Failed(text)]));
        };
        let program = command.get_program().to_string_lossy().into_owned();
        let failed = |why: String| {
            let text = format!("The editor `{program}` {why}: set EDITOR to another one.");
            Done::Events(vec![Event::Failed(text)])
        };
        if editor::takes_terminal(&command) {
            return Ok(match self.screen.lend(|| command.status())? {
                Ok(status) if status.success() => Done::Nothing,
                Ok(status) => failed(format!("ended with {status}")),
                Err(error) => failed(format!("did not start ({error})")),
            });
        }
        // It has a window of its own; what it prints must not land on the screen.
        command
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        Ok(match command.spawn() {
            Ok(mut child) => {
                // Somebody has to wait for it, or it stays behind as a zombie.
                std::thread::spawn(move || child.wait());
                let text = format!("{} is open in {program}.", exercise.path());
                Done::Events(vec![Event::Told(text)])
            }
            Err(error) => failed(format!("did not start ({error})")),
        })
    }
}

fn failed(problem: &Problem) -> Event {
    let place = problem
        .place
        .as_ref()
        .map_or_else(String::new, |place| format!(" ({place})"));
    Event::Failed(format!("{}{place} {}", problem.what, problem.next))
}

/// The facts of a session.
pub fn snapshot(session: &Session) -> Snapshot {
    let names = || {
        session
            .course()
            .exercises
            .iter()
            .map(|exercise| exercise.name.clone())
    };
    let current = session.current().name.clone();
    Snapshot {
        done: names().filter(|name| session.is_done(name)).collect(),
        next: session
            .next_open()
            .filter(|next| next.name != current)
            .map(|next| next.name.clone()),
        hints: names()
            .map(|name| {
                let shown = session.hints_shown(&name);
                (name, shown)
            })
            .collect(),
        solution: session.solution(&current).is_ok(),
        attempts: session.has_attempts(&current),
        asked: session.asked(&current),
        current,
    }
}

/// Stops the program's group, as the terminal would have done; it goes on here when the shell says so.
#[cfg(unix)]
fn suspend() {
    let group = rustix::process::getpgrp();
    // Where it cannot be stopped it simply goes on.
    let _ = rustix::process::kill_process_group(group, rustix::process::Signal::TSTP);
}

#[cfg(not(unix))]
fn suspend() {}
