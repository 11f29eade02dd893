//! The same waits in rustlings, where it is installed: `cargo install rustlings`, or GRADLINGS_RUSTLINGS names the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use crate::terminal_support::Terminal;

const FILE: &str = "exercises/00_intro/intro1.rs";
const LONG: Duration = Duration::from_secs(120);

/// What was measured, in the order of the waits.
pub struct Waits {
    pub verdicts: Vec<Duration>,
    pub errors: Vec<Duration>,
    pub frames: Vec<Duration>,
}

/// Measures it in a folder of its own below `place`, with as many rounds and the same pause before each save as ours.
pub fn measure(place: &Path, size: (u16, u16), rounds: usize, pause: Duration) -> Option<Waits> {
    let program = std::env::var_os("GRADLINGS_RUSTLINGS")
        .map_or_else(|| PathBuf::from("rustlings"), PathBuf::from);
    let folder = made(&program, place)?;
    let start = || {
        let mut command = CommandBuilder::new(&program);
        command.cwd(&folder);
        command.env("TERM", "xterm-256color");
        Terminal::start(command, size)
    };
    let mut terminal = start();
    let screen = first_screen(&mut terminal);
    if !screen.contains("Progress") {
        terminal.types("\r");
        terminal.until_within(LONG, &["intro1", "Progress"]);
    }
    let original = fs::read_to_string(folder.join(FILE)).expect("there");
    // Its message scrolls; what is looked for stands in its first line.
    let body = |line: &str| format!("fn main() {{\n    {line}\n}}\n");
    let mut save = |text: String, wanted: &str| {
        terminal.watch_until(Instant::now() + pause);
        fs::write(folder.join(FILE), text).expect("saved");
        let began = Instant::now();
        terminal.until_within(LONG, &[wanted]);
        began.elapsed()
    };
    let verdicts = (0..rounds + 2)
        .map(|turn| {
            let said = format!("turn number {turn}.");
            save(body(&format!("println!(\"{said}\");")), &said)
        })
        .skip(2)
        .collect();
    let errors = (0..rounds)
        .map(|turn| {
            let name = format!("unknown_{turn}_");
            save(body(&format!("{name}();")), &name)
        })
        .collect();
    save(original, "Good luck");
    terminal.types("q");
    drop(terminal);
    let frames = (0..10)
        .map(|_| {
            let began = Instant::now();
            let mut terminal = start();
            first_screen(&mut terminal);
            let took = began.elapsed();
            terminal.types("q");
            took
        })
        .collect();
    Some(Waits {
        verdicts,
        errors,
        frames,
    })
}

/// Its exercise, or the greeting that it shows until one is done.
fn first_screen(terminal: &mut Terminal) -> String {
    terminal.until_that(LONG, "beginning", |text| {
        text.contains("Press ENTER") || text.contains("Progress")
    })
}

/// A folder with its exercises, made by itself.
fn made(program: &Path, place: &Path) -> Option<PathBuf> {
    let folder = place.join("rustlings");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("removed");
    }
    fs::create_dir_all(place).expect("made");
    let mut child = Command::new(program)
        .arg("init")
        .current_dir(place)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // It waits for Enter once or twice.
    if let Some(mut keyboard) = child.stdin.take() {
        let _ = std::io::Write::write_all(&mut keyboard, b"\n\n");
    }
    let status = child.wait().ok()?;
    (status.success() && folder.join(FILE).exists()).then_some(folder)
}
