//! What every step of one check needs.

use std::sync::Arc;

use super::ended::Ended;
use super::reading;
use super::request::CheckRequest;
use crate::runner::course::{Course, Exercise};
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{Outcome, Timings, Verdict};
use crate::runner::process::Stop;
use crate::runner::source::Source;
use crate::runner::words::judge::reading as words;
use crate::runner::workspace::exercise;

/// What every step of one check needs.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) course: &'a Course,
    pub(super) exercise: &'a Exercise,
    pub(super) seed: u64,
    pub(super) stop: &'a Stop,
}

impl<'a> Run<'a> {
    /// What the steps of this check need. `None`, with the reason in `outcome`, where there is no such exercise.
    pub(super) fn of(
        request: &'a CheckRequest,
        stop: &'a Stop,
        outcome: &mut Outcome,
    ) -> Option<Run<'a>> {
        let exercise = request.course.exercise(&request.exercise);
        if exercise.is_none() {
            outcome.message = Some(words::no_exercise(&request.exercise));
        }
        Some(Run {
            course: &request.course,
            exercise: exercise?,
            seed: request.seed,
            stop,
        })
    }

    /// The learner's text, read once and found to be one.
    pub(super) fn text(&self, events: &mut dyn FnMut(CheckEvent)) -> Result<Source, Ended> {
        let (name, path) = (
            &self.exercise.name,
            self.course.exercise_path(self.exercise),
        );
        let source = reading::settled(self.stop, || {
            Source::of_exercise(self.course, self.exercise)
        })
        .map_err(|why| exercise::unreadable(name, &path, why))?;
        // What is no text is the learner's to mend, unlike a file that is not there or cannot be read.
        exercise::text(name, &path, source.text()).map_err(|problem| Ended {
            verdict: Verdict::CompileError,
            ..Ended::from(problem)
        })?;
        events(CheckEvent::Text(Arc::clone(source.text())));
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
            prints: None,
        }
    }
}

/// The outcome of a check that has not ended.
pub(super) fn unfinished(name: &str) -> Outcome {
    Outcome {
        name: name.to_owned(),
        verdict: Verdict::NoAnswer,
        checks: Vec::new(),
        message: None,
        piece: None,
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    }
}
