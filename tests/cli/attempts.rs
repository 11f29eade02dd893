//! Looking back at attempts and bringing them back, from the command line and in plain watch mode.

use std::fs;

use crate::cli_support::{Course, INFO, ONE};
use serde_json::Value;

const FILE: &str = "exercises/01_first/one.rs";
const MSE: &str = "exercises/02_losses/mse.rs";
const SUMMED: &str = "(prediction - target).square().sum()";
const RIGHT: &str = "(prediction - target).square().mean()";

/// A course with three attempts at its first exercise.
fn tried() -> Course {
    let course = Course::new();
    let question = "needs = [\"one\"]\n[exercises.predict]\nask = \"What comes?\"\n\
                    choices = [\"this\", \"that\"]\nanswer = 2\nbecause = \"That.\"\n";
    course.write("info.toml", INFO.replace("needs = [\"one\"]\n", question));
    let attempts = [
        (
            1,
            "fn main() { wrong() }\n",
            "verdict = \"failed\"\njudged = 2020-01-02T03:04:05Z\nmessage = \"You \\u001b[2Jdo it.\"\n[[curves]]\nseries = \"loss\"\nsteps = [0, 1]\nvalues = [2.0, 0.5]\n",
        ),
        (
            2,
            "fn main() { right() }\n",
            "verdict = \"passed\"\n[[curves]]\nseries = \"loss\"\nsteps = [0, 9]\nvalues = [2.0, 0.25]\n",
        ),
        (12, "fn main() { later() }\n", "this is no TOML"),
    ];
    for (number, text, about) in attempts {
        course.write(&format!(".gradlings/attempts/one/{number:04}.rs"), text);
        course.write(&format!(".gradlings/attempts/one/{number:04}.toml"), about);
    }
    course
}

#[test]
fn the_attempts_are_listed_in_lines_and_as_json() {
    let course = tried();
    for words in [&["attempts"][..], &["attempts", "one"]] {
        let ran = course.run(words);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        let lines: Vec<&str> = ran.out.lines().collect();
        assert!(
            lines[0].starts_with("   1  ") && lines[0].ends_with("failed: You do it."),
            "{ran:?}"
        );
        assert!(
            lines[1].ends_with("passed") && lines[2].ends_with("not checked"),
            "{ran:?}"
        );
        assert!(!ran.out.contains('\u{1b}'), "{ran:?}");
    }
    let ran = course.run(&["attempts", "one", "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(
        told[0],
        serde_json::json!({
            "schema": 1, "number": 1, "verdict": "failed", "judged": "2020-01-02T03:04:05Z",
            "message": "You \u{1b}[2Jdo it.", "path": ".gradlings/attempts/one/0001.rs",
        })
    );
    assert_eq!(
        (&told[2]["number"], &told[2]["verdict"]),
        (&12.into(), &Value::Null)
    );
    let ran = course.run(&["attempts", "two"]);
    assert!(
        ran.out.contains("There are no attempts at two yet"),
        "{ran:?}"
    );
    let ran = course.run(&["attempts", "two", "--json"]);
    assert_eq!((ran.code, ran.out.trim()), (Some(0), "[]"));
}

#[test]
fn attempts_are_compared_with_the_file_and_with_each_other() {
    let course = tried();
    let ran = course.run(&["attempts", "one", "--diff", "1"]);
    assert!(
        ran.out.contains("-fn main() { wrong() }") && ran.out.contains("+fn main() {}"),
        "{ran:?}"
    );
    let ran = course.run(&["attempts", "one", "--diff", "1", "--to", "2"]);
    for part in [
        "+++ attempt 2",
        "+fn main() { right() }",
        "loss stops at 0.5 in step 1. In attempt 2 it stops at 0.25 in step 9.",
    ] {
        assert!(ran.out.contains(part), "{part}: {ran:?}");
    }
    course.write(FILE, "fn main() { right() }\n");
    let ran = course.run(&["attempts", "one", "--diff", "2"]);
    assert!(
        ran.out.contains("Attempt 2 is the text as it is now."),
        "{ran:?}"
    );
}

#[test]
fn a_restore_keeps_what_was_there_and_says_where() {
    let course = tried();
    let table = [
        (
            "1",
            "is attempt 1 again.\nWhat was there is kept as attempt 13.",
            "wrong",
        ),
        ("1", "is attempt 1 already.", "wrong"),
        ("2", "What was there is kept as attempt 1.", "right"),
        ("12", "What was there is kept as attempt 2.", "later"),
    ];
    for (number, said, text) in table {
        let ran = course.run(&["restore", "one", number]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.out.contains(said), "{said}: {ran:?}");
        assert!(course.read(FILE).contains(text), "{number}");
    }
    assert_eq!(course.read(".gradlings/attempts/one/0013.rs"), ONE);
}

#[test]
fn what_cannot_be_restored_is_an_error_with_the_next_command_and_changes_nothing() {
    let course = tried();
    let table: [(&[&str], &str); 4] = [
        (&["restore", "one", "5"], "type `gradlings attempts one`"),
        (&["restore", "three", "1"], "type `gradlings list`"),
        (&["restore", "two", "1"], "There is no attempt 1 at `two`."),
        (&["attempts", "one", "--diff", "5"], "There is no attempt 5"),
    ];
    for (words, next) in table {
        let ran = course.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(next), "{ran:?}");
    }
    // A folder in the way of the next text stops the superuser too, whom permissions do not.
    fs::create_dir(course.path(".gradlings/attempts/one/0013.rs")).expect("made");
    let ran = course.run(&["restore", "one", "1"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("cannot be kept, so nothing was restored"),
        "{ran:?}"
    );
    assert_eq!(course.read(FILE), ONE);
}

#[test]
fn plain_watch_mode_looks_back_and_asks_and_waits_for_nothing() {
    let course = tried();
    let mut watching = course.watch();
    let table = [
        ("a", "12  some time ago  not checked"),
        ("a", "Type a and a number"),
        ("a 1", "-fn main() { wrong() }"),
        ("b", "Type b and the number of an attempt"),
        ("b 99", "There is no attempt 99"),
        ("restore 2", "What was there is kept as attempt 13."),
        ("p", "There is nothing to predict in one."),
        ("n", "Predict first, if you like: What comes?"),
        (
            "p 3",
            "There is nothing to predict in `two` with that number.",
        ),
        ("p 1", "You predict 1."),
        ("p", "You chose 1."),
        ("a", "There are no attempts at two yet"),
    ];
    for (typed, answer) in table {
        watching.types(typed);
        watching.until(answer);
    }
    assert!(course.read(FILE).contains("right"));
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
    // It is asked once.
    assert!(course.read(".gradlings/state.toml").contains("choice = 1"));
}

#[test]
fn every_version_that_is_checked_is_kept_with_its_verdict() {
    let course = Course::learner();
    // On a busy machine the library alone takes longer than a learner's file may.
    let info = course.read("info.toml");
    course.write(
        "info.toml",
        info.replace("build_seconds = 60", "build_seconds = 900"),
    );
    let original = course.read(MSE);
    let written = |body: &str| {
        let todo = original
            .lines()
            .find(|line| line.trim_start().starts_with("todo!("));
        course.write(MSE, original.replace(todo.expect("unsolved"), body));
    };
    let bodies = ["todo!()", SUMMED, "prediction.squared()", RIGHT, SUMMED];
    for body in bodies {
        written(body);
        course.run(&["run", "mse", "--json"]);
    }
    let told = || -> Value {
        let ran = course.run(&["attempts", "mse", "--json"]);
        serde_json::from_str(&ran.out).expect("JSON")
    };
    let verdicts: Vec<Value> = told()
        .as_array()
        .expect("an array")
        .iter()
        .map(|it| it["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["todo", "failed", "compile_error", "passed"]);
    let attempts = told();
    assert!(
        attempts[1]["message"]
            .as_str()
            .is_some_and(|it| it.contains("added up")),
        "{attempts}"
    );
    assert!(
        attempts[2]["message"]
            .as_str()
            .is_some_and(|it| it.starts_with("line ")),
        "{attempts}"
    );
    let kept = attempts[3]["path"].as_str().expect("a path");
    assert!(course.read(kept).contains(RIGHT));

    // The one that passed is brought back, and it passes again under the same number.
    assert_eq!(course.run(&["restore", "mse", "4"]).code, Some(0));
    assert_eq!(course.run(&["run", "mse"]).code, Some(0));
    assert_eq!(told().as_array().map(Vec::len), Some(4));

    // That an attempt cannot be kept is a note and no failed check.
    fs::remove_dir_all(course.path(".gradlings/attempts")).expect("removed");
    course.write(".gradlings/attempts", "in the way");
    let ran = course.run(&["run", "mse"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.err.contains("note: This attempt could not be kept"),
        "{ran:?}"
    );
    assert!(course.read(MSE).contains(RIGHT));
}
