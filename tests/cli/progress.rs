//! Progress through crashes, damage, newer programs and a second runner.

use std::fs;
use std::time::Instant;

use crate::cli_support::{Course, INFO};

/// A course whose first exercise has many hints: showing one is a write of the state.
fn with_hints(number: usize) -> Course {
    let course = Course::new();
    let hints: Vec<String> = (1..=number)
        .map(|hint| format!("\"Hint {hint}.\""))
        .collect();
    let hints = format!("hints = [{}]", hints.join(", "));
    course.write(
        "info.toml",
        INFO.replace("hints = [\"Look closer.\", \"It is 42.\"]", &hints),
    );
    course
}

fn hints_shown(output: &str) -> usize {
    output
        .lines()
        .filter(|line| line.starts_with("Hint "))
        .count()
}

#[test]
fn a_program_killed_at_any_moment_of_a_write_loses_nothing() {
    const KILLS: u32 = 40;
    let course = with_hints(200);
    let start = Instant::now();
    course.run(&["hint"]);
    let whole = start.elapsed();
    let mut shown = 1;
    for kill in 0..KILLS {
        let mut child = course.command(&["hint"]).spawn().expect("started");
        let deadline = Instant::now() + whole * kill / KILLS;
        while Instant::now() < deadline {
            std::thread::yield_now();
        }
        child.kill().expect("killed, or it had ended");
        child.wait().expect("ended");

        let ran = course.run(&["hint"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "kill {kill}");
        let now = hints_shown(&ran.out);
        // The hint just shown, and the one of the killed program if it came to it.
        assert!(
            (shown + 1..=shown + 2).contains(&now),
            "kill {kill}: {shown} {now}"
        );
        shown = now;
    }
}

#[test]
fn a_damaged_state_is_kept_aside_and_the_backup_is_used() {
    type Damage = fn(&[u8]) -> Vec<u8>;
    let damages: [(&str, Damage); 4] = [
        ("empty", |_| Vec::new()),
        ("cut in the middle", |old| old[..old.len() / 2].to_vec()),
        ("cut after a line", |_| b"format = 1\n".to_vec()),
        ("garbage", |_| vec![0xff; 100]),
    ];
    for (what, damage) in damages {
        let course = with_hints(10);
        course.run(&["hint"]);
        course.run(&["hint"]);
        let damaged = damage(&fs::read(course.path(".gradlings/state.toml")).expect("a state"));
        course.write(".gradlings/state.toml", &damaged);

        let ran = course.run(&["hint"]);
        assert_eq!(ran.code, Some(0), "{what}: {ran:?}");
        // The backup knows of one hint; this is one more.
        assert_eq!(hints_shown(&ran.out), 2, "{what}: {ran:?}");
        let aside = ".gradlings/state.damaged-1.toml";
        assert!(ran.err.contains(aside), "{what}: {ran:?}");
        assert_eq!(
            fs::read(course.path(aside)).expect("kept"),
            damaged,
            "{what}"
        );
        assert_eq!(course.run(&["list"]).err, "", "{what}: told once");
    }
}

#[test]
fn a_state_of_a_newer_program_is_refused_and_not_touched() {
    let course = Course::new();
    let newer = "format = 2\n[streaks]\nlongest = 9\n";
    course.write(".gradlings/state.toml", newer);
    for words in [&["list"][..], &["hint"], &["reset", "one"], &["run"]] {
        let ran = course.run(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        assert!(ran.err.contains("A newer gradlings"), "{words:?}: {ran:?}");
        assert!(ran.err.contains("state.toml"), "{words:?}: {ran:?}");
        assert_eq!(course.read(".gradlings/state.toml"), newer, "{words:?}");
    }
}

#[test]
fn a_course_that_cannot_be_written_opens_with_a_notice() {
    let course = Course::new();
    // A file in the place of the folder stops the superuser too, whom permissions do not.
    course.write(".gradlings", "in the way");
    let ran = course.run(&["list"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("the first thing"), "{ran:?}");
    assert!(
        ran.err.contains("note: Your progress cannot be saved"),
        "{ran:?}"
    );
    let ran = course.run(&["hint"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("cannot be saved"), "{ran:?}");
}

#[test]
fn exercises_that_the_course_does_not_have_stay_in_the_state() {
    let course = Course::new();
    course.run(&["hint", "one"]);
    let state = course.read(".gradlings/state.toml");
    course.write(
        ".gradlings/state.toml",
        state.replace("[exercises.one]", "[exercises.gone]"),
    );
    course.run(&["hint", "one"]);
    let state = course.read(".gradlings/state.toml");
    assert!(state.contains("[exercises.gone]"), "{state}");
    assert!(state.contains("[exercises.one]"), "{state}");
}

#[test]
fn a_second_runner_is_told_and_neither_overwrites_the_other() {
    let course = with_hints(10);
    let mut first = course.watch();
    first.types("h");
    first.until("Hint 1 of 10");
    let second = course.run(&["hint"]);
    assert!(
        second.err.contains("Another gradlings is open"),
        "{second:?}"
    );
    assert_eq!(hints_shown(&second.out), 2, "{second:?}");
    first.types("n");
    first.until("Exercise two");
    first.types("q");
    assert_eq!(first.ends(), Some(0));
    let last = course.run(&["hint", "one"]);
    assert_eq!(
        (hints_shown(&last.out), last.err.as_str()),
        (3, ""),
        "{last:?}"
    );
}

#[test]
fn what_was_chosen_is_still_chosen_the_next_time() {
    let course = Course::new();
    let mut watching = course.watch();
    watching.types("n");
    watching.until("Exercise two");
    watching.types("q");
    watching.ends();
    assert!(course.run(&["list"]).out.contains("> pending  two"));
}
