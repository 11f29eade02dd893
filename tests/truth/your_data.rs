//! The chapter "Capstone".

#[path = "../../solutions/16_capstone/your_data.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod your_data;

use course::own_data;
use gradlings::report::Report;
use serde_json::Value as Json;
use your_data::{Rows, TEST, TRAINING, VALIDATION, evaluate, parts, prepare};

use crate::shown::reports;

/// What float32 may be off by after some dozens of epochs.
const ROUNDING: f64 = 1e-3;

fn table() -> Vec<Json> {
    serde_json::from_str(include_str!("your_data.json")).expect("JSON")
}

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

fn assert_near(ours: &[f32], truth: &[f64]) {
    assert_eq!(ours.len(), truth.len());
    for (ours, truth) in ours.iter().zip(truth) {
        let off = (f64::from(*ours) - truth).abs();
        assert!(
            off <= ROUNDING * truth.abs().max(1.0),
            "{ours}, not {truth}"
        );
    }
}

/// The values of a series.
fn series(reports: &[Report], name: &str) -> Vec<f32> {
    let value = |report: &Report| match report {
        Report::Metric { series, value, .. } if series == name => Some(*value),
        _ => None,
    };
    reports.iter().filter_map(value).collect()
}

#[test]
fn a_whole_program_comes_to_what_numpy_comes_to() {
    for case in table() {
        let rows: Rows = read(&case["rows"]);
        let parts: Vec<Vec<usize>> = read(&case["parts"]);
        let prepared = prepare(rows.clone(), parts[TRAINING].clone());
        let truth: Vec<Vec<f64>> = read(&case["prepared"]);
        assert_near(&prepared.concat(), &truth.concat());

        let mut found = own_data::Evaluation::default();
        let reports = reports(|| {
            found = evaluate(rows, read(&case["labels"]), parts, read(&case["patience"]));
        });
        let truth: [Vec<f64>; 2] = [read(&case["losses"]), read(&case["watched"])];
        assert_near(&series(&reports, "loss"), &truth[0]);
        assert_near(&series(&reports, "validation loss"), &truth[1]);
        let truth: [f64; 2] = [read(&case["accuracy"]), read(&case["baseline"])];
        assert_near(&[found.accuracy, found.baseline], &truth);
        assert_eq!(found.matrix, read::<Vec<Vec<f32>>>(&case["matrix"]));
    }
}

#[test]
fn the_examples_of_the_lesson_are_what_the_solution_says() {
    let mut rows = Vec::from_iter((0..10).map(|at| vec![Some(at as f32)]));
    rows.extend([vec![Some(3.0)], vec![Some(7.0)]]);
    let parts = parts(rows, vec![0; 12], 5);
    let sizes = [TRAINING, VALIDATION, TEST].map(|part| parts[part].len());
    assert_eq!(sizes, [6, 2, 2]);

    let cells = [Some(1.0), Some(5.0), None, Some(9.0)];
    let rows = cells.map(|cell| vec![cell]).to_vec();
    let prepared = prepare(rows, vec![0, 1, 2]);
    assert_eq!(prepared.concat(), [-1.0, 1.0, 0.0, 3.0]);
    let all: f32 = cells.iter().flatten().sum();
    assert_eq!(all / 3.0, 5.0);
}

#[test]
fn the_show_trains_on_the_penguins_and_beats_the_baseline() {
    let mut found = own_data::Evaluation::default();
    let reports = reports(|| {
        own_data::penguins(parts, |rows, labels, parts, patience| {
            found = evaluate(rows, labels, parts, patience);
            found.clone()
        });
    });
    assert!(!series(&reports, "validation loss").is_empty());
    assert!(found.accuracy > 0.9 && found.baseline < 0.5, "{found:?}");
}
