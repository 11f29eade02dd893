//! Finds what a check cannot tell from the solution: the solution is changed in one place at a time, and what still passes
//! is a gap of the check, or as right as the solution.

mod change;
pub mod equal;
mod gap;
mod operators;
mod search;
mod survey;

use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::runner::build::Workshop;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::workspace::file;
pub use equal::to_write;
use search::Search;
pub use survey::{By, Fate, Mutant, Survey};

/// What is told on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// So many changes of this exercise, of so many.
    Some(String, usize, usize),
    /// All of them.
    All(Survey),
}

/// Tries the changes of these exercises, at most `most` of each. `told` hears of each exercise as soon as it is over.
///
/// As many exercises are tried at once as there are processors. Nothing is left behind, however it ends.
pub fn mutate(
    course: &Course,
    exercises: &[&Exercise],
    most: usize,
    stop: &Stop,
    told: &(dyn Fn(Tried) + Sync),
) -> Result<(), Problem> {
    let (workshop, folder) = Workshop::to_throw_away(course).map_err(|error| {
        file::problem(
            "The changes cannot be built.",
            &course.state_folder(),
            &error,
        )
    })?;
    // From the last to the first: later exercises take longer.
    let left = Mutex::new(exercises.to_vec());
    let next = || {
        let exercise = left.lock().unwrap_or_else(PoisonError::into_inner).pop();
        exercise.filter(|_| !stop.is_stopped())
    };
    let work = || {
        while let Some(exercise) = next() {
            let search = Search {
                course,
                exercise,
                workshop: &workshop.clone().quick_unless(exercise.trains),
                most,
                stop,
                told: &|done, of| told(Tried::Some(exercise.name.clone(), done, of)),
            };
            told(Tried::All(search.all()));
        }
    };
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let ended = thread::scope(|scope| {
        let running: Vec<_> = (0..workers.min(exercises.len()))
            .map(|_| scope.spawn(work))
            .collect();
        running.into_iter().try_for_each(|worker| worker.join())
    });
    drop(folder);
    ended.map_err(|_| {
        Problem::new(
            "The search itself broke.",
            "this is an error of gradlings; report it with what is written above",
        )
    })
}
