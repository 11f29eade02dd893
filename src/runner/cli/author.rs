//! `dev`: for people who write exercises.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::ExerciseKind;
use super::status::Status;
use super::{place, proving};
use crate::runner::author::{Keys, Memory, Proof, Sort, begin, bring, enough, look, skeleton};
use crate::runner::checks::NoOutcome;
use crate::runner::closed;
use crate::runner::course::{Course, Exercise, page};
use crate::runner::embedded;
use crate::runner::outcome::Verdict;
use crate::runner::plain::sentence;
use crate::runner::problem::Problem;
use crate::runner::progress::store::Store;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::workspace::{self, file, inside, manifest, original};

/// Proves that exercises can be passed, can be failed, and name their mistakes. Without names, only what has changed
/// since it was proven, unless `all` is asked for.
pub fn check(
    out: &mut impl Write,
    course: Course,
    names: &[String],
    all: bool,
    seeds: Option<u64>,
) -> Result<Status, NoOutcome> {
    // A name that is not there is wrong use, whatever else there is to say.
    let wanted = wanted(&course, names)?;
    let looked = look(&course);
    for fault in &looked.faults {
        tell(out, "fault:", fault)?;
    }
    for note in &looked.notes {
        tell(out, "note:", note)?;
    }
    if !looked.can_be_built {
        let faults = sentence::count(looked.faults.len(), "fault");
        writeln!(out, "{faults} to mend; nothing was built before that.")?;
        return Ok(Status::NotPassed);
    }
    let mut memory = Memory::of(&course);
    let keys = Keys::of(&course);
    let is_known = |exercise: &Exercise| memory.knows(exercise, &keys.key(&course, exercise));
    let (known, open): (Vec<&Exercise>, Vec<&Exercise>) = wanted
        .into_iter()
        .partition(|exercise| names.is_empty() && !all && is_known(exercise));
    let known = known.len();
    let open: Vec<(String, String)> = open
        .into_iter()
        .filter(|exercise| is_whole(&course, exercise))
        .map(|exercise| (exercise.name.clone(), keys.key(&course, exercise)))
        .collect();

    let names: Vec<String> = open.iter().map(|(name, _)| name.clone()).collect();
    let course = Arc::new(course);
    let seeds = |exercise: &Exercise| seeds.unwrap_or_else(|| enough(exercise));
    let mut faults = looked.faults.len();
    proving::each(&course, &names, &seeds, |proof| {
        report(out, proof)?;
        faults += proof.faults.len();
        put_aside(&course, proof)?;
        let key = open.iter().find(|(name, _)| *name == proof.exercise);
        let exercise = course.exercise(&proof.exercise);
        let is_enough = exercise.is_some_and(|exercise| seeds(exercise) >= enough(exercise));
        // A shorter look proves nothing, but it does not undo what was proven either.
        match (key, proof.faults.is_empty()) {
            (Some((name, key)), true) if is_enough => memory.set(name, Some(key.clone())),
            (_, true) => {}
            (_, false) => memory.set(&proof.exercise, None),
        }
        Ok(())
    })?;
    memory.keep(&course);
    if known > 0 {
        let exercises = sentence::count(known, "exercise");
        writeln!(
            out,
            "Not proven again: {exercises}, unchanged since. `gradlings dev check --all` proves everything."
        )?;
    }
    if faults == 0 {
        writeln!(out, "Proven.")?;
        return Ok(Status::Good);
    }
    writeln!(out, "{} to mend.", sentence::count(faults, "fault"))?;
    Ok(Status::NotPassed)
}

/// Makes the text that was read as the exercise what a reset gives back, also where something about it is not proven yet:
/// the original before may be the one that `dev new` wrote.
fn put_aside(course: &Course, proof: &Proof) -> Result<(), Problem> {
    let (Some(exercise), Some(given)) = (course.exercise(&proof.exercise), &proof.given) else {
        return Ok(());
    };
    let is_the_exercise = match given.verdict {
        _ if proof.faults.is_empty() => true,
        Some(Verdict::Todo) => true,
        Some(Verdict::Passed) => false,
        // An exercise without a `todo!()`, or the attempt of a learner.
        _ => !is_begun(course, exercise),
    };
    if !is_the_exercise {
        return Ok(());
    }
    original::renew(course, exercise, &given.text, &embedded::files())
        .map_err(|error| file::problem("The original cannot be put aside.", &course.root, &error))
}

/// Whether anybody has worked at an exercise as a learner. Where that cannot be read, somebody may have.
fn is_begun(course: &Course, exercise: &Exercise) -> bool {
    Store::open(&course.state_folder()).map_or(true, |(store, _)| {
        let record = store.state().exercises.get(&exercise.name);
        record.is_some_and(|record| record.passed_once || !record.practice.is_nothing())
    })
}

/// What was found about one exercise.
fn report(out: &mut impl Write, proof: &Proof) -> std::io::Result<()> {
    let mistakes = sentence::count(proof.mistakes, "mistake");
    let passed = sentence::count(proof.seeds, "seed");
    let name = &proof.exercise;
    writeln!(
        out,
        "{name}: the solution passes on {passed}, {mistakes} named."
    )?;
    for note in &proof.notes {
        writeln!(out, "  note: {}", sentence::harmless(note))?;
    }
    proof
        .faults
        .iter()
        .try_for_each(|fault| tell(out, "fault:", fault))?;
    // Whoever waits for the others reads it now.
    out.flush()
}

/// One fault or one note: what, where, and how to mend it.
pub fn tell(out: &mut impl Write, sort: &str, fault: &Problem) -> std::io::Result<()> {
    writeln!(out, "  {sort:<6} {}", sentence::harmless(&fault.what))?;
    if let Some(place) = &fault.place {
        writeln!(out, "    where: {}", sentence::harmless(place))?;
    }
    let (mend, said) = fault.next.split_once('\n').unwrap_or((&fault.next, ""));
    writeln!(out, "    mend:  {}", sentence::harmless(mend))?;
    // What a compiler says of the author's own file stands below, line by line.
    let mut said = said.trim_end().lines();
    said.try_for_each(|line| writeln!(out, "      {}", text::plain(line)))
}

/// The exercises of these names, or all of them.
pub fn wanted<'a>(course: &'a Course, names: &[String]) -> Result<Vec<&'a Exercise>, Problem> {
    if names.is_empty() {
        return Ok(course.exercises.iter().collect());
    }
    names
        .iter()
        .map(|name| place::exercise(course, name))
        .collect()
}

/// Whether both of its files are there and hold something. That one is not has been told of.
fn is_whole(course: &Course, exercise: &Exercise) -> bool {
    let holds = |path: String| {
        closed::read(&course.root, path, TEXT).is_ok_and(|text| !text.trim_ascii().is_empty())
    };
    holds(exercise.path()) && holds(exercise.solution())
}

/// Writes an empty course, and says what to type next.
pub fn init(out: &mut impl Write, folder: &Path) -> Result<Status, NoOutcome> {
    begin(&embedded::files(), folder)?;
    let shown = text::path(folder);
    writeln!(out, "An empty course is in {shown}. Now type:")?;
    if folder != Path::new(".") {
        writeln!(out, "  cd {shown}")?;
    }
    writeln!(out, "  gradlings dev new 01_first/first --kind function")?;
    Ok(Status::Good)
}

/// Writes a new exercise, and says what to edit and what to type next.
pub fn new(
    out: &mut impl Write,
    course: Course,
    place: &str,
    kind: ExerciseKind,
) -> Result<Status, NoOutcome> {
    let (chapter, name) = place.split_once('/').ok_or_else(|| {
        Problem::new(
            format!("`{place}` names no chapter."),
            "write the chapter and the name: `gradlings dev new 02_losses/huber`",
        )
    })?;
    let sort = match kind {
        ExerciseKind::Function => Sort::Function,
        ExerciseKind::Gradient => Sort::Gradient,
        ExerciseKind::Model => Sort::Model,
        ExerciseKind::Training => Sort::Training,
        ExerciseKind::Composes => Sort::Composes,
        ExerciseKind::Hunt => Sort::Hunt,
        ExerciseKind::Catch => Sort::Catch,
    };
    let info_path = course.root.join("info.toml");
    let info = regular_file::read_text(&info_path, TEXT)
        .map_err(|error| file::problem("`info.toml` cannot be read.", &info_path, &error))?;
    let made = skeleton(&course, &info, chapter, name, sort)?;
    let relative = [
        format!("exercises/{chapter}/{name}.rs"),
        format!("solutions/{chapter}/{name}.rs"),
        format!("checks/{chapter}/{name}.rs"),
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
    let texts = [&made.exercise, &made.solution, &made.check];
    let mut files: Vec<(String, &String)> = relative.into_iter().zip(texts).collect();
    // A new chapter opens with a page, unless its author has written one already.
    if course.chapter(chapter).is_none() && !course.page_path(chapter).exists() {
        files.push((page(chapter), &made.page));
    }
    for (path, text) in &files {
        let path = course.root.join(path);
        let written =
            inside::check(&course.root, &path).and_then(|()| file::create(&path, text.as_bytes()));
        written.map_err(|error| file::problem("The file cannot be written.", &path, &error))?;
    }
    file::replace_if_different(&info_path, made.info.as_bytes())
        .map_err(|error| file::problem("`info.toml` cannot be written.", &info_path, &error))?;
    let course = Course::open(&course.root)?;
    list_programs(out, &course)?;
    writeln!(out, "Edit what is marked EDIT in:")?;
    for (path, _) in &files {
        writeln!(out, "  {path}")?;
    }
    writeln!(out, "  info.toml")?;
    writeln!(out, "Then type `gradlings dev check {name}`.")?;
    Ok(Status::Good)
}

/// Brings what follows from `info.toml` and from the program in step: the list of programs, and in a course outside the
/// repository the library.
pub fn update(out: &mut impl Write, course: &Course) -> Result<Status, NoOutcome> {
    let brought = bring(&embedded::files(), course)?;
    for path in &brought.added {
        writeln!(out, "{path} was missing and is written.")?;
    }
    if brought.library > 0 {
        let files = sentence::count(brought.library, "file");
        writeln!(
            out,
            "{files} of the library brought to the version of this program."
        )?;
    }
    copy_lessons(out, course)?;
    list_programs(out, course)?;
    Ok(Status::Good)
}

/// Gives every solution the lesson of its exercise: it is the same file with its gaps filled.
fn copy_lessons(out: &mut impl Write, course: &Course) -> Result<(), NoOutcome> {
    // What is packed came with the program.
    let is_open = |it: &&Exercise| !closed::is_closed(&course.root, it.solution());
    for exercise in course.exercises.iter().filter(is_open) {
        let read = |path: PathBuf| regular_file::read_text(&path, TEXT);
        let (Ok(text), Ok(solution)) = (
            read(course.exercise_path(exercise)),
            read(course.solution_path(exercise)),
        ) else {
            // `dev check` says what is missing.
            continue;
        };
        let Some(renewed) = workspace::exercise::with_lesson_of(&text, &solution) else {
            continue;
        };
        // The lesson may have been rewritten in the wrong one of the two files.
        let copies = course.state_folder().join("copies");
        let copy = |number| copies.join(format!("{}.solution-{number}.rs", exercise.name));
        let path = course.solution_path(exercise);
        inside::check(&course.root, &path)
            .and_then(|()| file::create_numbered(solution.as_bytes(), copy))
            .and_then(|_| file::replace(&path, renewed.as_bytes()))
            .map_err(|error| file::problem("The lesson cannot be copied.", &path, &error))?;
        writeln!(
            out,
            "{} has the lesson of its exercise now.",
            exercise.solution()
        )?;
    }
    Ok(())
}

fn list_programs(out: &mut impl Write, course: &Course) -> Result<(), NoOutcome> {
    let path = course.root.join("exercises/Cargo.toml");
    let unusable = |what: &str, error| file::problem(what, &path, &error);
    let before = regular_file::read_text(&path, TEXT)
        .map_err(|error| unusable("The list of programs cannot be read.", error))?;
    let after = manifest::with_bins(&before, course);
    let written = inside::check(&course.root, &path)
        .and_then(|()| file::replace_if_different(&path, after.as_bytes()))
        .map_err(|error| unusable("The list of programs cannot be written.", error))?;
    let count = after.matches("[[bin]]").count();
    let programs = sentence::count(count, "program");
    if written && count == 3 * course.exercises.len() {
        writeln!(
            out,
            "exercises/Cargo.toml lists {programs}: three for every exercise."
        )?;
    } else if written {
        writeln!(out, "exercises/Cargo.toml lists {programs}.")?;
    } else {
        writeln!(out, "exercises/Cargo.toml lists {programs} already.")?;
    }
    // What was put aside is what a reset gives and what goes into the program. Nobody but the author knows whether a
    // file that differs was solved, or rewritten as an exercise.
    for exercise in &course.exercises {
        let text = regular_file::read(&course.exercise_path(exercise), TEXT).ok();
        let aside = original::read(course, exercise);
        if let (Some(text), Some(aside)) = (text, aside)
            && text != aside
        {
            let original = original::path(course, exercise);
            writeln!(
                out,
                "{} differs from its original; if that is the new exercise, remove {}.",
                exercise.path(),
                text::path(&original)
            )?;
        }
    }
    Ok(())
}
