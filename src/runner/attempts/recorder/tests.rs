use std::fs;

use std::path::Path;
use std::time::Duration;

use super::*;
use crate::runner::event::CompilerMessage;
use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, Timings};

const INFO: &str = r#"
    format = 1
    title = "A small course"
    [[chapters]]
    name = "01_a"
    title = "A"
    [[exercises]]
    name = "one"
    chapter = "01_a"
    teaches = "x"
"#;
const PATH: &str = "exercises/01_a/one.rs";

fn course(folder: &Path) -> Course {
    Course::parse(folder, INFO).expect("sound")
}

fn save(folder: &Path, text: &str) {
    file::replace(&folder.join(PATH), text.as_bytes()).expect("written");
}

fn finished(verdict: Verdict) -> CheckEvent {
    CheckEvent::Finished(Outcome {
        name: "one".to_owned(),
        verdict,
        checks: Vec::new(),
        message: Some("About the whole.".to_owned()),
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    })
}

fn metric(series: &str, step: u64, value: f32) -> CheckEvent {
    CheckEvent::Report(Report::Metric {
        series: series.to_owned(),
        step,
        value,
    })
}

fn built() -> CheckEvent {
    CheckEvent::Built(Duration::ZERO)
}

/// What happens in a check: an event, or a save.
enum Then {
    Event(Box<CheckEvent>),
    Saves(&'static str),
}

#[test]
fn only_a_text_that_was_surely_built_is_kept_and_later_saves_do_not_matter() {
    use Then::Saves;
    let event = |event| Then::Event(Box::new(event));
    let passed = || event(finished(Verdict::Passed));
    let table: [(&str, Vec<Then>, Option<&str>); 8] = [
        (
            "the plain case",
            vec![event(built()), passed()],
            Some("first"),
        ),
        (
            "saved while it ran",
            vec![event(built()), Saves("second"), passed()],
            Some("first"),
        ),
        (
            "saved while it was built",
            vec![Saves("second"), event(built()), passed()],
            None,
        ),
        (
            "refused by the compiler",
            vec![event(finished(Verdict::CompileError))],
            Some("first"),
        ),
        (
            "saved while the compiler refused it",
            vec![Saves("second"), event(finished(Verdict::CompileError))],
            None,
        ),
        (
            "stopped",
            vec![event(built()), event(finished(Verdict::Cancelled))],
            None,
        ),
        (
            "without cargo",
            vec![event(finished(Verdict::NoAnswer))],
            None,
        ),
        ("without an end", vec![event(built())], None),
    ];
    for (what, happens, expected) in table {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = course(folder.path());
        save(folder.path(), "first");
        let mut recorder = Recorder::begin(&course, "one");
        for then in happens {
            match then {
                Then::Event(event) => recorder.hear(&event),
                Saves(text) => save(folder.path(), text),
            }
        }
        let kept = recorder.keep().expect("writable");
        let archive = Archive::of(&course, &course.exercises[0]);
        let text = kept.map(|number| archive.text(number).expect("readable"));
        assert_eq!(text.as_deref(), expected.map(str::as_bytes), "{what}");
        assert_eq!(
            archive.numbers().len(),
            usize::from(expected.is_some()),
            "{what}"
        );
    }
}

#[test]
fn a_missing_or_empty_file_and_an_unknown_exercise_leave_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let course = course(folder.path());
    for (name, text) in [("one", None), ("one", Some(" \n")), ("../one", Some("x"))] {
        if let Some(text) = text {
            save(folder.path(), text);
        }
        let mut recorder = Recorder::begin(&course, name);
        recorder.hear(&finished(Verdict::CompileError));
        assert_eq!(recorder.keep(), Ok(None), "{name} {text:?}");
    }
}

#[test]
fn the_curves_of_the_last_training_are_kept_thinned_and_bounded() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let course = course(folder.path());
    save(folder.path(), "text");
    let mut recorder = Recorder::begin(&course, "one");
    for _ in 0..2 {
        for step in 0..5_000 {
            let value = if step == 4_000 { 99.0 } else { 1.0 };
            recorder.hear(&metric("loss", step, value));
        }
    }
    recorder.hear(&metric("nothing finite", 0, f32::NAN));
    for number in 0..1_000 {
        recorder.hear(&metric(&format!("{number} {}", "long".repeat(100)), 0, 1.0));
    }
    recorder.hear(&built());
    recorder.hear(&finished(Verdict::Passed));
    assert_eq!(recorder.keep(), Ok(Some(1)));
    let archive = Archive::of(&course, &course.exercises[0]);
    let curves = archive.read(1).expect("readable").curves;
    assert_eq!(curves.len(), SERIES - 1);
    assert!(curves[0].points.len() <= 2 * STRETCHES + 1);
    assert!(curves[0].points.contains(&(4_000, 99.0)), "{:?}", curves[0]);
    assert!(curves[1].series.chars().count() <= NAME);
    let about = folder.path().join(".gradlings/attempts/one/0001.toml");
    assert!(fs::metadata(about).expect("there").len() < 20_000);
}

#[test]
fn the_first_words_are_the_diagnosis_then_the_compiler_then_the_whole() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let course = course(folder.path());
    save(folder.path(), "text");
    let complaint = CheckEvent::Compiler(CompilerMessage {
        level: Level::Error,
        summary: "mismatched types".to_owned(),
        place: None,
        line: Some(18),
        in_words: None,
        rendered: String::new(),
    });
    let diagnosed = CheckEvent::Finished(Outcome {
        name: "one".to_owned(),
        verdict: Verdict::Failed,
        checks: vec![CheckOutcome {
            name: "f".to_owned(),
            state: CheckState::Failed,
            cases: 1,
            failed: 1,
            diagnosis: Some(Diagnosis {
                kind: "mistake".to_owned(),
                id: None,
                message: "You added them up.\nNumbers.".to_owned(),
            }),
            numbers: None,
        }],
        message: None,
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    });
    let table = [
        (vec![built(), diagnosed], "You added them up."),
        (
            vec![complaint, finished(Verdict::CompileError)],
            "line 18: mismatched types",
        ),
        (
            vec![built(), finished(Verdict::NoAnswer)],
            "About the whole.",
        ),
        (vec![built(), finished(Verdict::Passed)], ""),
    ];
    for (events, expected) in table {
        let mut recorder = Recorder::begin(&course, "one");
        events.iter().for_each(|event| recorder.hear(event));
        let number = recorder.keep().expect("writable").expect("kept");
        let archive = Archive::of(&course, &course.exercises[0]);
        assert_eq!(
            archive.read(number).expect("readable").summary.message,
            expected
        );
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_a_problem_with_its_mend() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let course = course(folder.path());
    save(folder.path(), "text");
    fs::write(folder.path().join(".gradlings"), "in the way").expect("written");
    let mut recorder = Recorder::begin(&course, "one");
    recorder.hear(&built());
    recorder.hear(&finished(Verdict::Passed));
    let problem = recorder.keep().expect_err("a file is in the way");
    assert!(problem.what.contains("could not be kept"), "{problem}");
}
