//! What there is to read of an exercise: its lesson, the learner's text, the solution.

use super::Session;
use crate::runner::closed;
use crate::runner::problem::Problem;
use crate::runner::regular_file::TEXT;
use crate::runner::text;
use crate::runner::words::screen::session as words;
use crate::runner::workspace::{closing, exercise, file, original};

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

    /// The code of the solution, once the exercise has passed. It stays readable when the file is edited afterwards.
    pub fn solution(&self, name: &str) -> Result<String, Problem> {
        let exercise = self.known(name)?;
        let passed = self.store.state().exercises.get(name);
        if !passed.is_some_and(|record| record.passed_once) {
            return Err(Problem::new(
                words::solution_closed(name),
                words::hint_or_run(name),
            ));
        }
        let path = self.course.solution_path(exercise);
        let bytes = closed::read(&self.course.root, exercise.solution(), TEXT)
            .map_err(|why| file::problem(&words::solution_unreadable(name), &path, &why.into()))?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text::plain(&exercise::code(&text)))
    }

    /// Writes the solution of what has passed to where the learner finds it, in a folder in which it was packed.
    pub(super) fn open_solutions(&self) {
        let records = &self.store.state().exercises;
        let exercises = self.course.exercises.iter();
        for exercise in
            exercises.filter(|it| records.get(&it.name).is_some_and(|it| it.passed_once))
        {
            // What cannot be written is still shown where it is asked for, and is tried again.
            let _ = closing::open(&self.course, exercise);
        }
    }

    /// The learner's code, to be compared with the solution's.
    pub fn own_code(&self, name: &str) -> Result<String, Problem> {
        Ok(text::plain(&exercise::code(&self.source(name)?)))
    }
}
