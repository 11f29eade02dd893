//! The chapter "The transformer".

#[path = "../../solutions/12_transformer/heads.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod heads;

use course::{Batch, demo};
use gradlings::prelude::*;
use heads::{attention, causal_mask, rope};
use serde_json::Value as Json;

use crate::shown::heat_maps;

/// What float32 may be off by, relative to the largest number of the tensor.
const ROUNDING: f64 = 2e-6;
/// What central differences may be off by besides.
const DIFFERENCES: f64 = 1e-7;
/// What the angle of a position in the hundreds may be off by, and with it a sine.
pub const ANGLE: f64 = 1e-4;
/// The same for positions below ten.
const SMALL_ANGLE: f64 = 2e-6;

type Recorded = Batch<Recording>;

fn table() -> Json {
    serde_json::from_str(include_str!("transformer.json")).expect("JSON")
}

pub fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

pub fn numbers(tensor: &Json) -> Vec<f64> {
    let numbers = list(&tensor["data"]).iter();
    numbers
        .map(|number| number.as_f64().expect("a number"))
        .collect()
}

pub fn shape(tensor: &Json) -> Vec<usize> {
    let shape = list(&tensor["shape"]).iter();
    shape
        .map(|length| length.as_u64().expect("a length") as usize)
        .collect()
}

pub fn batch(tensor: &Json) -> Batch {
    let data = numbers(tensor).into_iter().map(|number| number as f32);
    let shape = shape(tensor);
    device().tensor_from_vec(data.collect(), (shape[0], shape[1], shape[2]))
}

pub fn matrix(tensor: &Json) -> Matrix {
    let data = numbers(tensor).into_iter().map(|number| number as f32);
    let shape = shape(tensor);
    device().tensor_from_vec(data.collect(), (shape[0], shape[1]))
}

pub fn agree<S: Shape>(what: &str, ours: &Tensor<S, f32, Dev>, truth: &Json, slack: f64) {
    let length: Vec<usize> = ours.shape().concrete().into();
    assert_eq!(length, shape(truth), "{what}");
    let truth = numbers(truth);
    let largest = truth.iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    for (ours, truth) in ours.as_vec().into_iter().zip(truth) {
        let off = (f64::from(ours) - truth).abs();
        assert!(
            off <= ROUNDING * largest + DIFFERENCES + slack,
            "{what}: {ours} and not {truth}"
        );
    }
}

/// The function on the inputs of every case of that name: its value, and its gradients by every input.
pub fn value_and_gradients(
    name: &str,
    slack: f64,
    function: impl Fn(&Json, &mut dyn Iterator<Item = Recorded>) -> Recorded,
) {
    for case in list(&table()[name]) {
        let inputs: Vec<Batch> = list(&case["inputs"]).iter().map(batch).collect();
        let output = function(case, &mut inputs.iter().map(Trace::leaky_trace));
        let (output, tape) = output.split_tape();
        agree(name, &output, &case["output"], slack);
        let total: Scalar<_> = (output.put_tape(tape) * batch(&case["factors"])).sum();
        let gradients = total.backward();
        for (input, slopes) in inputs.iter().zip(list(&case["gradients"])) {
            agree(name, &gradients.get(input), slopes, slack);
        }
    }
}

pub fn next(inputs: &mut dyn Iterator<Item = Recorded>) -> Recorded {
    inputs.next().expect("an input")
}

#[test]
fn attention_and_its_gradients_are_those_of_numpy() {
    value_and_gradients("scores", 0.0, |_, inputs| {
        attention::scores(next(inputs), next(inputs))
    });
    value_and_gradients("attend", 0.0, |_, inputs| {
        attention::attend(next(inputs), next(inputs))
    });
    value_and_gradients("attention", 0.0, |_, inputs| {
        attention::attention(next(inputs), next(inputs), next(inputs))
    });
}

#[test]
fn masked_weights_are_those_of_a_query_that_was_given_the_past_alone() {
    value_and_gradients("causal_weights", 0.0, |_, inputs| {
        causal_mask::causal_weights(next(inputs))
    });
}

#[test]
fn a_rotation_and_its_gradient_are_a_product_of_complex_numbers() {
    value_and_gradients("rotate", ANGLE, |case, inputs| {
        let offset = case["offset"].as_u64().expect("a number") as usize;
        rope::rotate(next(inputs), offset)
    });
}

#[test]
fn heads_and_their_gradients_are_those_of_numpy() {
    for case in list(&table()["heads"]) {
        let (x, w) = match list(&case["inputs"]) {
            [x, w @ ..] => (batch(x), Vec::from_iter(w.iter().map(matrix))),
            [] => panic!("no input"),
        };
        let count = case["heads"].as_u64().expect("a number") as usize;
        let [q, k, v, o] = [0, 1, 2, 3].map(|at| w[at].leaky_trace());
        let output = heads::multi_head(x.leaky_trace(), q, k, v, o, count);
        let (output, tape) = output.split_tape();
        agree("heads", &output, &case["output"], SMALL_ANGLE);
        let total: Scalar<_> = (output.put_tape(tape) * batch(&case["factors"])).sum();
        let (gradients, slopes) = (total.backward(), list(&case["gradients"]));
        agree("x", &gradients.get(&x), &slopes[0], SMALL_ANGLE);
        for (w, slopes) in w.iter().zip(&slopes[1..]) {
            agree("weights", &gradients.get(w), slopes, SMALL_ANGLE);
        }
    }
}

fn largest(row: &[f32]) -> usize {
    let places = 0..row.len();
    places
        .max_by(|&a, &b| row[a].total_cmp(&row[b]))
        .expect("a row")
}

#[test]
fn the_heads_of_the_show_find_what_they_look_for() {
    let maps = heat_maps(|| demo::head_maps(heads::multi_head));
    let [same, before, first, nothing] = &maps[..] else {
        panic!("{} maps", maps.len());
    };
    let words = "the dog saw the cat and the cat saw the dog .";
    let words: Vec<&str> = words.split(' ').collect();
    for (at, word) in words.iter().enumerate() {
        assert_eq!(words[largest(&same.1[at])], *word);
        assert_eq!(largest(&before.1[at]), at.saturating_sub(1));
        assert_eq!(largest(&first.1[at]), 0);
        let equal = 1.0 / (at + 1) as f32;
        assert!((nothing.1[at][0] - equal).abs() < 1e-6);
    }
}

#[test]
fn it_looks_at_the_cat_once_the_queries_are_long() {
    let maps = heat_maps(|| demo::attention_map(attention::attention));
    let (it, cat) = (4, 1);
    let weights = Vec::from_iter(maps.iter().map(|map| map.1[it][cat]));
    assert!((weights[0] - 0.125).abs() < 1e-6);
    assert!(weights.is_sorted() && weights[weights.len() - 1] > 0.9);
}

pub fn tensor(numbers: &[f32], shape: (usize, usize, usize)) -> Batch {
    device().tensor_from_vec(numbers.to_vec(), shape)
}

pub fn near(ours: Vec<f32>, lesson: &[f32], digits: i32) {
    assert_eq!(ours.len(), lesson.len());
    for (ours, lesson) in ours.into_iter().zip(lesson) {
        assert!((ours - lesson).abs() <= 0.5 * 0.1_f32.powi(digits) + 1e-6);
    }
}

#[test]
fn the_examples_of_the_lessons_are_what_the_solutions_say() {
    let (q, v) = (
        tensor(&[1.0; 4], (1, 1, 4)),
        tensor(&[10.0, 0.0], (1, 2, 1)),
    );
    let k = tensor(&[1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0], (1, 2, 4));
    let scores = attention::scores(q.clone(), k.clone());
    assert_eq!(scores.as_vec(), [2.0, 0.0]);
    near(scores.softmax::<Axis<2>>().as_vec(), &[0.881, 0.119], 3);
    near(attention::attention(q, k, v).as_vec(), &[8.81], 2);
    let weights = causal_mask::causal_weights(tensor(&[0.0; 9], (1, 3, 3)));
    let third = 1.0 / 3.0;
    let rows = [1.0, 0.0, 0.0, 0.5, 0.5, 0.0, third, third, third];
    near(weights.as_vec(), &rows, 6);
    near(rope::angles(1, 4, 2).as_vec(), &[2.0, 0.02], 6);
    let halves = [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0];
    let x = tensor(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], (1, 2, 4));
    let split = heads::split(x.clone(), 2);
    assert_eq!(split.as_vec(), halves);
    assert_eq!(heads::merge(split, 2).as_vec(), x.as_vec());
    let turned = rope::rotate(tensor(&[1.0, 1.0, 0.0, 0.0], (1, 1, 4)), 2);
    near(turned.as_vec(), &[-0.416, 1.0, 0.909, 0.02], 3);
}

#[test]
fn a_score_knows_the_distance_and_nothing_else() {
    let (q, k) = (
        tensor(&[0.5, -1.0, 2.0, 0.25], (1, 1, 4)),
        tensor(&[1.0, 0.75, -0.5, 1.5], (1, 1, 4)),
    );
    let score = |at: usize, other: usize| {
        let (q, k) = (rope::rotate(q.clone(), at), rope::rotate(k.clone(), other));
        attention::scores(q, k).as_vec()[0]
    };
    assert!((score(3, 1) - score(103, 101)).abs() < 1e-4);
    assert!((score(3, 1) - score(1, 3)).abs() > 0.1);
}
