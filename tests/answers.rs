//! Answers that were written from the lesson and the hints alone: right ones have to pass, however unusual they are, and wrong
//! ones must not, and what was once said of them truly is still said.
//!
//! `tests/answers/NAME.rs` has those of one exercise, one after the other. Each begins with a line such as
//! `// wrong, mistake:row_means: the mean of each row`, and has the functions and types in which it differs from the solution.
//!
//! `GRADLINGS_ANSWERS=mse,l2` judges those to these exercises alone.
#![cfg(feature = "runner")]

use std::collections::VecDeque;
use std::env;
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

/// One answer.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    /// The line of the file on which it begins, from 1.
    line: usize,
    is_right: bool,
    /// The kind of the first diagnosis, and which of that kind: `mistake:row_means`.
    said: Option<String>,
    /// What differs from the solution.
    code: String,
}

/// The answers of a file.
fn answers(text: &str) -> Vec<Written> {
    let mut found: Vec<Written> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let head = ["right", "wrong"].into_iter().find_map(|class| {
            let rest = line.strip_prefix("// ")?.strip_prefix(class)?;
            match rest.strip_prefix(", ") {
                Some(rest) => Some((class, Some(rest.split_once(": ")?.0))),
                None => rest.strip_prefix(": ").map(|_| (class, None)),
            }
        });
        if let Some((class, said)) = head {
            found.push(Written {
                line: number + 1,
                is_right: class == "right",
                said: said.map(str::to_owned),
                code: String::new(),
            });
        } else if let Some(answer) = found.last_mut() {
            answer.code += line;
            answer.code += "\n";
        }
    }
    found
}

/// What stands at the left margin, with what belongs to it: `use` lines, functions, types.
fn items(code: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut after_blank = true;
    for line in code.lines() {
        let is_inside = line.starts_with([' ', '}']) || line.is_empty();
        match items.last_mut() {
            Some(item) if is_inside || !after_blank => {
                item.push_str(line);
                item.push('\n');
            }
            _ if line.is_empty() => {}
            _ => items.push(format!("{line}\n")),
        }
        after_blank = line.is_empty();
    }
    items
}

/// What an item is: `fn mse`, `struct Batch`, `use course::demo;`.
fn name(item: &str) -> String {
    let mut lines = item.lines();
    let is_about = |line: &&str| line.starts_with("//") || line.starts_with("#[");
    let line = lines.find(|line| !is_about(line)).unwrap_or_default();
    let mut words = line.split(|it: char| !it.is_alphanumeric() && it != '_');
    match words.find(|word| !["pub", ""].contains(word)) {
        Some("use" | "impl") | None => line.trim_end_matches(" {").to_owned(),
        Some(sort) => format!("{sort} {}", words.next().unwrap_or_default()),
    }
}

/// The solution with the items of an answer in the place of its own.
fn assembled(lesson: &str, solution: &str, answer: &str) -> String {
    let mut written = items(answer);
    let mut text = lesson.to_owned();
    for item in items(solution) {
        let same = written.iter().position(|other| name(other) == name(&item));
        let item = same.map_or(item, |at| written.remove(at));
        // What is new stands before `main`.
        if name(&item) == "fn main" {
            text.extend(written.drain(..).map(|new| new + "\n"));
        }
        text += &item;
        text += "\n";
    }
    text.extend(written);
    text
}

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
    let lesson = solution.strip_suffix(&code).unwrap_or_default();
    let stop = Stop::default();
    let bench = Bench::of(course, exercise, workshop, &stop).expect("a check");
    let mut bench = bench.expect("nobody stops it");
    let mut faults = Vec::new();
    for answer in written {
        let text = assembled(lesson, &code, &answer.code);
        let program = bench.built(text).expect("it builds");
        let outcome = program.map(|program| bench.verdict(&program, SEED).expect("it is judged"));
        let outcome = outcome.flatten();
        let verdict = outcome.as_ref().map(|outcome| outcome.verdict);
        let said = outcome.as_ref().map_or("nothing".to_owned(), said);
        let is_judged = verdict.is_some_and(|verdict| JUDGED.contains(&verdict));
        let is_passed = verdict == Some(Verdict::Passed);
        let is_as_said = answer.said.as_ref().is_none_or(|wanted| *wanted == said);
        if !is_judged || is_passed != answer.is_right || !is_as_said {
            let place = format!("tests/answers/{}.rs:{}", exercise.name, answer.line);
            let message = outcome.as_ref().and_then(first).map(|it| &it.message);
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

#[test]
fn an_answer_takes_the_place_of_what_it_replaces() {
    let text = "// right: a loop\nfn a() {\n    1\n}\n// wrong, mistake:b: two\n/// New.\nconst C: u8 = 1;\n\nfn b() {}\n\
                // wrong: nothing is known\n";
    let written = answers(text);
    let heads: Vec<_> = written
        .iter()
        .map(|it| (it.line, it.is_right, it.said.as_deref()))
        .collect();
    assert_eq!(
        heads,
        [
            (1, true, None),
            (5, false, Some("mistake:b")),
            (10, false, None)
        ]
    );
    let solution =
        "use x;\n\n/// A.\npub fn a() {\n    0\n\n}\n\nfn b() {\n    0\n}\n\nfn main() {}\n";
    assert_eq!(
        assembled("//! L\n\n", solution, &written[0].code),
        "//! L\n\nuse x;\n\n\nfn a() {\n    1\n}\n\nfn b() {\n    0\n}\n\n\nfn main() {}\n\n"
    );
    assert_eq!(
        assembled("", solution, &written[1].code),
        "use x;\n\n\n/// A.\npub fn a() {\n    0\n\n}\n\n\nfn b() {}\n\n/// New.\nconst C: u8 = 1;\n\n\nfn main() {}\n\n"
    );
}
