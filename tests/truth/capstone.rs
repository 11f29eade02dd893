//! The chapter "Capstone".

#[path = "../../solutions/16_capstone/digits.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod digits;

use course::mnist;
use digits::{State, begin, epoch, evaluate, from_bytes, progress, to_bytes};
use gradlings::prelude::*;
use serde_json::Value as Json;

/// What float32 may be off by after ten steps of Adam, for numbers near 1.
const ROUNDING: f64 = 1e-3;

fn table() -> Json {
    serde_json::from_str(include_str!("digits.json")).expect("JSON")
}

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

/// Weights that follow from their places, as digits.py has them.
fn fill<S: Shape>(tensor: &mut Tensor<S, f32, Dev>) {
    let sizes: Vec<usize> = tensor.shape().concrete().into();
    let inputs: usize = sizes[1..].iter().product();
    let scale = match sizes.len() {
        1 => 0.0,
        _ => (inputs as f64).sqrt().recip(),
    };
    let count = tensor.shape().num_elements() as u64;
    let number = |place: u64| ((place * 7919 + 13) % 1000) as f64;
    let numbers = (0..count).map(|place| ((number(place) - 499.5) / 500.0 * scale) as f32);
    tensor.copy_from(&numbers.collect::<Vec<_>>());
}

#[test]
fn two_epochs_are_those_of_pytorch() {
    let table = table();
    let all = mnist::training();
    let (training, test) = (all.range(0..144), all.range(9000..9100));
    let mut state = begin();
    let State { network, .. } = &mut state;
    fill(&mut network.0.0.weight);
    fill(&mut network.0.0.bias);
    fill(&mut network.2.0.weight);
    fill(&mut network.2.0.bias);
    fill(&mut network.3.weight);
    fill(&mut network.3.bias);
    for right in table["epochs"].as_array().expect("epochs") {
        // It makes no difference that it is saved in between.
        state = from_bytes(&to_bytes(&state));
        let (loss, accuracy) = epoch(&mut state, &training);
        let off = f64::from(loss) - read::<f64>(&right["loss"]);
        assert!(off.abs() < ROUNDING, "{loss} {right}");
        assert_eq!((accuracy * 144.0).round(), read::<f32>(&right["right"]));
    }
    let tested = &table["tested"];
    assert!(read::<f64>(&tested["margin"]) > 2.0 * ROUNDING);
    let accuracy = evaluate(&state.network, &test);
    assert_eq!((accuracy * 100.0).round(), read::<f32>(&tested["right"]));
    let logits = state
        .network
        .forward(test.images_tensor(&device(), &[0, 1, 2, 3]));
    let right: Vec<f64> = read(&tested["logits"]);
    for (logit, right) in logits.as_vec().into_iter().zip(right) {
        assert!(
            (f64::from(logit) - right).abs() < ROUNDING,
            "{logit} {right}"
        );
    }
}

#[test]
fn lines_are_those_of_python() {
    for case in table()["lines"].as_array().expect("cases") {
        let line = progress(
            read(&case["epoch"]),
            read(&case["epochs"]),
            read(&case["loss"]),
            read(&case["accuracy"]),
            read(&case["seconds"]),
        );
        assert_eq!(line, read::<String>(&case["line"]));
    }
}
