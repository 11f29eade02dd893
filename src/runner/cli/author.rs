//! `dev`: for people who write exercises.

use std::fs;
use std::io::Write;

use super::dispatch::Status;
use crate::runner::course::Course;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::workspace::{file, manifest, original};

/// Writes the list of programs in `exercises/Cargo.toml` from `info.toml`.
pub fn update(out: &mut impl Write, course: &Course) -> Result<Status, Stop> {
    let path = course.root.join("exercises/Cargo.toml");
    let unusable = |what: &str, error| file::problem(what, &path, &error);
    let before = fs::read_to_string(&path)
        .map_err(|error| unusable("The list of programs cannot be read", error))?;
    let after = manifest::with_bins(&before, course);
    let written = file::replace_if_different(&path, after.as_bytes())
        .map_err(|error| unusable("The list of programs cannot be written", error))?;
    let programs = sentence::count(2 * course.exercises.len(), "program");
    if written {
        writeln!(
            out,
            "exercises/Cargo.toml lists {programs}: two for every exercise."
        )?;
    } else {
        writeln!(out, "exercises/Cargo.toml lists {programs} already.")?;
    }
    // What was put aside is what a reset gives and what goes into the program. Nobody but the author knows whether a
    // file that differs was solved, or rewritten as an exercise.
    for exercise in &course.exercises {
        let text = fs::read(course.exercise_path(exercise)).ok();
        let aside = original::read(course, exercise);
        if let (Some(text), Some(aside)) = (text, aside)
            && text != aside
        {
            let original = original::path(course, exercise);
            writeln!(
                out,
                "{} differs from its original; if that is the new exercise, remove {}.",
                exercise.path(),
                original.display()
            )?;
        }
    }
    Ok(Status::Good)
}
