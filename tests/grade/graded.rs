//! Verdicts and points, and that grading which was stopped goes on.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::symlink;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::class::{BACK, Class, DOUBLE, HALF, pair, todo, whole};
use crate::machines;

#[test]
fn a_class_is_graded_and_a_grading_that_was_stopped_goes_on() {
    let class = Class::new();
    everybody_gets_the_points_of_what_they_wrote(&class);
    nothing_is_graded_twice(&class);
    a_changed_file_is_graded_again_and_nothing_else(&class);
    what_was_killed_goes_on_and_ends_the_same(&class);
    machines::parts_are_joined_to_the_same_bytes(&class);
    machines::one_learner_is_graded_and_told_in_the_last_line(&class);
    machines::an_autograder_for_gradescope_runs(&class);
    what_would_be_wrong_is_refused(&class);
}

fn hand_in(class: &Class) {
    let right = pair(DOUBLE, HALF);
    // Who has the whole folder, and who only the files.
    class.write("in/anna/my-course/exercises/01_a/pair.rs", &right);
    class.write("in/anna/my-course/exercises/02_b/whole.rs", whole(BACK));
    class.write("in/anna/my-course/solutions/01_a/pair.rs", todo());
    class.write("in/anna/my-course/Cargo.toml", "this is no manifest");
    class.write("in/anna/my-course/build.rs", "compile_error!(\"built\");");
    class.write("in/ben/pair.rs", &right);
    class.write("in/carl/pair.rs", pair(DOUBLE, "todo!(\"half\")"));
    class.write("in/carl/whole.rs", whole(BACK));
    class.write("in/dora/pair.rs", pair("loop {}", HALF));
    class.write("in/dora/whole.rs", whole(BACK));
    class.write("in/eva/pair.rs", pair(HALF, "x / 2.0 +"));
    class.write("in/eva/whole.rs", whole("todo!(\"both\")"));
    class.write("in/finn/pair.rs", todo());
    symlink(
        class.path("course/solutions/02_b/whole.rs"),
        class.path("in/finn/whole.rs"),
    )
    .expect("linked");
    class.write("in/gina/pair.rs", pair(HALF, HALF));
    let other = "{ let _ = include_str!(\"../../../whole/exercises/02_b/whole.rs\"); x }";
    class.write("in/hugo/pair.rs", pair(other, HALF));
}

fn everybody_gets_the_points_of_what_they_wrote(class: &Class) {
    hand_in(class);
    class.write("in/notes.txt", "none of these");
    let ran = class.grade(&["in", "--out", "out"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.err.contains("note: notes.txt is no submission"),
        "{ran:?}"
    );
    // Who, what, how it ended, the points, and a part of what is said.
    let table = [
        ("anna", "pair", "passed", 4.0, ""),
        ("anna", "whole", "passed", 1.0, ""),
        ("ben", "pair", "passed", 4.0, ""),
        ("ben", "whole", "missing", 0.0, ""),
        ("carl", "pair", "todo", 3.0, "still has its `todo!()`"),
        ("carl", "whole", "piece", 0.0, "Solve `pair` first"),
        ("dora", "pair", "timed_out", 0.0, "2 s"),
        ("dora", "whole", "piece", 0.0, "`pair`"),
        (
            "eva",
            "pair",
            "compile_error",
            0.0,
            "The compiler found an error",
        ),
        ("eva", "whole", "piece", 0.0, "which does not compile"),
        ("finn", "pair", "todo", 0.0, ""),
        (
            "finn",
            "whole",
            "refused",
            0.0,
            "whole.rs was not taken: it is a link.",
        ),
        (
            "gina",
            "pair",
            "failed",
            1.0,
            "You wrote double the wrong way round.",
        ),
        ("gina", "whole", "missing", 0.0, ""),
        (
            "hugo",
            "pair",
            "compile_error",
            0.0,
            "outside the course's exercises",
        ),
        ("hugo", "whole", "missing", 0.0, ""),
    ];
    let lines = class.lines("out");
    assert_eq!(lines.len(), table.len(), "{lines:#?}");
    for (line, (who, exercise, verdict, points, said)) in lines.iter().zip(table) {
        let told =
            ["schema", "submission", "exercise", "verdict", "score"].map(|field| &line[field]);
        let expected = [
            json!(1),
            json!(who),
            json!(exercise),
            json!(verdict),
            json!(points),
        ];
        assert_eq!(told.map(Value::clone), expected, "{line:#}");
        assert!(line.to_string().contains(said), "{line:#}");
        let most = if exercise == "pair" { 4.0 } else { 1.0 };
        assert_eq!(line["max_score"], json!(most), "{line:#}");
    }
    assert_eq!(lines[0]["shared_by"], 2, "anna and ben have one text");
    assert_eq!(lines[10]["untouched"], true, "{:#}", lines[10]);
    assert_eq!(lines[10]["shared_by"], Value::Null);
    let gina = &lines[12]["checks"];
    assert_eq!(gina[0]["diagnosis"]["id"], "double_wrong", "{gina:#}");
    assert_eq!(
        (&gina[0]["score"], &gina[0]["max_score"]),
        (&json!(0.0), &json!(3.0))
    );
    assert_eq!(
        (&gina[1]["state"], &gina[1]["score"]),
        (&json!("passed"), &json!(1.0))
    );
    // What may have been the fault of a busy machine was tried again, alone.
    let times = class.read("out/times.jsonl");
    let again = times.lines().filter(|line| line.contains("\"tries\":2"));
    assert_eq!(again.count(), 2, "dora's two files: {times}");
    let log = class.read("out/grade.log");
    assert!(log.contains("pair, handed in by 2: passed after"), "{log}");
    assert!(
        log.contains("It is tried again alone before that counts."),
        "{log}"
    );
}

fn nothing_is_graded_twice(class: &Class) {
    let (before, lines) = (class.done("out"), class.read("out/results.jsonl"));
    let ran = class.grade(&["in", "--out", "out"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(class.done("out"), before);
    assert_eq!(class.read("out/results.jsonl"), lines);
    // Points are no part of what is kept.
    let info = class.read("course/info.toml");
    class.write("course/info.toml", info.replace("points = 4", "points = 8"));
    let ran = class.grade(&["in", "--out", "out", "--exercise", "pair"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    class.write("course/info.toml", info);
    assert_eq!(class.done("out"), before);
    let lines = class.lines("out");
    assert_eq!(
        (lines.len(), &lines[2]["score"]),
        (8, &json!(6.0)),
        "{lines:#?}"
    );
}

fn a_changed_file_is_graded_again_and_nothing_else(class: &Class) {
    let before = class.done("out");
    // It is a part of carl's `whole` too.
    class.write("in/carl/pair.rs", pair(DOUBLE, "x * 0.5"));
    let ran = class.grade(&["in", "--out", "out"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(class.done("out"), before + 2);
    let lines = class.lines("out");
    assert_eq!(
        (&lines[4]["score"], &lines[5]["score"]),
        (&json!(4.0), &json!(1.0))
    );
}

fn what_was_killed_goes_on_and_ends_the_same(class: &Class) {
    let mut command = class.command(&["in", "--out", "killed", "--jobs", "1"]);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut said = BufReader::new(child.stderr.take().expect("piped")).lines();
    let tells = |line: &String| line.contains("1 of ");
    let told = said.by_ref().map(|line| line.expect("text")).find(tells);
    assert!(told.is_some(), "it ended without a word");
    child.kill().expect("killed");
    child.wait().expect("ended");
    let before = class.done("killed");
    assert!(
        (1..6).contains(&before),
        "{before} were done when it was killed"
    );
    assert!(!class.path("killed/results.jsonl").exists());
    let ran = class.grade(&["in", "--out", "killed"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        class.read("killed/results.jsonl"),
        class.read("out/results.jsonl")
    );
    // A result that was damaged counts as none.
    let key = class.lines("killed")[0]["key"]
        .as_str()
        .expect("a key")
        .to_owned();
    let done = class.done("killed");
    class.write(&format!("killed/graded/{key}.json"), "{\"schema\":1,");
    let ran = class.grade(&["in", "--out", "killed"]);
    assert_eq!(
        (ran.code, class.done("killed")),
        (Some(0), done + 1),
        "{ran:?}"
    );
    assert_eq!(
        class.read("killed/results.jsonl"),
        class.read("out/results.jsonl")
    );
}

fn what_would_be_wrong_is_refused(class: &Class) {
    class.write("empty/readme.txt", "nobody");
    // What is typed, and a part of what is said.
    let table: [(&[&str], &str); 6] = [
        (&["in", "--out", "in/out"], "lies among the submissions"),
        (&["empty", "--out", "none"], "There is no submission here."),
        (
            &["nowhere", "--out", "none"],
            "The submissions cannot be read.",
        ),
        (
            &["in", "--out", "course/exercises/out"],
            "lies among the exercises",
        ),
        (
            &["in", "--out", "none", "--exercise", "pear"],
            "did you mean `pair`?",
        ),
        (&["in", "--out", "course/info.toml"], "cannot be kept"),
    ];
    for (words, said) in table {
        let ran = class.grade(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        assert!(ran.err.contains(said), "{words:?}: {ran:?}");
    }
}
