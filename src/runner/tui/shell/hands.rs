//! Carries effects out: checks, files, the editor. What comes of them goes back into the state as events.

use std::time::SystemTime;

use crate::runner::check::{self, CheckRequest};
use crate::runner::event::CheckEvent;
use crate::runner::problem::Problem;
use crate::runner::session::{Practice, Session};
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::{Event, RunId, Snapshot};
use crate::runner::tui::shell::editors::Editors;
use crate::runner::tui::shell::runs::Runs;
use crate::runner::tui::shell::{clipboard, suspend};
use crate::runner::tui::terminal::Screen;
use crate::runner::words::screen::notices as words;

/// What carries the effects out.
pub struct Hands {
    session: Session,
    screen: Screen,
    runs: Runs,
    seed: u64,
    editors: Editors,
    /// What is still to be kept.
    practised: Vec<(String, Practice)>,
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
    pub fn new(session: Session, screen: Screen, runs: Runs, seed: u64, editors: Editors) -> Hands {
        Hands {
            session,
            screen,
            runs,
            seed,
            editors,
            practised: Vec::new(),
        }
    }

    /// Keeps what could wait.
    pub fn keep(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        match self.session.save() {
            Ok(false) => {}
            // Another runner may have written there too.
            Ok(true) => events.extend(self.facts()),
            Err(problem) => events.push(failed(&problem)),
        }
        for (exercise, practice) in self.practised.drain(..) {
            if let Err(problem) = self.session.practised(&exercise, practice) {
                events.push(failed(&problem));
            }
        }
        events
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
            Effect::Try {
                run,
                exercise,
                files,
            } => {
                self.runs.try_out(run, self.request(&exercise), files);
                return Ok(Done::Nothing);
            }
            Effect::Line(line) => {
                self.runs.give(line);
                return Ok(Done::Nothing);
            }
            Effect::Repaint => {
                self.screen.forget()?;
                return Ok(Done::Nothing);
            }
            Effect::Retake => {
                self.screen.retake()?;
                return Ok(Done::Nothing);
            }
            Effect::Suspend => {
                if suspend::has_shell() {
                    self.screen.lend(suspend::stop)?;
                    return Ok(Done::Nothing);
                }
                let text = words::no_shell().to_owned();
                return Ok(Done::Events(vec![Event::Told(text)]));
            }
            Effect::Mouse(listen) => {
                self.screen.listen_to_mouse(listen)?;
                return Ok(Done::Nothing);
            }
            Effect::Notify(text) => {
                self.screen.notify(&text)?;
                return Ok(Done::Nothing);
            }
            Effect::Copy(text) => {
                clipboard::copy(&text)?;
                return Ok(Done::Nothing);
            }
            // Kept once the frame is drawn: writing it takes longer than a blink, and nobody waits for it.
            Effect::Practice { exercise, practice } => {
                self.practised.push((exercise, practice));
                return Ok(Done::Nothing);
            }
            Effect::Edit { exercise, line } => return self.edit(&exercise, line),
            Effect::Select(name) => self.session.select(&name).map(|()| self.facts()),
            // Written down once the frame is drawn: the verdict is what the learner waits for.
            Effect::Record(outcome) => {
                self.session.record_soon(&outcome);
                self.prepare();
                Ok(self.facts())
            }
            Effect::Welcomed => self.session.welcomed().map(|()| self.facts()),
            Effect::Hint { exercise, check } => {
                let shown = self.session.show_hint_for(&exercise, check.as_deref());
                shown.map(|_| self.facts())
            }
            Effect::Lesson(name) => self
                .session
                .lesson(&name)
                .map(|text| vec![Event::Lesson { name, text }]),
            Effect::Pages => Ok(vec![Event::Pages(self.session.pages())]),
            Effect::Follow(name) => self.session.follow(&name).map(|()| self.facts()),
            Effect::Reset(name) => self.session.reset(&name).map(|reset| {
                let mut events = self.facts();
                events.push(Event::WasReset { name, reset });
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
                events.push(Event::Told(words::predicted().to_owned()));
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
        let mut facts = snapshot(&self.session);
        for (exercise, practice) in &self.practised {
            facts
                .practice
                .entry(exercise.clone())
                .or_default()
                .add(*practice);
        }
        vec![Event::Session(facts)]
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
        let yours = self.session.own_code(&name)?;
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
        let event = self
            .editors
            .open(&file, &exercise.path(), line, &mut self.screen)?;
        Ok(event.map_or(Done::Nothing, |event| Done::Events(vec![event])))
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
        track: session.track().map(|track| track.name.clone()),
        begun: session
            .course()
            .chapters
            .iter()
            .filter(|chapter| !session.is_untouched(&chapter.name))
            .map(|chapter| chapter.name.clone())
            .collect(),
        practice: names()
            .map(|name| {
                let practice = session.practice(&name);
                (name, practice)
            })
            .collect(),
        hints: names()
            .map(|name| {
                let shown = session.hints_shown(&name);
                (name, shown)
            })
            .collect(),
        opened: session.hints_opened(&current),
        solution: session.solution(&current).is_ok(),
        attempts: session.has_attempts(&current),
        new: session.is_new(),
        asked: session.asked(&current),
        current,
    }
}
