//! The chapter "Start", beside NumPy and PyTorch.

#[path = "../../solutions/00_start/broadcast.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod broadcast;
#[path = "../../solutions/00_start/tape.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod tape;

use gradlings::prelude::*;
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn rows(json: &Json) -> Vec<Vec<f32>> {
    json.as_array().expect("rows").iter().map(numbers).collect()
}

fn vector(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

fn matrix(rows: &[Vec<f32>]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

/// Whether the two have one shape, and numbers as near as float32 can be.
fn agree(what: &str, ours: &Matrix, truth: &[Vec<f32>]) {
    assert_eq!(*ours.shape(), (truth.len(), truth[0].len()), "{what}");
    for (ours, truth) in ours.as_vec().into_iter().zip(truth.concat()) {
        let allowed = 2e-7 * truth.abs().max(1.0);
        assert!(
            (ours - truth).abs() <= allowed,
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn what_is_broadcast_is_what_numpy_broadcasts() {
    let table: Json = serde_json::from_str(include_str!("broadcast.json")).expect("JSON");
    let cases = table["rows"].as_array().expect("rows");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let table = matrix(&rows(&case["matrix"]));
        let (row, column) = (
            vector(&numbers(&case["row"])),
            vector(&numbers(&case["column"])),
        );
        let added = broadcast::add_row(table.clone(), row.clone());
        agree("added", &added, &rows(&case["added"]));
        let scaled = broadcast::scale_columns(table, row.clone());
        agree("scaled", &scaled, &rows(&case["scaled"]));
        agree(
            "outer",
            &broadcast::outer(column, row),
            &rows(&case["outer"]),
        );
    }
}

#[test]
fn the_lesson_on_broadcasting_works_its_examples_out_rightly() {
    let table = || matrix(&[vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 6.0]]);
    let added = broadcast::add_row(table(), vector(&[10.0, 20.0, 30.0]));
    assert_eq!(added.as_vec(), [11.0, 22.0, 33.0, 14.0, 25.0, 36.0]);
    let scaled = broadcast::scale_columns(table(), vector(&[1.0, 0.0, -1.0]));
    assert_eq!(scaled.as_vec(), [1.0, 0.0, -3.0, 4.0, 0.0, -6.0]);
    let outer = broadcast::outer(vector(&[1.0, 2.0]), vector(&[1.0, 2.0, 3.0]));
    assert_eq!(outer.as_vec(), [1.0, 2.0, 3.0, 2.0, 4.0, 6.0]);
}

/// Whether numbers are as near as float32 can be: a point moves by half its last digit, and the curve at most seven times
/// as fast.
fn near(what: &str, ours: &Vector, truth: &[f32]) {
    let ours = ours.as_vec();
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.into_iter().zip(truth) {
        assert!(
            (ours - truth).abs() <= 5e-6,
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn a_tape_finds_the_slopes_that_pytorch_finds() {
    let table: Json = serde_json::from_str(include_str!("tape.json")).expect("JSON");
    let cases = table["points"].as_array().expect("points");
    assert_eq!(cases.len(), 4);
    for case in cases {
        let x = vector(&numbers(&case["x"]));
        let (values, slopes) = tape::value_and_slope(x.clone());
        near("values", &values, &numbers(&case["values"]));
        near("slopes", &slopes, &numbers(&case["slopes"]));
        let at = case["at"].as_f64().expect("a number") as f32;
        near("tangent", &tape::tangent(at, x), &numbers(&case["tangent"]));
    }
}

#[test]
fn the_lesson_on_tapes_works_its_example_out_rightly() {
    use std::f32::consts::{FRAC_PI_2, PI};
    let (values, slopes) = tape::value_and_slope(vector(&[0.0, FRAC_PI_2, PI]));
    near("values", &values, &[0.0, FRAC_PI_2, 0.0]);
    near("slopes", &slopes, &[0.0, 1.0, -PI]);
    let told = |number: f32| format!("{number:.3}");
    assert_eq!([FRAC_PI_2, -PI].map(told), ["1.571", "-3.142"]);
    near("tangent", &tape::tangent(FRAC_PI_2, vector(&[2.0])), &[2.0]);
    assert_eq!(told(tape::curve(vector(&[2.0])).as_vec()[0]), "1.819");
}
