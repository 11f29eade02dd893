//! Pictures of the screens, from the real program in a terminal of its own. `tests/screens/render` paints them into
//! `tests/screens/png`; `tests/screens/render map help` only those.
#![cfg(all(unix, feature = "runner"))]

mod builds_support;
mod cli_support;
#[path = "screens/ink.rs"]
mod ink;
#[path = "terminal_support/learner.rs"]
mod learner;
#[path = "screens/paint.rs"]
mod paint;
#[path = "screens/scenes.rs"]
mod scenes;
mod terminal_support;

use std::fs;
use std::path::Path;
use std::time::Duration;

use cli_support::Course;
use learner::{answered, solve};
use scenes::{SCENES, Step};
use terminal_support::{Terminal, program};

/// A first build takes a minute, and longer where others build beside it.
const PATIENCE: Duration = Duration::from_secs(900);
/// Bytes that a picture may have: the README shows them.
const LARGEST: u64 = 150_000;

#[test]
#[ignore = "paints pictures for the README; tests/screens/render runs it"]
fn every_screen_is_painted() {
    let wanted = std::env::var("SCENES").unwrap_or_default();
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let png = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens/png");
    fs::create_dir_all(&png).expect("made");
    let fonts = paint::Fonts::read();
    let course = Course::learner();
    // Pictures are no test of how fast this machine is.
    let info = course.read("info.toml");
    let patient = info.replacen("build_seconds = 60", "build_seconds = 900", 1);
    assert_ne!(patient, info);
    course.write("info.toml", patient);
    for scene in SCENES {
        // What one scene writes the next ones find: so each is gone through, and only the wanted ones are painted.
        let mut command = program(course.root());
        command.env("LANG", "C.UTF-8");
        command.args(scene.arguments);
        let mut terminal = Terminal::start(command, scene.size);
        for step in scene.steps {
            match step {
                Step::Keys(keys) => terminal.types(keys),
                Step::See(texts) => drop(terminal.until_within(PATIENCE, texts)),
                Step::Gone(text) => drop(terminal.until_gone(text)),
                Step::Write(file, body) => solve(&course, file, body),
                Step::Solve(file, out, put) => course.write(file, answered(file).replace(out, put)),
            }
        }
        if wanted.is_empty() || wanted.contains(&scene.name) {
            let path = png.join(format!("{}.png", scene.name));
            paint::paint(terminal.screen(), scene.colours, &fonts).write(&path);
            let size = fs::metadata(&path).expect("written").len();
            assert!(size < LARGEST, "{}: {size} bytes", scene.name);
        }
        terminal.types("\x03");
        terminal.ends();
    }
}

/// A picture that two scenes paint would show only the later one.
#[test]
fn every_scene_has_a_name_of_its_own() {
    let mut names: Vec<&str> = SCENES.iter().map(|scene| scene.name).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}
