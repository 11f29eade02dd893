//! The training of chapter "The network".

#[path = "../../solutions/05_network/spirals.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use std::sync::{Arc, Mutex};

use course::{Parameters, spirals};
use gradlings::prelude::*;
use gradlings::report::Report;
use serde_json::Value as Json;
use solution::{predict, train};

/// What float32 may be off by in a loss, and in a parameter that Adam has moved: it divides a small number by one as small.
const LOSS: f64 = 1e-5;
const PARAMETER: f64 = 1e-4;

fn table() -> Json {
    serde_json::from_str(include_str!("spirals.json")).expect("JSON")
}

fn numbers(list: &Json) -> Vec<f64> {
    let list = list.as_array().expect("a list").iter();
    list.map(|number| number.as_f64().expect("a number"))
        .collect()
}

fn counts(list: &Json) -> Vec<usize> {
    numbers(list).into_iter().map(|it| it as usize).collect()
}

fn single(list: &Json) -> Vec<f32> {
    numbers(list).into_iter().map(|it| it as f32).collect()
}

fn agree(what: &str, ours: &[f32], truth: &[f64], most: f64) {
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.iter().zip(truth) {
        let off = (f64::from(*ours) - truth).abs();
        assert!(
            off <= most * truth.abs().max(1.0),
            "{what}: {ours} and not {truth}"
        );
    }
}

/// The losses that a training reports, with their numbers, and what it returns.
fn losses<R>(work: impl FnOnce() -> R) -> (Vec<(u64, f32)>, R) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&heard);
    let hear = move |report| {
        if let Report::Metric { step, value, .. } = report {
            kept.lock().expect("sound").push((step, value));
        }
    };
    let result = report::with_receiver(hear, work);
    let heard = heard.lock().expect("sound").clone();
    (heard, result)
}

#[test]
fn a_training_of_a_network_is_that_of_numpy() {
    let table = table();
    let cases = table["trainings"].as_array().expect("cases");
    assert_eq!(cases.len(), 4);
    for case in cases {
        let (sizes, labels) = (counts(&case["sizes"]), counts(&case["labels"]));
        let points = labels.len();
        let x: Matrix = device().tensor_from_vec(single(&case["x"]), (points, sizes[0]));
        let labels: Labels = device().tensor_from_vec(labels, (points,));
        let parameters = Parameters::new(&sizes, &mut random(0)).with(single(&case["parameters"]));
        let truth = numbers(&case["losses"]);
        let (losses, after) = losses(|| train(x.clone(), labels, parameters, truth.len()));
        let (steps, losses): (Vec<u64>, Vec<f32>) = losses.into_iter().unzip();
        assert!(steps.into_iter().eq(1..=truth.len() as u64));
        agree("losses", &losses, &truth, LOSS);
        agree(
            "parameters",
            &after.numbers(),
            &numbers(&case["after"]),
            PARAMETER,
        );
        assert_eq!(predict(x, after), counts(&case["predicted"]));
    }
}

#[test]
fn the_example_of_spirals_is_what_the_solution_says() {
    let x: Matrix = device().tensor_from_vec(vec![1.0, -2.0], (1, 2));
    let labels: Labels = device().tensor_from_vec(vec![1], (1,));
    let zeros = Parameters::new(&[2, 2], &mut random(0)).with(vec![0.0; 6]);
    let (_, after) = losses(|| train(x.clone(), labels.clone(), zeros.clone(), 1));
    agree(
        "parameters",
        &after.numbers(),
        &[-0.01, 0.01, 0.01, -0.01, -0.01, 0.01],
        1e-6,
    );
    let (losses, _) = losses(|| train(x, labels, zeros, 2));
    let losses: Vec<String> = losses.iter().map(|(_, it)| format!("{it:.3}")).collect();
    assert_eq!(losses, ["0.693", "0.654"]);
    let network = Parameters::new(&[2, 32, 32, 2], &mut random(0));
    assert_eq!(network.numbers().len(), 1218);
}

/// As the lesson has it: two thirds.
#[test]
fn the_best_straight_line_gets_two_thirds_of_the_points_right() {
    let table = table();
    let line = numbers(&table["line"]["line"]);
    let two = spirals(2, 1000, 0.0, 1);
    let points = two.points.iter().zip(&two.arms);
    let right = points.filter(|([x, y], arm)| {
        let above = line[0] * f64::from(*x) + line[1] * f64::from(*y) > line[2];
        above == (**arm == 1)
    });
    let share = right.count() as f64 / 2000.0;
    let truth = table["line"]["share"].as_f64().expect("a number");
    assert!((share - truth).abs() < 0.002, "{share} and not {truth}");
    assert!((truth - 2.0 / 3.0).abs() < 0.005, "{truth}");
}
