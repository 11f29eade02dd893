//! `dev`: for people who write exercises.

use std::fs;
use std::io::Write;
use std::sync::Arc;

use super::args::Kind;
use super::dispatch::{Status, say};
use super::place;
use crate::runner::author::{Sort, prove, skeleton};
use crate::runner::course::Course;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::problem::Problem;
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
    let proofs = prove(&Arc::new(course), &names, &SEEDS, &|step| say(step))?;
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

/// Writes a new exercise, and says what to edit and what to type next.
pub fn new(out: &mut impl Write, course: Course, place: &str, kind: Kind) -> Result<Status, Stop> {
    let (chapter, name) = place.split_once('/').ok_or_else(|| {
        Problem::new(
            format!("`{place}` names no chapter."),
            "write the chapter and the name: `gradlings dev new 02_losses/huber`",
        )
    })?;
    let sort = match kind {
        Kind::Function => Sort::Function,
        Kind::Gradient => Sort::Gradient,
        Kind::Model => Sort::Model,
        Kind::Training => Sort::Training,
    };
    let info_path = course.root.join("info.toml");
    let info = fs::read_to_string(&info_path)
        .map_err(|error| file::problem("`info.toml` cannot be read", &info_path, &error))?;
    let made = skeleton(&course, &info, chapter, name, sort)?;
    let relative = [
        format!("exercises/{chapter}/{name}.rs"),
        format!("solutions/{chapter}/{name}.rs"),
    ];
    for path in &relative {
        if course.root.join(path).exists() {
            let problem = Problem::new(
                format!("{path} is there already, and nothing is overwritten."),
                "choose another name, or move that file away",
            );
            return Err(problem.into());
        }
    }
    let texts = [&made.exercise, &made.solution];
    for (path, text) in relative.iter().zip(texts) {
        let path = course.root.join(path);
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, text));
        written.map_err(|error| file::problem("The file cannot be written", &path, &error))?;
    }
    file::replace_if_different(&info_path, made.info.as_bytes())
        .map_err(|error| file::problem("`info.toml` cannot be written", &info_path, &error))?;
    let course = Course::open(&course.root)?;
    update(out, &course)?;
    writeln!(out, "Edit what is marked EDIT in:")?;
    for path in &relative {
        writeln!(out, "  {path}")?;
    }
    writeln!(out, "  info.toml")?;
    writeln!(out, "Then type `gradlings dev check {name}`.")?;
    Ok(Status::Good)
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
