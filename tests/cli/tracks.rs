//! Tracks, minutes and the pages of chapters, on the command line and in plain lines.

use crate::cli_support::{Course, INFO};

/// The small course with a third exercise, minutes and two tracks.
fn course() -> Course {
    let course = Course::new();
    let more = r#"minutes = 20

[[exercises]]
name = "three"
chapter = "02_second"
teaches = "the third thing"
minutes = 70

[[tracks]]
name = "second-half"
title = "The second half"
about = "What comes later."
exercises = ["two"]

[[tracks]]
name = "short-cut"
title = "The short cut"
exercises = ["two"]
closed = true
"#;
    let info = INFO.replace(
        "teaches = \"the first thing\"",
        "teaches = \"the first thing\"\nminutes = 5",
    );
    course.write("info.toml", info + more);
    course.write(
        "exercises/01_first/README.md",
        "# First\n\nWhy there is a first.\n",
    );
    for side in ["exercises", "solutions", "checks"] {
        course.write(&format!("{side}/02_second/three.rs"), "fn main() {}\n");
    }
    course
}

#[test]
fn the_list_has_minutes_and_tracks_and_of_a_track_only_what_lies_on_it() {
    let course = course();
    let whole = "First
> pending  one      5 min  the first thing
Second
  pending  two     20 min  the second thing
  pending  three   70 min  the third thing
You have done 0 of 3 exercises.
What is left takes about 1 hour and 35 minutes.
Tracks
  second-half  The second half: What comes later. You have done 0 of 2 exercises.
  short-cut    The short cut: You have done 0 of 1 exercise.
`gradlings --track NAME` goes along a track.
";
    let half = "First
> pending  one    5 min  the first thing
Second
  pending  two   20 min  the second thing
You have done 0 of 2 exercises.
What is left takes about 25 minutes.
The track \"The second half\" also needs: one.
";
    let short = "Second
  pending  two   20 min  the second thing
You have done 0 of 1 exercise.
What is left takes about 20 minutes.
";
    let table = [
        (&["list"][..], whole),
        (&["list", "--track", "second-half"], half),
        (&["--track", "second-half", "list"], half),
        (&["list", "--track", "short-cut"], short),
        // To look is not to follow.
        (&["list"], whole),
        (&["list", "--track", "everything"], whole),
    ];
    for (words, expected) in table {
        let ran = course.run(words);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(0), expected),
            "{words:?}"
        );
    }
    let ran = course.run(&["list", "--json", "--track", "second-half"]);
    let listed: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(2), "{listed}");
    assert_eq!(listed[0]["tracks"], serde_json::json!([]));
    assert_eq!(listed[1]["minutes"], 20);
    let tracks = serde_json::json!(["second-half", "short-cut"]);
    assert_eq!(listed[1]["tracks"], tracks);
}

#[test]
fn all_of_a_track_is_checked_and_nothing_else() {
    let course = course();
    let ran = course.run(&["check-all", "--json", "--track", "short-cut"]);
    let checked: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let names: Vec<_> = checked.as_array().expect("an array").iter().collect();
    assert_eq!(names.len(), 1, "{checked}");
    assert_eq!(names[0]["name"], "two");
}

#[test]
fn a_track_that_is_not_there_and_a_command_that_knows_none_are_answered_with_the_mend() {
    let course = course();
    let table = [
        (
            &["list", "--track", "short_cut"][..],
            "did you mean `short-cut`?",
        ),
        (
            &["--plain", "--track", "zzz"],
            "type `gradlings list` for the tracks",
        ),
        (
            &["--track", "short-cut", "hint"],
            "does the same on every track",
        ),
    ];
    for (words, expected) in table {
        let ran = course.run(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        assert!(ran.err.contains(expected), "{words:?}: {ran:?}");
    }
}

#[test]
fn a_track_is_followed_from_start_to_start_until_it_is_left() {
    let course = course();
    let starts_at = |words: &[&str], name: &str| {
        let mut command = course.command(words);
        let mut child = command
            .stdin(std::process::Stdio::piped())
            .spawn()
            .expect("started");
        let mut input = child.stdin.take().expect("piped");
        std::io::Write::write_all(&mut input, b"q\n").expect("read");
        let output = child.wait_with_output().expect("ended");
        let text = String::from_utf8(output.stdout).expect("text");
        let exercise = format!("Exercise {name}, in the chapter");
        assert!(text.contains(&exercise), "{words:?}, {name}: {text}");
    };
    // What the track needs comes first, unless it is closed.
    starts_at(&["--plain", "--track", "second-half"], "one");
    starts_at(&["--plain", "--track", "short-cut"], "two");
    starts_at(&["--plain"], "two");
    let ran = course.run(&["list"]);
    assert!(ran.out.contains("> short-cut    The short cut:"), "{ran:?}");
    assert!(
        ran.out.ends_with(
            "You follow the track \"The short cut\"; `gradlings --track everything` leaves it.\n"
        ),
        "{ran:?}"
    );
    let mut watching = course.watch();
    for (typed, answer) in [
        ("n", "This is the last exercise that is open."),
        ("t", "You follow the track \"The short cut\"; t everything"),
        ("t zzz", "There is no track `zzz`"),
        ("t everything", "t NAME goes along a track."),
        ("n", "Exercise three, in the chapter"),
        ("t second-half", "Exercise one, in the chapter"),
        ("n", "Exercise two, in the chapter"),
        ("n", "Exercise one, in the chapter"),
    ] {
        watching.types(typed);
        watching.until(answer);
    }
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
    starts_at(&["--plain"], "one");
    starts_at(&["--plain", "--track", "everything"], "one");
    assert!(!course.read(".gradlings/state.toml").contains("track ="));
}

#[test]
fn the_page_of_a_chapter_is_read_before_its_first_exercise_and_again_on_request() {
    let course = course();
    let said = |typed: &[u8]| {
        let mut command = course.command(&["--plain"]);
        let mut child = command
            .stdin(std::process::Stdio::piped())
            .spawn()
            .expect("started");
        let mut input = child.stdin.take().expect("piped");
        std::io::Write::write_all(&mut input, typed).expect("read");
        let output = child.wait_with_output().expect("ended");
        String::from_utf8(output.stdout).expect("text")
    };
    let page = "This is the chapter \"First\". It takes about 5 minutes.\n# First\n\nWhy there is a first.\nExercise one";
    let first = said(b"h\nq\n");
    assert!(first.contains(page), "{first}");
    // A hint was opened: the chapter is begun.
    let second = said(b"q\n");
    assert!(!second.contains("Why there is a first."), "{second}");
    let asked = said(b"w\nq\n");
    assert!(asked.contains("Why there is a first."), "{asked}");
    let none = said(b"j two\nw\nq\n");
    assert!(none.contains("This chapter has no page."), "{none}");
}
