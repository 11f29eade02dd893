//! Saves as editors, tools and file systems make them: each is noticed once, and nothing else is.
#![cfg(feature = "runner")]

mod builds_support;
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

/// Something that is done to the file of an exercise.
type Done = fn(&Path);

/// A save with pauses that are longer than any wait for the next event. Moments, not conditions: this is what some editors,
/// slow disks and tools do.
#[cfg(target_os = "linux")]
#[test]
fn a_save_with_pauses_is_told_about_once_and_only_when_it_is_whole() {
    const PAUSE: Duration = Duration::from_millis(40);
    const WHOLE: &str = "fn main() {}\n";
    let table: [(&str, Done); 5] = [
        ("cut off, then written in pieces", |one| {
            let mut file = File::create(one).expect("cut off");
            for piece in ["fn ", "main() ", "{}\n"] {
                std::thread::sleep(PAUSE);
                file.write_all(piece.as_bytes()).expect("written");
            }
        }),
        ("written in pieces and cut to its length at last", |one| {
            let mut file = File::options().write(true).open(one).expect("opened");
            for piece in ["fn ", "main() ", "{}\n", "of the old one"] {
                file.write_all(piece.as_bytes()).expect("written");
                std::thread::sleep(PAUSE);
            }
            file.set_len(WHOLE.len() as u64).expect("cut");
        }),
        ("cut off and closed, then opened again", |one| {
            File::create(one).expect("cut off");
            std::thread::sleep(PAUSE);
            fs::write(one, WHOLE).expect("written");
        }),
        ("removed, then made again", |one| {
            fs::remove_file(one).expect("removed");
            std::thread::sleep(PAUSE);
            fs::write(one, WHOLE).expect("written");
        }),
        ("written beside in pieces, then renamed over it", |one| {
            let beside = one.with_extension("rs~new");
            let mut file = File::create(&beside).expect("made");
            for piece in ["fn ", "main() ", "{}\n"] {
                file.write_all(piece.as_bytes()).expect("written");
                std::thread::sleep(PAUSE);
            }
            fs::rename(&beside, one).expect("renamed");
        }),
    ];
    for (what, save) in table {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fill(&folder.path().join("exercises"), "old");
        let (sender, told) = mpsc::channel();
        let watcher = Watcher::start(folder.path(), false, move |path| {
            // What a check would read that begins now.
            let text = fs::read_to_string(&path).unwrap_or_default();
            let _ = sender.send((path, text));
        });
        let _watcher = watcher.expect("watching");
        save(&folder.path().join("exercises/01_a/one.rs"));
        let last = folder.path().join("exercises/01_a/last.rs");
        let mut texts = Vec::new();
        let mut saved_last = false;
        loop {
            let next = told.recv_timeout(PATIENCE);
            let (path, text) = next.unwrap_or_else(|_| panic!("{what}: nothing was told"));
            if path == last {
                break;
            }
            texts.push(text);
            if !std::mem::replace(&mut saved_last, true) {
                fs::write(&last, "the last save").expect("written");
            }
        }
        assert_eq!(texts, [WHOLE], "{what}");
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

/// Moments, not conditions: the check reads the file at some moment while it is empty or gone.
#[test]
fn a_check_that_begins_in_the_middle_of_a_save_is_about_the_whole_text() {
    const ONE: &str = "exercises/01_first/one.rs";
    let table: [(&str, Done); 2] = [
        ("cut off", |one| drop(File::create(one).expect("cut off"))),
        ("removed", |one| fs::remove_file(one).expect("removed")),
    ];
    for (what, half) in table {
        let course = Course::new();
        half(&course.path(ONE));
        let mut check = course.command(&["run", "one", "--json"]);
        let check = check.stdout(std::process::Stdio::piped()).spawn();
        std::thread::sleep(Duration::from_millis(100));
        // Its verdict needs no build.
        course.write(ONE, [0xff, b'\n']);
        let ran = check.expect("started").wait_with_output().expect("ended");
        let told = String::from_utf8_lossy(&ran.stdout);
        assert!(
            told.contains("it has bytes that are not UTF-8"),
            "{what}: {told}"
        );
    }
}

#[test]
fn a_save_with_an_older_time_is_another_text() {
    let course = Course::new();
    course.write(
        "exercises/Cargo.toml",
        "[package]\nname = \"gradlings-course\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    assert_eq!(course.run(&["dev", "update"]).code, Some(0));
    let one = course.path("exercises/01_first/one.rs");
    let verdict = |text: &str, seconds: u64| {
        course.write("exercises/01_first/one.rs", text);
        dated(&one, SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        course.run(&["run", "one", "--json"]).out
    };
    assert!(!verdict("fn main() {}\n", 2_000_000).contains("compile_error"));
    assert!(verdict("fn main() { broken }\n", 1_000_000).contains("compile_error"));
    assert!(!verdict("fn main() {}\n", 500_000).contains("compile_error"));
}

/// A `cargo` that never ends a build and says who it is when it begins, so that a save certainly comes during a build.
#[cfg(unix)]
fn endless_cargo(course: &Course) -> (std::ffi::OsString, PathBuf) {
    // Where cargo writes in any case.
    let begun = course.path(".gradlings/target/exercise/begun");
    course.write(".gradlings/target/exercise/begun", "");
    let cargo = format!(
        "[ \"$1\" = build ] || exit 1\necho $$ >> '{}'\nexec sleep 1000",
        begun.display()
    );
    (course.tools(&[("cargo", &cargo)]), begun)
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

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        // xorshift64, Marsaglia 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// The files that are saved: an exercise and the file that it may include.
struct Saved {
    lesson: String,
    text: String,
    piece: String,
}

const RIGHT: &str = "(prediction - target).square().mean()";
const WRONG: &str = "(prediction - target).square().sum()";

impl Saved {
    fn new(course: &Course) -> Saved {
        let saved = Saved {
            lesson: course.read(".gradlings/originals/02_losses/mse.rs"),
            text: RIGHT.to_owned(),
            piece: RIGHT.to_owned(),
        };
        course.write("exercises/02_losses/piece.in", &saved.piece);
        saved.write_text(course);
        saved
    }

    fn write_text(&self, course: &Course) {
        let todo = self.lesson.find("    todo!(").expect("it is not solved");
        let end = self.lesson[todo..].find('\n').expect("a line") + todo;
        let text = format!(
            "{}    {}{}",
            &self.lesson[..todo],
            self.text,
            &self.lesson[end..]
        );
        course.write("exercises/02_losses/mse.rs", text);
    }

    /// Saves one of the two files with one of a few texts, so that earlier ones come back.
    fn change(&mut self, course: &Course, dice: &mut Dice) {
        let one_of = |dice: &mut Dice| [RIGHT, WRONG][dice.below(2) as usize];
        if dice.below(2) == 0 {
            self.piece = format!("{} // {}\n", one_of(dice), dice.below(3));
            let beside = course.path("exercises/02_losses/.piece.in.new");
            fs::write(&beside, &self.piece).expect("written");
            fs::rename(beside, course.path("exercises/02_losses/piece.in")).expect("renamed");
            return;
        }
        self.text = match dice.below(2) {
            0 => format!("{} // {}", one_of(dice), dice.below(3)),
            _ => "include!(\"piece.in\")".to_owned(),
        };
        self.write_text(course);
    }

    /// The verdict on the files as they are.
    fn verdict(&self) -> &'static str {
        let counts = match self.text.starts_with("include") {
            true => &self.piece,
            false => &self.text,
        };
        match counts.starts_with(RIGHT) {
            true => "passed",
            false => "failed",
        }
    }
}

/// The verdict in the JSON of `run` or `check-all`.
fn verdict_in(json: &str) -> String {
    let told: serde_json::Value = serde_json::from_str(json).expect(json);
    let told = told.get(0).unwrap_or(&told);
    told["verdict"].as_str().expect("a word").to_owned()
}

#[test]
fn a_thousand_saves_at_random_moments_leave_no_verdict_that_a_fresh_check_contradicts() {
    const SAVES: usize = 1000;
    let seed = std::env::var("GRADLINGS_SAVES_SEED").ok();
    let seed = seed.map_or(20_261_129, |seed| seed.parse().expect("a number"));
    println!("GRADLINGS_SAVES_SEED={seed}");
    let mut dice = Dice(seed);
    let course = Course::learner();
    course.write(
        "info.toml",
        "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"02_losses\"\ntitle = \"Losses\"\n\
         [[exercises]]\nname = \"mse\"\nchapter = \"02_losses\"\nteaches = \"x\"\n",
    );
    let mut saved = Saved::new(&course);
    // The library and the reference are built before the clock of a save means anything.
    assert_eq!(verdict_in(&course.run(&["run", "--json"]).out), "passed");
    let (mut saves, mut rounds) = (0, 0);
    while saves < SAVES {
        rounds += 1;
        let checks = [&["run", "--json"][..], &["check-all", "--json"]];
        let mut checks = checks.map(|words| course.command(words).spawn().expect("started"));
        for _ in 0..1 + dice.below(16) {
            // Moments, not conditions: a check takes some 300 ms, and a save may come at any of them.
            std::thread::sleep(Duration::from_millis(dice.below(50)));
            saved.change(&course, &mut dice);
            saves += 1;
        }
        for check in &mut checks {
            check.wait().expect("ended");
        }
        let whole = course.run(&["check-all", "--json"]);
        let state = format!(
            "round {rounds}, save {saves}: {:?} {:?}",
            saved.text, saved.piece
        );
        assert_eq!(verdict_in(&whole.out), saved.verdict(), "{state}");
        if rounds % 8 == 0 {
            let fresh = course.run(&["check-all", "--fresh", "--json"]);
            assert_eq!(verdict_in(&fresh.out), saved.verdict(), "fresh, {state}");
        }
    }
    println!("{saves} saves in {rounds} rounds");
}
