//! The chapter "Losses", beside PyTorch in float64.

#[path = "../../solutions/02_losses/binary_cross_entropy.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod binary_cross_entropy;
#[path = "../../solutions/02_losses/softmax.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod softmax;

use binary_cross_entropy::binary_cross_entropy;
use course::demo;
use gradlings::prelude::*;
use gradlings::report::{Bars, Drawing, Report};
use serde_json::Value as Json;
use softmax::softmax;

use super::layers::{floats, numbers};
use super::shown::reports;

/// What float32 may be off by, relative to the largest number of a list that is larger than 1.
const ROUNDING: f64 = 2e-6;

fn table(text: &str) -> Vec<Json> {
    let table: Json = serde_json::from_str(text).expect("JSON");
    table.as_array().expect("rows").clone()
}

/// Logits as large as `largest` are rounded, and what is made of them moves by as much.
fn agree(what: &str, ours: &[f32], truth: &Json, largest: f64) {
    let truth = numbers(truth);
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.iter().zip(truth) {
        let off = (f64::from(*ours) - truth).abs();
        let allowed = ROUNDING * largest.max(truth.abs()).max(1.0);
        assert!(off <= allowed, "{what}: {ours} and not {truth}");
    }
}

fn matrix(data: Vec<f32>, rows: usize) -> Matrix {
    let columns = data.len() / rows;
    device().tensor_from_vec(data, (rows, columns))
}

#[test]
fn softmax_and_its_gradient_are_those_of_pytorch() {
    let rows = table(include_str!("softmax.json"));
    assert_eq!(rows.len(), 14);
    for row in rows {
        let name = row["name"].as_str().expect("a name");
        let temperature = row["temperature"].as_f64().expect("a number");
        let batch = numbers(&row["shape"])[0] as usize;
        let logits = numbers(&row["logits"]);
        let largest = logits.iter().fold(0.0, |most: f64, x| most.max(x.abs())) / temperature;
        let logits = matrix(floats(&row["logits"]), batch);
        let ours = softmax(logits.leaky_trace(), temperature as f32);
        agree(name, &ours.as_vec(), &row["outputs"], largest);
        let factors = matrix(floats(&row["factors"]), batch);
        let gradients = (ours * factors).sum().backward();
        let slopes = gradients.get(&logits).as_vec();
        agree(name, &slopes, &row["gradient"], largest / temperature);
    }
}

#[test]
fn the_example_of_the_lesson_of_softmax_is_what_the_solution_says() {
    let at = |temperature| softmax(matrix(vec![0.0, 3_f32.ln()], 1), temperature).as_vec();
    for (ours, lesson) in [(at(1.0), [0.25, 0.75]), (at(0.5), [0.1, 0.9])] {
        for (ours, lesson) in ours.iter().zip(lesson) {
            assert!((ours - lesson).abs() < 1e-6, "{ours} and not {lesson}");
        }
    }
}

#[test]
fn the_question_before_softmax_is_answered_by_the_solution() {
    let ratio = |temperature| {
        let both = softmax(matrix(vec![0.0, 4_f32.ln()], 1), temperature).as_vec();
        both[1] / both[0]
    };
    for (temperature, times) in [(1.0, 4.0), (0.5, 16.0), (2.0, 2.0)] {
        assert!((ratio(temperature) - times).abs() < 1e-4, "{temperature}");
    }
}

#[test]
fn the_bars_of_the_show_sharpen_and_flatten() {
    let bars = |report| {
        let Report::Frame(frame) = report else {
            return None;
        };
        match Drawing::open(&frame.drawing) {
            Some(Drawing::Bars(Bars { bars })) => Some((frame.step, bars)),
            _ => None,
        }
    };
    let films = reports(|| demo::next_word(softmax));
    let films: Vec<_> = films.into_iter().filter_map(bars).collect();
    let first = |at: usize| films[at].1[0].1;
    assert!(films.len() > 8);
    assert!(films.is_sorted_by_key(|(step, _)| *step));
    for at in 1..films.len() {
        assert!(first(at) < first(at - 1), "step {at}");
    }
    assert!(first(0) > 0.98 && first(films.len() - 1) < 0.2);
}

fn vector(data: Vec<f32>) -> Vector {
    let shape = (data.len(),);
    device().tensor_from_vec(data, shape)
}

#[test]
fn binary_cross_entropy_and_its_gradient_are_those_of_pytorch() {
    let rows = table(include_str!("binary_cross_entropy.json"));
    assert_eq!(rows.len(), 12);
    for row in rows {
        let name = row["name"].as_str().expect("a name");
        let logits = vector(floats(&row["logits"]));
        let ours = binary_cross_entropy(logits.leaky_trace(), vector(floats(&row["labels"])));
        let truth = Json::from(vec![row["loss"].clone()]);
        agree(name, &[ours.array()], &truth, 1.0);
        let slopes = ours.backward().get(&logits).as_vec();
        agree(name, &slopes, &row["gradient"], 1.0);
    }
}

#[test]
fn the_example_of_the_lesson_of_binary_cross_entropy_is_what_the_solution_says() {
    let loss = |logit: f32, label: f32| {
        binary_cross_entropy(vector(vec![logit]), vector(vec![label])).array()
    };
    let both = binary_cross_entropy(vector(vec![0.0, 3_f32.ln()]), vector(vec![1.0, 0.0]));
    let told = [
        (loss(0.0, 1.0), 0.693),
        (loss(3_f32.ln(), 0.0), 1.386),
        (both.array(), 1.040),
        // The trap, and the question before the exercise.
        (loss(-200.0, 1.0), 200.0),
        (loss(-100.0, 1.0), 100.0),
    ];
    for (ours, lesson) in told {
        assert!((ours - lesson).abs() < 6e-4, "{ours} and not {lesson}");
    }
}

#[test]
fn the_formula_with_a_size_has_the_slope_at_0_that_the_lesson_tells() {
    for label in [0.0, 1.0] {
        let (x, y) = (vector(vec![0.0]), vector(vec![label]));
        let m = x.leaky_trace().relu();
        let folded = ((-x.leaky_trace().abs()).exp() + 1.0).ln();
        let loss = folded + m - x.leaky_trace() * y.clone();
        assert_eq!(loss.mean().backward().get(&x).as_vec(), [-label]);
        let ours = binary_cross_entropy(x.leaky_trace(), y).backward();
        assert_eq!(ours.get(&x).as_vec(), [0.5 - label]);
    }
}
