//! Answers that were written from the lesson and the hints alone: right ones have to pass, however unusual they are, and wrong
//! ones must not, and what was once said of them truly is still said.
//!
//! `tests/answers/NAME.rs` has those of one exercise, one after the other. Each begins with a line such as
//! `// wrong, mistake:row_means: the mean of each row`, and has the functions and types in which it differs from the solution.
//! All answers to an exercise are built as one program, because linking one takes longer than running it.
//!
//! `GRADLINGS_ANSWERS=mse,l2` judges those to these exercises alone.
#![cfg(feature = "runner")]

#[path = "answers_support/text.rs"]
mod text;

use std::collections::VecDeque;
use std::env;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use gradlings::runner::author::Bench;
use gradlings::runner::build::Workshop;
use gradlings::runner::course::{Course, Exercise};
use gradlings::runner::outcome::{Diagnosis, Outcome, Verdict};
use gradlings::runner::process::Stop;
use gradlings::runner::workspace::exercise;
use tempfile::TempDir;
use text::{Written, answers, assembled, joined};

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

#[test]
fn right_answers_pass_and_wrong_ones_are_told_what_is_true() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Course::open(repository).expect("the course is sound");
    let only = env::var("GRADLINGS_ANSWERS").ok();
    let is_meant = |name: &str| {
        let only = only.as_deref();
        only.is_none_or(|only| only.split(',').any(|one| one == name))
    };
    let mut all = VecDeque::new();
    for exercise in course.exercises.iter().filter(|it| is_meant(&it.name)) {
        let path = repository.join(format!("tests/answers/{}.rs", exercise.name));
        // An exercise that is new has none yet.
        let Ok(text) = fs::read_to_string(path) else {
            continue;
        };
        all.push_back((exercise, answers(&text)));
    }
    let fewest = if only.is_some() { 1 } else { 26 };
    assert!(all.len() >= fewest, "{}", all.len());
    // Whoever takes long goes first.
    all.make_contiguous()
        .sort_by_key(|(exercise, _)| !exercise.trains);
    let all = Mutex::new(all);
    let found = Mutex::new(Vec::new());
    let (workshop, _folder) = Workshop::to_throw_away(&course).expect("a folder");
    let try_them = || {
        loop {
            let next = all.lock().expect("whole").pop_front();
            let Some((exercise, written)) = next else {
                return;
            };
            let workshop = workshop.clone().quick_unless(exercise.trains);
            let began = Instant::now();
            let faults = faults(&course, exercise, &workshop, &written);
            let (name, count, took) = (&exercise.name, written.len(), began.elapsed());
            println!("{name}: {count} answers, {:.0} s", took.as_secs_f64());
            found.lock().expect("whole").extend(faults);
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(try_them);
        }
    });
    let found = found.into_inner().expect("whole");
    assert!(found.is_empty(), "{}", found.join("\n"));
}
