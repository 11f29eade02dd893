//! The chapter "Evaluation" and the exercise `sgd`, beside NumPy, SciPy and scikit-learn.

#[path = "../../solutions/06_evaluation/accuracy.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod accuracy;
#[path = "../../solutions/06_evaluation/calibration.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod calibration;
#[path = "../../solutions/06_evaluation/confusion.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod confusion;
#[path = "../../solutions/06_evaluation/k_fold.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod k_fold;
#[path = "../../solutions/06_evaluation/precision_recall.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod precision_recall;
#[path = "../../solutions/03_gradient/sgd.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod sgd;

use gradlings::prelude::{Labels, Matrix, TensorFromVec, device};
use gradlings::report::{Drawing, Report};
use serde_json::Value as Json;

use super::shown::reports;

fn rows(json: &Json, name: &str) -> Vec<Json> {
    json[name].as_array().expect("rows").clone()
}

fn number(json: &Json) -> f32 {
    json.as_f64().expect("a number") as f32
}

fn places(json: &Json) -> Vec<usize> {
    let places = json.as_array().expect("places").iter();
    places
        .map(|place| place.as_u64().expect("a place") as usize)
        .collect()
}

fn vector(json: &Json) -> Vec<f32> {
    json.as_array()
        .expect("numbers")
        .iter()
        .map(number)
        .collect()
}

fn matrix(json: &Json) -> Vec<Vec<f32>> {
    json.as_array().expect("rows").iter().map(vector).collect()
}

/// Whether all numbers are as near as float32 can be.
fn agree(what: &str, ours: &[f32], truth: &[f32]) {
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.iter().zip(truth) {
        assert!(
            (ours - truth).abs() <= 2e-6 * truth.abs().max(1.0),
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn the_classes_that_are_named_and_the_accuracy_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("accuracy.json")).expect("JSON");
    let cases = rows(&table, "cases");
    assert_eq!(cases.len(), 8);
    for case in cases {
        let k = case["k"].as_u64().expect("a number") as usize;
        let (scores, labels) = (matrix(&case["scores"]), places(&case["labels"]));
        for (row, named) in scores.iter().zip(rows(&case, "named")) {
            assert_eq!(accuracy::top_k(row.clone(), k), places(&named), "{row:?}");
        }
        let share = accuracy::accuracy(scores, labels, k);
        agree("accuracy", &[share], &[number(&case["accuracy"])]);
    }
}

#[test]
fn the_confusion_matrix_and_its_shares_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("confusion.json")).expect("JSON");
    let cases = rows(&table, "rows");
    assert!(cases.len() >= 6, "{}", cases.len());
    for case in cases {
        let classes = case["classes"].as_u64().expect("a number") as usize;
        let (labels, said) = (places(&case["labels"]), places(&case["predictions"]));
        let counts = confusion::confusion(labels, said, classes);
        assert_eq!(counts, matrix(&case["matrix"]), "{case}");
        agree(
            "recall",
            &confusion::recall(counts.clone()),
            &vector(&case["recall"]),
        );
        agree(
            "precision",
            &confusion::precision(counts),
            &vector(&case["precision"]),
        );
    }
}

#[test]
fn the_curve_its_f1_and_its_average_are_those_of_scikit_learn() {
    let table: Json = serde_json::from_str(include_str!("precision_recall.json")).expect("JSON");
    let cases = rows(&table, "cases");
    assert_eq!(cases.len(), 7);
    for case in cases {
        let labels = case["labels"].as_array().expect("labels").iter();
        let labels = Vec::from_iter(labels.map(|label| label.as_bool().expect("a label")));
        let scores = vector(&case["scores"]);
        let points = precision_recall::curve(scores.clone(), labels.clone());
        let truth = matrix(&case["points"]);
        agree("points", &points.concat(), &truth.concat());
        let thresholds = vector(&case["thresholds"]).into_iter();
        for ((threshold, point), f1) in thresholds.zip(truth).zip(vector(&case["f1"])) {
            let (precision, recall) =
                precision_recall::at_threshold(scores.clone(), labels.clone(), threshold);
            agree("at a threshold", &[precision, recall], &point);
            agree("F1", &[precision_recall::f1(precision, recall)], &[f1]);
        }
        let average = precision_recall::average_precision(points);
        agree(
            "average precision",
            &[average],
            &[number(&case["average_precision"])],
        );
    }
}

#[test]
fn the_baseline_of_every_fold_and_the_deviation_are_those_of_scikit_learn_and_numpy() {
    let table: Json = serde_json::from_str(include_str!("k_fold.json")).expect("JSON");
    let cases = rows(&table, "folds");
    assert_eq!(cases.len(), 5);
    for case in cases {
        let folds = rows(&case, "folds").iter().map(places).collect();
        let accuracies = k_fold::baseline(places(&case["labels"]), folds);
        agree("baseline", &accuracies, &vector(&case["baseline"]));
    }
    let cases = rows(&table, "scores");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let (mean, deviation) = k_fold::mean_and_deviation(vector(&case["scores"]));
        agree("mean", &[mean], &[number(&case["mean"])]);
        agree("deviation", &[deviation], &[number(&case["deviation"])]);
    }
}

fn calibration_table() -> Json {
    serde_json::from_str(include_str!("calibration.json")).expect("JSON")
}

#[test]
fn the_bins_of_a_reliability_diagram_and_the_calibration_error_are_those_of_numpy() {
    let cases = rows(&calibration_table(), "binned");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let bins = case["bins"].as_u64().expect("a number") as usize;
        let (shares, labels) = (matrix(&case["probabilities"]), places(&case["labels"]));
        let filled = calibration::reliability(shares, labels, bins);
        agree("bins", &filled.concat(), &matrix(&case["rows"]).concat());
        let error = calibration::calibration_error(filled);
        agree("error", &[error], &[number(&case["error"])]);
    }
}

/// The logits and the labels of a case.
fn batch(case: &Json) -> (Matrix, Labels) {
    let (logits, labels) = (matrix(&case["logits"]), places(&case["labels"]));
    let (n, k) = (logits.len(), logits[0].len());
    let logits = device().tensor_from_vec(logits.concat(), (n, k));
    (logits, device().tensor_from_vec(labels, (n,)))
}

#[test]
fn the_loss_at_a_temperature_and_the_best_temperature_are_those_of_scipy() {
    let cases = rows(&calibration_table(), "fitted");
    assert_eq!(cases.len(), 5);
    for case in cases {
        let (logits, labels) = batch(&case);
        for pair in matrix(&case["losses"]) {
            let loss =
                calibration::negative_log_likelihood(logits.clone(), labels.clone(), pair[0]);
            agree("loss", &[loss], &pair[1..]);
        }
        let best = number(&case["best"]);
        let found = calibration::best_temperature(logits, labels);
        // Learners may be off by 2 %. Nearer than this, losses are equal in float32.
        assert!((found / best - 1.0).abs() < 0.003, "{found} and not {best}");
    }
}

#[test]
fn the_numbers_in_the_lesson_on_calibration_are_those_of_its_example() {
    let table = calibration_table();
    let losses = matrix(&rows(&table, "fitted")[0]["losses"]);
    let losses: Vec<String> = losses
        .iter()
        .map(|pair| format!("{:.3}", pair[1]))
        .collect();
    let lesson = include_str!("../../exercises/06_evaluation/calibration.rs");
    let sentence = format!("the loss falls from {} to {}.", losses[0], losses[1]);
    assert!(lesson.contains(&sentence), "{sentence}");
    let best = number(&rows(&table, "fitted")[0]["best"]);
    assert!((best - 2.0).abs() < 1e-5, "{best}");
    let example = &rows(&table, "binned")[0];
    assert_eq!(matrix(&example["rows"])[13], [4.0, 0.9, 0.75]);
    agree("error", &[number(&example["error"])], &[0.15]);
    let edges = format!("{:.3} to {:.3}", 13.0 / 15.0, 14.0 / 15.0);
    assert!(lesson.contains(&edges), "{edges}");
}

#[test]
fn the_digits_of_the_show_have_the_temperature_and_the_calibration_errors_of_numpy() {
    let shown = reports(|| {
        course::demo::digits_calibrated(
            calibration::reliability,
            calibration::calibration_error,
            calibration::best_temperature,
        );
    });
    let bars = shown.into_iter().find_map(|report| match report {
        Report::Frame(frame) if frame.title == "calibration error" => {
            match Drawing::open(&frame.drawing) {
                Some(Drawing::Bars(bars)) => Some(bars.bars),
                _ => None,
            }
        }
        _ => None,
    });
    let (names, errors): (Vec<String>, Vec<f32>) = bars.expect("bars").into_iter().unzip();
    let digits = &calibration_table()["digits"];
    let best = names.last().and_then(|name| name.strip_prefix("T = "));
    let best: f32 = best.expect("a temperature").parse().expect("a number");
    let truth = number(&digits["best"]);
    assert!((best / truth - 1.0).abs() < 0.005, "{best} and not {truth}");
    assert_eq!(names[0], "T = 1.00");
    for (error, truth) in errors.iter().zip(vector(&digits["errors"])) {
        // A few of 2,000 confidences may lie on the other side of an edge in float32.
        assert!((error - truth).abs() < 0.002, "{error} and not {truth}");
    }
}

#[test]
fn the_way_of_a_line_down_its_loss_is_that_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("sgd.json")).expect("JSON");
    for case in rows(&table, "epoch") {
        let batch = case["batch"].as_u64().expect("a number") as usize;
        let line = vector(&case["line"]);
        let path = sgd::epoch(
            matrix(&case["points"]),
            batch,
            number(&case["rate"]),
            line[0],
            line[1],
        );
        agree("path", &path.concat(), &matrix(&case["path"]).concat());
    }
    // All points are in one batch here, so that no order matters.
    for case in rows(&table, "training") {
        let points = matrix(&case["points"]);
        let epochs = case["epochs"].as_u64().expect("a number") as usize;
        let path = sgd::sgd(
            points.clone(),
            points.len(),
            number(&case["rate"]),
            epochs,
            4,
        );
        agree("path", &path.concat(), &matrix(&case["path"]).concat());
    }
}
