//! Answers that were written from the lesson and the hints alone: right ones have to pass, however unusual they are, and wrong
//! ones must not, and what was once said of them truly is still said.
//!
//! `tests/answers/NAME.rs` has those of one exercise, one after the other. Each begins with a line such as
//! `// wrong, mistake:row_means: the mean of each row`, and has the functions and types in which it differs from the solution.
//! All answers to an exercise are built as one program, because linking one takes longer than running it.
//!
//! Each exercise is a test by its name: `cargo test --test answers -- mse --exact`.

#[path = "answers_support/text.rs"]
mod text;

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use gradlings::runner::author::Bench;
use gradlings::runner::build::Workshop;
use gradlings::runner::course::{Course, Exercise};
use gradlings::runner::outcome::{Diagnosis, Outcome, Verdict};
use gradlings::runner::process::Stop;
use gradlings::runner::workspace::exercise;
use libtest_mimic::{Arguments, Failed, Trial};
use tempfile::TempDir;
use text::{Tally, Written, answers, assembled, joined};

/// The cases are the same each time.
const SEED: u64 = 0;
/// What is a verdict on a program that was run. A build or a check that broke is none.
const JUDGED: [Verdict; 5] = [
    Verdict::Passed,
    Verdict::Failed,
    Verdict::Panicked,
    Verdict::TimedOut,
    Verdict::OutOfMemory,
];
/// How many exercises are tried at a time.
const AT_ONCE: usize = 2;

/// The kind of the first diagnosis, and which of that kind.
fn said(outcome: &Outcome) -> String {
    match first(outcome) {
        Some(Diagnosis {
            kind, id: Some(id), ..
        }) => format!("{}:{id}", kind.word()),
        Some(Diagnosis { kind, .. }) => kind.word().to_owned(),
        None => "nothing".to_owned(),
    }
}

fn first(outcome: &Outcome) -> Option<&Diagnosis> {
    let mut checks = outcome.checks.iter();
    checks.find_map(|check| check.diagnosis.as_ref())
}

/// What is not as it should be with the answers to one exercise.
fn faults(
    course: &Course,
    exercise: &Exercise,
    workshop: &Workshop,
    written: &[Written],
) -> Vec<String> {
    let solution = fs::read_to_string(course.solution_path(exercise)).expect("a solution");
    let code = exercise::code(&solution);
    let stop = Stop::default();
    let bench = Bench::of(course, exercise, workshop, &stop).expect("a check");
    let mut bench = bench.expect("nobody stops it");
    let programs: Vec<String> = written
        .iter()
        .map(|answer| assembled("", &code, &answer.code))
        .collect();
    let place = |answer: &Written| format!("tests/answers/{}.rs:{}", exercise.name, answer.line);
    let Some(all) = bench.built(joined(&programs)).expect("it builds") else {
        let alone = |(answer, program): (&Written, String)| {
            let built = bench.built(program).expect("it builds");
            let what = match built {
                Some(_) => "does not compile beside the others",
                None => "does not compile",
            };
            format!("{}: {what}", place(answer))
        };
        return written.iter().zip(programs).map(alone).collect();
    };
    let folder = TempDir::new().expect("a folder");
    let mut faults = Vec::new();
    for (number, answer) in written.iter().enumerate() {
        let program = folder.path().join(format!("{number}{EXE_SUFFIX}"));
        let linked = fs::hard_link(all.path(), &program);
        linked
            .or_else(|_| fs::copy(all.path(), &program).map(drop))
            .expect("room for a program");
        let outcome = bench.verdict(&program, SEED).expect("it is judged");
        let verdict = outcome.as_ref().map(|outcome| outcome.verdict);
        let said = outcome.as_ref().map_or("nothing".to_owned(), said);
        let is_judged = verdict.is_some_and(|verdict| JUDGED.contains(&verdict));
        let is_passed = verdict == Some(Verdict::Passed);
        let is_as_said = answer.said.as_ref().is_none_or(|wanted| *wanted == said);
        if !is_judged || is_passed != answer.is_right || !is_as_said {
            let message = outcome.as_ref().and_then(first).map(|it| &it.message);
            let place = place(answer);
            faults.push(format!("{place}: {verdict:?}, {said}\n{message:?}"));
        }
    }
    faults
}

/// The test of one exercise.
fn trial(course: &Arc<Course>, exercise: &Exercise, workshop: &Workshop) -> Option<Trial> {
    let path = course
        .root
        .join(format!("tests/answers/{}.rs", exercise.name));
    // An exercise that is new has none yet.
    let written = answers(&fs::read_to_string(path).ok()?);
    let workshop = workshop.clone().quick_unless(exercise.trains);
    let (course, exercise) = (Arc::clone(course), exercise.clone());
    let name = exercise.name.clone();
    Some(Trial::test(name, move || {
        let faults = faults(&course, &exercise, &workshop, &written);
        match faults.is_empty() {
            true => Ok(()),
            false => Err(faults.join("\n").into()),
        }
    }))
}

/// The table of how many answers an exercise has, and of how many wrong ones something is said that leads to what is wrong.
fn tally(tallies: &[(String, Tally)]) -> Result<(), Failed> {
    println!("{:<24}right  wrong  helped", "exercise");
    let mut short = Vec::new();
    for (name, tally) in tallies {
        println!(
            "{name:<24}{:>5}{:>7}{:>8}",
            tally.right, tally.wrong, tally.helped
        );
        if !tally.is_enough() {
            short.push(name.as_str());
        }
    }
    match short.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "too few answers, or too few that are helped: {}",
            short.join(", ")
        )
        .into()),
    }
}

fn main() {
    let mut arguments = Arguments::from_args();
    let course = Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    let course = Arc::new(course);
    let (workshop, folder) = Workshop::to_throw_away(&course).expect("a folder");
    let mut exercises: Vec<&Exercise> = course.exercises.iter().collect();
    // Whoever takes long goes first.
    exercises.sort_by_key(|exercise| !exercise.trains);
    let mut trials: Vec<Trial> = exercises
        .into_iter()
        .filter_map(|exercise| trial(&course, exercise, &workshop))
        .collect();
    let tallies: Vec<(String, Tally)> = course
        .exercises
        .iter()
        .filter_map(|exercise| {
            let path = course
                .root
                .join(format!("tests/answers/{}.rs", exercise.name));
            let text = fs::read_to_string(path).ok()?;
            Some((exercise.name.clone(), Tally::of(&answers(&text))))
        })
        .collect();
    let files = fs::read_dir(course.root.join("tests/answers")).expect("listed");
    assert_eq!(trials.len(), files.count(), "a file is of no exercise");
    trials.push(Trial::test(
        "four_in_five_wrong_answers_are_helped",
        move || tally(&tallies),
    ));
    trials.extend(text::trials());
    arguments.test_threads.get_or_insert(AT_ONCE);
    let conclusion = libtest_mimic::run(&arguments, trials);
    // `exit` would leave the folder behind.
    drop(folder);
    conclusion.exit();
}
