//! Looking back in a terminal: fail, pass, bring the first attempt back, and lose nothing.

use std::time::Duration;

use crate::cli_support::Course;
use crate::terminal_support::{Terminal, program};

const FILE: &str = "exercises/02_losses/mse.rs";
const RIGHT: &str = "(prediction - target).square().mean()";
const SUMMED: &str = "(prediction - target).square().sum()";
/// dfdx takes a minute on two cores, and other tests may run beside this one.
const FIRST_BUILD: Duration = Duration::from_secs(900);

#[test]
fn the_first_attempt_can_be_brought_back_and_the_one_that_passed_is_still_there() {
    let course = Course::learner();
    // On a busy machine the library alone takes longer than a learner's file may.
    let info = course.read("info.toml");
    course.write(
        "info.toml",
        info.replace("build_seconds = 60", "build_seconds = 900"),
    );
    let original = course.read(FILE);
    let write = |body: &str| {
        let todo = original
            .lines()
            .find(|line| line.trim_start().starts_with("todo!("));
        course.write(FILE, original.replace(todo.expect("unsolved"), body));
    };
    write(SUMMED);
    let mut terminal = Terminal::start(program(course.root()), (120, 40));
    terminal.until(&["0.1 hello_tensor"]);
    terminal.types("l/mse\r\r");
    let screen = terminal.until_within(
        FIRST_BUILD,
        &[
            "You added up the squared errors",
            "the check fails",
            "watching",
        ],
    );
    assert!(!screen.contains("Well done"), "{screen}");
    write(RIGHT);
    terminal.until(&["Well done", "watching"]);
    let passed = course.read(FILE);

    terminal.types("a");
    terminal.until(&[
        "mse › attempts",
        "Attempts: 2",
        "passes  now",
        "fails",
        "You added up",
    ]);
    terminal.types("j");
    terminal.until(&[
        "What changed: - attempt 1, + now",
        &format!("- {SUMMED}"),
        &format!("+ {RIGHT}"),
    ]);
    terminal.types("\r");
    terminal.until(&["Put attempt 1 into exercises/02_losses/mse.rs?"]);
    terminal.types("n");
    terminal.until_gone("Put attempt 1 into");
    assert_eq!(course.read(FILE), passed);
    terminal.types("R");
    terminal.until(&["Put attempt 1 into exercises/02_losses/mse.rs?"]);
    terminal.types("y");
    terminal.until(&["You added up the squared errors", "Checks", "watching"]);
    assert!(course.read(FILE).contains(SUMMED));

    terminal.types("a");
    terminal.until(&["fails  now", "passes"]);
    terminal.types("G");
    let first = terminal.until(&["Attempts: 2", "What changed: - attempt 1, + now"]);
    assert!(first.contains("are the same text"), "{first}");
    terminal.types("\x1b[H\r");
    terminal.until(&["Put attempt 2 into"]);
    terminal.types("y");
    terminal.until(&["Well done", "watching"]);
    assert_eq!(course.read(FILE), passed);
    terminal.types("q");
    assert_eq!(terminal.ends().exit_code(), 0);
}
