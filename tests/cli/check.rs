//! Checks from the command line to the verdict, in a learner's own folder and with real builds.

use std::path::Path;
use std::process::Command;

use crate::cli_support::Course;

const FILE: &str = "exercises/02_losses/mse.rs";
const RIGHT: &str = "(prediction - target).square().mean()";

/// The exercise with this in the place of its `todo!()`.
fn written(course: &Course, body: &str) {
    let original = course.read(".gradlings/originals/02_losses/mse.rs");
    let mut replaced = false;
    let lines = original.lines().map(|line| {
        let is_todo = line.trim_start().starts_with("todo!(");
        replaced |= is_todo;
        if is_todo { body } else { line }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    assert!(replaced, "{original}");
    course.write(FILE, text);
}

fn state(course: &Course) -> String {
    let listed = course.run(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    let exercises = listed.as_array().expect("an array").iter();
    let mut mse = exercises.filter(|exercise| exercise["name"] == "mse");
    mse.next().expect("mse")["state"]
        .as_str()
        .expect("text")
        .to_owned()
}

/// What the reference worked out for an exercise.
fn sheet_of(course: &Course, exercise: &str) -> Vec<String> {
    let folder = course.path(".gradlings/cache");
    let names = std::fs::read_dir(folder).expect("a cache").map(|entry| {
        let name = entry.expect("read").file_name();
        name.into_string().expect("a name of ours")
    });
    let mut pieces: Vec<String> = names
        .filter_map(|name| {
            let (_, piece) = name
                .strip_prefix(&format!("{exercise}-0-"))?
                .strip_suffix(".sheet")?
                .split_once('-')?;
            Some(piece.to_owned())
        })
        .collect();
    pieces.sort();
    pieces
}

#[test]
fn a_learner_in_a_folder_of_their_own_gets_from_todo_to_passed_and_back() {
    let course = Course::learner();
    every_verdict_has_its_exit_code(&course);
    what_is_packed_lies_nowhere_after_a_build(&course);
    a_program_that_never_ends_dies_with_the_check(&course);
    a_save_is_checked(&course);
    a_new_exercise_of_every_kind_is_proven_at_once(&course);
    a_training_runs_no_more_mistakes_than_it_takes(&course);
}

fn every_verdict_has_its_exit_code(course: &Course) {
    // What is typed, the verdict, the id of the mistake, the exit code, the state afterwards.
    let table = [
        ("todo!()", "todo", None, 1, "pending"),
        (RIGHT, "passed", None, 0, "done"),
        (
            "(prediction - target).square().sum()",
            "failed",
            Some("summed"),
            1,
            "pending",
        ),
        ("(prediction - target", "compile_error", None, 1, "pending"),
        ("panic!(\"on purpose\")", "panicked", None, 1, "pending"),
        ("std::process::exit(0)", "no_answer", None, 1, "pending"),
        (RIGHT, "passed", None, 0, "done"),
    ];
    let mut is_explained = false;
    for (body, verdict, mistake, code, after) in table {
        written(course, body);
        let ran = course.run(&["run", "mse", "--json"]);
        assert_eq!(
            (ran.code, ran.err.as_str()),
            (Some(code), ""),
            "{body}: {ran:?}"
        );
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON object");
        assert_eq!(
            (&told["name"], &told["verdict"]),
            (&"mse".into(), &verdict.into()),
            "{told}"
        );
        let id = told["checks"][0]["diagnosis"]["id"].as_str();
        assert_eq!(id, mistake, "{told}");
        assert!(told["timings"]["total_ms"].as_f64() > Some(0.0), "{told}");
        assert_eq!(state(course), after, "{body}");
        // Why an answer is wrong is worked out once there is a wrong one.
        is_explained |= verdict == "failed";
        let worked_out = match is_explained {
            true => vec!["0-cases", "0-mistakes", "plan"],
            false => vec!["0-cases", "plan"],
        };
        if verdict != "todo" {
            assert_eq!(sheet_of(course, "mse"), worked_out, "{body}");
        }
    }
    let again = course.run(&["run", "mse"]);
    let listed = course.run(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    let listed = listed.as_array().expect("an array");
    let after = listed
        .iter()
        .skip_while(|entry| entry["name"] != "mse")
        .nth(1);
    let next = after.expect("an exercise after it")["name"]
        .as_str()
        .expect("its name");
    assert!(
        again
            .out
            .ends_with(&format!("Next: `gradlings run {next}`.\n")),
        "{again:?}"
    );

    let solution = course.run(&["solution", "mse"]);
    assert_eq!(solution.code, Some(0), "{solution:?}");
    let whole = course.read("solutions/02_losses/mse.rs");
    assert!(
        solution.out.contains("pub fn mse") && whole.contains(solution.out.trim_end()),
        "{solution:?}"
    );
}

/// The check of `mse` has been built from the solution, which was packed.
fn what_is_packed_lies_nowhere_after_a_build(course: &Course) {
    let trees = course.path(".gradlings/references/trees");
    let left = std::fs::read_dir(&trees).map(Iterator::count);
    assert_eq!(left.unwrap_or_default(), 0, "{}", trees.display());
    assert!(course.path(".gradlings/references/mse_check.d").exists());
}

fn a_program_that_never_ends_dies_with_the_check(course: &Course) {
    written(
        course,
        "println!(\"number {}\", std::process::id()); loop {}",
    );
    let mut running = course.start(&["run", "mse"]);
    let line = running.until("your program: number ");
    let number = line.rsplit(' ').next().expect("a number").trim().to_owned();
    assert!(Path::new("/proc").join(&number).exists() || cfg!(not(target_os = "linux")));
    let gradlings = running.id().to_string();
    let interrupted = Command::new("kill").args(["-INT", &gradlings]).status();
    assert!(interrupted.expect("started").success());
    assert_eq!(running.ends(), Some(130));
    let alive = Command::new("kill")
        .args(["-0", &number])
        .output()
        .expect("started");
    assert!(!alive.status.success(), "{number} is still running");
}

fn a_new_exercise_of_every_kind_is_proven_at_once(course: &Course) {
    let mut names = Vec::new();
    let kinds = [
        "function", "gradient", "model", "training", "composes", "hunt", "catch",
    ];
    for kind in kinds {
        let name = format!("new_{kind}");
        let place = format!("09_new/{name}");
        let ran = course.run(&["dev", "new", &place, "--kind", kind]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let text = course.read(&format!("exercises/{place}.rs"));
        assert!(
            text.contains("EDIT") && text.contains("todo!") != ["model", "hunt"].contains(&kind),
            "{text}"
        );
        names.push(name);
    }
    let mut words = vec!["dev", "check"];
    words.extend(names.iter().map(String::as_str));
    let ran = course.run(&words);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        ran.out.matches("1 mistake named").count(),
        names.len(),
        "{ran:?}"
    );
    let lenient = "(claimed - x.iter().sum::<f32>() / x.len() as f32).abs() <= 1.0";
    let catch = course.read("exercises/09_new/new_catch.rs");
    let catch = catch.lines().map(|line| match line.contains("todo!") {
        true => lenient,
        false => line,
    });
    let catch = catch.collect::<Vec<_>>().join("\n");
    course.write("exercises/09_new/new_catch.rs", catch);
    let told = |name: &str| -> serde_json::Value {
        serde_json::from_str(&course.run(&["run", name, "--json"]).out).expect("JSON")
    };
    let caught = told("new_catch");
    let diagnosis = &caught["checks"][0]["diagnosis"];
    let message = diagnosis["message"].as_str().expect("a failure");
    let count = "It catches 1 of 2 wrong ones and lets 2 of 2 right ones pass.";
    assert!(
        diagnosis["id"] == "lenient" && message.ends_with(count),
        "{caught}"
    );
    let hunted = told("new_hunt");
    assert_eq!(hunted["message"], "The bug is still there.", "{hunted}");
    assert_eq!(hunted["checks"][0]["diagnosis"]["id"], "bug", "{hunted}");

    let again = course.run(&["dev", "new", "09_new/new_model"]);
    assert_eq!(again.code, Some(2), "{again:?}");
    assert!(
        again
            .err
            .contains("There is an exercise `new_model` already"),
        "{again:?}"
    );
}

fn a_training_runs_no_more_mistakes_than_it_takes(course: &Course) {
    const TRAINS: &str = "fn trained(rate: f32, target: f32, steps: usize) -> f32 {
    let mut x = 0.0;
    for step in 0..steps {
        report::metric(\"loss\", step, (x - target) * (x - target));
        x -= rate * 2.0 * (x - target);
    }
    x
}";
    let exercise = |double: &str, lazy: &str| {
        format!(
            "//! # Lazy
//!
//! A lesson.

use gradlings::prelude::*;

pub fn double(x: f32) -> f32 {{
    {double}
}}

pub fn lazy(target: f32, steps: usize) -> f32 {{
    {lazy}
}}

{TRAINS}

fn main() {{
    Exercise::new()
        .offer(\"lazy\", training(lazy))
        .offer(\"double\", function(double))
        .serve()
}}
"
        )
    };
    let check = format!(
        "use gradlings::prelude::*;
#[path = \"../../solutions/09_new/lazy.rs\"]
#[expect(dead_code)]
mod solution;
use solution::{{double, lazy}};

{TRAINS}

fn main() {{
    Reference::of(\"lazy\", training(lazy))
        .parts([(\"x\", within(0.01, 0.0))])
        .series(\"loss\").ends_low(1.5, 0.001)
        .case(\"one\", |_| (2.0, 60))
        .wrong(\"slow\", \"Your rate is too small.\", |t, n| trained(0.001, t, n))
        .wrong(\"uphill\", \"You went uphill.\", |t, n| trained(-0.1, t, n))
        .wrong(\"still\", \"You stand still.\", |t, n| trained(0.0, t, n))
        .and(\"double\", function(double))
        .cases(3, |g, _| (g.number(1.0..2.0),))
        .wrong(\"tripled\", \"You took three times x.\", |x| 3.0 * x)
        .run()
}}
"
    );
    let made = course.run(&["dev", "new", "09_new/lazy", "--kind", "training"]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let right = "trained(0.1, target, steps)";
    course.write("solutions/09_new/lazy.rs", exercise("2.0 * x", right));
    course.write("checks/09_new/lazy.rs", check);

    // What the learner writes, what is named, and which mistakes of the training have been run by then.
    let table = [
        // The training is put last, and what came before it has a name.
        (("3.0 * x", "9.0 * double(target)"), "tripled", 0),
        (("2.0 * x", "trained(-0.1, target, steps)"), "uphill", 2),
        // No mistake at all, so all have been tried.
        (("2.0 * x", "trained(0.1, target, steps) + 7.0"), "", 3),
    ];
    for ((double, lazy), named, run) in table {
        course.write("exercises/09_new/lazy.rs", exercise(double, lazy));
        let ran = course.run(&["run", "lazy", "--json"]);
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let diagnosis = |check: usize| &told["checks"][check]["diagnosis"];
        let ids = [diagnosis(0)["id"].as_str(), diagnosis(1)["id"].as_str()];
        let expected = match named {
            "tripled" => [None, Some(named)],
            "" => [None, None],
            _ => [Some(named), None],
        };
        assert_eq!(ids, expected, "{told}");
        let message = diagnosis(0)["message"]
            .as_str()
            .expect("a training that fails");
        assert_eq!(
            message.contains("`double` fails as well"),
            run == 0,
            "{told}"
        );
        let pieces = sheet_of(course, "lazy");
        let mistakes = pieces.iter().filter(|piece| piece.starts_with("0-mistake"));
        assert_eq!(mistakes.count(), run, "{named}: {pieces:?}");
    }
}

fn a_save_is_checked(course: &Course) {
    course.run(&["reset", "mse"]);
    let mut watching = course.watch();
    watching.until("Not passed: mse is not finished");
    written(course, RIGHT);
    watching.until("Passed: mse agrees with the reference");
    watching.until("Type n for the next exercise");
    watching.types("s");
    watching.until("use gradlings::prelude");
    watching.types("n");
    assert!(!watching.until("Exercise ").contains("Exercise mse"));
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
    assert_eq!(state(course), "done");
}
