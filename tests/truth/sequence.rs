//! The chapter "Sequences".

#[path = "../../solutions/09_sequence/rnn_cell.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::prelude::*;
use serde_json::Value as Json;
use solution::rnn_cell;

/// What float32 may be off by, relative to 1 or to the number where that is larger.
const ROUNDING: f64 = 2e-6;

fn list(json: &Json) -> impl Iterator<Item = f64> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers.map(|number| number.as_f64().expect("a number"))
}

fn numbers(tensor: &Json) -> Vec<f32> {
    list(&tensor["data"]).map(|number| number as f32).collect()
}

fn matrix(tensor: &Json) -> Matrix {
    let shape: Vec<usize> = list(&tensor["shape"]).map(|side| side as usize).collect();
    device().tensor_from_vec(numbers(tensor), (shape[0], shape[1]))
}

fn vector(tensor: &Json) -> Vector {
    let numbers = numbers(tensor);
    let shape = (numbers.len(),);
    device().tensor_from_vec(numbers, shape)
}

fn agree<S: Shape>(what: &str, ours: &Tensor<S, f32, Dev>, truth: &Json) {
    let ours = ours.as_vec();
    let truth: Vec<f64> = list(&truth["data"]).collect();
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.into_iter().zip(truth) {
        let off = (f64::from(ours) - truth).abs();
        let allowed = ROUNDING * truth.abs().max(1.0);
        assert!(off <= allowed, "{what}: {ours} and not {truth}");
    }
}

#[test]
fn a_recurrent_step_and_its_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("rnn_cell.json")).expect("JSON");
    let cases = table.as_array().expect("cases");
    assert_eq!(cases.len(), 5);
    for case in cases {
        let (inputs, slopes) = (&case["inputs"], &case["gradients"]);
        let [x, h, w, u] = [0, 1, 2, 3].map(|at| matrix(&inputs[at]));
        let b = vector(&inputs[4]);
        let next = rnn_cell(
            x.leaky_trace(),
            h.leaky_trace(),
            w.leaky_trace(),
            u.leaky_trace(),
            b.leaky_trace(),
        );
        agree("next state", &next.retaped(), &case["output"]);
        let sum: Scalar<Recording> = (next * matrix(&case["factors"])).sum();
        let gradients = sum.backward();
        for (name, tensor, slopes) in [
            ("x", &x, &slopes[0]),
            ("h", &h, &slopes[1]),
            ("w", &w, &slopes[2]),
            ("u", &u, &slopes[3]),
        ] {
            agree(name, &gradients.get(tensor), slopes);
        }
        agree("b", &gradients.get(&b), &slopes[4]);
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let tensor = |numbers: &[f32], shape| device().tensor_from_vec(numbers.to_vec(), shape);
    let bias: Vector = device().tensor_from_vec(vec![1.0, 5.0], (2,));
    let next: Matrix = rnn_cell(
        tensor(&[2.0], (1, 1)),
        tensor(&[1.0, -1.0], (1, 2)),
        tensor(&[0.5, -1.0], (1, 2)),
        tensor(&[1.0, 2.0, 3.0, 4.0], (2, 2)),
        bias,
    );
    let next = next.as_vec();
    assert_eq!(next[0], 0.0);
    assert!((next[1] - 0.7616).abs() < 5e-5, "{next:?}");
}
