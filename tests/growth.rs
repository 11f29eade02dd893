//! A learner of today, and a course that grows under their hands.
//!
//! What `tests/whole_course/learner` holds was written by the program when the course had twelve exercises, from what a
//! learner did with it: exercises passed and failed, hints, a prediction, time, attempts, an edited text.
#![cfg(feature = "runner")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use gradlings::runner::course::Course;
use gradlings::runner::embedded::Files;
use gradlings::runner::outcome::Verdict;
use gradlings::runner::session::{PredictionState, Session};
use gradlings::runner::workspace::{init, update};

const WHOLE: &str = include_str!("whole_course/info.toml");
const LEARNER: &str = "tests/whole_course/learner";

/// The files of a program with this course in it. Every exercise has a text that says its name and the version.
fn files(version: &str, info: &str) -> Vec<(String, String)> {
    let course = Course::parse(Path::new(""), info).expect("sound");
    let mut files = vec![
        (
            "Cargo.toml".to_owned(),
            format!("[package]\nname = \"gradlings\"\nversion = \"{version}\"\n[features]\nexercise = []\n"),
        ),
        (
            "exercises/Cargo.toml".to_owned(),
            "[package]\nname = \"gradlings-course\"\n[dependencies]\ngradlings = { path = \"..\" }\n".to_owned(),
        ),
        (
            "Cargo.lock".to_owned(),
            "version = 4\n[[package]]\nname = \"gradlings-course\"\nversion = \"0.1.0\"\n".to_owned(),
        ),
        ("src/lib.rs".to_owned(), format!("// {version}")),
        ("info.toml".to_owned(), info.to_owned()),
    ];
    for chapter in &course.chapters {
        let page = format!("exercises/{}/README.md", chapter.name);
        files.push((page, format!("# {}\n", chapter.title)));
    }
    for exercise in &course.exercises {
        for path in [exercise.path(), exercise.solution(), exercise.check()] {
            let text = format!("//! # {}\n\n// {version}\nfn main() {{}}\n", exercise.name);
            files.push((path, text));
        }
    }
    files
}

fn with<R>(files: &[(String, String)], act: impl FnOnce(&Files<'_>) -> R) -> R {
    let table: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_bytes()))
        .collect();
    act(&Files::of(&table))
}

/// The course with the exercises of the track `first-steps` alone.
fn the_twelve() -> String {
    let whole = Course::parse(Path::new(""), WHOLE).expect("sound");
    let twelve = whole.track("first-steps").expect("in the course");
    let exercises = twelve.exercises.iter().map(|at| &whole.exercises[*at]);
    let exercises: Vec<_> = exercises.collect();
    let mut info = "format = 2\ntitle = \"gradlings\"\n".to_owned();
    for chapter in &whole.chapters {
        let mut inside = exercises
            .iter()
            .filter(|it| it.chapter == chapter.name)
            .peekable();
        if inside.peek().is_some() {
            info.push_str(&format!(
                "[[chapters]]\nname = \"{}\"\ntitle = \"T\"\n",
                chapter.name
            ));
        }
        for exercise in inside {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{}\"\nchapter = \"{}\"\nteaches = \"x\"\nhints = [\"a\", \"b\"]\n",
                exercise.name, exercise.chapter
            ));
        }
    }
    info
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed") {
        let path = entry.expect("listed").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("copied");
        }
    }
}

fn open(root: &Path) -> Session {
    let course = Course::open(root).expect("sound");
    let (session, notices) = Session::open(Arc::new(course)).expect("opens");
    assert_eq!(notices, [""; 0]);
    session
}

#[test]
fn a_course_that_grows_from_twelve_exercises_to_ninety_four_takes_nothing_from_its_learner() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    let before = files("0.1.0", &the_twelve());
    with(&before, |files| init::make(files, root)).expect("made");
    let learner = Path::new(env!("CARGO_MANIFEST_DIR")).join(LEARNER);
    copy(&learner.join("state"), &root.join(".gradlings"));
    copy(&learner.join("exercises"), &root.join("exercises"));
    assert_eq!(open(root).done_count(), 3, "before");

    let after = files("0.2.0", WHOLE);
    let update = with(&after, |files| update::bring(files, root, &|_| false)).expect("updated");
    assert_eq!(update.kept, ["mse"], "the text that the learner wrote");
    assert_eq!(update.added.len(), 82);
    assert_eq!(update.renewed.len(), 11);

    let kept = |path: &str| fs::read_to_string(learner.join(path)).expect(path);
    let check = |session: &Session, current: &str| {
        assert_eq!(session.course().exercises.len(), 94);
        assert_eq!(session.current().name, current);
        for exercise in &session.course().exercises {
            let done = ["hello_tensor", "split", "conv2d"].contains(&exercise.name.as_str());
            assert_eq!(session.is_done(&exercise.name), done, "{}", exercise.name);
        }
        // What was passed once can be read for ever.
        assert!(session.solution("hello_tensor").is_ok());
        for (name, hints, seconds, tries) in [
            ("mse", 2, 9, 1),
            ("split", 1, 0, 0),
            ("l2", 0, 4, 0),
            ("tiny_gpt", 0, 0, 0),
        ] {
            let practice = session.practice(name);
            assert_eq!(session.hints_shown(name), hints, "{name}");
            assert_eq!(
                (practice.seconds, practice.tries),
                (seconds, tries),
                "{name}"
            );
        }
        assert_eq!(
            session.source("mse").expect("there"),
            kept("exercises/02_losses/mse.rs")
        );
        let attempts = session.every_attempt("mse");
        let texts: Vec<&str> = attempts.iter().map(|it| it.text.as_str()).collect();
        let [first, second] =
            ["0001", "0002"].map(|it| kept(&format!("state/attempts/mse/{it}.rs")));
        assert_eq!(texts, [first, second]);
        assert!(
            attempts
                .iter()
                .all(|it| it.summary.verdict == Some(Verdict::Failed))
        );
        assert_eq!(session.every_attempt("split").len(), 1);
        // Chapters that were begun do not open with their page again.
        assert!(!session.is_untouched("02_losses") && session.is_untouched("11_language"));
    };
    let mut session = open(root);
    check(&session, "mse");
    assert!(session.page("11_language").is_some());
    let state = fs::read_to_string(root.join(".gradlings/state.toml")).expect("there");
    assert_eq!(state, kept("state/state.toml"), "nobody wrote in it");

    // The way that was theirs stays twelve exercises long, whatever has come in between.
    session.follow("first-steps").expect("followed");
    let next = session.next_open().map(|next| next.name.as_str());
    assert_eq!(next, Some("cross_entropy"));
    session.follow("everything").expect("left");
    let next = session.next_open().map(|next| next.name.as_str());
    assert_eq!(next, Some("softmax"));
    // What is written from now on takes nothing away either.
    session.select("tiny_gpt").expect("saved");
    drop(session);
    check(&open(root), "tiny_gpt");
    let state = fs::read_to_string(root.join(".gradlings/state.toml")).expect("there");
    for line in ["choice = 2", "[exercises.l2.prediction]"] {
        assert!(state.contains(line), "{line} in {state}");
    }
    assert_eq!(
        open(root).asked("l2"),
        None::<PredictionState>,
        "the new course asks nothing there"
    );
}
