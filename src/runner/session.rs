//! One learner in one course: which exercise, what is done, and what was typed, shown and asked on the way.

mod attempts;
mod displaced;
mod hints;
mod pages;
mod practice;
mod predict;
mod presence;
mod reset;
mod texts;
mod track;
mod welcome;

pub use attempts::Restored;
pub use predict::PredictionState;
pub use reset::Reset;

use std::fs::File;
use std::sync::Arc;

use crate::runner::course::{Course, Exercise};
use crate::runner::embedded;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
pub use crate::runner::progress::practice::Practice;
use crate::runner::progress::store::Store;
use crate::runner::words::screen::session as words;
use crate::runner::workspace::original;

/// An open course.
#[derive(Debug)]
pub struct Session {
    course: Arc<Course>,
    store: Store,
    current: usize,
    /// Locked for as long as the course is open, so that a second runner can say so.
    _presence: Option<File>,
}

impl Session {
    /// Opens a course. The notices are whole sentences for the learner, and no reason to stop.
    pub fn open(course: Arc<Course>) -> Result<(Session, Vec<String>), Problem> {
        let (store, mut notices) = Store::open(&course.state_folder())?;
        // Where the state cannot be written the originals cannot either, and one sentence about it is enough.
        if let Err(error) = original::capture(&course, &embedded::files())
            && notices.is_empty()
        {
            notices.push(words::originals_not_kept(error));
        }
        let (presence, second) = presence::announce(&course);
        if second {
            notices.push(words::second_runner().to_owned());
        }
        let mut session = Session {
            course,
            store,
            current: 0,
            _presence: presence,
        };
        session.take_along();
        session.open_solutions();
        session.current = session.starting_point();
        Ok((session, notices))
    }

    /// Gives every exercise that has another name now the record it has under an earlier one.
    fn take_along(&mut self) {
        let course = Arc::clone(&self.course);
        let renamed: Vec<(&String, &String)> = course
            .exercises
            .iter()
            .flat_map(|exercise| {
                exercise
                    .formerly
                    .iter()
                    .map(move |old| (old, &exercise.name))
            })
            // The name may have gone to another exercise since.
            .filter(|(old, _)| course.exercise(old).is_none())
            .filter(|(old, new)| {
                let records = &self.store.state().exercises;
                records.contains_key(*old) && !records.contains_key(*new)
            })
            .collect();
        if renamed.is_empty() {
            return;
        }
        // Where it cannot be saved, it holds for this time, and the next time does the same.
        let _ = self.store.change(|state| {
            for (old, new) in &renamed {
                if let Some(record) = state.exercises.remove(*old) {
                    state.exercises.insert((*new).clone(), record);
                }
                if state.current.as_ref() == Some(*old) {
                    state.current = Some((*new).clone());
                }
            }
        });
    }

    /// The course.
    pub fn course(&self) -> &Arc<Course> {
        &self.course
    }

    /// The exercise being worked on.
    pub fn current(&self) -> &Exercise {
        // `current` only ever holds a position of this course, and a course has at least one exercise.
        &self.course.exercises[self.current]
    }

    /// Whether the exercise passes: the last check that could tell passed it.
    pub fn is_done(&self, name: &str) -> bool {
        self.store
            .state()
            .exercises
            .get(name)
            .is_some_and(|record| record.done)
    }

    /// How many exercises of the course are done.
    pub fn done_count(&self) -> usize {
        let names = self.course.exercises.iter().map(|exercise| &exercise.name);
        names.filter(|name| self.is_done(name)).count()
    }

    /// Makes an exercise the current one. It is the current one even where that cannot be saved.
    pub fn select(&mut self, name: &str) -> Result<(), Problem> {
        self.known(name)?;
        if let Some(position) = self.course.position(name) {
            self.current = position;
        }
        self.store
            .change(|state| state.current = Some(name.to_owned()))
    }

    /// The next open exercise after the current one on the route of the track, going round; the current one where it is
    /// the last that is open, and `None` once everything is done.
    pub fn next_open(&self) -> Option<&Exercise> {
        self.next_after(self.current)
            .map(|at| &self.course.exercises[at])
    }

    /// Keeps what came of a check.
    ///
    /// A verdict that tells something about the code decides, as in rustlings: an exercise that was done and fails
    /// now is open again. A check that was cancelled, ran out of time or was kept
    /// from judging, by the machine or by a piece, tells nothing about a file that passed before.
    pub fn record(&mut self, outcome: &Outcome) -> Result<(), Problem> {
        self.record_soon(outcome);
        self.save().map(drop)
    }

    /// The same, but for the disk: [`Session::save`] or the next change writes it down.
    pub fn record_soon(&mut self, outcome: &Outcome) {
        let name = outcome.name.clone();
        let passed = match outcome.verdict {
            Verdict::Passed => true,
            Verdict::Piece | Verdict::Cancelled | Verdict::TimedOut => return,
            verdict if verdict.is_hindered() => return,
            _ => false,
        };
        let tells = self.tells(&name, outcome.verdict);
        if !passed && !self.is_done(&name) && !tells {
            return;
        }
        self.store.change_soon(move |state| {
            let record = state.record(&name);
            record.done = passed;
            record.passed_once |= passed;
            if let Some(prediction) = record.prediction.as_mut().filter(|_| tells) {
                prediction.told = true;
            }
        });
    }

    /// Writes down what was recorded and is not on disk yet. Says whether there was anything.
    pub fn save(&mut self) -> Result<bool, Problem> {
        let saved = self.store.save()?;
        if saved {
            self.open_solutions();
        }
        Ok(saved)
    }

    /// The chosen exercise while it is open, else the next open one.
    fn starting_point(&self) -> usize {
        let chosen = self.store.state().current.as_deref();
        let chosen = chosen.and_then(|name| self.course.position(name));
        let is_open = |at: &usize| !self.is_done(&self.course.exercises[*at].name);
        let route = self.course.route(self.track());
        let first = || route.iter().find(|at| is_open(at)).copied();
        match chosen {
            Some(chosen) if is_open(&chosen) => chosen,
            Some(chosen) => self.next_after(chosen).unwrap_or(chosen),
            None => first().or(route.first().copied()).unwrap_or(0),
        }
    }

    fn known(&self, name: &str) -> Result<&Exercise, Problem> {
        self.course
            .exercise(name)
            .ok_or_else(|| Problem::new(words::no_exercise(name), words::list()))
    }
}

#[cfg(test)]
mod tests;
