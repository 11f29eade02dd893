//! How weights are drawn, beside PyTorch, and how large outputs become, beside NumPy.

#[path = "../../solutions/05_network/initialise.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod initialise;
#[path = "../../solutions/05_network/mlp.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod mlp;

use gradlings::prelude::*;
use initialise::{deviation, normal, sizes, uniform};
use serde_json::Value as Json;

fn table() -> Json {
    serde_json::from_str(include_str!("initialise.json")).expect("JSON")
}

fn matrix(json: &Json) -> Matrix {
    let rows: Vec<Vec<f32>> = serde_json::from_value(json.clone()).expect("rows");
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

fn near(what: &str, ours: f64, truth: f64, within: f64) {
    assert!(
        (ours - truth).abs() <= within * truth.abs().max(1e-6),
        "{what}: {ours} and not {truth}"
    );
}

fn largest(weights: &Matrix) -> f64 {
    let sizes = weights.as_vec().into_iter().map(|x| f64::from(x.abs()));
    sizes.fold(0.0, f64::max)
}

#[test]
fn rules_and_ranges_are_those_of_pytorch() {
    let table = table();
    let rules = table["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), 6);
    for layer in rules {
        let count = |name: &str| layer[name].as_u64().expect("a count") as usize;
        let (inputs, outputs) = (count("inputs"), count("outputs"));
        for (rule, relu) in [("he", true), ("xavier", false)] {
            let handed_on = |how: &str| {
                let pair = &layer[format!("{rule} {how}")];
                let of = |at: usize| pair[at].as_f64().expect("a number");
                (of(0), of(1))
            };
            let what = format!("{rule} of {inputs} and {outputs}");
            let ours = deviation(inputs, outputs, relu);
            let (mean, truth) = handed_on("normal");
            assert_eq!(mean, 0.0, "{what}");
            near(&what, ours.into(), truth, 2e-7);
            // So many numbers come near to the ends of their range.
            let (low, high) = handed_on("uniform");
            assert_eq!(low, -high, "{what}");
            near(&what, largest(&uniform(500, 500, ours)), high, 1e-3);
        }
    }
}

#[test]
fn random_weights_have_the_deviation_that_was_asked_for() {
    for weights in [normal(400, 500, 0.3), uniform(400, 500, 0.3)] {
        let numbers = weights.as_vec();
        let count = numbers.len() as f64;
        let mean = numbers.iter().map(|x| f64::from(*x)).sum::<f64>() / count;
        let squares: f64 = numbers.iter().map(|x| f64::from(*x).powi(2)).sum();
        assert!(mean.abs() < 0.005, "{mean}");
        near("deviation", (squares / count).sqrt(), 0.3, 0.01);
    }
}

#[test]
fn sizes_are_those_of_numpy() {
    let table = table();
    let networks = table["networks"].as_array().expect("networks");
    assert_eq!(networks.len(), 3);
    for network in networks {
        let layers = network["layers"].as_array().expect("layers");
        let ours = sizes(matrix(&network["x"]), layers.iter().map(matrix).collect());
        let truth = network["sizes"].as_array().expect("sizes");
        assert_eq!(ours.len(), truth.len());
        for (ours, truth) in ours.into_iter().zip(truth) {
            near("size", ours.into(), truth.as_f64().expect("a number"), 1e-5);
        }
    }
}

#[test]
fn the_lesson_on_initialisation_works_its_example_out_rightly() {
    assert_eq!(deviation(8, 10, true), 0.5);
    near("xavier", deviation(8, 10, false).into(), 1.0 / 3.0, 2e-7);
    let first = device().tensor_from_vec(vec![1.0, 1.0, 1.0, -1.0], (2, 2));
    let second: Matrix = device().zeros_like(&(2, 2));
    let x = device().tensor_from_vec(vec![3.0, 4.0], (1, 2));
    let told: Vec<String> = sizes(x, vec![first, second])
        .into_iter()
        .map(|size| format!("{size:.2}"))
        .collect();
    assert_eq!(told, ["4.95", "0.00"]);
}

#[test]
fn with_zeros_everywhere_only_the_last_bias_has_a_gradient() {
    let zeros = |shape: (usize, usize)| -> Matrix { device().zeros_like(&shape) };
    let x = device().tensor_from_vec(vec![0.5, -1.0, 2.0, 1.5, 0.3, -0.7], (2, 3));
    let (w, v) = (zeros((3, 4)), zeros((4, 2)));
    let (b, c): (Vector, Vector) = (device().zeros_like(&(4,)), device().zeros_like(&(2,)));
    let factors = device().tensor_from_vec(vec![1.0, -2.0, 0.5, 3.0], (2, 2));
    let sum = mlp::weighted_sum(
        x.leaky_trace(),
        w.leaky_trace(),
        b.leaky_trace(),
        v.leaky_trace(),
        c.leaky_trace(),
        factors,
    );
    let gradients = sum.backward();
    for nothing in [
        gradients.get(&w).as_vec(),
        gradients.get(&v).as_vec(),
        gradients.get(&b).as_vec(),
    ] {
        assert!(nothing.iter().all(|slope| *slope == 0.0), "{nothing:?}");
    }
    assert_eq!(gradients.get(&c).as_vec(), [1.5, 1.0]);
}

#[test]
fn ten_layers_of_small_weights_leave_next_to_nothing() {
    let x = normal(100, 100, 1.0);
    let layers = |deviation| (0..10).map(|_| normal(100, 100, deviation)).collect();
    let last = |deviation| {
        *sizes(x.clone(), layers(deviation))
            .last()
            .expect("ten layers")
    };
    assert!(last(0.01) < 1e-9);
    let kept = last(deviation(100, 100, true));
    assert!((0.3..3.0).contains(&kept), "{kept}");
}
