//! What somebody notices who lives in terminals.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use portable_pty::CommandBuilder;
use vt100::{Color, MouseProtocolMode};

use super::course::{ESCAPE, LARGE, ends_in_order, is_given_back, number, number_file, signal};
use crate::cli_support::Course;
use crate::terminal_support::{PATIENCE, Terminal, shell};

const SMALL: &str = "exercises/01_first/one.rs";

fn started_with(course: &Course, set: impl Fn(&mut CommandBuilder)) -> Terminal {
    let mut command = shell(course.root(), &number_file(course));
    // Whatever settings the person has who runs these tests stay out of them.
    command.env("XDG_CONFIG_HOME", course.path("no-settings"));
    set(&mut command);
    Terminal::start(command, LARGE)
}

fn script(course: &Course, name: &str, text: &str) -> String {
    course.write(name, format!("#!/bin/sh\n{text}\n"));
    let path = course.path(name);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("executable");
    path.display().to_string()
}

/// The colours that are on the screen, other than the terminal's own.
fn colours(terminal: &Terminal) -> Vec<Color> {
    let screen = terminal.screen();
    let (rows, columns) = screen.size();
    let mut colours = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let Some(cell) = screen.cell(row, column) else {
                continue;
            };
            for colour in [cell.fgcolor(), cell.bgcolor()] {
                if colour != Color::Default && !colours.contains(&colour) {
                    colours.push(colour);
                }
            }
        }
    }
    colours
}

#[test]
fn the_editor_gets_the_terminal_at_the_line_and_gives_it_back() {
    let course = Course::new();
    let line = "echo \"editor: $@\"; read -r answer; echo \"// $answer\" >>\"$2\"";
    let editor = script(&course, "bin/vi", line);
    let mut terminal = started_with(&course, |command| command.env("EDITOR", &editor));
    terminal.until(&["watching", "? help"]);
    course.write(
        SMALL,
        "//! # One\n\npub fn one() {\n    todo!()\n}\n\nfn main() {}\n",
    );
    terminal.until(&["watching", "? help"]);
    for answer in ["changed", "again"] {
        terminal.types("e");
        terminal.until(&["editor: +4 ", SMALL]);
        assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
        // What is typed goes to the editor; none of it is a key of the program.
        terminal.types(&format!("{answer}\n"));
        terminal.until(&["watching", "? help", "1.1 one"]);
        assert!(terminal.screen().alternate_screen() && terminal.screen().hide_cursor());
        assert!(course.read(SMALL).ends_with(&format!("// {answer}\n")));
    }
    // What the editor saved may still be being checked; this key does not ask.
    terminal.types("\x03");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn an_editor_that_is_suspended_takes_the_program_along() {
    let course = Course::new();
    // As vi does for Ctrl-Z: it stops the whole job.
    let line = "echo editor: here; kill -TSTP 0; echo editor: back; read -r answer";
    let editor = script(&course, "bin/vi", line);
    let mut terminal = started_with(&course, |command| command.env("EDITOR", &editor));
    terminal.until(&["watching", "? help"]);
    terminal.types("e");
    is_given_back(&mut terminal);
    terminal.types("\n");
    terminal.until(&["editor: back"]);
    terminal.types("\n");
    terminal.until(&["watching", "? help"]);
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn in_tmux_the_editor_gets_a_pane_and_the_screen_stays() {
    let course = Course::new();
    let said = course.path("said");
    script(
        &course,
        "bin/tmux",
        &format!("echo \"$@\" >>{}; echo %7", said.display()),
    );
    let path = format!(
        "{}:{}",
        course.path("bin").display(),
        std::env::var("PATH").unwrap()
    );
    let mut terminal = started_with(&course, |command| {
        command.env("EDITOR", "vi");
        command.env("TMUX", "/tmp/somewhere,1,0");
        command.env("TMUX_PANE", "%3");
        command.env("PATH", &path);
    });
    terminal.until(&["watching", "? help"]);
    terminal.types("e");
    terminal.until(&["one.rs is open in a pane of tmux."]);
    terminal.types("e");
    terminal.until(&["one.rs is open in the pane beside this one."]);
    let said = fs::read_to_string(said).expect("tmux was asked");
    let lines: Vec<&str> = said.lines().collect();
    assert!(
        lines[0].starts_with("split-window -h -t %3 -P -F #{pane_id} -- vi"),
        "{said}"
    );
    assert_eq!(lines[1], "select-pane -t %7");
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_takes_it_again() {
    let course = Course::new();
    let mut terminal = started_with(&course, |_| {});
    let before = terminal.until(&["watching", "? help"]);
    signal("TSTP", &number(&course));
    is_given_back(&mut terminal);
    terminal.types("\n");
    assert_eq!(terminal.until(&["watching", "? help"]), before);
    assert!(terminal.screen().alternate_screen() && terminal.screen().hide_cursor());
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn the_list_is_searched_and_left_with_escape() {
    let course = Course::new();
    let mut terminal = started_with(&course, |_| {});
    terminal.until(&["watching", "? help"]);
    terminal.types("l/second");
    let screen = terminal.until(&["second_   1 match", "2.1 two"]);
    assert!(!screen.contains("1.1 one  now"), "{screen}");
    terminal.types("\x7f\x7f\x7f\x7f\x7f\x7ffirst");
    terminal.until(&["first_   1 match", "1.1 one  now"]);
    terminal.types(ESCAPE);
    terminal.until(&["1.1 one  now", "○ 2.1 two", "✓ done"]);
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn a_pane_can_have_the_whole_screen() {
    let course = Course::new();
    let mut terminal = started_with(&course, |_| {});
    terminal.until(&["watching", "[1] Lesson", "[2] Checks"]);
    terminal.types("2z");
    terminal.until_gone("[1] Lesson");
    terminal.types("z");
    terminal.until(&["[1] Lesson", "[2] Checks"]);
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn what_is_copied_arrives_on_the_clipboard_of_the_terminal() {
    let course = Course::new();
    let mut terminal = started_with(&course, |_| {});
    terminal.until(&["watching", "? help"]);
    terminal.types("Y");
    terminal.until(&["Copied "]);
    let copied = terminal.copied();
    assert!(copied.starts_with(SMALL), "{copied}");
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
}

#[test]
fn the_mouse_belongs_to_the_terminal_until_it_is_asked_for() {
    let course = Course::new();
    let mut terminal = started_with(&course, |_| {});
    terminal.until(&["watching", "? help"]);
    assert_eq!(
        terminal.screen().mouse_protocol_mode(),
        MouseProtocolMode::None
    );
    terminal.types("M");
    terminal.until(&["The mouse scrolls and selects"]);
    assert_eq!(
        terminal.screen().mouse_protocol_mode(),
        MouseProtocolMode::PressRelease
    );
    terminal.types("l");
    terminal.until(&["Course map", "the first thing"]);
    // A notch of the wheel over the list, then a click on the first exercise.
    terminal.types("\x1b[<65;45;6M");
    terminal.until(&["the second thing", "needs    1.1 one"]);
    terminal.types("\x1b[<0;45;4M\x1b[<0;45;4m");
    terminal.until(&["the first thing", "leads to 2.1 two"]);
    terminal.types("q");
    ends_in_order(&mut terminal, "0");
    assert_eq!(
        terminal.screen().mouse_protocol_mode(),
        MouseProtocolMode::None
    );
}

#[test]
fn themes_and_no_color_are_obeyed() {
    let course = Course::new();
    let indexed = |number: u8| Color::Idx(number);
    type Set = fn(&mut CommandBuilder);
    let table: [(Set, &[Color], &[Color]); 5] = [
        (|_| {}, &[indexed(6)], &[indexed(24), indexed(117)]),
        (
            |command| command.args(["--theme", "light"]),
            &[indexed(24)],
            &[indexed(6)],
        ),
        (
            |command| command.args(["--theme", "dark"]),
            &[indexed(117)],
            &[indexed(6)],
        ),
        (
            |command| command.args(["--theme", "contrast"]),
            &[indexed(16), indexed(231)],
            &[indexed(6)],
        ),
        (
            |command| command.env("NO_COLOR", "1"),
            &[],
            &[indexed(6), indexed(16)],
        ),
    ];
    for (set, there, not_there) in table {
        let mut terminal = started_with(&course, set);
        terminal.until(&["watching", "? help"]);
        let found = colours(&terminal);
        assert!(
            there.iter().all(|colour| found.contains(colour)),
            "{found:?}"
        );
        assert!(
            !not_there.iter().any(|colour| found.contains(colour)),
            "{found:?}"
        );
        if there.is_empty() {
            assert_eq!(found, []);
            // crossterm by itself would drop these too.
            let bold = terminal.screen().cell(0, 1).is_some_and(vt100::Cell::bold);
            assert!(bold, "{terminal}");
        }
        terminal.types("q");
        ends_in_order(&mut terminal, "0");
    }
}

#[test]
fn a_settings_file_gives_other_keys_and_a_slip_in_it_is_said_with_its_line() {
    let course = Course::new();
    let settings = "theme = \"pink\"\nascii = true\n\n[keys]\nquit = \"Q\"\nhint = [\"H\", \"f2\"]\nlist = \"H\"\n";
    course.write("mine.toml", settings);
    let mut terminal = started_with(&course, |command| command.args(["--config", "mine.toml"]));
    terminal.until(&["(1 of 2, the rest when you leave) mine.toml:1: There is no theme pink."]);
    terminal.until_that(PATIENCE, "only ASCII", |text| {
        text.contains("Q quit") && text.is_ascii()
    });
    // `q` is no key any more; `H` stays the hint, and the list keeps its own.
    terminal.types("q");
    terminal.until(&["watching", "H hint", "l list", "Q quit"]);
    terminal.types("H");
    terminal.until(&["Hint 1", "Look closer."]);
    terminal.types("Q");
    terminal.until(&["shell: ended with 0"]);
    let text = terminal.until(&["shell: waiting"]);
    // It is all still to be read once the screen is gone.
    assert!(
        text.contains("mine.toml:7") && text.contains("both `hint` and `list`"),
        "{text}"
    );
}

#[test]
fn paths_are_links_where_the_terminal_is_known_to_follow_them() {
    for (known, expected) in [("1", true), ("0", false)] {
        let course = Course::new();
        let mut terminal = started_with(&course, |command| command.env("FORCE_HYPERLINK", known));
        terminal.until(&["watching", SMALL]);
        let ending = format!("{}/{SMALL}", name_of(course.root()));
        let linked = terminal.links().iter().any(|link| link.ends_with(&ending));
        assert_eq!(linked, expected, "{:?}", terminal.links().first());
        terminal.types("q");
        ends_in_order(&mut terminal, "0");
    }
}

fn name_of(folder: &Path) -> String {
    folder
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}
