//! The chapter "Sequences".

#[path = "../../solutions/09_sequence/gru.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod gated;
#[path = "../../solutions/09_sequence/name_model.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use course::Recurrent;
use course::names::{self, SYMBOLS};
use gated::gru;
use gradlings::prelude::*;
use serde_json::Value as Json;
use solution::unroll::rnn_cell::rnn_cell;
use solution::unroll::{descend, sequence_loss};
use solution::{batch, loss};

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

fn matrices(tensors: &Json) -> Vec<Matrix> {
    let tensors = tensors.as_array().expect("tensors").iter();
    tensors.map(matrix).collect()
}

fn vectors(tensors: &Json) -> Vec<Vector> {
    let tensors = tensors.as_array().expect("tensors").iter();
    tensors.map(vector).collect()
}

/// Each with a tape of its own.
fn traced<S: Shape>(tensors: &[Tensor<S, f32, Dev>]) -> Vec<Tensor<S, f32, Dev, Recording>> {
    tensors.iter().map(Tensor::leaky_trace).collect()
}

#[test]
fn the_loss_of_sequences_and_its_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("unroll.json")).expect("JSON");
    let cases = table["losses"].as_array().expect("cases");
    assert_eq!(cases.len(), 3);
    for case in cases {
        let (weights, slopes) = (&case["weights"], &case["gradients"]);
        let [h, w, u, v] = [0, 1, 2, 4].map(|at| matrix(&weights[at]));
        let [b, c] = [3, 5].map(|at| vector(&weights[at]));
        let loss = sequence_loss(
            matrices(&case["x"]),
            matrices(&case["targets"]),
            h.leaky_trace(),
            w.leaky_trace(),
            u.leaky_trace(),
            b.leaky_trace(),
            v.leaky_trace(),
            c.leaky_trace(),
        );
        let off = f64::from(loss.array()) - case["loss"].as_f64().expect("a number");
        assert!(off.abs() < ROUNDING, "{off}");
        let gradients = loss.backward();
        for (at, tensor) in [(0, &h), (1, &w), (2, &u), (4, &v)] {
            agree("a gradient", &gradients.get(tensor), &slopes[at]);
        }
        agree("b", &gradients.get(&b), &slopes[3]);
        agree("c", &gradients.get(&c), &slopes[5]);
    }
}

#[test]
fn steps_with_clipped_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("unroll.json")).expect("JSON");
    let cases = table["steps"].as_array().expect("cases");
    assert_eq!(cases.len(), 3);
    for case in cases {
        let lists = |name: &str| -> Vec<Vec<f64>> {
            let lists = case[name].as_array().expect("lists").iter();
            lists.map(|numbers| list(numbers).collect()).collect()
        };
        let floats = |lists: Vec<Vec<f64>>| -> Vec<Vec<f32>> {
            let floats = |list: Vec<f64>| list.into_iter().map(|number| number as f32).collect();
            lists.into_iter().map(floats).collect()
        };
        let number = |name: &str| case[name].as_f64().expect("a number") as f32;
        let (weights, gradients) = (floats(lists("weights")), floats(lists("gradients")));
        let moved = descend(weights, gradients, number("rate"), number("most"));
        for (ours, truth) in moved.concat().into_iter().zip(lists("moved").concat()) {
            let off = (f64::from(ours) - truth).abs();
            assert!(
                off <= ROUNDING * truth.abs().max(1.0),
                "{ours} and not {truth}"
            );
        }
    }
}

#[test]
fn the_examples_of_unroll_are_what_the_solution_says() {
    let tensor = |numbers: &[f32]| -> Matrix {
        device().tensor_from_vec(numbers.to_vec(), (1, numbers.len()))
    };
    let bias = |numbers: &[f32]| -> Vector {
        device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
    };
    let loss: Scalar = sequence_loss(
        vec![tensor(&[-1.0]), tensor(&[0.0])],
        vec![tensor(&[1.0, 0.0]), tensor(&[0.0, 1.0])],
        tensor(&[1.0]),
        tensor(&[1.0]),
        tensor(&[1.0]),
        bias(&[0.0]),
        tensor(&[5.0, -2.0]),
        bias(&[0.0, 3_f32.ln()]),
    );
    assert!((loss.array() - 0.8370).abs() < 5e-5);
    let weights = vec![vec![1.0, 2.0], vec![3.0]];
    let moved = descend(weights, vec![vec![3.0, 0.0], vec![4.0]], 0.1, 1.0);
    let moved: Vec<String> = moved.concat().iter().map(|w| format!("{w:.4}")).collect();
    assert_eq!(moved, ["0.9400", "2.0000", "2.9200"]);
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

#[test]
fn a_bigram_table_has_2_35_nats_on_the_names_that_are_kept_back() {
    let symbols = |name: &str| [vec![0], names::numbers(name), vec![0]].concat();
    let held_out = include_str!("../../checks/held_out/names.txt");
    let table: Json = serde_json::from_str(include_str!("name_model.json")).expect("JSON");
    let figures = table["bigram"].as_array().expect("figures");
    assert_eq!(figures.len(), 3);
    for figure in figures {
        let figure: Vec<f64> = list(figure).collect();
        let mut counts = vec![[figure[0]; SYMBOLS]; SYMBOLS];
        for name in names::training() {
            let pairs = symbols(&name);
            pairs
                .windows(2)
                .for_each(|pair| counts[pair[0]][pair[1]] += 1.0);
        }
        let (mut sum, mut count) = (0.0, 0.0);
        for name in held_out.lines() {
            for pair in symbols(name).windows(2) {
                let row = &counts[pair[0]];
                sum -= (row[pair[1]] / row.iter().sum::<f64>()).ln();
                count += 1.0;
            }
        }
        let nats: f64 = sum / count;
        assert!((nats - figure[1]).abs() < 1e-9, "{nats}");
        // As the lesson of `name_model` has it, and its bar is 0.15 below.
        assert_eq!(format!("{nats:.2}"), "2.35");
    }
}

#[test]
fn what_networks_say_of_names_in_batches_is_what_numpy_says_of_them_one_by_one() {
    let table: Json = serde_json::from_str(include_str!("name_model.json")).expect("JSON");
    let cases = table["losses"].as_array().expect("cases");
    assert_eq!(cases.len(), 3);
    for case in cases {
        let units = case["units"].as_u64().expect("a number") as usize;
        let lists = case["weights"].as_array().expect("lists").iter();
        let lists = lists.map(|numbers| list(numbers).map(|number| number as f32).collect());
        let weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random(0));
        let weights = weights.with(lists.collect());
        let names = case["names"].as_array().expect("names").iter();
        let names = names.map(|name| name.as_str().expect("a name").to_owned());
        let nats = f64::from(loss(&weights, names.collect()).array());
        let truth = case["loss"].as_f64().expect("a number");
        assert!(
            (nats - truth).abs() < ROUNDING * truth,
            "{nats} and not {truth}"
        );
    }
}

#[test]
fn the_example_of_name_model_is_what_the_solution_says() {
    let symbol = |row: &[f32]| row.iter().position(|&x| x == 1.0);
    let read = |side: &[Matrix]| -> Vec<Vec<Option<usize>>> {
        let step = |rows: &Matrix| rows.as_vec().chunks(SYMBOLS).map(symbol).collect();
        side.iter().map(step).collect()
    };
    let (inputs, targets) = batch(vec!["ab".to_owned(), "c".to_owned()]);
    let (mark, a, b, c) = (Some(0), Some(1), Some(2), Some(3));
    assert_eq!(read(&inputs), [[mark, mark], [a, c], [b, None]]);
    assert_eq!(read(&targets), [[a, c], [b, mark], [mark, None]]);
}

#[test]
fn a_gated_step_is_that_of_onnx_and_its_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("gru.json")).expect("JSON");
    let cases = table.as_array().expect("cases");
    assert_eq!(cases.len(), 4);
    for case in cases {
        let (inputs, slopes) = (&case["inputs"], &case["gradients"]);
        let (x, h) = (matrix(&inputs["x"]), matrix(&inputs["h"]));
        let [w, u] = ["w", "u"].map(|name| matrices(&inputs[name]));
        let [b, c] = ["b", "c"].map(|name| vectors(&inputs[name]));
        let next = gru(
            x.leaky_trace(),
            h.leaky_trace(),
            traced(&w),
            traced(&u),
            traced(&b),
            traced(&c),
        );
        agree("next state", &next.retaped(), &case["output"]);
        let sum: Scalar<Recording> = (next * matrix(&case["factors"])).sum();
        let gradients = sum.backward();
        agree("x", &gradients.get(&x), &slopes["x"]);
        agree("h", &gradients.get(&h), &slopes["h"]);
        for gate in 0..3 {
            agree("w", &gradients.get(&w[gate]), &slopes["w"][gate]);
            agree("u", &gradients.get(&u[gate]), &slopes["u"][gate]);
            agree("b", &gradients.get(&b[gate]), &slopes["b"][gate]);
            agree("c", &gradients.get(&c[gate]), &slopes["c"][gate]);
        }
    }
}

#[test]
fn the_example_of_gru_is_what_the_solution_says() {
    let matrix = |number: f32| -> Matrix { device().tensor_from_vec(vec![number], (1, 1)) };
    let vector = |number: f32| -> Vector { device().tensor_from_vec(vec![number], (1,)) };
    let next: Matrix = gru(
        matrix(1.0),
        matrix(2.0),
        [1.0, 0.0, 2.0].map(matrix).to_vec(),
        [-1.0, 0.0, 3.0].map(matrix).to_vec(),
        [1.0, 0.0, -2.5].map(vector).to_vec(),
        [0.0, 3_f32.ln(), -4.0].map(vector).to_vec(),
    );
    let next = next.as_vec()[0];
    assert!((next - 1.6155).abs() < 5e-5, "{next}");
}
