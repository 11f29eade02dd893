//! Saves as editors, tools and file systems make them: each is noticed once, and nothing else is.
#![cfg(feature = "runner")]

mod cli_support;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, SystemTime};

use cli_support::Course;
use gradlings::runner::watch::Watcher;

/// Far longer than anything here takes: what never comes fails the test instead of stopping it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder of exercises that is watched, by the system alone or with `--poll`.
struct Watched {
    folder: tempfile::TempDir,
    saved: Receiver<PathBuf>,
    _watcher: Watcher,
}

impl Watched {
    fn new(poll: bool) -> Watched {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fill(&folder.path().join("exercises"), "old");
        let (sender, saved) = mpsc::channel();
        let watcher = Watcher::start(folder.path(), poll, move |path| {
            let _ = sender.send(path);
        });
        Watched {
            folder,
            saved,
            _watcher: watcher.expect("watching"),
        }
    }

    fn exercises(&self) -> PathBuf {
        self.folder.path().join("exercises")
    }

    fn one(&self) -> PathBuf {
        self.exercises().join("01_a/one.rs")
    }

    /// The times `one.rs` was told about until a save of `last.rs` that is made now is told about.
    fn told_until_a_last_save(&self) -> usize {
        let last = self.exercises().join("01_a/last.rs");
        fs::write(&last, "the last save").expect("written");
        let mut told = 0;
        loop {
            let path = self.saved.recv_timeout(PATIENCE);
            let path = path.expect("the last save is told about");
            if path == last {
                return told;
            }
            told += usize::from(path == self.one());
        }
    }

    /// Waits until `one.rs` is told about.
    fn until_told(&self, what: &str) {
        loop {
            let path = self.saved.recv_timeout(PATIENCE);
            if path.unwrap_or_else(|_| panic!("{what}: nothing was told")) == self.one() {
                return;
            }
        }
    }
}

fn fill(exercises: &Path, text: &str) {
    fs::create_dir_all(exercises.join("01_a")).expect("a chapter");
    fs::write(exercises.join("01_a/one.rs"), text).expect("written");
    fs::write(exercises.join("01_a/last.rs"), "last").expect("written");
}

fn dated(path: &Path, time: SystemTime) {
    let file = File::options().write(true).open(path).expect("opened");
    file.set_modified(time).expect("the time is set");
}

type Save = fn(&Watched);

#[test]
fn however_a_file_is_saved_it_is_told_about_once() {
    let table: [(&str, Save); 7] = [
        ("a rename over the file", |it| {
            let beside = it.one().with_extension("tmp");
            fs::write(&beside, "new").expect("written");
            fs::rename(&beside, it.one()).expect("renamed");
        }),
        ("cut off, then written in pieces", |it| {
            let mut file = File::create(it.one()).expect("cut off");
            for piece in ["fn ", "main() ", "{}\n"] {
                file.write_all(piece.as_bytes()).expect("written");
                file.sync_all().expect("flushed");
            }
        }),
        ("fifty events for one save", |it| {
            for round in 0..50 {
                fs::write(it.one(), format!("new {round}")).expect("written");
            }
        }),
        ("removed and made again", |it| {
            fs::remove_file(it.one()).expect("removed");
            fs::write(it.one(), "new").expect("written");
        }),
        ("with a time before that of the old file", |it| {
            fs::write(it.one(), "new").expect("written");
            dated(&it.one(), SystemTime::UNIX_EPOCH + Duration::from_secs(1));
        }),
        ("with a time far in the future", |it| {
            fs::write(it.one(), "new").expect("written");
            dated(&it.one(), SystemTime::now() + Duration::from_secs(1 << 31));
        }),
        ("with a time before all times", |it| {
            fs::write(it.one(), "new").expect("written");
            dated(&it.one(), SystemTime::UNIX_EPOCH - Duration::from_secs(9));
        }),
    ];
    for poll in [false, true] {
        for (what, save) in table {
            let watched = Watched::new(poll);
            save(&watched);
            watched.until_told(what);
            assert_eq!(watched.told_until_a_last_save(), 0, "{what}: once");
        }
    }
}

#[test]
fn folders_that_are_deleted_and_made_again_are_still_watched() {
    let table: [(&str, Save); 4] = [
        ("the chapter", |it| {
            let chapter = it.exercises().join("01_a");
            fs::remove_dir_all(&chapter).expect("removed");
            fill(&it.exercises(), "made again");
        }),
        ("every exercise", |it| {
            fs::remove_dir_all(it.exercises()).expect("removed");
            fill(&it.exercises(), "made again");
        }),
        ("every exercise, by another folder in its place", |it| {
            let (new, old) = (it.folder.path().join("new"), it.folder.path().join("old"));
            fill(&new, "made again");
            fs::rename(it.exercises(), old).expect("moved away");
            fs::rename(new, it.exercises()).expect("moved here");
        }),
        ("the chapter, after it was seen to be gone", |it| {
            fs::remove_dir_all(it.exercises().join("01_a")).expect("removed");
            it.until_told("gone");
            fill(&it.exercises(), "made again");
        }),
    ];
    for poll in [false, true] {
        for (what, replace) in table {
            let watched = Watched::new(poll);
            replace(&watched);
            watched.until_told(what);
            // A save in the new folder counts as well as the folder itself.
            fs::write(watched.one(), "saved in the new folder").expect("written");
            watched.until_told(what);
        }
    }
}

#[test]
fn the_program_watches_by_reading_when_it_is_asked_to() {
    let course = Course::new();
    let mut watching = course.start(&["--plain", "--poll"]);
    course.write("exercises/01_first/one.rs", "");
    watching.until("The file of `one` is empty.");
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
}

#[test]
fn a_save_with_an_older_time_is_built_whatever_cargo_thinks_of_times() {
    let course = Course::new();
    course.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"exercises\"]\nresolver = \"2\"\n[profile.exercise]\ninherits = \"dev\"\n",
    );
    course.write(
        "exercises/Cargo.toml",
        "[package]\nname = \"gradlings-course\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    assert_eq!(course.run(&["dev", "update"]).code, Some(0));
    let one = course.path("exercises/01_first/one.rs");
    let verdict = |text: &str, seconds: u64| {
        course.write("exercises/01_first/one.rs", text);
        dated(&one, SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        // Without what is known of earlier builds, cargo decides what has to be built.
        let _ = fs::remove_dir_all(course.path(".gradlings/target/direct"));
        course.run(&["run", "one", "--json"]).out
    };
    assert!(!verdict("fn main() {}\n", 2_000_000).contains("compile_error"));
    assert!(verdict("fn main() { broken }\n", 1_000_000).contains("compile_error"));
    assert!(!verdict("fn main() {}\n", 500_000).contains("compile_error"));
}

/// A `cargo` that never ends a build and says who it is when it begins, so that a save certainly comes during a build.
#[cfg(unix)]
fn endless_cargo(course: &Course) -> (std::ffi::OsString, PathBuf) {
    use std::os::unix::fs::PermissionsExt;

    // Where cargo writes in any case.
    let begun = course.path(".gradlings/target/exercise/begun");
    course.write(".gradlings/target/exercise/begun", "");
    course.write(
        "tools/cargo",
        format!(
            "#!/bin/sh\n[ \"$1\" = build ] || exit 1\necho $$ >> '{}'\nexec sleep 1000\n",
            begun.display()
        ),
    );
    let tools = course.path("tools");
    fs::set_permissions(tools.join("cargo"), fs::Permissions::from_mode(0o755))
        .expect("executable");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools).chain(std::env::split_paths(&path));
    (std::env::join_paths(folders).expect("a search path"), begun)
}

#[cfg(unix)]
#[test]
fn a_save_during_a_build_ends_that_build_and_begins_another() {
    use std::process::Stdio;

    const SAVES: usize = 4;
    let course = Course::new();
    let (path, begun) = endless_cargo(&course);
    let mut command = course.command(&["--plain"]);
    command
        .env("PATH", path)
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    let mut program = command.spawn().expect("started");
    let builds = || -> Vec<String> {
        let text = fs::read_to_string(&begun).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    };
    for build in 1..=SAVES {
        wait_for(&format!("build {build}"), || builds().len() >= build);
        let text = format!("fn main() {{}} // save {build}\n");
        course.write("exercises/01_first/one.rs", text);
    }
    wait_for("the last build", || builds().len() > SAVES);
    assert_eq!(
        course.read("exercises/01_first/one.rs"),
        format!("fn main() {{}} // save {SAVES}\n")
    );
    let mut input = program.stdin.take().expect("piped");
    input.write_all(b"q\n").expect("read by the program");
    assert_eq!(program.wait().expect("ended").code(), Some(0));
    for build in builds() {
        wait_for(&format!("the end of process {build}"), || {
            !is_running(&build)
        });
    }
}

#[cfg(unix)]
fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = std::time::Instant::now();
    while !is_so() {
        assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
        // Gives the processor to those who are waited for.
        std::thread::park_timeout(Duration::from_millis(2));
    }
}

/// Whether a process is there and has not ended.
#[cfg(unix)]
fn is_running(process: &str) -> bool {
    let asked = std::process::Command::new("kill")
        .args(["-0", process])
        .stderr(std::process::Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}
