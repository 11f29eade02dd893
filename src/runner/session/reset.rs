//! Putting the original of an exercise back.

use std::path::PathBuf;

use super::Session;
use super::displaced::{self, Change, Displaced};
use crate::runner::problem::Problem;
use crate::runner::words::screen::session as words;
use crate::runner::workspace::{file, original};

/// What became of what stood in the place of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reset {
    /// There was nothing to keep: no file, or the original.
    Nothing,
    /// The learner's file is kept under this path.
    Kept(PathBuf),
    /// It was this, which has no text, and it is gone.
    Instead(String),
}

impl Session {
    /// Puts the original back. The learner's text is kept.
    pub fn reset(&mut self, name: &str) -> Result<Reset, Problem> {
        let exercise = self.known(name)?;
        let path = self.course.exercise_path(exercise);
        let original = original::read(&self.course, exercise).ok_or_else(|| {
            Problem::new(words::no_original(name), words::get_original()).at(original::path(
                &self.course,
                exercise,
            )
            .display())
        })?;
        let reset = match displaced::look(&self.course, exercise, Change::Reset)? {
            Displaced::Text(text) if text != original => {
                let copy = displaced::keep_copy(&self.course, name, &text);
                Reset::Kept(copy.map_err(|error| {
                    let copies = displaced::copies(&self.course);
                    file::problem(words::text_not_reset(), &copies, &error)
                })?)
            }
            Displaced::Text(_) | Displaced::Nothing => Reset::Nothing,
            Displaced::Unread => {
                let moved = displaced::move_away(&self.course, name, &path, Change::Reset);
                Reset::Kept(moved?)
            }
            Displaced::Odd(what) => Reset::Instead(what),
        };
        file::replace_if_different(&path, &original)
            .map_err(|error| file::problem(&words::not_reset(name), &path, &error))?;
        if self.is_done(name) {
            self.store.change(|state| state.record(name).done = false)?;
        }
        Ok(reset)
    }
}
