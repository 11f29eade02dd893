//! Words of a course are data: whatever `info.toml`, a lesson or a solution holds, no escape sequence reaches a terminal.

use crate::cli_support::{Course, INFO};

/// Sets the title and the clipboard, clears the screen, and turns the order of letters round.
const EVIL: &str = r"\u001b]0;title\u0007\u001b]52;c;aGk=\u0007\u001b[2J\u009b31m\u202ex";

/// The same, as it is.
fn evil() -> String {
    let raw = EVIL
        .replace(r"\u001b", "\u{1b}")
        .replace(r"\u0007", "\u{7}");
    raw.replace(r"\u009b", "\u{9b}")
        .replace(r"\u202e", "\u{202e}")
}

fn course() -> Course {
    let course = Course::new();
    let mut info = INFO.to_owned();
    for word in [
        "A small course",
        "Welcome.",
        "First",
        "the first thing",
        "Look closer.",
    ] {
        info = info.replace(&format!("\"{word}\""), &format!("\"{word}{EVIL}\""));
    }
    course.write("info.toml", info);
    let text = format!("//! # Lesson {}\n\n// {}\nfn main() {{}}\n", evil(), evil());
    course.write("exercises/01_first/one.rs", &text);
    course.write("solutions/01_first/one.rs", &text);
    course.write(
        ".gradlings/state.toml",
        "format = 1\n[exercises.one]\ndone = true\npassed_once = true\nhints = 0\n# The end: a file without this line was cut short.\n",
    );
    course
}

#[test]
fn no_command_passes_an_escape_sequence_of_a_course_on() {
    let course = course();
    let wrong = format!("nobody{}", evil().replace('\0', ""));
    let commands: [(&[&str], i32); 7] = [
        (&["list"], 0),
        (&["list", "--json"], 0),
        (&["hint", "one"], 0),
        (&["solution", "one"], 0),
        (&["reset", "one"], 0),
        (&["hint", &wrong], 2),
        (&["--course", &wrong, "list"], 2),
    ];
    for (words, code) in commands {
        let ran = course.run(words);
        assert_eq!(ran.code, Some(code), "{words:?}: {ran:?}");
        let all = format!("{}{}", ran.out, ran.err);
        assert!(!all.is_empty(), "{words:?}");
        let obeyed = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
        assert!(!all.contains(obeyed), "{words:?}: {all:?}");
    }
}

#[test]
fn a_broken_course_is_told_without_its_escape_sequences() {
    let course = Course::new();
    course.write(
        "info.toml",
        format!("format = 2\n\"{EVIL}\" = 1\ntitle = \"x\"\n"),
    );
    let ran = course.run(&["list"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("malformed"), "{ran:?}");
    assert!(
        !ran.err.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{9b}']),
        "{ran:?}"
    );
}
