//! A learner who works without a pause, in a process of its own that can be killed at any moment.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::SystemTime;

use gradlings::runner::attempts::{Archive, Judged};
use gradlings::runner::course::Course;
use gradlings::runner::outcome::{Outcome, Timings, Verdict};
use gradlings::runner::session::Session;

/// Where the course of the learner is, for the process that plays the learner.
const PLACE: &str = "GRADLINGS_TEST_LEARNER";
/// Which of the exercises are the learner's.
const SHARE: &str = "GRADLINGS_TEST_SHARE";
/// Exercises of the course.
pub const EXERCISES: usize = 60;

/// A course with many exercises, in a folder in memory where there is one: the processor decides then how many writes a
/// test comes to, and a killed process does not need the disk to keep what the system has.
pub fn course() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let in_memory = memory.is_dir().then(|| tempfile::tempdir_in(memory).ok());
    let folder = in_memory
        .flatten()
        .unwrap_or_else(|| tempfile::tempdir().expect("a temporary folder"));
    let mut info =
        "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
    for number in 0..EXERCISES {
        info.push_str(&format!(
            "[[exercises]]\nname = \"e{number}\"\nchapter = \"a\"\nteaches = \"x\"\nhints = [\"h\"]\n"
        ));
        for side in ["exercises", "solutions", "checks"] {
            let path = folder.path().join(format!("{side}/a/e{number}.rs"));
            fs::create_dir_all(path.parent().expect("below the course")).expect("made");
            fs::write(path, ORIGINAL).expect("written");
        }
    }
    fs::write(folder.path().join("info.toml"), info).expect("written");
    folder
}

/// What every exercise says at first.
pub const ORIGINAL: &str = "//! # The original\n";

/// A whole text of the learner. It is long, so that a text that was cut short is not whole.
pub fn text(number: usize) -> String {
    format!(
        "// text {number}\n{}// end {number}\n",
        "let x = 1;\n".repeat(400)
    )
}

/// Opens the course; the notices are for the learner.
pub fn open(root: &Path) -> (Session, Vec<String>) {
    let course = Course::open(root).expect("a sound course");
    Session::open(Arc::new(course)).expect("the state opens")
}

/// A check that passed.
pub fn passed(name: &str) -> Outcome {
    Outcome {
        name: name.to_owned(),
        verdict: Verdict::Passed,
        checks: Vec::new(),
        message: None,
        piece: None,
        health: Vec::new(),
        timings: Timings::default(),
        metrics: Vec::new(),
    }
}

/// A learner at work.
pub struct Learner {
    child: Child,
    said: Receiver<String>,
}

impl Learner {
    /// Starts the test program again as the learner, by the name of the test that calls [`Learner::work`].
    pub fn start(test: &str, root: &Path, share: &str) -> Learner {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--exact", test, "--nocapture", "--test-threads", "1"])
            .env(PLACE, root)
            .env(SHARE, share)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let output = child.stdout.take().expect("piped");
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            lines.for_each(|line| {
                let _ = sender.send(line);
            });
        });
        Learner { child, said }
    }

    /// Waits for the next thing the learner was promised is kept.
    pub fn next(&self) -> Option<String> {
        self.said.recv().ok()
    }

    /// Kills the learner's program, and returns what was promised until then.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("killed, or it had ended");
        self.child.wait().expect("ended");
        self.said.iter().collect()
    }

    /// What the program did that was started as the learner: everything it was promised is printed, a line each, once
    /// it is promised. Returns at once in a program that was not started as the learner.
    pub fn work() {
        let Some(root) = std::env::var_os(PLACE).map(PathBuf::from) else {
            return;
        };
        let share = std::env::var(SHARE).unwrap_or_default();
        let mut numbers = share.split('-').map(|number| number.parse().unwrap_or(0));
        let (from, to) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        let mut out = std::io::stdout();
        let mut promise = |line: String| {
            // The parent may have stopped listening: it kills this program soon.
            let _ = writeln!(out, "{line}").and_then(|()| out.flush());
        };
        promise("started".to_owned());
        let (mut session, _) = open(&root);
        for number in from..to {
            let name = format!("e{number}");
            session.record(&passed(&name)).expect("saved");
            promise(format!("done {name}"));
            session.show_hint(&name).expect("saved");
            promise(format!("hint {name}"));
            // An editor that saves by a rename: what is in the file is whole at any moment.
            let path = root.join(format!("exercises/a/{name}.rs"));
            let fresh = path.with_extension("tmp");
            fs::write(&fresh, text(number)).expect("written");
            fs::rename(&fresh, &path).expect("saved");
            promise(format!("text {name}"));
            let attempt = keep_attempt(&session, &name, number);
            promise(format!("attempt {name}"));
            session.reset(&name).expect("reset");
            promise(format!("reset {name}"));
            session.restore(&name, attempt).expect("restored");
            promise(format!("text {name}"));
            session.record(&passed(&name)).expect("saved");
            promise(format!("done {name}"));
        }
        promise("ended".to_owned());
    }
}

/// Keeps the text of the exercise as an attempt, as a check that judged it does, and says its number.
fn keep_attempt(session: &Session, name: &str, number: usize) -> u32 {
    let course = session.course();
    let exercise = course.exercise(name).expect("an exercise of the course");
    let judged = Judged {
        training: String::new(),
        text: text(number).into_bytes(),
        verdict: Verdict::Failed,
        at: SystemTime::now(),
        message: "Not yet.".to_owned(),
        curves: Vec::new(),
        declared: Vec::new(),
    };
    let kept = Archive::of(course, exercise).keep(&judged);
    kept.expect("kept").expect("it is not too long")
}
