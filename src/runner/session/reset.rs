//! Putting the original of an exercise back.

use std::path::PathBuf;

use super::Session;
use super::displaced::{self, Displaced};
use crate::runner::problem::Problem;
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
        const UNDONE: &str = "nothing was reset";
        let exercise = self.known(name)?;
        let path = self.course.exercise_path(exercise);
        let original = original::read(&self.course, exercise).ok_or_else(|| {
            Problem::new(
                format!("The original of `{name}` was never put aside, so it cannot be put back."),
                "get the file from where the course came from (`git checkout FILE`, or `gradlings init DIR`)",
            )
            .at(original::path(&self.course, exercise).display())
        })?;
        let reset = match displaced::look(&self.course, exercise, UNDONE)? {
            Displaced::Text(text) if text != original => {
                let copy = displaced::keep_copy(&self.course, name, &text);
                Reset::Kept(copy.map_err(|error| {
                    let tried = format!("Your text cannot be kept, so {UNDONE}");
                    file::problem(&tried, &displaced::copies(&self.course), &error)
                })?)
            }
            Displaced::Text(_) | Displaced::Nothing => Reset::Nothing,
            Displaced::Unread => {
                Reset::Kept(displaced::move_away(&self.course, name, &path, UNDONE)?)
            }
            Displaced::Odd(what) => Reset::Instead(what),
        };
        file::replace_if_different(&path, &original)
            .map_err(|error| file::problem(&format!("`{name}` cannot be reset"), &path, &error))?;
        if self.is_done(name) {
            self.store.change(|state| state.record(name).done = false)?;
        }
        Ok(reset)
    }
}
