//! Extra calls to real programs: they explain failures, and whatever a program does in one of them, its verdict stays.
//!
//! This test has a `main` of its own, because copies of it are the programs that are judged: the name of a copy says
//! which function it offers.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use gradlings::prelude::*;
use gradlings::runner::check::{CheckRequest, judge_program};
use gradlings::runner::course::Course;
use gradlings::runner::outcome::{CheckState, Outcome, Verdict};
use gradlings::runner::process::Stop;
use gradlings::sheet::Check;

/// The cases of each function. Each is asked with all of them, and then with one of them again.
const CASES: usize = 6;

fn right(x: Matrix) -> Matrix {
    x.sin()
}

fn reference() -> Vec<Check> {
    let sheet = Reference::of("f", function(right))
        .inputs(["x"])
        .cases(CASES, |g, i| (g.matrix(2 + i, 3),))
        .and("g", function(right))
        .inputs(["x"])
        .cases(CASES, |g, i| (g.matrix(2 + i, 2),))
        .sheet(0);
    sheet.expect("the reference works")
}

/// How many calls this program has answered before.
fn calls() -> usize {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    CALLS.fetch_add(1, Ordering::Relaxed)
}

fn forever() -> ! {
    loop {
        std::thread::park();
    }
}

/// A program that answers `f` like this and `g` rightly.
fn candidate(name: &str) -> Exercise {
    let f: fn(Matrix) -> Matrix = match name {
        "right" => right,
        "hangs_when_asked_again" => |x| if calls() < CASES { right(x) } else { forever() },
        "panics_when_asked_again" => |x| {
            if calls() < CASES {
                right(x)
            } else {
                panic!("again")
            }
        },
        "ends_when_asked_again" => |x| {
            if calls() < CASES {
                right(x)
            } else {
                std::process::exit(3)
            }
        },
        "wrong_and_hangs" => |x| {
            if calls() < CASES {
                x.cos() + 0.3
            } else {
                forever()
            }
        },
        "wrong_and_panics_on_any_other_input" => |x| {
            let known = reference().into_iter().flat_map(|check| check.cases);
            let mut known = known.map(|case| case.inputs[0].clone());
            let given = Value::Numbers(
                gradlings::wire::Array::new(vec![x.shape().0, x.shape().1], x.as_vec())
                    .expect("a matrix"),
            );
            assert!(known.any(|other| other == given), "not a case");
            (x * 1.7).cos() + 0.3
        },
        "counts" => |x| right(x) + calls() as f32,
        "by_the_clock" => |x| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            right(x) + now.map_or(0.0, |now| (now.subsec_nanos() % 99_991) as f32)
        },
        "leaks_between_rows" => |x| {
            let mut before = 0.0;
            let mixed = x.as_vec().into_iter().map(|x| {
                before = 0.5 * before + x.sin();
                before
            });
            device().tensor_from_vec(mixed.collect(), *x.shape())
        },
        other => panic!("there is no candidate `{other}`"),
    };
    Exercise::new()
        .offer("f", function(f))
        .offer("g", function(right))
}

fn judged(folder: &Path, name: &str) -> Outcome {
    let program = folder.join(format!("{PREFIX}{name}{}", std::env::consts::EXE_SUFFIX));
    let own = std::env::current_exe().expect("this program has a path");
    std::fs::copy(own, &program).expect("it can be copied");
    let course = Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    let request = CheckRequest {
        exercise: course.exercises[0].name.clone(),
        course: Arc::new(course),
        seed: 0,
    };
    judge_program(
        &request,
        &program,
        &reference(),
        &Stop::default(),
        &mut |_| {},
    )
}

const PREFIX: &str = "candidate_";

fn main() {
    let own: PathBuf = std::env::current_exe().expect("this program has a path");
    let stem = own.file_stem().unwrap_or_default().to_string_lossy();
    if let Some(name) = stem.strip_prefix(PREFIX) {
        candidate(name).serve();
    }
    // Asked for its tests by a tool that lists or filters them, it has one.
    if std::env::args().any(|argument| argument == "--list") {
        println!("probes: test");
        return;
    }

    let folder = tempfile::tempdir().expect("there is room for it");
    let passing = [
        "right",
        "hangs_when_asked_again",
        "panics_when_asked_again",
        "ends_when_asked_again",
    ];
    for name in passing {
        let outcome = judged(folder.path(), name);
        assert_eq!(outcome.verdict, Verdict::Passed, "{name}: {outcome:?}");
        println!("{name}: passed");
    }
    let failing = [
        ("wrong_and_hangs", "values", "is off in"),
        ("wrong_and_panics_on_any_other_input", "values", "is off in"),
        ("counts", "state", "call to call"),
        ("by_the_clock", "nondeterministic", "the time"),
        ("leaks_between_rows", "batch_order", "the other rows"),
    ];
    for (name, kind, words) in failing {
        let outcome = judged(folder.path(), name);
        assert_eq!(outcome.verdict, Verdict::Failed, "{name}: {outcome:?}");
        let [f, g] = &outcome.checks[..] else {
            panic!("{name}: {outcome:?}");
        };
        assert_eq!(g.state, CheckState::Passed, "{name}: {g:?}");
        let diagnosis = f.diagnosis.as_ref().expect("a failure has a reason");
        assert_eq!(diagnosis.kind.word(), kind, "{name}: {}", diagnosis.message);
        assert!(
            diagnosis.message.contains(words),
            "{name}: {}",
            diagnosis.message
        );
        println!("{name}: {}", diagnosis.message);
    }
    println!(
        "test result: ok. {} programs judged",
        passing.len() + failing.len()
    );
}
