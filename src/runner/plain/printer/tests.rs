use std::time::Duration;

use super::*;
use crate::report::Progress;
use crate::runner::countdown::Left;
use crate::runner::outcome::{
    CheckOutcome, CheckState, Diagnosis, DiagnosisKind, NumberRow, Numbers, Timings, Verdict,
};

fn text(events: impl IntoIterator<Item = CheckEvent>) -> String {
    let mut out = Vec::new();
    let mut printer = Printer::new(&mut out);
    for event in events {
        printer.event(&event).expect("a vector takes everything");
    }
    String::from_utf8(out).expect("text")
}

fn finished(verdict: Verdict, checks: Vec<CheckOutcome>) -> CheckEvent {
    CheckEvent::Finished(Outcome {
        name: "mse".to_owned(),
        verdict,
        checks,
        message: None,
        piece: None,
        timings: Timings {
            build: Duration::from_millis(210),
            run: Duration::from_millis(10),
            total: Duration::from_millis(250),
        },
        metrics: Vec::new(),
        health: Vec::new(),
    })
}

fn passed(name: &str) -> CheckOutcome {
    CheckOutcome {
        name: name.to_owned(),
        state: CheckState::Passed,
        cases: 24,
        failed: 0,
        diagnosis: None,
        numbers: None,
    }
}

fn metric(series: &str, step: u64, value: f32) -> CheckEvent {
    CheckEvent::Report(Report::Metric {
        series: series.to_owned(),
        step,
        value,
    })
}

fn progress(epoch: usize, batch: usize) -> CheckEvent {
    CheckEvent::Report(Report::Progress(Progress {
        epoch,
        epochs: 2,
        batch,
        batches: 2,
    }))
}

#[test]
fn a_failed_check_is_told_in_sentences_with_its_diagnosis_and_its_numbers() {
    let failed = CheckOutcome {
        state: CheckState::Failed,
        failed: 3,
        diagnosis: Some(Diagnosis {
            kind: DiagnosisKind::Mistake,
            id: Some("summed".to_owned()),
            message: "You added the losses; the mean divides by their number.".to_owned(),
        }),
        numbers: Some(Numbers {
            case: "case 3 of 24, two rows".to_owned(),
            number: 3,
            inputs: vec![("logits".to_owned(), "[1, 2]".to_owned())],
            part: "value".to_owned(),
            rows: vec![NumberRow {
                element: "[0, 3]".to_owned(),
                yours: "NaN".to_owned(),
                expected: "0.25".to_owned(),
                error: "NaN".to_owned(),
            }],
            off: 1,
            of: 4,
            tolerance: "1e-6".to_owned(),
            map: vec![vec![false, true], vec![false, false]],
        }),
        ..passed("cross_entropy")
    };
    let checks = vec![passed("softmax"), failed.clone()];
    let judged = checks.clone().into_iter().map(CheckEvent::Judged);
    let events = [
        CheckEvent::Stage(Stage::Building),
        CheckEvent::Built(Duration::from_millis(210)),
    ]
    .into_iter()
    .chain(judged)
    .chain([finished(Verdict::Failed, checks)]);
    assert_eq!(
        text(events),
        "Building.\n\
         Built in 0.21 s.\n\
         softmax passed: 24 cases agree with the reference.\n\
         cross_entropy failed: 3 of 24 cases do not agree with the reference.\n\
         \x20 You added the losses; the mean divides by their number.\n\
         \x20 The smallest case that fails is case 3 of 24, two rows.\n\
         \x20 Input logits = [1, 2]\n\
         \x20 The value is off in 1 of 4 elements. The tolerance is 1e-6.\n\
         \x20 At [0, 3], yours is NaN and 0.25 is expected. The error is NaN.\n\
         \x20 Only these rows, counted from 0, have elements that are off: 0.\n\
         Not passed: 1 of 2 checks of mse failed.\n\
         Built in 0.21 s, ran in 0.01 s, 0.25 s in all.\n"
    );
}

#[test]
fn a_budget_that_runs_out_is_a_line() {
    let left = Left {
        left: Duration::from_millis(3_200),
        of: Duration::from_secs(10),
    };
    assert_eq!(text([CheckEvent::Budget(left)]), "4 of 10 s are left.\n");
}

#[test]
fn of_many_epochs_about_ten_are_told_each_with_its_own_values() {
    let mut events = Vec::new();
    for epoch in 1..=200 {
        events.push(metric("loss", epoch, 1000.0 - epoch as f32));
        let progress = Progress {
            epoch: epoch as usize,
            epochs: 200,
            batch: 1,
            batches: 1,
        };
        events.push(CheckEvent::Report(Report::Progress(progress)));
    }
    // The first value of the next case.
    events.push(metric("loss", 0, 7.0));
    let text = text(events);
    let epochs: Vec<&str> = text.lines().collect();
    assert_eq!(epochs.len(), 10, "{text}");
    assert_eq!(epochs[0], "Epoch 20 of 200: loss 980.");
    assert_eq!(epochs[9], "Epoch 200 of 200: loss 800.");
}

#[test]
fn a_training_is_one_line_per_epoch() {
    let mut events = Vec::new();
    for epoch in 1..=2 {
        for batch in 1..=2 {
            events.push(metric("loss", batch, 1.0 / (epoch * batch as usize) as f32));
            events.push(progress(epoch, batch as usize));
        }
        // Measured after the last batch, and still part of the line.
        events.push(metric("accuracy", 0, 0.5 * epoch as f32));
    }
    events.push(finished(Verdict::Passed, vec![passed("train")]));
    let text = text(events);
    let epochs: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("Epoch"))
        .collect();
    assert_eq!(
        epochs,
        [
            "Epoch 1 of 2: loss 0.5, accuracy 0.5.",
            "Epoch 2 of 2: loss 0.25, accuracy 1.",
        ]
    );
}

#[test]
fn whatever_a_program_prints_the_lines_are_bounded_and_the_rest_is_counted() {
    let printed = |line: String| CheckEvent::Printed {
        stream: Stream::Output,
        line,
    };
    let flood = (0..1_000_000).map(|number| printed(number.to_string()));
    let notes = (0..1_000).map(|_| CheckEvent::Report(Report::Note("again".to_owned())));
    let series = (0..1_000).map(|number| metric(&number.to_string(), 0, 1.0));
    let end = [
        CheckEvent::Dropped(500),
        finished(Verdict::Passed, vec![passed("mse")]),
    ];
    let text = text(flood.chain(notes).chain(series).chain(end));
    assert!(text.lines().count() < 1_000, "{}", text.lines().count());
    assert!(text.contains("your program: 199\n"));
    assert!(!text.contains("your program: 200\n"));
    assert!(
        text.contains("Your program printed 1000300 more lines, which are not shown."),
        "counted"
    );
    assert!(text.contains("800 more lines of notes"), "counted");
    assert!(text.contains("Passed: mse"), "the verdict is there");
}

#[test]
fn a_line_without_end_and_a_line_that_moves_the_cursor_do_no_harm() {
    let line = format!("\u{1b}[2Jclear\r{}", "x".repeat(1_000_000));
    let event = CheckEvent::Printed {
        stream: Stream::Error,
        line,
    };
    let text = text([event]);
    assert!(text.len() < 1_000, "{}", text.len());
    assert!(
        text.starts_with("your program, on standard error: clearxxx"),
        "{text}"
    );
    assert!(text.ends_with("characters more\n"));
}

#[test]
fn every_verdict_is_a_sentence_of_its_own() {
    let verdicts = [
        Verdict::Passed,
        Verdict::Failed,
        Verdict::Todo,
        Verdict::CompileError,
        Verdict::Panicked,
        Verdict::TimedOut,
        Verdict::OutOfMemory,
        Verdict::NoAnswer,
        Verdict::Piece,
        Verdict::Cancelled,
        Verdict::NoCrates,
        Verdict::CannotCheck,
    ];
    let sentences: HashSet<String> = verdicts
        .into_iter()
        .map(|verdict| text([finished(verdict, Vec::new())]))
        .collect();
    assert_eq!(sentences.len(), verdicts.len());
}

#[test]
fn compiler_errors_are_whole_and_warnings_one_line() {
    let message = |level, rendered: &str| {
        CheckEvent::Compiler(CompilerMessage {
            level,
            summary: "unused variable: `m`".to_owned(),
            place: Some("exercises/a/mse.rs:3:9".to_owned()),
            line: Some(3),
            in_words: None,
            rendered: rendered.to_owned(),
        })
    };
    let mut events = vec![message(Level::Warning, "long")];
    events
        .extend((0..7).map(|_| message(Level::Error, "\u{1b}[1merror\u{1b}[0m: no\n --> here\n")));
    events.push(finished(Verdict::CompileError, Vec::new()));
    let text = text(events);
    assert!(text.starts_with(
        "Warning at exercises/a/mse.rs:3:9: unused variable: `m`.\nerror: no\n --> here\n"
    ));
    assert_eq!(text.matches("error: no").count(), ERRORS);
    assert!(
        text.contains("2 more errors of the compiler are not shown."),
        "{text}"
    );
}

#[test]
fn what_an_error_means_stands_over_it_and_is_said_once() {
    let error = |summary: &str| {
        CheckEvent::Compiler(CompilerMessage {
            level: Level::Error,
            summary: summary.to_owned(),
            place: None,
            line: None,
            in_words: Some("`Linear<4, 3>` takes\u{1b}[2J 4 features.".to_owned()),
            rendered: format!("error: {summary}\n"),
        })
    };
    let text = text([error("one"), error("two")]);
    assert!(
        text.starts_with("`Linear<4, 3>` takes 4 features.\nerror: one\nerror: two\n"),
        "{text}"
    );
}

#[test]
fn that_the_reference_works_out_its_answers_is_told_once() {
    let pieces = [(0, 0), (1, 2), (2, 2), (0, 0), (1, 1)];
    let stages = pieces.map(|(done, of)| CheckEvent::Stage(Stage::Reference { done, of }));
    assert_eq!(text(stages), "The reference works out its answers.\n");
}
