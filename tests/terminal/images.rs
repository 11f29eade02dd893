//! Pictures pixel by pixel: the terminal is asked, and who cannot show them gets none.

use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use crate::cli_support::Course;
use crate::learner::answered;
use crate::terminal_support::{PATIENCE, Terminal, program};

const FILE: &str = "exercises/01_data/augment.rs";
/// dfdx takes a minute on two cores, and other tests may run beside this one.
const FIRST_BUILD: Duration = Duration::from_secs(900);
const LARGE: (u16, u16) = (120, 40);
/// What is asked first, what only those are asked who answer it, and how a picture begins.
const FIRST: &str = "\x1b[16t\x1b[c";
const SECOND: &str = "\x1b_Gi=31,";
const PICTURE: &str = "\x1b_Ga=T,";

fn command(course: &Course) -> CommandBuilder {
    let mut command = program(course.root());
    // Whatever settings the person has who runs these tests stay out of them.
    command.env("XDG_CONFIG_HOME", course.path("no-settings"));
    command
}

#[test]
fn nothing_that_is_typed_while_the_terminal_is_asked_is_lost() {
    let course = Course::new();
    for is_kitty in [true, false] {
        let mut terminal = Terminal::start(command(&course), LARGE);
        if is_kitty {
            terminal.answers_as_kitty();
        } else {
            // It waits for an answer now, and none comes.
            terminal.until_written(FIRST);
        }
        terminal.types("?");
        terminal.until(&["these keys"]);
        let written = terminal.written();
        assert!(written.contains(FIRST), "{written:?}");
        assert_eq!(written.contains(SECOND), is_kitty, "{written:?}");
        // Not a letter of the answers was taken for a key, and keys are read as ever.
        terminal.types("\x1b");
        terminal.until_gone("these keys");
        // While a check runs, `q` asks.
        terminal.until(&["not checked", "watching"]);
        terminal.types("q");
        assert_eq!(terminal.ends().exit_code(), 0, "{terminal}");
    }
}

#[test]
fn who_wants_no_pictures_or_no_colours_is_not_asked() {
    let course = Course::new();
    course.write("settings.toml", "images = false\n");
    let settings = course.path("settings.toml").display().to_string();
    let with = |words: &[&str]| {
        let mut command = command(&course);
        command.args(words);
        command
    };
    let mut without_colours = command(&course);
    without_colours.env("NO_COLOR", "1");
    let commands = [
        with(&["--no-images"]),
        with(&["--ascii"]),
        with(&["--config", &settings]),
        without_colours,
    ];
    for command in commands {
        let told = format!("{command:?}");
        let mut terminal = Terminal::start(command, LARGE);
        terminal.answers_as_kitty();
        terminal.until(&["watching", "? help"]);
        // Longer than a terminal is waited for.
        terminal.watch_until(Instant::now() + Duration::from_millis(700));
        let written = terminal.written();
        assert!(!written.contains("\x1b[c"), "{told}: {written:?}");
        assert!(!written.contains("\x1b_G"), "{told}: {written:?}");
        terminal.types("q");
        assert_eq!(terminal.ends().exit_code(), 0, "{told}: {terminal}");
    }
}

#[test]
fn plain_lines_and_a_terminal_that_cannot_be_painted_on_get_no_question() {
    let course = Course::new();
    let mut plain = command(&course);
    plain.arg("--plain");
    let mut dumb = command(&course);
    dumb.env("TERM", "dumb");
    for command in [plain, dumb] {
        let mut terminal = Terminal::start(command, LARGE);
        terminal.answers_as_kitty();
        terminal.until_that(PATIENCE, "first lines", |text| text.contains("one"));
        terminal.watch_until(Instant::now() + Duration::from_millis(700));
        assert!(
            !terminal.written().contains('\x1b'),
            "{:?}",
            terminal.written()
        );
    }
}

#[test]
fn a_picture_is_shown_pixel_by_pixel_where_the_terminal_can_and_goes_with_what_lies_over_it() {
    let course = Course::learner();
    // On a busy machine the library alone takes longer than a learner's file may.
    let info = course.read("info.toml");
    let patient = info.replace("build_seconds = 60", "build_seconds = 900");
    course.write("info.toml", patient);
    course.write(FILE, answered(FILE));
    for is_kitty in [true, false] {
        let mut terminal = Terminal::start(command(&course), LARGE);
        if is_kitty {
            terminal.answers_as_kitty();
        }
        // The second time it begins behind what has passed.
        terminal.until(&["? help", "watching"]);
        terminal.types("l/augment\r\r");
        terminal.until_within(FIRST_BUILD, &["augment", "watching"]);
        terminal.until_that(PATIENCE, "chapter page or verdict", |text| {
            text.contains("goes on to augment") || text.contains("Well done")
        });
        if !terminal.text().contains("Well done") {
            terminal.types("\r");
        }
        terminal.until_within(FIRST_BUILD, &["Well done", "watching"]);
        assert!(!terminal.written().contains(PICTURE));
        terminal.types("t");
        terminal.until(&["a digit, moved"]);
        // It plays by itself: a still picture is easier to look at.
        terminal.types("\x1b[F");
        terminal.until(&["Space play"]);
        if is_kitty {
            terminal.until_written(PICTURE);
            terminal.forget_written();
            // Half of it would look like an error: what lies over a picture takes it down.
            terminal.types("?");
            terminal.until(&["the next open exercise, once"]);
            terminal.until_written("\x1b_Ga=d,d=I,");
            terminal.forget_written();
            terminal.types("\x1b");
            terminal.until_gone("the next open exercise, once");
            terminal.until_written(PICTURE);
            // After a change of its size none of the old ones is left.
            terminal.forget_written();
            terminal.resize((110, 38));
            terminal.until_written("\x1b_Ga=d,d=A,");
            terminal.until_written(PICTURE);
            terminal.forget_written();
            terminal.types("\x1b");
            terminal.until(&["[1] Lesson"]);
            terminal.until_written("\x1b_Ga=d,d=I,");
        } else {
            terminal.watch_until(Instant::now() + Duration::from_millis(700));
            assert!(!terminal.written().contains("\x1b_G"));
            assert!(terminal.text().contains('\u{2580}'), "{terminal}");
        }
        terminal.types("q");
        assert_eq!(terminal.ends().exit_code(), 0, "{terminal}");
    }
}
