//! What there is to read of an exercise: its lesson, the learner's text, the solution.

use super::Session;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::workspace::{exercise, file, original};

impl Session {
    /// The lesson, as markdown: the comment at the top of the learner's file, or of the original where it was removed or
    /// the file cannot be read, which its check says.
    pub fn lesson(&self, name: &str) -> Result<String, Problem> {
        let own = self.source(name).unwrap_or_default();
        let lesson = text::plain(&exercise::lesson(&own));
        if !lesson.is_empty() {
            return Ok(lesson);
        }
        let original = original::read(&self.course, self.known(name)?).unwrap_or_default();
        let original = exercise::lesson(&String::from_utf8_lossy(&original));
        Ok(text::plain(&original))
    }

    /// The learner's text.
    pub fn source(&self, name: &str) -> Result<String, Problem> {
        exercise::read(name, &self.course.exercise_path(self.known(name)?))
    }

    /// The functions of the solution, once the exercise has passed. It stays readable when the file is edited afterwards.
    pub fn solution(&self, name: &str) -> Result<String, Problem> {
        let exercise = self.known(name)?;
        let passed = self.store.state().exercises.get(name);
        if !passed.is_some_and(|record| record.passed_once) {
            return Err(Problem::new(
                format!("The solution of `{name}` opens once your own code has passed."),
                format!(
                    "type `gradlings hint {name}` for a nudge, or `gradlings run {name}` to check your code"
                ),
            ));
        }
        let path = self.course.solution_path(exercise);
        let bytes = regular_file::read(&path, TEXT).map_err(|why| {
            file::problem(
                &format!("The solution of `{name}` cannot be read"),
                &path,
                &why.into(),
            )
        })?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text::plain(&exercise::functions(&text)))
    }

    /// The learner's functions, to be held against the solution's: without the comments on what was given, which a solution
    /// does not repeat.
    pub fn own_functions(&self, name: &str) -> Result<String, Problem> {
        let functions = text::plain(&exercise::functions(&self.source(name)?));
        let code = functions
            .lines()
            .filter(|line| !line.trim_start().starts_with("///"));
        Ok(code.flat_map(|line| [line, "\n"]).collect())
    }
}
