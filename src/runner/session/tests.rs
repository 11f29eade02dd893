mod restores;

use std::fs;
use std::time::Duration;

use super::*;
use crate::runner::event::CheckEvent;
use crate::runner::outcome::Timings;
use crate::runner::workspace::file;

const INFO: &str = r#"
    format = 2
    title = "A small course"
    [[chapters]]
    name = "01_a"
    title = "A"
    [[exercises]]
    name = "one"
    chapter = "01_a"
    teaches = "x"
    hints = ["first", "second"]
    [exercises.predict]
    ask = "What will it do?"
    choices = ["rise", "fall"]
    answer = 2
    because = "It falls."
    [[exercises]]
    name = "two"
    chapter = "01_a"
    teaches = "y"
    [[exercises]]
    name = "three"
    chapter = "01_a"
    teaches = "z"
    hints = ["any", { text = "of a", check = "a" }, { text = "of b", check = "b" }, "last"]
"#;

struct Small {
    folder: tempfile::TempDir,
}

impl Small {
    fn new() -> Small {
        let small = Small {
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        for name in ["one", "two", "three"] {
            let text = format!("//! Lesson {name}\nfn main() {{}}\n");
            small.write(&format!("exercises/01_a/{name}.rs"), &text);
            small.write(&format!("solutions/01_a/{name}.rs"), "// solved\n");
        }
        small
    }

    fn write(&self, path: &str, text: &str) {
        file::replace(&self.folder.path().join(path), text.as_bytes()).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("readable")
    }

    fn open(&self) -> (Session, Vec<String>) {
        let course = Course::parse(self.folder.path(), INFO).expect("sound");
        Session::open(Arc::new(course)).expect("opens")
    }

    fn session(&self) -> Session {
        self.open().0
    }
}

fn outcome(name: &str, verdict: Verdict) -> Outcome {
    Outcome {
        name: name.to_owned(),
        verdict,
        checks: Vec::new(),
        message: None,
        piece: None,
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    }
}

#[test]
fn the_first_page_is_for_those_who_have_begun_nothing_and_never_returns() {
    let small = Small::new();
    assert!(small.session().is_new());
    small.session().welcomed().expect("saved");
    assert!(!small.session().is_new());
    let begun = Small::new();
    begun.session().show_hint("one").expect("saved");
    assert!(!begun.session().is_new());
}

#[test]
fn a_hint_that_belongs_to_a_check_is_opened_where_that_check_fails() {
    let small = Small::new();
    let mut session = small.session();
    let table = [
        (Some("b"), vec![0]),
        (Some("b"), vec![0, 2]),
        (Some("a"), vec![0, 2, 1]),
        (Some("a"), vec![0, 2, 1, 3]),
        (None, vec![0, 2, 1, 3]),
    ];
    for (check, opened) in table {
        let shown = session.show_hint_for("three", check).expect("saved");
        assert_eq!(shown, opened.len());
        assert_eq!(session.hints_opened("three"), opened, "{check:?}");
        assert_eq!(small.session().hints_opened("three"), opened, "{check:?}");
    }
    // Where nobody knows which check fails, they come in their order.
    let small = Small::new();
    let mut session = small.session();
    (0..3).for_each(|_| drop(session.show_hint("three")));
    assert_eq!(session.hints_opened("three"), [0, 1, 2]);
}

#[test]
fn the_session_goes_on_where_it_was_left_and_skips_what_is_done() {
    let small = Small::new();
    let mut session = small.session();
    assert_eq!(session.current().name, "one");
    session.select("two").expect("saved");
    drop(session);
    let mut session = small.session();
    assert_eq!(session.current().name, "two");
    for (name, next) in [
        ("two", Some("three")),
        ("three", Some("one")),
        ("one", None),
    ] {
        session
            .record(&outcome(name, Verdict::Passed))
            .expect("saved");
        assert_eq!(
            session.next_open().map(|exercise| exercise.name.as_str()),
            next
        );
        if let Some(next) = next {
            let fresh = Session::open(session.course().clone()).expect("opens").0;
            assert_eq!(fresh.current().name, next);
        }
    }
    assert_eq!(session.done_count(), 3);
}

#[test]
fn every_verdict_leaves_a_done_and_an_open_exercise_as_it_should() {
    let table = [
        (Verdict::Passed, true, true),
        (Verdict::Failed, false, false),
        (Verdict::Todo, false, false),
        (Verdict::CompileError, false, false),
        (Verdict::Panicked, false, false),
        (Verdict::OutOfMemory, false, false),
        (Verdict::NoAnswer, false, false),
        (Verdict::TimedOut, true, false),
        (Verdict::Piece, true, false),
        (Verdict::Cancelled, true, false),
        (Verdict::NoCrates, true, false),
        (Verdict::CannotCheck, true, false),
    ];
    for (verdict, done_before, open_before) in table {
        let small = Small::new();
        let mut session = small.session();
        session
            .record(&outcome("one", Verdict::Passed))
            .expect("saved");
        for (name, expected) in [("one", done_before), ("two", open_before)] {
            session.record(&outcome(name, verdict)).expect("saved");
            assert_eq!(session.is_done(name), expected, "{verdict:?} {name}");
        }
        assert!(session.solution("one").is_ok(), "{verdict:?}");
    }
}

#[test]
fn hints_come_one_at_a_time_and_stay() {
    let small = Small::new();
    let mut session = small.session();
    let shown: Vec<_> = (0..3)
        .map(|_| session.show_hint("one").expect("saved"))
        .collect();
    assert_eq!(shown, [1, 2, 2]);
    session
        .record(&outcome("one", Verdict::Passed))
        .expect("saved");
    session.reset("one").expect("reset");
    assert_eq!(small.session().hints_shown("one"), 2);
    assert_eq!(session.show_hint("two"), Ok(0));
}

#[test]
fn a_reset_keeps_every_text_and_puts_the_original_back() {
    let small = Small::new();
    let path = "exercises/01_a/one.rs";
    let original = small.read(path);
    let mut session = small.session();
    for number in 1..=2 {
        let mine = format!("mine {number}");
        small.write(path, &mine);
        // Opening the course again must not take the edited file for the original.
        session = Session::open(session.course().clone()).expect("opens").0;
        let Reset::Kept(copy) = session.reset("one").expect("reset") else {
            panic!("not kept");
        };
        assert!(copy.ends_with(format!(".gradlings/copies/one-{number}.rs")));
        assert_eq!(fs::read_to_string(copy).expect("kept"), mine);
        assert_eq!(small.read(path), original);
    }
    fs::remove_file(small.folder.path().join(path)).expect("removed");
    for what in ["missing", "unchanged"] {
        assert_eq!(session.reset("one"), Ok(Reset::Nothing), "{what}");
        assert_eq!(small.read(path), original);
    }
}

#[test]
fn a_reset_opens_the_exercise_again() {
    let small = Small::new();
    let mut session = small.session();
    session
        .record(&outcome("one", Verdict::Passed))
        .expect("saved");
    session.reset("one").expect("reset");
    assert!(!small.session().is_done("one"));
}

#[test]
fn the_solution_opens_only_after_passing() {
    let small = Small::new();
    let mut session = small.session();
    let problem = session.solution("one").expect_err("still open");
    assert!(problem.what.contains("once your own code has passed"));
    session
        .record(&outcome("one", Verdict::Passed))
        .expect("saved");
    assert_eq!(
        small.session().solution("one").expect("open"),
        "// solved\n"
    );
}

#[test]
fn what_is_compared_with_the_solution_is_everything_below_the_lesson() {
    let small = Small::new();
    let code =
        "/// One more.\npub fn more(x: u32) -> u32 {\n    x + 1 // mine\n}\n\nfn main() {}\n";
    small.write("exercises/01_a/one.rs", &format!("//! Lesson\n\n{code}"));
    assert_eq!(small.session().own_code("one").expect("readable"), code);
}

#[test]
fn an_exercise_that_was_renamed_keeps_its_record_and_its_place() {
    let small = Small::new();
    let mut session = small.session();
    session.select("one").expect("known");
    session.show_hint("one").expect("saved");
    session
        .record(&outcome("one", Verdict::Passed))
        .expect("saved");
    drop(session);
    let info = INFO.replace("name = \"one\"", "name = \"first\"\nformerly = [\"one\"]");
    for _ in 0..2 {
        let course = Course::parse(small.folder.path(), &info).expect("sound");
        let (session, notices) = Session::open(Arc::new(course)).expect("open");
        assert_eq!(notices, [""; 0]);
        assert!(session.is_done("first"));
        assert_eq!(session.hints_shown("first"), 1);
    }
}

#[test]
fn a_second_runner_is_told_and_both_keep_their_progress() {
    let small = Small::new();
    let (mut first, notices) = small.open();
    assert_eq!(notices, [""; 0]);
    let (mut second, notices) = small.open();
    assert!(
        notices.concat().contains("Another gradlings"),
        "{notices:?}"
    );
    first
        .record(&outcome("one", Verdict::Passed))
        .expect("saved");
    second
        .record(&outcome("two", Verdict::Passed))
        .expect("saved");
    drop((first, second));
    let (session, notices) = small.open();
    assert!(session.is_done("one") && session.is_done("two"));
    assert_eq!(notices, [""; 0]);
}

#[test]
fn a_lesson_that_was_deleted_from_the_file_is_taken_from_the_original() {
    let small = Small::new();
    let session = small.session();
    small.write("exercises/01_a/one.rs", "fn main() {}");
    assert_eq!(session.lesson("one").expect("readable"), "Lesson one\n");
    fs::remove_file(small.folder.path().join("exercises/01_a/one.rs")).expect("removed");
    assert_eq!(session.lesson("one").expect("readable"), "Lesson one\n");
}

/// A check of the file as it is, with this verdict.
fn judge(session: &mut Session, name: &str, verdict: Verdict) {
    let exercise = session.course().exercise(name).expect("known");
    let text = fs::read(session.course().exercise_path(exercise)).expect("readable");
    let mut recorder = session.recorder(name);
    let outcome = outcome(name, verdict);
    recorder.hear(&CheckEvent::Text(text.into()));
    recorder.hear(&CheckEvent::Built(Duration::ZERO));
    recorder.hear(&CheckEvent::Finished(outcome.clone()));
    session.record(&outcome).expect("saved");
    recorder.keep().expect("kept");
}

#[test]
fn a_question_is_asked_until_a_run_has_told_or_the_exercise_has_passed() {
    use Verdict::{CompileError, Failed, Passed, Todo};
    let table: [(Option<usize>, &[Verdict], Option<PredictionState>); 8] = [
        (None, &[], Some(PredictionState::Open)),
        (
            None,
            &[Todo, CompileError, Failed],
            Some(PredictionState::Open),
        ),
        (None, &[Failed, Passed], None),
        (Some(1), &[], Some(PredictionState::Chosen(1))),
        (
            Some(1),
            &[Todo, CompileError],
            Some(PredictionState::Chosen(1)),
        ),
        (Some(1), &[Failed], Some(PredictionState::Told(1))),
        (Some(0), &[Passed], Some(PredictionState::Told(0))),
        (
            Some(0),
            &[Passed, Failed, Todo],
            Some(PredictionState::Told(0)),
        ),
    ];
    for (choice, verdicts, expected) in table {
        let small = Small::new();
        let mut session = small.session();
        if let Some(choice) = choice {
            session.predict("one", 0).expect("open");
            session.predict("one", choice).expect("a change of mind");
        }
        for verdict in verdicts {
            session.record(&outcome("one", *verdict)).expect("saved");
        }
        assert_eq!(session.asked("one"), expected, "{choice:?} {verdicts:?}");
        assert_eq!(small.session().asked("one"), expected);
        let refused = session.predict("one", 0).is_err();
        let settled = matches!(expected, None | Some(PredictionState::Told(_)));
        assert_eq!(refused, settled, "{choice:?} {verdicts:?}");
    }
    let mut session = Small::new().session();
    assert_eq!(session.asked("two"), None);
    assert!(session.predict("two", 0).is_err() && session.predict("one", 2).is_err());
}
