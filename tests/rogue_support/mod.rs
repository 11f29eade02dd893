//! Programs that misbehave on purpose, and the runner that has to cope with them.
//!
//! A test program that uses this has no harness of its own: the same executable is the tests and, started by the runner
//! with a channel, the candidate. So nothing has to be built for them.

// Every test program uses its own part of this.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use gradlings::comparator::Comparator;
use gradlings::handler::{Handler, function};
use gradlings::runner::check::{CheckRequest, judge_program};
use gradlings::runner::course::Course;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::Outcome;
use gradlings::runner::process::Stop;
use gradlings::runner::sandbox::{self, Setup, Trust};
use gradlings::serve::Exercise;
use gradlings::sheet::{Case, Check, CheckKind, Part, Returned};
use gradlings::wire::{Array, CHANNEL_VARIABLE, Value};
use tempfile::TempDir;

/// One test: a sentence and what proves it.
pub type Test = (&'static str, fn());

/// One function of a candidate: its name, and what it makes of a text.
pub type Misbehaviour = (&'static str, fn(String) -> String);

/// Set for a copy of the tests that runs without the sandbox.
const WITHOUT: &str = "ROGUE_WITHOUT_SANDBOX";

/// A variable that no candidate and no compiler may see.
pub const SECRET: &str = "ROGUE_SECRET_TOKEN";

/// A variable that says nothing of being a secret, and that none of them may see either.
pub const PLAIN: &str = "ROGUE_PLACE";

/// A folder of programs and of libraries, as far as the variables say, with a letter in it.
pub const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/rogue_folder");

/// Runs the tests, or serves the functions of the candidate where the runner has started this.
pub fn main(serve: fn(), confined: &[Test], without_sandbox: &[Test]) {
    if std::env::var_os(CHANNEL_VARIABLE).is_some() {
        serve();
    }
    let without = std::env::var_os(WITHOUT).is_some();
    if std::env::var_os(SECRET).is_none() {
        std::process::exit(again(SECRET));
    }
    sandbox::choose(Setup {
        launcher: env!("CARGO_BIN_EXE_gradlings").into(),
        trust: if without { Trust::Off } else { Trust::Learner },
    });
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (flags, filters): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|word| word.starts_with("--"));
    let all = || confined.iter().chain(without_sandbox);
    let wanted = |name: &str| filters.is_empty() || filters.iter().any(|it| name.contains(*it));
    if flags.iter().any(|flag| *flag == "--list") {
        all().for_each(|(name, _)| println!("{name}: test"));
        return;
    }
    let tests = if without { without_sandbox } else { confined };
    for (name, test) in tests.iter().filter(|(name, _)| wanted(name)) {
        // A failure is a panic, which ends this program with its message.
        println!("test {name} ...");
        test();
        println!("test {name} ... ok");
    }
    if !without && without_sandbox.iter().any(|(name, _)| wanted(name)) {
        std::process::exit(again(WITHOUT));
    }
}

/// Runs this program once more with the same words and one more variable, and gives its exit code.
fn again(variable: &str) -> i32 {
    let mut again = std::process::Command::new(std::env::current_exe().expect("its path"));
    // Without rights to write there it may be there already.
    let _ = std::fs::create_dir_all(FOLDER);
    for name in ["letter", "libletter.so"] {
        let _ = std::fs::write(Path::new(FOLDER).join(name), "the right answer");
    }
    for paths in ["PATH", "LD_LIBRARY_PATH"] {
        let before = std::env::var_os(paths).unwrap_or_default();
        let mut all: Vec<PathBuf> = std::env::split_paths(&before).collect();
        all.push(FOLDER.into());
        again.env(paths, std::env::join_paths(all).expect("no colon"));
    }
    let status = again
        .env(variable, "1")
        .env(PLAIN, "1")
        .args(std::env::args_os().skip(1))
        .status();
    status.expect("started").code().unwrap_or(1)
}

/// A course with one exercise, in a temporary folder, with a secret wherever a candidate might look for one.
pub struct Rogue {
    pub folder: TempDir,
    course: Arc<Course>,
}

/// What came of a candidate.
#[derive(Debug)]
pub struct Ran {
    pub outcome: Outcome,
    /// What it printed.
    pub lines: Vec<String>,
    /// Lines that were left out.
    pub dropped: usize,
    /// Reports that reached the screen.
    pub reports: usize,
    /// Whether the end of a budget was told before it came.
    pub warned: bool,
}

impl Rogue {
    pub fn new(run_seconds: u64) -> Rogue {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = course(folder.path(), "rogue", run_seconds);
        std::fs::create_dir_all(course.state_folder()).expect("made");
        Rogue {
            folder,
            course: Arc::new(course),
        }
    }

    /// The course with an exercise of this name instead.
    pub fn course_with(&self, exercise: &str) -> Course {
        course(self.folder.path(), exercise, 20)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("inside")).expect("made");
        std::fs::write(path, content).expect("written");
    }

    pub fn course(&self) -> &Course {
        &self.course
    }

    /// Has this executable judged as a candidate: its function `name` gets `input` and should answer `right`.
    pub fn judge(&self, name: &str, input: &str, right: &str) -> Ran {
        self.judge_until(name, input, right, |_, _| {})
    }

    /// The same with as many cases, all alike.
    pub fn judge_cases(&self, name: &str, input: &str, right: &str, cases: usize) -> Ran {
        let mut sheet = sheet(name, input, right);
        sheet.cases = vec![sheet.cases[0].clone(); cases];
        self.judge_sheet(sheet, |_, _| {})
    }

    /// The same with one case; `seen` sees every event and may stop the check.
    pub fn judge_until(
        &self,
        name: &str,
        input: &str,
        right: &str,
        seen: impl FnMut(&CheckEvent, &Stop) + Send,
    ) -> Ran {
        self.judge_sheet(sheet(name, input, right), seen)
    }

    fn judge_sheet(&self, sheet: Check, mut seen: impl FnMut(&CheckEvent, &Stop) + Send) -> Ran {
        let request = CheckRequest {
            course: Arc::clone(&self.course),
            exercise: "rogue".to_owned(),
            seed: 0,
        };
        let executable = std::env::current_exe().expect("its path");
        let stop = Stop::default();
        let mut lines = Vec::new();
        let (mut dropped, mut reports, mut warned) = (0, 0, false);
        let mut events = |event: CheckEvent| {
            seen(&event, &stop);
            match event {
                CheckEvent::Printed { line, .. } => lines.push(line),
                CheckEvent::Dropped(more) => dropped += more,
                CheckEvent::Report(_) => reports += 1,
                CheckEvent::Budget(left) => {
                    assert!(left.left <= left.of / 2, "{left:?}");
                    warned = true;
                }
                _ => {}
            }
        };
        let outcome = judge_program(&request, &executable, &[sheet], &stop, &mut events);
        Ran {
            outcome,
            lines,
            dropped,
            reports,
            warned,
        }
    }
}

fn course(folder: &Path, exercise: &str, run_seconds: u64) -> Course {
    let info = format!(
        "format = 2\ntitle = \"T\"\n[budget]\nbuild_seconds = 60\nrun_seconds = {run_seconds}\n\
         training_seconds = 60\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
         [[exercises]]\nname = \"{exercise}\"\nchapter = \"01_a\"\nteaches = \"x\"\n"
    );
    Course::parse(folder, &info).expect("sound")
}

impl Ran {
    /// The numbers of the processes that said `number N`.
    pub fn numbers(&self) -> Vec<u32> {
        let numbers = self.lines.iter().filter_map(|line| number(line));
        numbers.collect()
    }

    pub fn message(&self) -> &str {
        self.outcome.message.as_deref().unwrap_or_default()
    }
}

/// The number in `number N`.
pub fn number(line: &str) -> Option<u32> {
    line.strip_prefix("number ")?.trim().parse().ok()
}

/// Whether a process is there and not merely waiting to be reaped.
pub fn is_alive(number: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(')').map_or("", |(_, rest)| rest.trim());
    !state.is_empty() && !state.starts_with('Z') && !state.starts_with('X')
}

/// Waits until something is so; far longer than it takes.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let patience = std::time::Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(std::time::Instant::now() < patience, "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Serves these functions from a text to a text.
pub fn serve(functions: &[Misbehaviour]) -> ! {
    let mut exercise = Exercise::new();
    for (name, misbehave) in functions {
        exercise = exercise.offer(name, handler(*misbehave));
    }
    exercise.serve()
}

fn handler(misbehave: fn(String) -> String) -> impl Handler + 'static {
    function(misbehave)
}

fn sheet(name: &str, input: &str, right: &str) -> Check {
    Check {
        name: name.to_owned(),
        function: name.to_owned(),
        catches: false,
        repeat: None,
        interruption: None,
        kind: CheckKind::Function,
        inputs: vec!["input".to_owned()],
        parts: vec![Part {
            name: "the answer".to_owned(),
            comparator: Comparator::Exact,
        }],
        curves: Vec::new(),
        mistakes: Vec::new(),
        variations: Default::default(),
        cases: vec![Case {
            label: String::new(),
            seed: 0,
            inputs: vec![Value::Text(input.to_owned())],
            right: Returned::of(vec![Value::Text(right.to_owned())]),
            wrong: Vec::new(),
            inspected: Default::default(),
            noise: Default::default(),
            ends: Vec::new(),
            last: false,
        }],
    }
}

/// Everything below a folder that is left.
pub fn is_empty(folder: &Path) -> bool {
    let mut entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.next().is_none()
}

/// A number for the wire.
pub fn integer(value: i64) -> Value {
    Value::Integers(Array::scalar(value))
}
