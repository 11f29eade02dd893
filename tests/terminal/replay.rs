//! A show in a terminal: looked at step by step, played, and its curves looked at nearer; a training while the terminal
//! changes its size.

use std::time::Duration;

use crate::cli_support::Course;
use crate::learner::answered;
use crate::terminal_support::{Terminal, program};

const FILE: &str = "exercises/03_gradient/gradient_step.rs";
const LINE: &str = "exercises/03_gradient/fit_line.rs";
/// dfdx takes a minute on two cores, and other tests may run beside this one.
const FIRST_BUILD: Duration = Duration::from_secs(900);
const ESCAPE: &str = "\x1b";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";

#[test]
fn the_way_down_is_gone_through_played_paused_and_looked_at_nearer() {
    let course = Course::learner();
    // On a busy machine the library alone takes longer than a learner's file may.
    let info = course.read("info.toml");
    let patient = info.replace("build_seconds = 60", "build_seconds = 900");
    course.write("info.toml", patient);
    course.write(FILE, answered(FILE));
    let mut terminal = Terminal::start(program(course.root()), (120, 40));
    terminal.until(&["0.1 hello_tensor"]);
    terminal.types("l/gradient_step\r\r");
    terminal.until(&["Enter goes on to gradient_step"]);
    terminal.types("\r");
    terminal.until_within(FIRST_BUILD, &["Well done", "watching"]);
    terminal.types("t");
    terminal.until(&["loss of a line: the way down", "Space pause"]);
    // Any key of the replay stops it at the moment that it asks for.
    for (key, says) in [
        (HOME, "step 0 (1 of 41)"),
        (RIGHT, "step 1 (2 of 41)"),
        (RIGHT, "step 2 (3 of 41)"),
        (LEFT, "step 1 (2 of 41)"),
        (END, "step 40 (41 of 41)"),
    ] {
        terminal.types(key);
        terminal.until(&[says, "Space play"]);
    }
    // It plays from the beginning and stands still where it is paused.
    terminal.types(" ");
    terminal.until(&["Space pause", "step 3 (4 of 41)"]);
    terminal.types(" ");
    let paused = terminal.until(&["Space play"]);
    terminal.types("z");
    let alone = terminal.until_gone("Metrics");
    assert_eq!(moment(&alone), moment(&paused));
    terminal.types(ESCAPE);
    terminal.until(&["Metrics"]);
    // The curves: nearer, smoother, and back.
    terminal.types(END);
    terminal.until(&["step 40 (41 of 41)"]);
    terminal.types("1+");
    terminal.until(&[" 20    ", "step 40 "]);
    terminal.types("-m");
    terminal.until(&["Loss (smooth 0.6)"]);
    terminal.types(ESCAPE);
    terminal.until(&["Well done", "[1] Lesson"]);

    // A training that takes its time goes on while the terminal changes its size.
    let slow = "report::metric(\"loss\", step, loss.array());";
    let slower = format!("{slow} std::thread::sleep(std::time::Duration::from_millis(20));");
    course.write(LINE, answered(LINE).replacen(slow, &slower, 1));
    terminal.types("n");
    terminal.until_within(FIRST_BUILD, &["fit_line › training", "Progress"]);
    for size in [(80, 24), (40, 12), (120, 40)] {
        terminal.resize(size);
        terminal.until(&["fit_line", "loss"]);
    }
    terminal.until(&["fit_line › training", "Progress"]);
    terminal.types("K");
    terminal.until(&["stopped"]);
    terminal.types("q");
    assert_eq!(terminal.ends().exit_code(), 0);
}

/// The step that is seen, and of how many.
fn moment(text: &str) -> &str {
    let end = text.find(" of 41)").expect("it is one of many");
    let from = text[..end].rfind("step ").expect("a moment");
    &text[from..end]
}
