use std::fs;
use std::path::Path;
use std::time::Duration;

use super::*;
use crate::runner::event::CompilerMessage;
use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, DiagnosisKind, Timings};

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
"#;

fn course(folder: &Path) -> Course {
    Course::parse(folder, INFO).expect("sound")
}

/// The text that is judged.
fn text(text: &str) -> CheckEvent {
    CheckEvent::Text(text.as_bytes().into())
}

fn finished(verdict: Verdict) -> CheckEvent {
    CheckEvent::Finished(Outcome {
        name: "one".to_owned(),
        verdict,
        checks: Vec::new(),
        message: Some("About the whole.".to_owned()),
        piece: None,
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

#[test]
fn the_text_that_the_check_has_read_is_kept_if_it_was_judged() {
    let passed = || finished(Verdict::Passed);
    let table = [
        (
            "built and judged",
            vec![text("it"), built(), passed()],
            true,
        ),
        (
            "refused by the compiler",
            vec![text("it"), finished(Verdict::CompileError)],
            true,
        ),
        (
            "stopped",
            vec![text("it"), built(), finished(Verdict::Cancelled)],
            false,
        ),
        (
            "kept from judging by the machine",
            vec![text("it"), built(), finished(Verdict::CannotCheck)],
            false,
        ),
        (
            "kept from being built for want of crates",
            vec![text("it"), built(), finished(Verdict::NoCrates)],
            false,
        ),
        (
            "kept from judging by a piece",
            vec![text("it"), built(), finished(Verdict::Piece)],
            false,
        ),
        (
            "without a program",
            vec![text("it"), finished(Verdict::NoAnswer)],
            false,
        ),
        ("without an end", vec![text("it"), built()], false),
        (
            "a file that is no text",
            vec![finished(Verdict::CompileError)],
            false,
        ),
    ];
    for (what, events, is_kept) in table {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = course(folder.path());
        let mut recorder = Recorder::begin(&course, "one");
        events.iter().for_each(|event| recorder.hear(event));
        let kept = recorder.keep().expect("writable");
        let archive = Archive::of(&course, &course.exercises[0]);
        let kept = kept.map(|number| archive.text(number).expect("readable"));
        let expected = is_kept.then_some(&b"it"[..]);
        assert_eq!(kept.as_deref(), expected, "{what}");
        assert_eq!(archive.numbers().len(), usize::from(is_kept), "{what}");
    }
}

#[test]
fn an_unknown_exercise_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut recorder = Recorder::begin(&course(folder.path()), "../one");
    for event in [text("it"), built(), finished(Verdict::Passed)] {
        recorder.hear(&event);
    }
    assert_eq!(recorder.keep(), Ok(None));
}

#[test]
fn the_curves_of_the_last_training_are_kept_thinned_and_bounded() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let course = course(folder.path());
    let mut recorder = Recorder::begin(&course, "one");
    recorder.hear(&text("it"));
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
                kind: DiagnosisKind::Mistake,
                id: None,
                message: "You added them up.\nNumbers.".to_owned(),
            }),
            numbers: None,
        }],
        message: None,
        piece: None,
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
        recorder.hear(&text("it"));
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
    fs::write(folder.path().join(".gradlings"), "in the way").expect("written");
    let mut recorder = Recorder::begin(&course, "one");
    recorder.hear(&text("it"));
    recorder.hear(&built());
    recorder.hear(&finished(Verdict::Passed));
    let problem = recorder.keep().expect_err("a file is in the way");
    assert!(problem.what.contains("could not be kept"), "{problem}");
}
