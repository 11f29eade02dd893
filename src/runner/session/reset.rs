//! Putting the original of an exercise back.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::Session;
use crate::runner::problem::Problem;
use crate::runner::workspace::{file, original};

impl Session {
    /// Puts the original back. The learner's text is kept, and the path of that copy is the answer; where there was no
    /// text to keep, the answer is the path of the exercise itself.
    pub fn reset(&mut self, name: &str) -> Result<PathBuf, Problem> {
        let exercise = self.known(name)?;
        let path = self.course.exercise_path(exercise);
        let original = original::read(&self.course, exercise).ok_or_else(|| {
            Problem::new(
                format!("The original of `{name}` was never put aside, so it cannot be put back."),
                "get the file from where the course came from (`git checkout FILE`, or `gradlings init DIR`)",
            )
            .at(original::path(&self.course, exercise).display())
        })?;
        let copy = match fs::read(&path) {
            Ok(text) if text != original => {
                let folder = self.course.state_folder().join("copies");
                let copy = file::create_numbered(&text, |number| {
                    folder.join(format!("{name}-{number}.rs"))
                });
                copy.map_err(|error| {
                    file::problem(
                        "Your text cannot be kept, so nothing was reset",
                        &folder,
                        &error,
                    )
                })?
            }
            Ok(_) => path.clone(),
            Err(error) if error.kind() == ErrorKind::NotFound => path.clone(),
            Err(error) => {
                return Err(file::problem(
                    "Your text cannot be read, so nothing was reset",
                    &path,
                    &error,
                ));
            }
        };
        file::replace_if_different(&path, &original)
            .map_err(|error| file::problem(&format!("`{name}` cannot be reset"), &path, &error))?;
        if self.is_done(name) {
            self.store.change(|state| state.record(name).done = false)?;
        }
        Ok(copy)
    }
}
