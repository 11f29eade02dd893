//! How the next token is drawn, beside NumPy in float64.

#[path = "../../solutions/12_transformer/sampling.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod sampling;

use sampling::{draw, top_k, top_p, with_temperature};
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers.map(number).collect()
}

fn number(json: &Json) -> f32 {
    json.as_f64().expect("a number") as f32
}

fn count(json: &Json) -> usize {
    json.as_u64().expect("a whole number") as usize
}

fn assert_near(what: &str, ours: Vec<f32>, truth: &Json) {
    let truth = numbers(truth);
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (ours, truth) in ours.iter().zip(&truth) {
        assert!((ours - truth).abs() <= 2e-6, "{what}: {ours} for {truth}");
    }
}

#[test]
fn the_next_token_is_drawn_as_numpy_draws_it() {
    let table: Json = serde_json::from_str(include_str!("sampling.json")).expect("JSON");
    let cases = table.as_array().expect("cases");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let hot = with_temperature(numbers(&case["logits"]), number(&case["temperature"]));
        assert_near("temperature", hot, &case["hot"]);
        let probabilities = || numbers(&case["probabilities"]);
        let kept = top_k(probabilities(), count(&case["k"]));
        assert_near("top-k", kept, &case["top_k"]);
        let kept = top_p(probabilities(), number(&case["p"]));
        assert_near("top-p", kept, &case["top_p"]);
        let drawn = draw(probabilities(), number(&case["u"]));
        assert_eq!(drawn, count(&case["drawn"]));
    }
}

#[test]
fn the_examples_of_the_lesson_on_sampling_are_what_the_solution_says() {
    let near = |ours: Vec<f32>, truth: &[f32]| {
        assert_eq!(ours.len(), truth.len());
        assert!(
            ours.iter().zip(truth).all(|(a, b)| (a - b).abs() < 1e-6),
            "{ours:?}"
        );
    };
    near(with_temperature(vec![0.0, 3_f32.ln()], 1.0), &[0.25, 0.75]);
    near(with_temperature(vec![0.0, 3_f32.ln()], 0.5), &[0.1, 0.9]);
    let four = vec![0.15, 0.5, 0.1, 0.25];
    near(top_k(four.clone(), 2), &[0.0, 2.0 / 3.0, 0.0, 1.0 / 3.0]);
    near(
        top_p(four.clone(), 0.8),
        &[1.0 / 6.0, 5.0 / 9.0, 0.0, 5.0 / 18.0],
    );
    assert_eq!(draw(four, 0.7), 2);
}
