//! The program in a terminal: what a learner sees and types, from the first build to the end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::cli_support::Course;
use crate::learner::{made, original, solve};
use crate::terminal_support::{PATIENCE, Terminal, program, shell};

const FILE: &str = "exercises/02_losses/mse.rs";
const RIGHT: &str = "(prediction - target).square().mean()";
const SUMMED: &str = "(prediction - target).square().sum()";
const HALVED: &str = "(prediction - target).square().mean() / 2.0";
const ENDLESS: &str = "println!(\"process {}\", std::process::id()); loop {}";

pub const LARGE: (u16, u16) = (120, 40);
pub const ESCAPE: &str = "\x1b";
const ENTER: &str = "\r";
/// dfdx takes a minute on two cores, and other tests may run beside this one.
const FIRST_BUILD: Duration = Duration::from_secs(900);

#[test]
fn the_first_build_says_how_far_it_is_and_leaving_it_asks_first_and_stops_it() {
    let course = Course::empty();
    made(&course);
    let mut terminal = started(&course, LARGE);
    // Nothing that anybody built before is in this folder: the number of crates is known before they are built.
    let screen = terminal.until(&[
        "This happens once.",
        " crates",
        "0.1 hello_tensor",
        "building",
    ]);
    let (done, of) = crates(&screen);
    assert!(done < of && of > 50, "{screen}");
    terminal.until_that(PATIENCE, "progress", |text| crates(text).0 > done);
    terminal.types("q");
    terminal.until(&["A check is running. Quit all the same?"]);
    terminal.types("n");
    terminal.until_gone("Quit all the same?");
    terminal.types("q");
    terminal.until(&["A check is running. Quit all the same?"]);
    terminal.types("y");
    ends_in_order(&mut terminal, "0");
    nothing_runs_in(course.root());
}

#[test]
fn a_learner_gets_from_todo_to_the_next_exercise_without_leaving_the_screen() {
    let course = Course::learner();
    let mut terminal = started(&course, LARGE);
    the_unsolved_exercise_says_todo(&mut terminal);
    the_list_leads_to_another_exercise(&mut terminal);
    a_wrong_answer_is_named_above_its_numbers(&course, &mut terminal);
    what_does_not_compile_is_shown_with_its_line(&course, &mut terminal);
    what_is_no_file_is_said_until_a_file_is_back(&course, &mut terminal);
    the_last_of_several_saves_is_the_one_that_counts(&course, &mut terminal);
    any_size_does_while_a_program_runs(&course, &mut terminal);
    the_right_answer_passes(&course, &mut terminal);
    every_screen_is_left_with_escape_and_the_program_only_with_q(&mut terminal);
    what_is_done_stays_done_after_a_kill(&course, &mut terminal);
}

#[test]
fn a_terminal_of_one_cell_is_no_reason_to_fail() {
    let course = Course::new();
    for size in [(1, 1), (2, 1), (1, 40), (120, 1)] {
        let mut terminal = Terminal::start(program(course.root()), size);
        terminal.until_that(PATIENCE, "first frame", |text| !text.trim().is_empty());
        terminal.resize(LARGE);
        terminal.until(&["1.1 one", "? help", "watching"]);
        terminal.resize(size);
        terminal.until_that(PATIENCE, "frame", |text| !text.trim().is_empty());
        terminal.types("q");
        assert_eq!(terminal.ends().exit_code(), 0, "{size:?}: {terminal}");
    }
}

#[test]
fn whatever_ends_the_program_the_terminal_is_given_back() {
    let course = Course::new();
    for (how, code) in [
        ("q", "0"),
        ("\x03", "0"),
        ("TERM", "0"),
        ("HUP", "0"),
        ("INT", "0"),
    ] {
        let mut terminal = started(&course, LARGE);
        terminal.until(&["watching"]);
        assert!(terminal.screen().alternate_screen() && terminal.screen().hide_cursor());
        if how.len() == 1 {
            terminal.types(how);
        } else {
            signal(how, &number(&course));
        }
        ends_in_order(&mut terminal, code);
    }
}

#[test]
fn a_suspended_program_gives_the_terminal_back_and_comes_back_with_all_it_showed() {
    let course = Course::new();
    let mut terminal = started(&course, LARGE);
    let before = terminal.until(&["watching", "? help"]);
    for _ in 0..2 {
        terminal.types("\x1a");
        is_given_back(&mut terminal);
        // The shell's `fg`.
        terminal.types("\n");
        let after = terminal.until(&["watching", "? help"]);
        assert_eq!(before, after);
        assert!(terminal.screen().alternate_screen() && terminal.screen().hide_cursor());
    }
    terminal.types("?");
    terminal.until(&["these keys"]);
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

fn the_unsolved_exercise_says_todo(terminal: &mut Terminal) {
    terminal.until(&["gradlings  0 Start", "0.1 hello_tensor", "0/"]);
    terminal.until_within(
        FIRST_BUILD,
        &["todo!() is still there: replace it and save", "watching"],
    );
    terminal.types("n");
    terminal.until(&["goes on once this exercise passes"]);
    terminal.types("s");
    terminal.until(&["shows the solution once this exercise has passed"]);
}

fn the_list_leads_to_another_exercise(terminal: &mut Terminal) {
    terminal.types("l");
    terminal.until(&["Course map", "hello_tensor", "Losses"]);
    terminal.types("/mse");
    terminal.until(&["mse_   1 match"]);
    terminal.types(ENTER);
    terminal.until(&["mse   1 match"]);
    terminal.types(ENTER);
    // The page of its chapter stands in the place of the lesson first.
    terminal.until(&[
        "2.1 mse",
        "Enter goes on to mse",
        "todo!() is still there",
        "watching",
    ]);
    terminal.types(ENTER);
    terminal.until(&["Mean squared error"]);
}

fn a_wrong_answer_is_named_above_its_numbers(course: &Course, terminal: &mut Terminal) {
    write(course, SUMMED);
    let screen = terminal.until(&[
        "You added up the squared errors",
        "tolerance",
        "the check fails",
        "watching",
    ]);
    let sentence = screen.find("You added up the squared errors");
    assert!(
        sentence < screen.find("yours") && sentence < screen.find("tolerance"),
        "{screen}"
    );
}

fn what_does_not_compile_is_shown_with_its_line(course: &Course, terminal: &mut Terminal) {
    write(course, "prediction.squared().mean()");
    let line = 1 + course
        .read(FILE)
        .lines()
        .position(|line| line.contains("squared()"))
        .expect("there");
    terminal.until(&[
        "error[E0599]",
        &format!("02_losses/mse.rs:{line}:"),
        "does not compile: 1 error",
        "watching",
    ]);
}

fn what_is_no_file_is_said_until_a_file_is_back(course: &Course, terminal: &mut Terminal) {
    let path = course.path(FILE);
    let text = fs::read(&path).expect("readable");
    fs::remove_file(&path).expect("removed");
    let made = Command::new("mkfifo").arg(&path).status();
    assert!(made.expect("started").success());
    terminal.until(&["There is a named pipe", "not checked", "watching"]);
    fs::remove_file(&path).expect("removed");
    fs::write(&path, text).expect("written");
    let screen = terminal.until(&["does not compile", "watching"]);
    assert!(!screen.contains("named pipe"), "{screen}");
}

fn the_last_of_several_saves_is_the_one_that_counts(course: &Course, terminal: &mut Terminal) {
    // So close together that they are one save, then one that comes while the check of the one before runs.
    write(course, SUMMED);
    write(course, HALVED);
    terminal.until(&["You halved the mean", "watching"]);
    write(course, ENDLESS);
    let running = printed_number(terminal);
    write(course, SUMMED);
    terminal.until(&["You added up the squared errors", "watching"]);
    has_ended(&running);
}

fn any_size_does_while_a_program_runs(course: &Course, terminal: &mut Terminal) {
    write(course, ENDLESS);
    let running = printed_number(terminal);
    for size in [(80, 24), (40, 12), (10, 3), (1, 1), (200, 60), LARGE] {
        terminal.resize(size);
        let shown: &[&str] = match size.0 {
            1 => &["q"],
            10 => &["q quit"],
            40 => &["2.1 mse", "q quit"],
            _ => &["gradlings", "2.1 mse", "running", "K stop", "q quit"],
        };
        terminal.until(shown);
    }
    terminal.until(&["Mean squared error", &format!("process {running}")]);
    terminal.types("K");
    terminal.until(&["stopped   r runs it again", "watching"]);
    has_ended(&running);
    for size in [(80, 24), (40, 12), (10, 3), LARGE] {
        terminal.resize(size);
        terminal.until(&["q quit"]);
    }
    terminal.until(&["Mean squared error", "stopped   r runs it again"]);
}

fn the_right_answer_passes(course: &Course, terminal: &mut Terminal) {
    write(course, RIGHT);
    terminal.until(&[
        "passed: it agrees with the reference",
        "Well done",
        "n next",
        "1/",
        "watching",
    ]);
    // Reset, with a copy of what was there, and put back again.
    let mine = course.read(FILE);
    terminal.types("x");
    terminal.until(&["Put mse back to its original? Your text is kept as a copy."]);
    terminal.types("n");
    terminal.until_gone("Put mse back");
    assert_eq!(course.read(FILE), mine);
    terminal.types("x");
    terminal.until(&["Put mse back to its original?"]);
    terminal.types("y");
    terminal.until(&[
        "mse is as it was at first. Your text is kept in",
        "todo!()",
        "0/",
        "watching",
    ]);
    assert_eq!(course.read(FILE), original(course, FILE));
    let copies = files(&course.path(".gradlings/copies"));
    assert!(
        copies
            .iter()
            .any(|copy| fs::read_to_string(copy).is_ok_and(|copy| copy == mine)),
        "{copies:?}"
    );
    write(course, RIGHT);
    terminal.until(&["Well done", "1/", "watching"]);
}

fn every_screen_is_left_with_escape_and_the_program_only_with_q(terminal: &mut Terminal) {
    let back = |terminal: &mut Terminal, gone: &str| {
        terminal.types(ESCAPE);
        terminal.until_gone(gone);
        terminal.types(ESCAPE);
        terminal.until(&["q quits.", "2.1 mse", "Mean squared error"]);
    };
    terminal.types("h");
    terminal.until(&["Hints", "hint 1/"]);
    back(terminal, "Hints");
    terminal.types("s");
    terminal.until(&[
        "mse › solution",
        "Solution",
        "What differs",
        "(prediction - target).square().mean()",
    ]);
    back(terminal, "What differs");
    terminal.types("?");
    terminal.until(&["go back; never quits", "these keys"]);
    back(terminal, "these keys");
    terminal.types("l");
    terminal.until(&["Course map", "✓ 2.1 mse"]);
    back(terminal, "Course map");
    terminal.types("z");
    terminal.until_gone("[2] Checks");
    terminal.types(ESCAPE);
    terminal.until(&["[2] Checks"]);
}

fn what_is_done_stays_done_after_a_kill(course: &Course, terminal: &mut Terminal) {
    signal("KILL", &number(course));
    // Nobody gave the terminal back, so the shell's lines run into each other.
    terminal.until(&["shell: waiting"]);
    // It starts with the next open exercise, and knows of the one that is done and of its hint.
    *terminal = started(course, LARGE);
    terminal.until(&["2.2 ", "1/", "todo!() is still there", "watching"]);
    terminal.types("l/mse\r\r");
    terminal.until(&["2.1 mse", "Well done", "hint 1/", "watching"]);
    terminal.types("n");
    terminal.until(&["2.2 ", "todo!() is still there", "1/", "watching"]);
    terminal.types("q");
    ends_in_order(terminal, "0");
    nothing_runs_in(course.root());
}

/// The program in a terminal, under a shell.
fn started(course: &Course, size: (u16, u16)) -> Terminal {
    Terminal::start(shell(course.root(), &number_file(course)), size)
}

pub fn number_file(course: &Course) -> PathBuf {
    course.path(".gradlings-number")
}

/// The number of the program's process.
pub fn number(course: &Course) -> String {
    let text = fs::read_to_string(number_file(course)).expect("written by the shell");
    text.trim().to_owned()
}

/// The program has ended with this code, and the terminal is as it was before.
pub fn ends_in_order(terminal: &mut Terminal, code: &str) {
    terminal.until(&[&format!("shell: ended with {code}\n")]);
    is_given_back(terminal);
}

/// The shell has the terminal as it knows it.
pub fn is_given_back(terminal: &mut Terminal) {
    let text = terminal.until(&["shell: ended with", "shell: waiting"]);
    assert!(!terminal.screen().alternate_screen(), "{terminal}");
    assert!(!terminal.screen().hide_cursor(), "{terminal}");
    let modes: Vec<&str> = text.split_whitespace().collect();
    for mode in ["icanon", "echo", "isig", "opost", "icrnl"] {
        assert!(modes.contains(&mode), "no {mode}: {terminal}");
    }
}

/// Crates done and crates in all, as the screen has them.
fn crates(text: &str) -> (usize, usize) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let found = words.windows(4).find_map(|words| match words {
        [done, "of", of, "crates" | "crates,"] => Some((done.parse().ok()?, of.parse().ok()?)),
        _ => None,
    });
    found.unwrap_or_default()
}

/// The number that the learner's program printed about itself.
fn printed_number(terminal: &mut Terminal) -> String {
    let number = |text: &str| {
        let (_, behind) = text.split_once("process ")?;
        let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
        (!digits.is_empty()).then_some(digits)
    };
    let text = terminal.until_that(PATIENCE, "number", |text| number(text).is_some());
    number(&text).expect("there")
}

fn has_ended(number: &str) {
    let alive = Command::new("kill")
        .args(["-0", number])
        .output()
        .expect("started");
    assert!(!alive.status.success(), "{number} is still running");
}

pub fn signal(name: &str, number: &str) {
    let sent = Command::new("kill")
        .args([&format!("-{name}"), number])
        .status();
    assert!(sent.expect("started").success(), "{name} to {number}");
}

/// Nothing that was started in this folder is still running. Only Linux tells.
fn nothing_runs_in(folder: &Path) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let mut running = Vec::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let words = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            let words = String::from_utf8_lossy(&words).replace('\0', " ");
            // The shell of the terminal has the folder among its words.
            if words.contains(&*folder.to_string_lossy()) && !words.starts_with("sh ") {
                running.push(words);
            }
        }
        if running.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "{running:?}");
        std::thread::yield_now();
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(files(&path)),
            path => found.push(path),
        }
    }
    found
}

/// The exercise with this in the place of its `todo!()`.
fn write(course: &Course, body: &str) {
    solve(course, FILE, body);
}
