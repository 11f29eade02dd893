//! Batch normalisation beside PyTorch.

#[path = "../../solutions/05_network/batch_norm.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod batch_norm;

use batch_norm::{evaluate, train};
use gradlings::prelude::*;
use serde_json::Value as Json;

fn rows(json: &Json) -> Vec<Vec<f32>> {
    serde_json::from_value(json.clone()).expect("rows")
}

fn numbers(json: &Json) -> Vec<f32> {
    serde_json::from_value(json.clone()).expect("numbers")
}

fn matrix(rows: &[Vec<f32>]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

fn vector(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

/// Whether numbers are as near as float32 can be.
fn near(what: &str, ours: &[f32], truth: &[f32]) {
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.iter().zip(truth) {
        assert!(
            (ours - truth).abs() <= 3e-6 * truth.abs().max(1.0),
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn training_and_evaluation_are_those_of_pytorch() {
    let table: Json = serde_json::from_str(include_str!("batch_norm.json")).expect("JSON");
    let batches = table["batches"].as_array().expect("batches");
    assert_eq!(batches.len(), 7);
    for batch in batches {
        let of = |name: &str| vector(&numbers(&batch[name]));
        let x = matrix(&rows(&batch["x"]));
        let y = evaluate(
            x.clone(),
            of("scale"),
            of("shift"),
            of("mean"),
            of("variance"),
        );
        near(
            "evaluated",
            &y.as_vec(),
            &rows(&batch["evaluated"]).concat(),
        );
        let (y, mean, variance) = train(x, of("scale"), of("shift"), of("mean"), of("variance"));
        near("trained", &y.as_vec(), &rows(&batch["trained"]).concat());
        near("mean", &mean.as_vec(), &numbers(&batch["running mean"]));
        near(
            "variance",
            &variance.as_vec(),
            &numbers(&batch["running variance"]),
        );
    }
}

#[test]
fn the_lesson_on_batch_normalisation_works_its_example_out_rightly() {
    let of = |number: f32| vector(&[number]);
    let x = matrix(&[vec![1.0], vec![3.0]]);
    let (y, mean, variance) = train(x, of(2.0), of(5.0), of(0.0), of(1.0));
    let told = |numbers: Vec<f32>| -> Vec<String> {
        numbers
            .iter()
            .map(|number| format!("{number:.3}"))
            .collect()
    };
    assert_eq!(told(y.as_vec()), ["3.000", "7.000"]);
    assert_eq!(told(mean.as_vec()), ["0.200"]);
    assert_eq!(told(variance.as_vec()), ["1.100"]);
    let y = evaluate(matrix(&[vec![6.0]]), of(2.0), of(5.0), of(2.0), of(4.0));
    assert_eq!(told(y.as_vec()), ["9.000"]);
}
