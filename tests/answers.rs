//! Answers that were written from the lesson and the hints alone: right ones have to pass, however unusual they are, and wrong
//! ones must not, and what was once said of them truly is still said.
//!
//! `tests/answers/NAME.rs` has those of one exercise, one after the other. Each begins with a line such as
//! `// wrong, mistake:row_means: the mean of each row`, and has the functions and types in which it differs from the solution.
//!
//! `GRADLINGS_ANSWERS=mse,l2` judges those to these exercises alone.
#![cfg(feature = "runner")]

mod author_support;

use std::collections::VecDeque;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use author_support::courses::{elsewhere, gradlings, share_builds};
use gradlings::runner::course::{Course, Exercise};
use gradlings::runner::workspace::exercise;
use serde_json::Value;

/// The cases are the same each time.
const SEED: &str = "0";
/// How many are judged at a time, each in a course of its own.
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

/// The first diagnosis.
fn said(told: &Value) -> String {
    let checks = told["checks"].as_array().into_iter().flatten();
    let mut diagnoses = checks.filter(|check| check["diagnosis"].is_object());
    let Some(check) = diagnoses.next() else {
        return "nothing".to_owned();
    };
    let diagnosis = &check["diagnosis"];
    let kind = diagnosis["kind"].as_str().unwrap_or_default();
    match diagnosis["id"].as_str() {
        Some(id) => format!("{kind}:{id}"),
        None => kind.to_owned(),
    }
}

/// What is not as it should be with the answers to one exercise, judged in the course in `root`.
fn faults(root: &Path, exercise: &Exercise, written: &[Written]) -> Vec<String> {
    let path = root.join(exercise.path());
    let solution = fs::read_to_string(&path).expect("a solution");
    let code = exercise::code(&solution);
    let lesson = solution.strip_suffix(&code).unwrap_or_default();
    let mut faults = Vec::new();
    for answer in written {
        fs::write(&path, assembled(lesson, &code, &answer.code)).expect("written");
        let words = ["run", &exercise.name, "--json", "--seed", SEED];
        let ran = gradlings(root, &words).output().expect("it runs");
        let told: Value = serde_json::from_slice(&ran.stdout).unwrap_or_default();
        let (verdict, said) = (&told["verdict"], said(&told));
        let is_judged = ["passed", "failed", "panicked", "timed_out", "out_of_memory"]
            .iter()
            .any(|known| verdict == known);
        let is_as_said = answer.said.as_ref().is_none_or(|wanted| *wanted == said);
        if !is_judged || (verdict == "passed") != answer.is_right || !is_as_said {
            faults.push(format!(
                "tests/answers/{}.rs:{}: {verdict}, {said}\n{}",
                exercise.name,
                answer.line,
                serde_json::to_string_pretty(&told["checks"]).unwrap_or_default()
            ));
        }
    }
    fs::write(&path, &solution).expect("written");
    faults
}

/// A learner's folder in which everything is solved.
fn solved(place: &Path, course: &Course) -> PathBuf {
    let made = gradlings(place, &["init", "course"])
        .output()
        .expect("it runs");
    assert!(made.status.success(), "{made:?}");
    let root = place.join("course");
    share_builds(&root);
    for exercise in &course.exercises {
        let solution = course.solution_path(exercise);
        fs::copy(solution, root.join(exercise.path())).expect("solved");
    }
    root
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
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                let place = elsewhere();
                let root = solved(place.path(), &course);
                loop {
                    let next = all.lock().expect("whole").pop_front();
                    let Some((exercise, written)) = next else {
                        return;
                    };
                    let faults = faults(&root, exercise, &written);
                    println!("{}: {} answers", exercise.name, written.len());
                    found.lock().expect("whole").extend(faults);
                }
            });
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
