//! A small course in a temporary folder, and the program run in it.

// Every test program uses its own part of this.
#![allow(dead_code)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::builds_support::share_builds;

/// Two exercises in two chapters; the first has two hints.
pub const INFO: &str = r#"format = 2
title = "A small course"
welcome = "Welcome."

[[chapters]]
name = "01_first"
title = "First"

[[chapters]]
name = "02_second"
title = "Second"

[[exercises]]
name = "one"
chapter = "01_first"
teaches = "the first thing"
hints = ["Look closer.", "It is 42."]

[[exercises]]
name = "two"
chapter = "02_second"
teaches = "the second thing"
needs = ["one"]
"#;

/// A glossary of that course.
pub const GLOSSARY: &str = r#"[[terms]]
name = "hole"
meaning = "What is not there."
exercise = "two"

[[terms]]
name = "heap"
also = ["pile", "stack"]
meaning = "What lies there."
exercise = "one"
"#;

/// The text of the exercise `one` as the course has it.
pub const ONE: &str = "//! # One\n\nfn main() {}\n";

/// The `Cargo.toml` of a course whose programs link nothing.
pub const MANIFEST: &str = "[workspace]\nmembers = [\"exercises\"]\nresolver = \"2\"\n[profile.exercise]\ninherits = \"dev\"\n";

/// A course, in a temporary folder unless a test keeps it for its builds.
pub struct Course {
    root: PathBuf,
    _temporary: Option<TempDir>,
    _alone: Option<MutexGuard<'static, ()>>,
}

/// Held by whoever has the one learner's folder.
static LEARNER: Mutex<()> = Mutex::new(());

/// What a program said, and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Course {
    /// A sound course.
    pub fn new() -> Course {
        let course = Course::empty();
        course.write("info.toml", INFO);
        course.write("exercises/01_first/one.rs", ONE);
        course.write("exercises/02_second/two.rs", "fn main() {}\n");
        course.write("solutions/01_first/one.rs", "// solved\n");
        course.write("solutions/02_second/two.rs", "// solved\n");
        course.write("checks/01_first/one.rs", "// checked\n");
        course.write("checks/02_second/two.rs", "// checked\n");
        course.write("Cargo.toml", MANIFEST);
        course.write("exercises/Cargo.toml", "[package]\nname = \"small\"\n");
        course
    }

    /// A folder with nothing in it.
    pub fn empty() -> Course {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Course {
            root: folder.path().to_owned(),
            _temporary: Some(folder),
            _alone: None,
        }
    }

    /// A folder that stays.
    pub fn at(root: PathBuf) -> Course {
        Course {
            root,
            _temporary: None,
            _alone: None,
        }
    }

    /// A folder made by `gradlings init`, new but for what cargo built: see [`share_builds`]. There is one of it, so
    /// the tests of one program take turns.
    pub fn learner() -> Course {
        let alone = LEARNER.lock().unwrap_or_else(PoisonError::into_inner);
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("learner");
        if root.exists() {
            fs::remove_dir_all(&root).expect("removed");
        }
        fs::create_dir_all(&root).expect("made");
        let course = Course {
            _alone: Some(alone),
            ..Course::at(root)
        };
        let ran = course.run(&["init", "."]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        share_builds(course.root());
        course
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("inside the course")).expect("made");
        fs::write(path, content).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect(path)
    }

    /// A search path with these programs before the system's own: names and scripts of a shell.
    #[cfg(unix)]
    pub fn tools(&self, scripts: &[(&str, &str)]) -> std::ffi::OsString {
        use std::os::unix::fs::PermissionsExt;

        let tools = self.path("tools");
        for (name, script) in scripts {
            self.write(&format!("tools/{name}"), format!("#!/bin/sh\n{script}\n"));
            fs::set_permissions(tools.join(name), fs::Permissions::from_mode(0o755))
                .expect("executable");
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(tools).chain(std::env::split_paths(&path));
        std::env::join_paths(folders).expect("a search path")
    }

    /// The program, to be run in the folder, without what this test was started with.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gradlings"));
        command
            .args(words)
            .current_dir(self.root())
            .env_remove("CARGO_MANIFEST_DIR")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program in the folder until it ends.
    pub fn run(&self, words: &[&str]) -> Ran {
        ran(&mut self.command(words))
    }

    /// Starts plain watch mode and waits until it has said which exercise is watched.
    pub fn watch(&self) -> Watching {
        self.start(&["--plain"])
    }

    /// Starts the program and waits until it has said which exercise it is about.
    pub fn start(&self, words: &[&str]) -> Watching {
        let mut command = self.command(words);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("started");
        let input = child.stdin.take();
        let output = lines(child.stdout.take().expect("piped"));
        let mut watching = Watching {
            child,
            input,
            output,
        };
        watching.until("Exercise ");
        watching
    }
}

/// Runs a command until it ends.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("started");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// Runs a command until it ends, and fails the test where that takes far longer than anything here does.
pub fn ended(command: &mut Command) -> Ran {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let (sender, said) = mpsc::channel();
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let streams: [Box<dyn Read + Send>; 2] =
        [Box::new(out.expect("piped")), Box::new(err.expect("piped"))];
    for (number, mut stream) in streams.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            let mut text = String::new();
            stream.read_to_string(&mut text).expect("text");
            let _ = sender.send((number, text));
        });
    }
    let mut texts = [String::new(), String::new()];
    for _ in 0..2 {
        let Ok((number, text)) = said.recv_timeout(Duration::from_secs(60)) else {
            child.kill().expect("killed");
            panic!("{command:?} hangs");
        };
        texts[number] = text;
    }
    let [out, err] = texts;
    Ran {
        code: child.wait().expect("ended").code(),
        out,
        err,
    }
}

/// Plain watch mode, running.
pub struct Watching {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<String>,
}

impl Watching {
    /// Types a line.
    pub fn types(&mut self, line: &str) {
        let input = self.input.as_mut().expect("open");
        writeln!(input, "{line}").expect("read by the program");
    }

    /// Waits for a line that has this in it.
    pub fn until(&mut self, text: &str) -> String {
        let mut seen = String::new();
        loop {
            // Far longer than anything here takes: a program that says nothing fails the test instead of stopping it.
            let line = self.output.recv_timeout(Duration::from_secs(60));
            let line = line.unwrap_or_else(|_| panic!("no {text:?} came, only:\n{seen}"));
            if line.contains(text) {
                return line;
            }
            seen.push_str(&line);
            seen.push('\n');
        }
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the end.
    pub fn ends(&mut self) -> Option<i32> {
        self.child.wait().expect("ended").code()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Where a test failed half way, the program would wait for saves for ever.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The lines of a program, as they come.
fn lines(output: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}
