//! Looking back at the versions of an exercise that were judged, and bringing one of them back.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::Session;
use super::displaced::{self, Change, Displaced};
use crate::runner::attempts::{Archive, Attempt, AttemptSummary, Recorder};
use crate::runner::course::Exercise;
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::words::screen::session as words;
use crate::runner::workspace::file;

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restored {
    /// The file says what it said before: it was this attempt already.
    Same,
    /// The file was not there, or there was nothing in it.
    FromNothing,
    /// The text that was in the file is kept as the attempt with this number.
    Kept(u32),
    /// The file that was there was not read. It is kept under this path.
    Moved(PathBuf),
    /// It was this, which has no text, and it is gone.
    Instead(String),
}

impl Session {
    /// Listens to a check of the exercise. To be called just before the check starts.
    pub fn recorder(&self, name: &str) -> Recorder {
        Recorder::begin(&self.course, name)
    }

    /// The attempts at an exercise, the oldest first. What cannot be read is not among them.
    pub fn attempts(&self, name: &str) -> Vec<AttemptSummary> {
        let exercise = self.course.exercise(name);
        exercise.map_or_else(Vec::new, |exercise| self.archive(exercise).list())
    }

    /// Whether there is an attempt at the exercise.
    pub fn has_attempts(&self, name: &str) -> bool {
        let exercise = self.course.exercise(name);
        exercise.is_some_and(|exercise| !self.archive(exercise).numbers().is_empty())
    }

    /// One attempt.
    pub fn attempt(&self, name: &str, number: u32) -> Result<Attempt, Problem> {
        let archive = self.archive(self.known(name)?);
        archive
            .read(number)
            .map_err(|error| unreadable(name, number, &archive, &error))
    }

    /// Every attempt at an exercise that can be read, the oldest first.
    pub fn every_attempt(&self, name: &str) -> Vec<Attempt> {
        let Some(exercise) = self.course.exercise(name) else {
            return Vec::new();
        };
        let archive = self.archive(exercise);
        let numbers = archive.numbers().into_iter();
        numbers
            .filter_map(|number| archive.read(number).ok())
            .collect()
    }

    /// The text of the exercise as it is, for comparing: empty where the file cannot be read.
    pub fn text_now(&self, name: &str) -> String {
        let exercise = self.course.exercise(name);
        let path = exercise.map(|exercise| self.course.exercise_path(exercise));
        let bytes = path.and_then(|path| regular_file::read(&path, TEXT).ok());
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    }

    /// Puts the text of an attempt into the learner's file. The text that is there is kept as an attempt first; where it
    /// cannot be kept, nothing is restored.
    pub fn restore(&mut self, name: &str, number: u32) -> Result<Restored, Problem> {
        let exercise = self.known(name)?;
        let path = self.course.exercise_path(exercise);
        let archive = self.archive(exercise);
        let wanted = archive
            .text(number)
            .map_err(|error| unreadable(name, number, &archive, &error))?;
        let restored = match displaced::look(&self.course, exercise, Change::Restore)? {
            Displaced::Text(now) if now == wanted => Restored::Same,
            Displaced::Text(now) if now.iter().all(u8::is_ascii_whitespace) => {
                Restored::FromNothing
            }
            Displaced::Text(now) => {
                let kept = archive.keep_replaced(&now).map(Restored::Kept);
                kept.map_err(|error| {
                    file::problem(words::text_not_restored(), archive.folder(), &error)
                })?
            }
            Displaced::Nothing => Restored::FromNothing,
            Displaced::Unread => {
                let moved = displaced::move_away(&self.course, name, &path, Change::Restore);
                Restored::Moved(moved?)
            }
            Displaced::Odd(what) => Restored::Instead(what),
        };
        file::replace_if_different(&path, &wanted)
            .map_err(|error| file::problem(&words::not_restored(name), &path, &error))?;
        let verdict = archive.read(number).ok().and_then(|it| it.summary.verdict);
        if self.is_done(name) && verdict != Some(Verdict::Passed) {
            self.store.change(|state| state.record(name).done = false)?;
        }
        Ok(restored)
    }

    fn archive(&self, exercise: &Exercise) -> Archive {
        Archive::of(&self.course, exercise)
    }
}

fn unreadable(name: &str, number: u32, archive: &Archive, error: &io::Error) -> Problem {
    if error.kind() == ErrorKind::NotFound {
        return Problem::new(words::no_attempt(number, name), words::list_attempts(name));
    }
    let tried = words::attempt_unreadable(number, name);
    file::problem(&tried, &archive.path(number), error)
}
