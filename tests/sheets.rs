//! Answer sheets that are larger than a frame, from a real reference, and a real program judged by them.
//!
//! This test has a `main` of its own, because copies of it are the programs: the name of a copy says which.

use std::path::Path;
use std::sync::Arc;

use gradlings::handler::Handler;
use gradlings::prelude::*;
use gradlings::runner::check::{CheckRequest, judge_program};
use gradlings::runner::course::Course;
use gradlings::runner::outcome::Verdict;
use gradlings::runner::process::Stop;
use gradlings::runner::reference::{Kept, Reference as Started};
use gradlings::sheet::{Check, Depth};
use gradlings::wire::MAX_FRAME;

/// Letters in each answer. Text is copied as a whole, so that much of it is soon sent.
const LETTERS: usize = 8 << 20;

fn repeated(letter: usize) -> String {
    "abcdefghij"[letter..=letter].repeat(LETTERS)
}

/// The two inputs of a case take more than a frame together.
fn both(a: String, b: String) -> usize {
    a.len() + b.len()
}

/// What all answers take together is more than a frame holds.
fn reference() -> Reference<impl Handler> {
    Reference::of("repeated", function(repeated))
        .parts([("letters", exact())])
        .cases(3, |_, i| (i,))
        .wrong("h", "You gave h.", |_| repeated(7))
        .wrong("i", "You gave i.", |_| repeated(8))
        .wrong("j", "You gave j.", |_| repeated(9))
        .and("both", function(both))
        .parts([("letters in all", exact())])
        .case("long", |_| {
            ("a".repeat(5 * LETTERS), "b".repeat(5 * LETTERS))
        })
}

fn too_large() -> Reference<impl Handler> {
    Reference::of("length", function(|text: String| text.len()))
        .inputs(["text"])
        .case("too long", |_| ("a".repeat(9 * LETTERS),))
}

/// It answers its own cases, and ends with the whole program where the two sides change places.
fn brittle() -> Reference<impl Handler> {
    let area = |width: usize, height: usize| match width > height {
        true => std::process::abort(),
        false => width * height,
    };
    Reference::of("area", function(area))
        .inputs(["width", "height"])
        .parts([("area", exact())])
        .cases(3, |_, i| (i, i + 2))
}

fn candidate(name: &str) -> Exercise {
    let repeated: fn(usize) -> String = match name {
        "always_i" => |_| repeated(8),
        "endless" => |letter| repeated(letter).repeat(9),
        _ => repeated,
    };
    Exercise::new()
        .offer("repeated", function(repeated))
        .offer("both", function(both))
}

fn program(folder: &Path, name: &str) -> std::path::PathBuf {
    let program = folder.join(format!("{PREFIX}{name}{}", std::env::consts::EXE_SUFFIX));
    let own = std::env::current_exe().expect("this program has a path");
    std::fs::copy(own, &program).expect("it can be copied");
    program
}

const PREFIX: &str = "sheets_program_";

fn main() {
    let own = std::env::current_exe().expect("this program has a path");
    let stem = own.file_stem().unwrap_or_default().to_string_lossy();
    match stem.strip_prefix(PREFIX) {
        Some("reference") => reference().run(),
        Some("too_large") => too_large().run(),
        Some("brittle") => brittle().run(),
        Some(name) => candidate(name).serve(),
        None => {}
    }
    // Asked for its tests by a tool that lists or filters them, it has one.
    if std::env::args().any(|argument| argument == "--list") {
        println!("sheets: test");
        return;
    }
    let folder = tempfile::tempdir().expect("there is room for it");
    let mut course =
        Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    course.root = folder.path().to_owned();
    let stop = Stop::default();
    let exercise = &course.exercises[0];

    let executable = program(folder.path(), "reference");
    let mut started = Started::start(&course, exercise, &executable, &stop).expect("it starts");
    let kept = Kept::of(&course, exercise, 0, "print");
    assert_eq!(kept.check(0, Depth::Whole), None);
    let mut sheet = Vec::new();
    for number in 0..2 {
        let check = started.check(number, 0, Depth::Whole, &mut |_, _| {});
        let check: Check = check.expect("it works").expect("nobody stopped it");
        kept.keep_check(number, Depth::Whole, &check);
        assert!(kept.check(number, Depth::Whole).as_ref() == Some(&check));
        sheet.push(check);
    }
    let size = kept.size(0, Depth::Whole).expect("it is kept");
    assert!(size > MAX_FRAME as u64, "only {size} bytes");
    // What one mistake answers is what it answers among all.
    let one = started.check(0, 0, Depth::Mistake(1), &mut |_, _| {});
    let one = one.expect("it works").expect("nobody stopped it");
    for (one, case) in one.cases.iter().zip(&sheet[0].cases) {
        assert!(one.wrong[..] == case.wrong[1..2] && one.inputs.is_empty());
    }
    println!("a sheet of {} MiB arrives and is kept", size >> 20);

    let executable = program(folder.path(), "too_large");
    let mut started = Started::start(&course, exercise, &executable, &stop).expect("it starts");
    let refused = started.check(0, 0, Depth::Cases, &mut |_, _| {});
    let refused = refused.expect_err("that does not fit").to_string();
    assert!(
        refused.contains("`text` takes 73 MiB") && refused.contains("make the case smaller"),
        "{refused}"
    );

    let executable = program(folder.path(), "brittle");
    let mut started = Started::start(&course, exercise, &executable, &stop).expect("it starts");
    for depth in [Depth::Mistakes, Depth::Whole] {
        let check = started.check(0, 0, depth, &mut |_, _| {});
        let check = check
            .expect("its own cases work")
            .expect("nobody stopped it");
        assert_eq!((check.cases.len(), check.variations.len()), (3, 0));
    }
    println!("a reference that ends at changed inputs has answered its cases");

    let request = CheckRequest {
        exercise: exercise.name.clone(),
        course: Arc::new(course.clone()),
        seed: 0,
    };
    let table = [
        ("right", Verdict::Passed, ""),
        ("always_i", Verdict::Failed, "You gave i."),
        ("endless", Verdict::Failed, "returns 73 MiB in case 1 of 3"),
    ];
    for (name, verdict, words) in table {
        let executable = program(folder.path(), name);
        let outcome = judge_program(&request, &executable, &sheet, &stop, &mut |_| {});
        let said = outcome.checks[0].diagnosis.as_ref();
        let said = said.map_or("", |diagnosis| diagnosis.message.as_str());
        assert_eq!(
            outcome.verdict, verdict,
            "{name}: {said} {:?}",
            outcome.message
        );
        assert!(said.contains(words), "{name}: {said}");
        println!("{name}: {verdict:?} {said}");
    }
    println!("test result: ok. {} programs judged", table.len());
}
