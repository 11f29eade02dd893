//! The chapter "Scale".

#[path = "../../solutions/13_scale/resume.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod resume;

use course::{demo, shuffle};
use gradlings::report::Report;
use resume::{Checkpoint, restored, train};
use serde_json::Value as Json;

use crate::shown::reports;

/// What float32 may be off by after some dozens of steps, for numbers near 1.
const ROUNDING: f64 = 5e-6;

fn table() -> Json {
    serde_json::from_str(include_str!("resume.json")).expect("JSON")
}

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

/// The steps and losses of a training, and its weights.
fn trained(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> (Vec<f32>, Vec<f32>) {
    let mut weights = Vec::new();
    let reports = reports(|| weights = train(points, batch, steps, seed));
    let loss = |(at, report)| match report {
        Report::Metric { step, value, .. } => {
            assert_eq!(step, at as u64);
            value
        }
        other => panic!("{other:?}"),
    };
    (weights, reports.into_iter().enumerate().map(loss).collect())
}

#[test]
fn orders_are_those_of_splitmix64() {
    for case in table()["shuffled"].as_array().expect("cases") {
        let orders: Vec<Vec<usize>> = read(&case["orders"]);
        let mut random: u64 = read(&case["seed"]);
        let mut order = Vec::from_iter(0..orders[0].len());
        for right in orders {
            shuffle(&mut order, &mut random);
            assert_eq!(order, right);
        }
        assert_eq!(random.to_string(), read::<String>(&case["state"]));
    }
}

#[test]
fn weights_and_losses_are_those_of_numpy() {
    for case in table()["trained"].as_array().expect("cases") {
        let (weights, losses) = trained(
            read(&case["points"]),
            read(&case["batch"]),
            read(&case["steps"]),
            read(&case["seed"]),
        );
        let truth: [Vec<f64>; 2] = [read(&case["weights"]), read(&case["losses"])];
        for (ours, truth) in [weights, losses].iter().zip(truth) {
            assert_eq!(ours.len(), truth.len());
            for (ours, truth) in ours.iter().zip(truth) {
                let off = (f64::from(*ours) - truth).abs();
                assert!(
                    off <= ROUNDING * truth.abs().max(1.0),
                    "{ours}, not {truth}"
                );
            }
        }
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let near = |ours: f32, lesson: f32| assert!((ours - lesson).abs() < 1e-6, "{ours}");
    for (steps, bias) in [(1, 0.1), (2, 0.28)] {
        let (weights, _) = trained(vec![vec![0.0, 1.0]], 1, steps, 0);
        assert_eq!(weights[0], 0.0);
        near(weights[1], bias);
    }
    // Without the velocity that step 0 left behind.
    let (mut weights, mut velocity) = ([0.0, 0.1], [0.0, 0.0]);
    course::momentum_step(&[vec![0.0, 1.0]], &[0], &mut weights, &mut velocity);
    near(weights[1], 0.19);
}

#[test]
fn a_checkpoint_comes_back_with_every_bit() {
    let floats = [f32::NAN, f32::NEG_INFINITY, -0.0, 1e-45];
    let saved = || Checkpoint {
        step: 70_000,
        weights: floats[..2].to_vec(),
        velocity: floats[2..].to_vec(),
        order: vec![300, 0, 1],
        random: u64::MAX,
    };
    let (saved, back) = (saved(), restored(saved()));
    let bits = |numbers: &[f32]| Vec::from_iter(numbers.iter().map(|x| x.to_bits()));
    assert_eq!(
        (back.step, &back.order, back.random),
        (saved.step, &saved.order, saved.random)
    );
    assert_eq!(bits(&back.weights), bits(&saved.weights));
    assert_eq!(bits(&back.velocity), bits(&saved.velocity));
}

#[test]
fn a_show_has_both_curves_and_they_end_with_the_training() {
    let reports = reports(|| {
        demo::resumed(train);
    });
    let steps = |name: &str| {
        let steps = reports.iter().filter_map(|report| match report {
            Report::Metric { series, step, .. } if series == name => Some(*step),
            _ => None,
        });
        Vec::from_iter(steps)
    };
    assert_eq!(steps("loss, in one go"), Vec::from_iter(0..60));
    assert_eq!(steps("loss, before it was ended"), Vec::from_iter(0..21));
    // Outside of the program nothing is kept, so here it begins anew.
    assert_eq!(steps("loss, after it went on"), Vec::from_iter(0..60));
}
