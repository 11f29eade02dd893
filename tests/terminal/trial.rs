//! What was built, used in a terminal: with files, with what is typed, and with a save in the middle of it.

use std::fs;
use std::time::Duration;

use crate::author_support::one::OneExercise;
use crate::terminal_support::{Terminal, program};

const SOLUTION: &str = include_str!("../trial_support/solution.rs");
const CHECK: &str = include_str!("../trial_support/check.rs");
/// dfdx takes a minute on two cores, and other tests may run beside this one.
const FIRST_BUILD: Duration = Duration::from_secs(900);
const ESCAPE: &str = "\x1b";
const ENTER: &str = "\r";
const END_OF_LINES: &str = "\x04";
const ERASE_LINE: &str = "\x15";

#[test]
fn what_was_built_answers_what_is_typed() {
    let course = OneExercise::new("backwards", "function", SOLUTION, CHECK);
    let info = course.root.join("info.toml");
    let entry = fs::read_to_string(&info).expect("read") + "usable = true\n";
    fs::write(info, entry).expect("written");
    course.write(&[("text.chars().rev().collect()", "text")]);
    fs::write(course.root.join("a b.txt"), "tac").expect("written");
    let mut terminal = Terminal::start(program(&course.root), (120, 40));
    terminal.until_within(FIRST_BUILD, &["the check fails", "watching"]);
    terminal.types("u");
    terminal.until(&["u runs what you have built once this exercise has passed."]);
    course.write(&[]);
    terminal.until(&["Well done", "u use it", "watching"]);

    a_file_that_is_missing_is_told_and_the_line_can_be_mended(&mut terminal);
    lines_are_answered_in_any_size(&mut terminal);
    a_save_waits_until_the_program_has_ended(&course, &mut terminal);
    what_never_asks_is_stopped_with_escape(&course, &mut terminal);
    terminal.types("q");
    assert_eq!(terminal.ends().exit_code(), 0);
}

fn a_file_that_is_missing_is_told_and_the_line_can_be_mended(terminal: &mut Terminal) {
    terminal.types("u");
    terminal.until(&["backwards › in use", "files, or nothing; Enter begins"]);
    terminal.types("'a b.tx'");
    terminal.types(ENTER);
    terminal.until(&["a b.tx cannot be read", "Next: look at the path"]);
    terminal.types(ERASE_LINE);
    terminal.types("'a b.txt'");
    terminal.types(ENTER);
    terminal.until(&[
        "says your lines backwards",
        "a b.txt: cat",
        "It waits for a line",
    ]);
}

fn lines_are_answered_in_any_size(terminal: &mut Terminal) {
    terminal.types("abc");
    terminal.types(ENTER);
    terminal.until(&["› abc", "cba", "letters", "It waits for a line"]);
    terminal.types("床前明");
    // crossterm hands on what is typed in the same moment as a resize only with the next key.
    terminal.until(&["› 床前明_"]);
    for size in [(80, 24), (40, 12), (120, 40)] {
        terminal.resize(size);
        terminal.until(&["› 床前明_", "cba", "letters"]);
    }
    terminal.types("月光");
    terminal.types(ENTER);
    terminal.until(&["› 床前明月光", "光月明前床", "It waits for a line"]);
}

fn a_save_waits_until_the_program_has_ended(course: &OneExercise, terminal: &mut Terminal) {
    course.write(&[("Time {times}", "Now {times}")]);
    terminal.until(&["Saved. The program goes on as it was"]);
    terminal.types("still there");
    terminal.types(ENTER);
    terminal.until(&["ereht llits"]);
    terminal.types(END_OF_LINES);
    terminal.until(&["It has come to its end; Enter runs it again."]);
    // It waits for the check of what was saved, and runs that.
    terminal.types(ENTER);
    terminal.until(&["Now 2.", "a b.txt: cat", "It waits for a line"]);
    terminal.types(ESCAPE);
    terminal.until(&["[1] Lesson", "Well done"]);
}

fn what_never_asks_is_stopped_with_escape(course: &OneExercise, terminal: &mut Terminal) {
    let endless =
        "loop { trial.say(\"word \\n\"); }\n    #[allow(unreachable_code)]\n    let times =";
    // A verdict in between, so that the one that follows can be told from the one before.
    course.write(&[("text.chars().rev().collect()", "text")]);
    terminal.until(&["the check fails", "watching"]);
    course.write(&[("let times =", endless)]);
    terminal.until(&["Well done", "watching"]);
    terminal.types("u");
    terminal.until(&["files, or nothing; Enter begins"]);
    terminal.types(ENTER);
    terminal.until(&["lines dropped", "your program runs"]);
    terminal.types(ESCAPE);
    terminal.until(&["[1] Lesson", "Well done", "watching"]);
}
