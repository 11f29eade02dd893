use std::path::Path;

use super::Course;
use super::info::DEFAULT_BUDGET;

const GOOD: &str = r#"
format = 2
title = "T"
[[chapters]]
name = "01_a"
title = "A"
[[exercises]]
name = "one"
chapter = "01_a"
teaches = "x"
"#;

#[test]
fn a_sound_course_is_read() {
    let course = Course::parse(Path::new("/c"), GOOD).expect("sound");
    assert_eq!(course.exercises[0].path(), "exercises/01_a/one.rs");
    assert_eq!(course.exercises[0].budget, DEFAULT_BUDGET);
}

#[test]
fn a_hint_is_a_text_or_a_table_that_names_its_check() {
    let hints = "hints = [\"one\", { text = \"two\", check = \"softmax\" }]";
    let course = Course::parse(Path::new("/c"), &format!("{GOOD}{hints}\n")).expect("sound");
    let hints = course.exercises[0].hints.iter();
    let read: Vec<_> = hints
        .map(|hint| (hint.text.as_str(), hint.check.as_deref()))
        .collect();
    assert_eq!(read, [("one", None), ("two", Some("softmax"))]);
    let wrong = format!("{GOOD}hints = [{{ txt = \"two\" }}]\n");
    let problem = Course::parse(Path::new("/c"), &wrong).expect_err("no text");
    assert!(
        problem.what.contains("a hint is a text, or a table"),
        "{problem}"
    );
}

/// The sound course with a track of these keys.
fn track(keys: &str) -> String {
    format!("{GOOD}[[tracks]]\n{keys}\ntitle = \"T\"\n")
}

#[test]
fn every_fault_of_a_course_is_told_with_its_line() {
    let table = [
        (
            GOOD.replace("title = \"T\"", "title = "),
            "malformed",
            ":3:9",
        ),
        (GOOD.replace("teaches", "teachs"), "unknown field", ":10:1"),
        (
            format!("{GOOD}[[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"y\"\n"),
            "`one` is there twice",
            ":12:8",
        ),
        (
            GOOD.replace("\"one\"", "\"../one\""),
            "would leave the course",
            ":8:8",
        ),
        (
            GOOD.replace("name = \"01_a\"", "name = \"..\""),
            "would leave the course",
            ":4:1",
        ),
        (
            GOOD.replace("chapter = \"01_a\"", "chapter = \"02\""),
            "not declared",
            ":9:11",
        ),
        (
            GOOD.replace("teaches = \"x\"", "teaches = \"x\"\nneeds = [\"two\"]"),
            "does not come before",
            ":11:10",
        ),
        (
            format!(
                "{GOOD}[exercises.predict]\nask = \"?\"\nchoices = [\"a\", \"b\"]\nanswer = 3\nbecause = \"x\"\n"
            ),
            "names an answer that is not among its choices",
            ":11:1",
        ),
        (
            GOOD.replace("teaches = \"x\"", "teaches = \"x\"\nminutes = 0"),
            "takes 0 minutes",
            ":11:11",
        ),
        (track("name = \"first steps\""), "cannot be typed", ":12:8"),
        (track("name = \"everything\""), "is taken", ":12:8"),
        (track("name = \"t\""), "has no exercise", ":12:8"),
        (
            track("name = \"t\"\nexercises = [\"one\", \"two\"]"),
            "the exercise `two`, which the course does not have",
            ":13:21",
        ),
        (
            track("name = \"t\"\nchapters = [\"02_b\"]"),
            "the chapter `02_b`, which the course does not have",
            ":13:13",
        ),
        (
            track(
                "name = \"t\"\nchapters = [\"01_a\"]\ntitle = \"T\"\n[[tracks]]\nname = \"t\"\nexercises = [\"one\"]",
            ),
            "`t` is there twice",
            ":16:8",
        ),
        (
            GOOD.replace("format = 2", "format = 9"),
            "format 9",
            "info.toml",
        ),
    ];
    for (text, what, place) in table {
        let problem = Course::parse(Path::new("/c"), &text).expect_err(what);
        assert!(problem.what.contains(what), "{problem}");
        assert!(
            problem
                .place
                .as_deref()
                .is_some_and(|at| at.ends_with(place)),
            "{problem}"
        );
    }
}
