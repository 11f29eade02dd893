//! The names in a course that a shell may complete.

use clap_complete::CompletionCandidate;

use super::place;
use crate::runner::course::Course;
use crate::runner::text;

/// The exercises of the course, each with what it teaches.
pub fn exercises() -> Vec<CompletionCandidate> {
    let course = course();
    let exercises = course.iter().flat_map(|course| &course.exercises);
    exercises
        .map(|it| candidate(&it.name, &it.teaches))
        .collect()
}

/// The tracks of the course.
pub fn tracks() -> Vec<CompletionCandidate> {
    let course = course();
    let tracks = course.iter().flat_map(|course| &course.tracks);
    tracks.map(|it| candidate(&it.name, &it.title)).collect()
}

fn candidate(name: &str, about: &str) -> CompletionCandidate {
    // A course may come from a stranger, and a shell prints what it is given.
    CompletionCandidate::new(name).help(Some(text::line(about).into()))
}

/// Where there is no course, or a broken one, nothing is completed.
fn course() -> Option<Course> {
    Course::open(&place::course(None).ok()?).ok()
}
