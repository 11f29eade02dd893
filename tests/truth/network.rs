//! The chapter "The network".

#[path = "../../solutions/05_network/mlp.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod mlp;

use gradlings::prelude::*;
use mlp::{Mlp, linear};
use serde_json::Value as Json;

/// What float32 may be off by, relative to the largest number of the tensor.
const ROUNDING: f64 = 2e-6;
/// What central differences may be off by besides.
const DIFFERENCES: f64 = 1e-7;

fn table() -> Json {
    serde_json::from_str(include_str!("network.json")).expect("JSON")
}

fn numbers(tensor: &Json) -> Vec<f64> {
    let data = tensor["data"].as_array().expect("numbers").iter();
    data.map(|number| number.as_f64().expect("a number"))
        .collect()
}

fn shape(tensor: &Json) -> Vec<usize> {
    let shape = tensor["shape"].as_array().expect("a shape").iter();
    shape
        .map(|length| length.as_u64().expect("a length") as usize)
        .collect()
}

fn matrix(tensor: &Json) -> Matrix {
    let data = numbers(tensor).into_iter().map(|number| number as f32);
    let shape = shape(tensor);
    device().tensor_from_vec(data.collect(), (shape[0], shape[1]))
}

fn vector(tensor: &Json) -> Vector {
    let data = numbers(tensor).into_iter().map(|number| number as f32);
    device().tensor_from_vec(data.collect(), (shape(tensor)[0],))
}

fn agree<S: Shape>(what: &str, ours: &Tensor<S, f32, Dev>, truth: &Json) {
    let length: Vec<usize> = ours.shape().concrete().into();
    assert_eq!(length, shape(truth), "{what}");
    let truth = numbers(truth);
    let largest = truth.iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    for (ours, truth) in ours.as_vec().into_iter().zip(truth) {
        let off = (f64::from(ours) - truth).abs();
        assert!(
            off <= ROUNDING * largest + DIFFERENCES,
            "{what}: {ours} and not {truth}"
        );
    }
}

/// The weights and the biases of a case, in two lists.
fn layers(case: &Json) -> (Vec<Matrix>, Vec<Vector>) {
    let inputs = &case["inputs"].as_array().expect("tensors")[1..];
    let pairs = inputs.chunks(2);
    pairs
        .map(|pair| (matrix(&pair[0]), vector(&pair[1])))
        .unzip()
}

fn cases<'a>(table: &'a Json, name: &str) -> &'a [Json] {
    table[name].as_array().expect("cases")
}

#[test]
fn a_linear_layer_and_its_gradients_are_those_of_numpy() {
    for case in cases(&table(), "linear") {
        let (inputs, slopes) = (&case["inputs"], &case["gradients"]);
        let (x, w, b) = (matrix(&inputs[0]), matrix(&inputs[1]), vector(&inputs[2]));
        let output = linear::linear(x.clone(), w.clone(), b.clone());
        agree("output", &output, &case["output"]);
        let traced = (x.leaky_trace(), w.leaky_trace(), b.leaky_trace());
        let factors = matrix(&case["factors"]);
        let gradients = linear::weighted_sum(traced.0, traced.1, traced.2, factors).backward();
        agree("gradient of x", &gradients.get(&x), &slopes[0]);
        agree("gradient of the weights", &gradients.get(&w), &slopes[1]);
        agree("gradient of the bias", &gradients.get(&b), &slopes[2]);
    }
}

#[test]
fn a_network_its_parameters_and_its_gradients_are_those_of_numpy() {
    let table = table();
    for case in cases(&table, "mlp").iter().chain(cases(&table, "deep")) {
        let (weights, biases) = layers(case);
        let network = Mlp::<NoneTape> { weights, biases };
        let parameters = case["parameters"].as_u64().expect("a number");
        assert_eq!(network.parameters() as u64, parameters);
        let output = network.forward(matrix(&case["inputs"][0]));
        agree("output", &output, &case["output"]);
    }
    for case in cases(&table, "mlp") {
        let (x, (w, b)) = (matrix(&case["inputs"][0]), layers(case));
        let gradients = mlp::weighted_sum(
            x.leaky_trace(),
            w[0].leaky_trace(),
            b[0].leaky_trace(),
            w[1].leaky_trace(),
            b[1].leaky_trace(),
            matrix(&case["factors"]),
        );
        let (gradients, slopes) = (gradients.backward(), &case["gradients"]);
        agree("gradient of x", &gradients.get(&x), &slopes[0]);
        for layer in 0..2 {
            let (weights, bias) = (&slopes[1 + 2 * layer], &slopes[2 + 2 * layer]);
            agree(
                "gradient of the weights",
                &gradients.get(&w[layer]),
                weights,
            );
            agree("gradient of the bias", &gradients.get(&b[layer]), bias);
        }
    }
}

#[test]
fn the_examples_of_the_lessons_are_what_the_solutions_say() {
    let tensor = |numbers: &[f32], shape| device().tensor_from_vec(numbers.to_vec(), shape);
    let bias = |numbers: &[f32]| device().tensor_from_vec(numbers.to_vec(), (numbers.len(),));
    let weights = tensor(&[3.0, 0.0, -1.0, 1.0, 2.0, 4.0], (2, 3));
    let x = tensor(&[1.0, 2.0], (1, 2));
    let output = linear::linear(x, weights, bias(&[10.0, 20.0, 30.0]));
    assert_eq!(output.as_vec(), [15.0, 24.0, 37.0]);
    let network = Mlp::<NoneTape> {
        weights: vec![tensor(&[1.0, -1.0], (1, 2)), tensor(&[2.0, 3.0], (2, 1))],
        biases: vec![bias(&[0.0, 1.0]), bias(&[4.0])],
    };
    assert_eq!(network.parameters(), 7);
    assert_eq!(network.forward(tensor(&[3.0], (1, 1))).as_vec(), [10.0]);
}
