//! The exercises `confusion` and `sgd`, beside NumPy.

#[path = "../../solutions/06_evaluation/confusion.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod confusion;
#[path = "../../solutions/03_gradient/sgd.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod sgd;

use serde_json::Value as Json;

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
