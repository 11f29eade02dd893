//! `dev`: for people who write exercises.

use std::fs;
use std::io::Write;
use std::sync::Arc;

use super::dispatch::{Status, say};
use super::place;
use crate::runner::author::prove;
use crate::runner::course::Course;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::workspace::{file, manifest, original};

/// The seeds that every solution has to pass on.
const SEEDS: [u64; 5] = [0, 1, 2, 3, 4];

/// Proves that exercises can be passed, can be failed, and name their mistakes.
pub fn check(out: &mut impl Write, course: Course, names: &[String]) -> Result<Status, Stop> {
    let names: Vec<String> = if names.is_empty() {
        course.exercises.iter().map(|it| it.name.clone()).collect()
    } else {
        let found = names.iter().map(|name| place::exercise(&course, name));
        found
            .map(|found| found.map(|exercise| exercise.name.clone()))
            .collect::<Result<_, _>>()?
    };
    // What is being done goes where it can be thrown away; the proofs are the answer.
    let proofs = prove(&Arc::new(course), &names, &SEEDS, &mut |step| say(step))?;
    let mut faults = 0;
    for proof in &proofs {
        let mistakes = sentence::count(proof.mistakes, "mistake");
        let seeds = sentence::count(proof.seeds, "seed");
        writeln!(
            out,
            "{}: the solution passes on {seeds}, {mistakes} named.",
            proof.exercise
        )?;
        for fault in &proof.faults {
            faults += 1;
            writeln!(out, "  fault: {fault}")?;
        }
    }
    if faults == 0 {
        writeln!(out, "Proven.")?;
        return Ok(Status::Good);
    }
    writeln!(out, "{} to mend.", sentence::count(faults, "fault"))?;
    Ok(Status::NotPassed)
}

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
