//! Watch mode in plain lines.

use crate::cli_support::{Course, GLOSSARY, ONE};

#[test]
fn every_command_answers_in_lines() {
    let course = Course::new();
    let mut watching = course.watch();
    course.write("exercises/01_first/one.rs", "mine");
    let table = [
        ("h", "Hint 1 of 2: Look closer."),
        ("hint", "Hint 2 of 2: It is 42."),
        ("h", "There are no more hints."),
        ("l", "one is pending."),
        ("/ zzz", "No exercise is about zzz."),
        ("/two", "1 exercise. Type j and its name to go there."),
        ("i two", "Exercise two, in the chapter"),
        ("i owt", "There is no exercise `owt`."),
        ("o", "# One"),
        ("e", "Open exercises/01_first/one.rs in your editor"),
        ("d", "once your own code has passed"),
        ("?", "k, or stop: stop the check that runs."),
        ("go", "Type where to, as in j mse."),
        ("g", "This course has no glossary."),
        ("s", "once your own code has passed"),
        ("x", "Type x once more to do it."),
        // Whoever types something else in between has thought better of it.
        ("h", "There are no more hints."),
        ("x", "Type x once more to do it."),
        ("x", "Your text is kept in"),
        ("x", "Type x once more to do it."),
        ("x", "one is as it was at the start."),
        ("nonsense", "Type a letter and Enter"),
        ("n", "one stays open."),
        ("h", "This exercise has no hints."),
        ("j one", "Exercise one, in the chapter"),
    ];
    for (typed, answer) in table {
        watching.types(typed);
        watching.until(answer);
    }
    assert_eq!(course.read("exercises/01_first/one.rs"), ONE);
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
}

#[test]
fn the_glossary_is_listed_and_leads_to_the_exercise_that_introduces_a_term() {
    let course = Course::new();
    course.write("glossary.toml", GLOSSARY);
    let mut watching = course.watch();
    let table = [
        ("g", "hole  two  What is not there."),
        (
            "glossary",
            "Type g and a term to read where it is introduced.",
        ),
        ("g Holes", "hole: What is not there."),
        (
            "g hole",
            "`two` introduces it, in the chapter \"Second\": exercises/02_second/two.rs.",
        ),
        ("g heap", "Type j one to go there."),
        ("g hloe", "did you mean \"hole\"? g lists every term"),
        (
            "g two",
            "j two goes to the exercise of that name; g lists every term",
        ),
        ("g zzz", "There is no term \"zzz\" in the glossary."),
        ("j two", "Exercise two, in the chapter"),
    ];
    for (typed, answer) in table {
        watching.types(typed);
        watching.until(answer);
    }
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
}

#[test]
fn a_save_is_noticed_and_a_save_of_another_exercise_is_answered() {
    let course = Course::new();
    let mut watching = course.watch();
    course.write("exercises/02_second/two.rs", "fn main() { }\n");
    watching.until("You saved exercises/02_second/two.rs, but the exercise being watched is exercises/01_first/one.rs.");
    course.write("exercises/01_first/one.rs", "");
    watching.until("The file of `one` is empty.");
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
}

#[test]
fn nothing_printed_moves_the_cursor() {
    let course = Course::new();
    let mut command = course.command(&["--plain"]);
    let mut child = command
        .stdin(std::process::Stdio::piped())
        .spawn()
        .expect("started");
    let mut input = child.stdin.take().expect("piped");
    std::io::Write::write_all(&mut input, b"h\nl\nq\n").expect("read");
    let output = child.wait_with_output().expect("ended");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("Welcome."), "{text}");
    assert!(!text.contains(['\u{1b}', '\r', '\u{8}']), "{text:?}");
}

#[cfg(unix)]
#[test]
fn a_request_to_end_ends_it() {
    let course = Course::new();
    for signal in ["-INT", "-TERM", "-HUP"] {
        let mut watching = course.watch();
        let id = watching.id().to_string();
        let status = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(status.expect("started").success());
        assert_eq!(watching.ends(), Some(130), "{signal}");
    }
}
