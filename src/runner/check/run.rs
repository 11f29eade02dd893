//! What every step of one check needs, and whom it tells what happens.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::ended::Ended;
use super::handed_in::HandedIn;
use super::reading;
use super::request::CheckRequest;
use super::unfinished::unfinished;
use crate::runner::course::{Course, Exercise};
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::process::Stop;
use crate::runner::regular_file::Unreadable;
use crate::runner::source::Source;
use crate::runner::words::judge::reading as words;
use crate::runner::workspace::exercise;

/// What every step of one check needs, and whom it tells what happens.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) course: &'a Course,
    pub(super) exercise: &'a Exercise,
    pub(super) seed: u64,
    pub(super) stop: &'a Stop,
    pub(super) events: &'a Events<'a>,
    /// What was handed in, where that is judged instead of what lies in the course.
    pub(super) handed_in: Option<&'a HandedIn>,
}

/// Who is told what happens in a check, from the outside.
pub type CheckListener<'a> = dyn FnMut(CheckEvent) + Send + 'a;

/// The listener, for all steps at once.
pub(super) fn shared<'a>(listener: &'a mut CheckListener<'_>) -> impl Fn(CheckEvent) + Sync + 'a {
    let listener = Mutex::new(listener);
    // A listener that panicked ends the check with its panic; nothing here depends on it.
    move |event| (listener.lock().unwrap_or_else(PoisonError::into_inner))(event)
}

/// Those who listen to a check. The steps share them, and some of these run on threads of their own.
pub(super) type Events<'a> = dyn Fn(CheckEvent) + Sync + 'a;

impl<'a> Run<'a> {
    /// What the steps of this check need. Where there is no such exercise, that is the outcome.
    pub(super) fn of(
        request: &'a CheckRequest,
        stop: &'a Stop,
        events: &'a Events<'a>,
    ) -> Result<Run<'a>, Box<Outcome>> {
        let name = &request.exercise;
        let Some(exercise) = request.course.exercise(name) else {
            return Err(Box::new(Outcome {
                message: Some(words::no_exercise(name)),
                ..unfinished(name)
            }));
        };
        Ok(Run {
            course: &request.course,
            exercise,
            seed: request.seed,
            stop,
            events,
            handed_in: None,
        })
    }

    /// Tells those who listen.
    pub(super) fn tell(&self, event: CheckEvent) {
        (self.events)(event);
    }

    /// The same with nobody who listens.
    pub(super) fn quiet(self) -> Run<'a> {
        Run {
            events: &|_| {},
            ..self
        }
    }

    /// The learner's text, read once and found to be one.
    pub(super) fn text(&self) -> Result<Source, Ended> {
        let (name, path) = (
            &self.exercise.name,
            self.course.exercise_path(self.exercise),
        );
        let source = reading::settled(self.stop, || {
            Source::of_exercise(self.course, self.exercise)
        })
        .map_err(|why| exercise::unreadable(name, &path, why))?;
        self.is_text(&source, &path)?;
        self.tell(CheckEvent::Text(Arc::clone(source.text())));
        Ok(source)
    }

    /// What is no text is the learner's to mend, unlike a file that is not there or cannot be read.
    fn is_text(&self, source: &Source, path: &Path) -> Result<(), Ended> {
        let text = exercise::text(&self.exercise.name, path, source.text());
        text.map(drop).map_err(|problem| Ended {
            verdict: Verdict::CompileError,
            ..Ended::from(problem)
        })
    }

    /// The text that was handed in, found to be one.
    pub(super) fn text_of(&self, handed_in: &HandedIn) -> Result<Source, Ended> {
        let (name, path) = (&self.exercise.name, self.exercise.path());
        let path = Path::new(&path);
        let source = Source::of_handed_in(self.course, self.exercise, &handed_in.files)
            .ok_or_else(|| exercise::unreadable(name, path, Unreadable::Missing))?;
        self.is_text(&source, path)?;
        Ok(source)
    }

    pub(super) fn reference(&self) -> Result<Source, Ended> {
        let check = Source::of_check(self.course, self.exercise);
        Ok(check.map_err(|why| reading::unreadable_check(self.exercise, why))?)
    }

    pub(super) fn cancelled(&self) -> Ended {
        Ended {
            verdict: Verdict::Cancelled,
            message: None,
            piece: None,
        }
    }
}
