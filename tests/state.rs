//! Whatever happens to the program, the disk, the clock or the course: no code and no progress is lost.
#![cfg(all(feature = "runner", unix))]

mod builds_support;
mod cli_support;
mod state_support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use cli_support::{Course, ended, ran};
use gradlings::runner::fingerprint::Fingerprint;
use state_support::{EXERCISES, Learner, ORIGINAL, open, passed, text};

/// The part of the learner, in the processes that the tests start. Nothing happens when it is run as a test.
#[test]
fn the_learner_who_is_killed() {
    Learner::work();
}

#[test]
fn a_program_killed_hundreds_of_times_in_the_middle_of_its_writes_loses_nothing_it_promised() {
    const KILLS: usize = 300;
    let folder = state_support::course();
    let root = folder.path();
    drop(open(root));
    let mut promised = Promised::default();
    let mut next = 0;
    for kill in 0..KILLS {
        let share = format!("{next}-{EXERCISES}");
        let left = unfinished(root);
        let learner = Learner::start("the_learner_who_is_killed", root, &share);
        // Each kill comes another number of promises later, and then at the first sight of a file that is being written,
        // or another part of a write later.
        for _ in 0..1 + kill % 7 {
            promised.take(learner.next());
        }
        let until = Instant::now() + Duration::from_micros(29 * (kill as u64 % 41));
        while Instant::now() < until && (kill % 2 == 0 || unfinished(root).is_subset(&left)) {
            std::hint::spin_loop();
        }
        for line in learner.kill() {
            promised.take(Some(line));
        }
        let (session, mut notices) = open(root);
        // A program that another test starts at this moment holds what this one has open for as long as it takes to
        // start: also the lock by which runners know of each other.
        notices.retain(|notice| !notice.starts_with("Another gradlings"));
        assert_eq!(notices, [""; 0], "kill {kill}");
        promised.hold(root, &session, kill);
        next = (promised.reached + 1) % EXERCISES;
    }
    assert!(
        promised.count > KILLS,
        "the kills came too early to tell: {promised:?}"
    );
}

/// The files that are written now and get their name later, and those that killed programs left.
fn unfinished(root: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(root.join(".gradlings")).expect("listed");
    let paths = entries.flatten().map(|entry| entry.path());
    let is_unfinished = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(".gradlings-new-")
    };
    paths.filter(is_unfinished).collect()
}

/// What the learner was promised so far.
#[derive(Debug, Default)]
struct Promised {
    done: BTreeSet<String>,
    hints: BTreeSet<String>,
    texts: BTreeSet<String>,
    attempts: BTreeSet<String>,
    reached: usize,
    count: usize,
}

impl Promised {
    fn take(&mut self, line: Option<String>) {
        let line = line.unwrap_or_default();
        let Some((what, name)) = line.split_once(' ') else {
            return;
        };
        // The frame of the test program prints lines as well.
        let Some(number) = name.strip_prefix('e').and_then(|it| it.parse().ok()) else {
            return;
        };
        let kept = match what {
            // A reset opens the exercise again, so in between nothing about it is certain.
            "text" | "reset" => {
                self.done.remove(name);
                &mut self.texts
            }
            "done" => &mut self.done,
            "hint" => &mut self.hints,
            "attempt" => &mut self.attempts,
            _ => return,
        };
        kept.insert(name.to_owned());
        self.reached = number;
        self.count += 1;
    }

    fn hold(&self, root: &Path, session: &gradlings::runner::session::Session, kill: usize) {
        // What was killed may have been a reset that was not promised yet: it opens one exercise again.
        let being_reset = format!("e{}", self.reached);
        let next = format!("e{}", (self.reached + 1) % EXERCISES);
        for name in &self.done {
            let may_be_open = *name == being_reset || *name == next;
            assert!(
                may_be_open || session.is_done(name),
                "kill {kill}: {name} was done"
            );
        }
        for name in &self.hints {
            assert_eq!(
                session.hints_shown(name),
                1,
                "kill {kill}: the hint of {name}"
            );
        }
        let texts = whole_texts(root, kill);
        for name in &self.attempts {
            let number = name[1..].parse().expect("a number");
            let attempts = session.every_attempt(name);
            let is_kept = attempts.iter().any(|attempt| attempt.text == text(number));
            assert!(is_kept, "kill {kill}: the attempt at {name}");
        }
        for name in &self.texts {
            let number = name[1..].parse().expect("a number");
            assert!(
                texts.contains(&text(number)),
                "kill {kill}: the text of {name}"
            );
        }
    }
}

/// Every text of the learner, in the exercises, among the attempts and among the copies. Only a copy that was being
/// written may be cut short: the text it is of is still in the exercise then.
fn whole_texts(root: &Path, kill: usize) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let places = [root.join("exercises"), root.join(".gradlings/attempts")];
    for path in places.iter().flat_map(|place| files(place)) {
        let is_text = path.extension().is_some_and(|ending| ending == "rs");
        if is_text && !is_hidden(&path) {
            let found = fs::read_to_string(&path).expect("text");
            let whole = found == ORIGINAL || found.ends_with(&end(&found));
            assert!(whole, "kill {kill}: {} is cut short", path.display());
            texts.insert(found);
        }
    }
    for path in files(&root.join(".gradlings/copies")) {
        texts.insert(fs::read_to_string(&path).expect("text"));
    }
    texts
}

/// The last line that a text with this first line has.
fn end(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    format!("{}\n", first.replace("// text", "// end"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

#[test]
fn a_check_killed_at_any_moment_loses_no_text_and_keeps_no_half_of_one() {
    const KILLS: u32 = 60;
    let course = Course::new();
    let path = failing_compiler(&course);
    let check = || {
        let mut command = course.command(&["run", "one"]);
        command.env("PATH", &path);
        command
    };
    let began = Instant::now();
    let first = ran(&mut check());
    let whole = began.elapsed();
    assert_eq!(first.code, Some(1), "{first:?}");
    let mut written = BTreeSet::from([cli_support::ONE.to_owned()]);
    for kill in 0..KILLS {
        let mine = text(kill as usize);
        course.write("exercises/01_first/one.rs", &mine);
        written.insert(mine.clone());
        let mut child = check().spawn().expect("started");
        let until = Instant::now() + whole * (kill % 20) / 20;
        while Instant::now() < until {
            std::thread::yield_now();
        }
        child.kill().expect("killed, or it had ended");
        child.wait().expect("ended");

        assert_eq!(
            course.read("exercises/01_first/one.rs"),
            mine,
            "kill {kill}"
        );
        // Kept versions of the file, in whatever folder: each is one that the learner wrote, from end to end.
        for path in files(&course.path(".gradlings/attempts")) {
            if path.extension().is_some_and(|ending| ending == "rs") && !is_hidden(&path) {
                let kept = fs::read_to_string(&path).expect("text");
                assert!(written.contains(&kept), "kill {kill}: {}", path.display());
            }
        }
        let listed = course.run(&["list"]);
        // A cargo that the killed program was just starting may still hold the lock by which runners know of each other.
        let said = listed.err.replace(ANOTHER, "");
        assert_eq!((listed.code, said.as_str()), (Some(0), ""), "kill {kill}");
    }
    // A check that was not killed is kept.
    let last = text(KILLS as usize);
    course.write("exercises/01_first/one.rs", &last);
    assert_eq!(ran(&mut check()).code, Some(1));
    let attempts = files(&course.path(".gradlings/attempts"));
    let is_last = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text == last);
    assert!(attempts.iter().any(is_last), "{attempts:?}");
}

/// What a second runner in one course is told.
const ANOTHER: &str = "note: Another gradlings is open in this course. Both work, and neither loses the progress of the other.\n";

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

/// A search path with a compiler that finds an error in every program, so that a check takes no time and ends with a
/// verdict.
fn failing_compiler(course: &Course) -> std::ffi::OsString {
    let span = concat!(
        r#"{"file_name":"exercises/01_first/one.rs","byte_start":0,"byte_end":1,"line_start":1,"line_end":1,"#,
        r#""column_start":1,"column_end":2,"is_primary":true,"text":[],"label":null,"suggested_replacement":null,"#,
        r#""suggestion_applicability":null,"expansion":null}"#
    );
    let message = format!(
        r#"{{"message":"broken","code":null,"level":"error","spans":[{span}],"children":[],"rendered":"error: broken"}}"#
    );
    let rustc = course.path("tools/rustc");
    let cargo = format!(
        "echo '     Running `{} --crate-name stub stub.rs`' >&2",
        rustc.display()
    );
    let rustc = format!("cat >&2 <<'END'\n{message}\nEND\nexit 1");
    course.tools(&[("cargo", &cargo), ("rustc", &rustc)])
}

#[test]
fn runners_that_write_at_once_in_one_course_lose_nothing_of_each_other() {
    let folder = state_support::course();
    drop(open(folder.path()));
    let half = EXERCISES / 2;
    let shares = [format!("0-{half}"), format!("{half}-{EXERCISES}")];
    let learners =
        shares.map(|share| Learner::start("the_learner_who_is_killed", folder.path(), &share));
    for learner in learners {
        let mut last = String::new();
        while let Some(line) = learner.next() {
            if line == "ended" {
                last = line;
            }
        }
        assert_eq!(last, "ended");
    }
    let (session, notices) = open(folder.path());
    assert!(!notices.concat().contains("damaged"), "{notices:?}");
    assert_eq!(session.done_count(), EXERCISES);
    let texts = whole_texts(folder.path(), 0);
    for number in 0..EXERCISES {
        assert_eq!(session.hints_shown(&format!("e{number}")), 1);
        assert!(texts.contains(&text(number)), "{number}");
    }
}

/// Runs a shell script in the folder of the course with the program as `$1`; `None` where `before` cannot be had here.
fn script(course: &Course, before: &[&str], script: &str) -> Option<cli_support::Ran> {
    if let [program, words @ ..] = before {
        let tried = Command::new(program).args(words).arg("true").output();
        if !tried.is_ok_and(|tried| tried.status.success()) {
            eprintln!("not shown: `{}` does not work here", before.join(" "));
            return None;
        }
    }
    let words = before.iter().copied().chain(["sh", "-c", script, "sh"]);
    let mut words = words.map(str::to_owned).collect::<Vec<_>>();
    words.push(env!("CARGO_BIN_EXE_gradlings").to_owned());
    let mut command = Command::new(&words[0]);
    command
        .args(&words[1..])
        .current_dir(course.root())
        .env_remove("CARGO_MANIFEST_DIR");
    Some(ran(&mut command))
}

/// File systems of one's own without being the superuser.
const OWN_MOUNTS: [&str; 3] = ["unshare", "--user", "--map-root-user"];

fn own_mounts() -> Vec<&'static str> {
    OWN_MOUNTS.into_iter().chain(["--mount"]).collect()
}

#[test]
fn a_disk_that_is_full_stops_what_would_be_kept_and_loses_nothing() {
    let course = Course::new();
    let full = "mkdir -p .gradlings && mount -t tmpfs -o size=256k tmpfs .gradlings || exit 9
        \"$1\" hint one || exit 8
        cat /dev/zero > .gradlings/filler 2>/dev/null
        echo mine > exercises/01_first/one.rs
        \"$1\" hint one; echo \"hint: $?\"
        \"$1\" reset one; echo \"reset: $?\"
        cat exercises/01_first/one.rs
        \"$1\" run one; echo \"run: $?\"
        rm .gradlings/filler
        \"$1\" hint one; echo \"hint: $?\"";
    let Some(ran) = script(&course, &own_mounts(), full) else {
        return;
    };
    assert!(ran.out.contains("hint: 2\n"), "{ran:?}");
    assert!(
        ran.out.contains("reset: 2\nmine\n"),
        "nothing is reset without a copy: {ran:?}"
    );
    let run = ran.out.split("mine\n").nth(1).expect("the check");
    assert!(
        run.contains("could not run.\nWhat to do: free some space"),
        "the mend comes first: {ran:?}"
    );
    assert!(run.contains("run: 2\n"), "{ran:?}");
    assert!(
        ran.err
            .contains("Your text cannot be kept, so nothing was reset"),
        "{ran:?}"
    );
    assert!(ran.err.contains("free some space on that disk"), "{ran:?}");
    assert!(ran.out.ends_with("hint: 0\n"), "{ran:?}");
    let (_, last) = ran.out.rsplit_once("mine\n").expect("the last hint");
    assert!(
        last.contains("Look closer.") && last.contains("It is 42."),
        "{ran:?}"
    );
}

#[test]
fn a_write_that_the_system_cuts_off_leaves_the_state_and_the_text_as_they_were() {
    let course = Course::new();
    assert_eq!(course.run(&["hint", "one"]).code, Some(0));
    let mine = text(1);
    course.write("exercises/01_first/one.rs", &mine);
    let before = course.read(".gradlings/state.toml");
    // No file may be longer than this many blocks; without the trap the program would be killed instead of refused.
    for blocks in 0..2 {
        let cut = format!(
            "trap '' XFSZ; ulimit -f {blocks}; \"$1\" hint one; echo \"hint: $?\"; \"$1\" reset one; echo \"reset: $?\""
        );
        let ran = script(&course, &[], &cut).expect("a shell");
        if blocks == 0 {
            assert!(ran.out.contains("hint: 2\n"), "{ran:?}");
            assert_eq!(course.read(".gradlings/state.toml"), before);
        }
        assert!(ran.out.contains("reset: 2\n"), "{ran:?}");
        assert!(ran.err.contains("nothing was reset"), "{ran:?}");
        assert!(ran.err.contains("ulimit -f unlimited"), "{ran:?}");
        assert_eq!(course.read("exercises/01_first/one.rs"), mine);
        let halves = files(&course.path(".gradlings/copies"));
        assert_eq!(halves, Vec::<PathBuf>::new(), "half a copy is no copy");
    }
    let reset = course.run(&["reset", "one"]);
    assert_eq!(reset.code, Some(0), "{reset:?}");
    let copies = files(&course.path(".gradlings/copies"));
    let kept = copies
        .iter()
        .map(|path| fs::read_to_string(path).expect("kept"));
    assert_eq!(kept.collect::<Vec<_>>(), [mine]);
}

/// Runs a command that the system kills in the middle of the first write that makes a file longer than `blocks` of 512
/// bytes. Says whether it was killed.
fn killed_in_a_write(course: &Course, blocks: usize, words: &str) -> bool {
    use std::os::unix::process::ExitStatusExt;

    let cut = format!("ulimit -c 0; ulimit -f {blocks}; exec \"$1\" {words}");
    let mut command = Command::new("sh");
    command
        .args(["-c", &cut, "sh", env!("CARGO_BIN_EXE_gradlings")])
        .current_dir(course.root())
        .env_remove("CARGO_MANIFEST_DIR");
    let output = command.output().expect("a shell");
    output.status.signal().is_some()
}

/// A state with both hints of `one` open, `two` done, and so much more that writing it takes several blocks.
fn long_state() -> String {
    format!(
        "format = 1\npadding = \"{}\"\n[exercises.one]\ndone = true\nhints = 1\n\
         # The end: a file without this line was cut short.\n",
        "x".repeat(5_000)
    )
}

#[test]
fn a_program_killed_in_the_middle_of_each_of_its_writes_loses_nothing() {
    let (short, long) = ("// mine\n".to_owned(), text(7));
    let (short_original, long_original) = ("//! # One\n".to_owned(), text(8));
    let short_state = long_state().replace(&"x".repeat(5_000), "");
    // Which write is hit follows from what is long: nothing else reaches the limit.
    let table = [
        (
            "the state of a hint",
            "hint one",
            &short,
            &short_original,
            long_state(),
        ),
        (
            "the copy of a reset",
            "reset one",
            &long,
            &short_original,
            short_state.clone(),
        ),
        (
            "the exercise of a reset",
            "reset one",
            &short,
            &long_original,
            short_state,
        ),
        (
            "the state of a reset",
            "reset one",
            &short,
            &short_original,
            long_state(),
        ),
    ];
    for (what, words, mine, original, state) in table {
        for blocks in 1..9 {
            let course = Course::new();
            course.write("exercises/01_first/one.rs", original);
            assert_eq!(course.run(&["list"]).code, Some(0));
            course.write("exercises/01_first/one.rs", mine);
            course.write(".gradlings/state.toml", &state);
            let what = format!("{what}, {blocks} blocks");
            assert!(
                killed_in_a_write(&course, blocks, words),
                "{what}: not killed"
            );

            let now = course.read("exercises/01_first/one.rs");
            let copies = files(&course.path(".gradlings/copies"));
            let is_kept = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text == *mine);
            assert!(
                now == *mine || (now == *original && copies.iter().any(is_kept)),
                "{what}: the text is lost"
            );
            let listed = course.run(&["list"]);
            assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""), "{what}");
            assert!(
                listed.out.contains("You have done 1 of 2 exercises."),
                "{what}: {listed:?}"
            );
            let hint = course.run(&["hint", "one"]);
            assert!(hint.out.contains("It is 42."), "{what}: {hint:?}");
            assert_eq!(course.run(&["reset", "one"]).code, Some(0), "{what}");
            assert_eq!(
                course.read("exercises/01_first/one.rs"),
                *original,
                "{what}"
            );
            let copies = files(&course.path(".gradlings/copies"));
            assert!(copies.iter().any(is_kept), "{what}: the text is lost");
        }
    }
}

#[test]
fn an_update_killed_in_the_middle_of_a_write_is_done_by_the_next_one() {
    let place = Course::empty();
    assert_eq!(place.run(&["init", "mine"]).code, Some(0));
    let course = Course::at(place.path("mine"));
    // A file that is longer than all the blocks below.
    let library = ".gradlings/library/src/reference/variation.rs";
    let whole = course.read(library);
    let exercises = files(&course.path("exercises"));
    let exercise = exercises.iter().find(|path| path.ends_with("mse.rs"));
    let exercise = exercise.expect("the exercise mse");
    fs::write(exercise, "mine\n").expect("written");
    for blocks in [0, 1, 5, 20] {
        course.write(library, "// older\n");
        assert!(
            killed_in_a_write(&course, blocks, "update"),
            "{blocks} blocks"
        );
        assert_eq!(
            course.read(library),
            "// older\n",
            "{blocks}: half of a file"
        );
        assert_eq!(fs::read_to_string(exercise).expect("there"), "mine\n");
    }
    let updated = course.run(&["update"]);
    assert_eq!(updated.code, Some(0), "{updated:?}");
    assert_eq!(course.read(library), whole);
    assert_eq!(fs::read_to_string(exercise).expect("there"), "mine\n");
}

#[test]
fn a_course_in_a_read_only_folder_opens_and_says_what_it_cannot_do() {
    let course = Course::new();
    course.run(&["hint", "one"]);
    course.write("exercises/01_first/one.rs", "mine\n");
    let read_only = "mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\" || exit 9
        \"$1\" list; echo \"list: $?\"
        \"$1\" hint one; echo \"hint: $?\"
        \"$1\" reset one; echo \"reset: $?\"
        \"$1\" run one; echo \"run: $?\"
        echo q | \"$1\" --plain; echo \"watch: $?\"
        \"$1\" doctor";
    let Some(ran) = script(&course, &own_mounts(), read_only) else {
        return;
    };
    assert!(ran.out.contains("list: 0\n"), "{ran:?}");
    assert!(
        ran.err.contains("You can go on, but it will be forgotten."),
        "{ran:?}"
    );
    assert!(
        ran.out.contains("hint: 2\n") && ran.out.contains("reset: 2\n"),
        "{ran:?}"
    );
    assert!(
        ran.out
            .contains("could not run.\nWhat to do: make the folder writable")
            && ran.out.contains("run: 2\n"),
        "{ran:?}"
    );
    assert!(ran.err.contains("make the folder writable"), "{ran:?}");
    assert!(ran.out.contains("watch: 0\n"), "{ran:?}");
    assert!(
        ran.out.contains("wrong  Your progress cannot be saved"),
        "{ran:?}"
    );
    assert_eq!(course.read("exercises/01_first/one.rs"), "mine\n");
    let after = course.run(&["hint", "one"]);
    assert!(after.out.contains("It is 42."), "{after:?}");
}

#[test]
fn a_clock_that_goes_backwards_changes_nothing() {
    let folder = state_support::course();
    let root = folder.path();
    let times = [
        SystemTime::now() + Duration::from_secs(1 << 31),
        SystemTime::UNIX_EPOCH + Duration::from_secs(1),
        SystemTime::UNIX_EPOCH - Duration::from_secs(1 << 30),
    ];
    for (number, time) in times.into_iter().enumerate() {
        let (mut session, notices) = open(root);
        assert!(!notices.concat().contains("saved"), "{notices:?}");
        session
            .record(&passed(&format!("e{number}")))
            .expect("saved");
        for path in files(root) {
            let file = File::options().write(true).open(&path).expect("opened");
            file.set_modified(time).expect("the time is set");
        }
    }
    let (session, _) = open(root);
    assert_eq!(session.done_count(), times.len());
}

#[test]
fn another_text_is_another_text_whatever_the_clock_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("one.rs");
    let print = || Fingerprint::default().contents(&path).finish();
    let mut prints = BTreeMap::new();
    for (seconds, text) in [(9_000, "newer"), (5_000, "older"), (1, "oldest")] {
        fs::write(&path, text).expect("written");
        let file = File::options().write(true).open(&path).expect("opened");
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        file.set_modified(time).expect("the time is set");
        prints.insert(print(), text);
    }
    assert_eq!(prints.len(), 3);
    // The library is too large to be read at every check, so its times count: also those from before 1970.
    let dated = || Fingerprint::default().file(&path).finish();
    let before = [9, 8].map(|seconds| {
        let file = File::options().write(true).open(&path).expect("opened");
        let time = SystemTime::UNIX_EPOCH - Duration::from_secs(seconds);
        file.set_modified(time).expect("the time is set");
        dated()
    });
    assert_ne!(before[0], before[1]);
}

#[test]
fn a_state_with_fewer_and_one_with_more_words_than_this_version_knows_both_open() {
    let end = "# The end: a file without this line was cut short.\n";
    let table = [
        ("an older one", "format = 1\n[exercises.one]\ndone = true\n".to_owned()),
        ("an empty one", "format = 1\n".to_owned()),
        (
            "a later one",
            "format = 1\nstreak = 3\n[exercises.one]\ndone = true\nstars = 2\n[exercises.gone]\ndone = true\n".to_owned(),
        ),
    ];
    for (what, text) in table {
        let course = Course::new();
        course.write(".gradlings/state.toml", format!("{text}{end}"));
        let listed = course.run(&["list"]);
        assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""), "{what}");
        assert_eq!(
            listed.out.contains("You have done 1 of 2 exercises."),
            text.contains("done"),
            "{what}: {listed:?}"
        );
        assert_eq!(course.run(&["hint", "one"]).code, Some(0), "{what}");
        let after = course.read(".gradlings/state.toml");
        for kept in ["streak = 3", "stars = 2", "[exercises.gone]"] {
            assert_eq!(after.contains(kept), text.contains(kept), "{what}: {after}");
        }
    }
}

#[test]
fn a_course_that_is_updated_under_a_running_program_loses_nothing() {
    let course = Course::new();
    let mut watching = course.watch();
    watching.types("h");
    watching.until("Hint 1 of 2");
    course.write("exercises/01_first/one.rs", "mine\n");
    // First a half of a file, as a slow update leaves it for a moment, then another course with another first exercise.
    course.write("info.toml", "format = 2\ntitle = \"T");
    let broken = course.run(&["list"]);
    assert_eq!(broken.code, Some(2), "{broken:?}");
    assert!(
        broken.err.contains("`info.toml` is malformed"),
        "{broken:?}"
    );
    course.write(
        "info.toml",
        cli_support::INFO.replace("\"one\"", "\"first\""),
    );
    course.write("exercises/01_first/first.rs", "//! # First\n");
    course.write("solutions/01_first/first.rs", "// solved\n");
    course.write("checks/01_first/first.rs", "// checked\n");
    watching.types("h");
    watching.until("Hint 2 of 2");
    watching.types("x");
    watching.until("Type x once more to do it.");
    watching.types("x");
    watching.until("Your text is kept in");
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));

    let listed = course.run(&["list"]);
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""));
    assert!(listed.out.contains("first"), "{listed:?}");
    let state = course.read(".gradlings/state.toml");
    assert!(
        state.contains("[exercises.one]") && state.contains("hints = 2"),
        "{state}"
    );
    let copies = files(&course.path(".gradlings/copies"));
    assert_eq!(fs::read_to_string(&copies[0]).expect("kept"), "mine\n");
    // And back again: what was done in the exercise is still known.
    course.write("info.toml", cli_support::INFO);
    let hint = course.run(&["hint", "one"]);
    assert!(hint.out.contains("It is 42."), "{hint:?}");
}

#[test]
fn an_update_of_the_learners_folder_under_a_running_program_keeps_the_text_and_the_progress() {
    let place = Course::empty();
    assert_eq!(place.run(&["init", "mine"]).code, Some(0));
    let course = Course::at(place.path("mine"));
    let mut watching = course.watch();
    watching.types("h");
    watching.until("Hint 1 of");
    let exercise = files(&course.path("exercises"))
        .into_iter()
        .find(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .expect("an exercise");
    fs::write(&exercise, "mine\n").expect("written");
    // As an older version left it: the library is another one, and a file of the course is missing.
    let library = course.path(".gradlings/library/src/lib.rs");
    fs::write(&library, "// older\n").expect("written");
    let updated = course.run(&["update"]);
    assert_eq!(updated.code, Some(0), "{updated:?}");
    assert_ne!(fs::read_to_string(&library).expect("there"), "// older\n");
    assert_eq!(fs::read_to_string(&exercise).expect("there"), "mine\n");
    watching.types("h");
    watching.until("Hint 2 of");
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
    let state = course.read(".gradlings/state.toml");
    assert!(state.contains("hints = 2"), "{state}");
}

/// Puts something that is no exercise at this path.
type Odd = fn(&Path);

/// What stands in the place of an exercise, what is said of it, and what a reset says: `None` where it refuses.
const ODD_THINGS: [(Odd, &str, Option<&str>); 9] = [
    (
        |path| {
            use rustix::fs::{CWD, Mode, mkfifoat};
            mkfifoat(CWD, path, Mode::RUSR | Mode::WUSR).expect("made");
        },
        "There is a named pipe where the file of `one` should be.",
        Some("It replaced a named pipe, which had no text to keep."),
    ),
    (
        |path| drop(std::os::unix::net::UnixListener::bind(path).expect("bound")),
        "There is a socket where the file of `one` should be.",
        Some("It replaced a socket, which had no text to keep."),
    ),
    (
        |path| std::os::unix::fs::symlink("/dev/zero", path).expect("linked"),
        "There is a device where the file of `one` should be.",
        Some("It replaced a link to a device, which had no text to keep."),
    ),
    (
        |path| std::os::unix::fs::symlink("/", path).expect("linked"),
        "There is a folder where the file of `one` should be.",
        Some("It replaced a link to a folder, which had no text to keep."),
    ),
    (
        |path| std::os::unix::fs::symlink("one.rs", path).expect("linked"),
        "`one` cannot be read",
        Some("It replaced a link that cannot be followed, which had no text to keep."),
    ),
    (
        |path| fs::create_dir_all(path.join("inside")).expect("made"),
        "There is a folder where the file of `one` should be.",
        None,
    ),
    (
        |path| {
            File::create(path)
                .and_then(|file| file.set_len(200 << 20))
                .expect("sparse")
        },
        "The file of `one` is too large: it has 209715200 bytes",
        Some("Your text is kept in"),
    ),
    (
        |path| fs::write(path, b"caf\xe9").expect("written"),
        "it has bytes that are not UTF-8",
        Some("Your text is kept in"),
    ),
    (
        |_| {},
        "The file of `one` is missing.",
        Some("is as it was at the start."),
    ),
];

/// A course in which this stands in the place of the exercise `one`, whose original is known.
fn with_odd(odd: Odd) -> Course {
    let course = Course::new();
    assert_eq!(course.run(&["list"]).code, Some(0));
    let path = course.path("exercises/01_first/one.rs");
    fs::remove_file(&path).expect("removed");
    odd(&path);
    course
}

#[test]
fn whatever_stands_in_the_place_of_an_exercise_no_command_hangs_or_loses_it() {
    for (odd, sentence, reset) in ODD_THINGS {
        let course = with_odd(odd);
        let is_text = sentence.contains("UTF-8");
        for words in [&["list"][..], &["hint", "one"], &["attempts", "one"]] {
            let ran = ended(&mut course.command(words));
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{sentence}");
        }
        for words in [&["run", "one"][..], &["check-all"]] {
            let ran = ended(&mut course.command(words));
            // The other exercise of this course cannot be checked either: its solution offers nothing.
            let code = if is_text && words[0] == "run" { 1 } else { 2 };
            assert_eq!(ran.code, Some(code), "{sentence} {ran:?}");
            let told = !(is_text && words[0] == "check-all");
            assert!(!told || ran.out.contains(sentence), "{sentence} {ran:?}");
        }
        let both = ended(&mut course.command(&["check-all", "--json"]));
        let both: serde_json::Value = serde_json::from_str(&both.out).expect("JSON");
        assert_eq!(both.as_array().map(Vec::len), Some(2), "{both}");
        let message = both[0]["message"].as_str().unwrap_or_default();
        assert!(message.contains(sentence), "{both}");
        let doctor = ended(&mut course.command(&["doctor"]));
        assert!(is_text || doctor.out.contains(sentence), "{doctor:?}");

        let path = course.path("exercises/01_first/one.rs");
        let length = fs::metadata(&path).map_or(0, |about| about.len());
        let ran = ended(&mut course.command(&["reset", "one"]));
        let Some(said) = reset else {
            assert_eq!(ran.code, Some(2), "{ran:?}");
            assert!(ran.err.contains("so nothing was reset") && path.join("inside").is_dir());
            continue;
        };
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{sentence}");
        assert!(ran.out.contains(said), "{sentence} {ran:?}");
        assert_eq!(course.read("exercises/01_first/one.rs"), cli_support::ONE);
        assert!(!path.is_symlink());
        let copies = files(&course.path(".gradlings/copies"));
        let kept: Vec<u64> = copies
            .iter()
            .map(|copy| fs::metadata(copy).expect("kept").len())
            .collect();
        match said.contains("is kept") {
            true => assert_eq!(kept, [length], "{sentence}"),
            false => assert_eq!(kept, [0; 0], "{sentence}"),
        }
    }
}

#[test]
fn whatever_stands_in_the_place_of_an_exercise_watching_goes_on_and_an_attempt_can_be_restored() {
    for (odd, sentence, reset) in ODD_THINGS {
        let course = with_odd(odd);
        course.write(".gradlings/attempts/one/0001.rs", "// an attempt\n");
        let mut watching = course.watch();
        watching.until(sentence);
        watching.types("h");
        watching.until("Look closer.");
        watching.types("b 1");
        let restored = reset.map_or("so nothing was restored", |_| "is attempt 1 again");
        watching.until(restored);
        watching.types("q");
        assert_eq!(watching.ends(), Some(0), "{sentence}");
        let exercise = course.path("exercises/01_first/one.rs");
        if reset.is_some() {
            let text = course.read("exercises/01_first/one.rs");
            assert_eq!(text, "// an attempt\n", "{sentence}");
        } else {
            assert!(exercise.join("inside").is_dir());
        }
    }
}

#[test]
fn a_file_that_may_not_be_read_is_kept_as_a_whole() {
    use std::os::unix::fs::PermissionsExt;

    let course = with_odd(|path| {
        fs::write(path, "mine\n").expect("written");
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).expect("set");
    });
    if fs::read(course.path("exercises/01_first/one.rs")).is_ok() {
        eprintln!("not shown: whoever runs this may read every file");
        return;
    }
    let ran = ended(&mut course.command(&["run", "one"]));
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("give yourself the right to read the file"),
        "{ran:?}"
    );
    let ran = ended(&mut course.command(&["reset", "one"]));
    assert!(ran.out.contains("Your text is kept in"), "{ran:?}");
    assert_eq!(course.read("exercises/01_first/one.rs"), cli_support::ONE);
    let copy = course.path(".gradlings/copies/one-1.rs");
    fs::set_permissions(&copy, fs::Permissions::from_mode(0o600)).expect("set");
    assert_eq!(fs::read_to_string(copy).expect("kept"), "mine\n");
}

/// Where a stranger may have put a link in a course, and what it leads to among the files of whoever opens it: a file, a
/// folder, or nothing yet.
const LINKS: [(&str, &str); 40] = [
    (".gradlings", "folder"),
    (".gradlings/.probe.new", "file"),
    (".gradlings/.state.backup.toml.new", "file"),
    (".gradlings/.state.backup.toml.new", "nothing"),
    (".gradlings/.state.toml.new", "file"),
    (".gradlings/.state.toml.new", "nothing"),
    (".gradlings/attempts", "folder"),
    (".gradlings/attempts/one", "folder"),
    (".gradlings/attempts/one/.0002.rs.new", "file"),
    (".gradlings/attempts/one/.0002.toml.new", "nothing"),
    (".gradlings/attempts/one/0001.rs", "file"),
    (".gradlings/attempts/one/0002.rs", "file"),
    (".gradlings/attempts/one/0002.toml", "nothing"),
    (".gradlings/attempts/one/attempts.lock", "file"),
    (".gradlings/attempts/one/attempts.lock", "nothing"),
    (".gradlings/cache", "folder"),
    (".gradlings/copies", "folder"),
    (".gradlings/copies", "nothing"),
    (".gradlings/copies/one-1.rs", "file"),
    (".gradlings/copies/one-1.rs", "nothing"),
    (".gradlings/library", "folder"),
    (".gradlings/library/src", "folder"),
    (".gradlings/open.lock", "file"),
    (".gradlings/open.lock", "nothing"),
    (".gradlings/originals", "folder"),
    (".gradlings/originals/01_first", "folder"),
    (".gradlings/originals/01_first/.one.rs.new", "file"),
    (".gradlings/originals/01_first/one.rs", "nothing"),
    (".gradlings/probe", "file"),
    (".gradlings/state.backup.toml", "file"),
    (".gradlings/state.lock", "file"),
    (".gradlings/state.lock", "nothing"),
    (".gradlings/state.toml", "file"),
    (".gradlings/state.toml", "nothing"),
    ("exercises", "folder"),
    ("exercises/01_first", "folder"),
    ("exercises/01_first/.one.rs.new", "file"),
    ("exercises/01_first/.one.rs.new", "nothing"),
    ("exercises/01_first/one.rs", "file"),
    ("exercises/01_first/one.rs", "nothing"),
];

/// Everything below a folder, with what is in it.
fn contents(folder: &Path) -> BTreeMap<PathBuf, String> {
    let paths = files(folder).into_iter();
    paths
        .map(|path| (path.clone(), fs::read_to_string(path).expect("text")))
        .collect()
}

#[test]
fn no_link_in_a_course_of_a_stranger_leads_a_command_to_the_files_of_whoever_opens_it() {
    for (link, to) in LINKS {
        let home = Course::empty();
        home.write("file", "mine");
        for inside in [
            "one.rs",
            "01_first/one.rs",
            "0001.rs",
            "one/0001.rs",
            "src/lib.rs",
        ] {
            home.write(&format!("folder/{inside}"), "mine");
        }
        let course = Course::new();
        let path = failing_compiler(&course);
        assert_eq!(course.run(&["list"]).code, Some(0));
        course.write("exercises/01_first/one.rs", "another text\n");
        course.write(".gradlings/attempts/one/0001.rs", "// an attempt\n");
        if link.contains("library") {
            // As `init` makes it: the program gives such a course the library that it lacks.
            course.write(
                "exercises/Cargo.toml",
                "[package]\nname = \"small\"\n[dependencies]\ngradlings = { path = \"../.gradlings/library\" }\n",
            );
        }
        let planted = course.path(link);
        let _ = fs::remove_file(&planted);
        let _ = fs::remove_dir_all(&planted);
        fs::create_dir_all(planted.parent().expect("inside")).expect("made");
        std::os::unix::fs::symlink(home.path(to), &planted).expect("linked");

        let before = contents(home.root());
        course.write("typed", "h\nx\nb 1\na\nx\nq\n");
        for words in [
            &["hint", "one"][..],
            &["reset", "one"],
            &["attempts", "one"],
            &["restore", "one", "1"],
            &["run", "one"],
            &["--plain"],
            &["reset", "one"],
            &["hint", "one"],
            &["doctor"],
            &["update"],
            &["dev", "update"],
        ] {
            let typed = File::open(course.path("typed")).expect("opened");
            let mut command = course.command(words);
            let ran = ended(command.env("PATH", &path).stdin(typed));
            assert!(ran.code.is_some(), "{link} to {to}: {ran:?}");
            let after = contents(home.root());
            assert!(
                before == after,
                "{link} to {to}: {words:?} wrote in {after:#?}"
            );
        }
    }
}

#[test]
fn a_folder_that_leads_out_of_the_course_is_named_with_the_mend() {
    let table = [
        (".gradlings", "hint"),
        (".gradlings/copies", "reset"),
        ("exercises/01_first", "reset"),
        ("exercises", "reset"),
    ];
    for (link, command) in table {
        let home = tempfile::tempdir().expect("a temporary folder");
        let course = Course::new();
        assert_eq!(course.run(&["list"]).code, Some(0));
        course.write("exercises/01_first/one.rs", "mine\n");
        let moved = home.path().join("moved");
        let planted = course.path(link);
        match planted.exists() {
            true => fs::rename(&planted, &moved).expect("moved"),
            false => fs::create_dir(&moved).expect("made"),
        }
        std::os::unix::fs::symlink(&moved, &planted).expect("linked");
        let ran = course.run(&[command, "one"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        let said = format!("{link} is a link that leads out of the course, to ");
        assert!(ran.err.contains(&said), "{ran:?}");
        assert!(ran.err.contains("into its place"), "{ran:?}");
        // And as it says.
        fs::remove_file(&planted).expect("removed");
        fs::rename(&moved, &planted).expect("moved back");
        assert_eq!(course.run(&[command, "one"]).code, Some(0), "{link}");
    }
}

#[test]
fn a_course_may_be_reached_through_a_link_and_its_builds_may_lie_elsewhere() {
    let home = Course::empty();
    fs::create_dir(home.path("disk")).expect("made");
    let course = Course::new();
    std::os::unix::fs::symlink(course.root(), home.path("course")).expect("linked");
    fs::create_dir(course.path(".gradlings")).expect("made");
    let builds = course.path(".gradlings/target");
    std::os::unix::fs::symlink(home.path("disk"), builds).expect("linked");
    course.write("exercises/01_first/one.rs", "//! # One\n");
    let linked = Course::at(home.path("course"));
    for words in [&["list"][..], &["hint", "one"], &["reset", "one"]] {
        let ran = linked.run(words);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
        let mut words = words.to_vec();
        words.extend(["--course", "course"]);
        let ran = home.run(&words);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
    }
    let path = failing_compiler(&course);
    let ran = ended(linked.command(&["run", "one"]).env("PATH", &path));
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
}
