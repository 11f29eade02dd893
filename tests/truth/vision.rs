//! The chapter "Convolutional networks", beside NumPy.

#[path = "../../solutions/07_cnn/residual.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod residual;

use gradlings::prelude::*;
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn matrix(json: &Json) -> Matrix {
    let rows: Vec<Vec<f32>> = json.as_array().expect("rows").iter().map(numbers).collect();
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

#[test]
fn what_comes_out_of_a_deep_network_and_what_arrives_at_its_layers_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("residual.json")).expect("JSON");
    let cases = table["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 7);
    for case in cases {
        let layers = case["weights"].as_array().expect("matrices").iter();
        let weights: Vec<Matrix> = layers.map(matrix).collect();
        let skip = case["skip"].as_bool().expect("true or false");
        let x = matrix(&case["x"]);
        if skip {
            let through = |h, w: &Matrix| residual::block(h, w.clone());
            let last = weights.iter().fold(x.clone(), through).as_vec();
            for (ours, truth) in last.into_iter().zip(matrix(&case["last"]).as_vec()) {
                assert!(
                    (ours - truth).abs() <= 1e-4 * truth.abs().max(1.0),
                    "{ours} and not {truth}"
                );
            }
        }
        let sizes = residual::arriving(x, weights, skip);
        let truth = numbers(&case["sizes"]);
        assert_eq!(sizes.len(), truth.len());
        for (ours, truth) in sizes.iter().zip(truth) {
            assert!((ours / truth - 1.0).abs() < 1e-5, "{ours} and not {truth}");
        }
    }
}

#[test]
fn the_numbers_in_the_lesson_on_residual_blocks_are_those_of_its_example() {
    let table: Json = serde_json::from_str(include_str!("residual.json")).expect("JSON");
    let lesson = include_str!("../../exercises/07_cnn/residual.rs");
    assert_eq!(numbers(&table["cases"][0]["sizes"]), [3.0, 2.0]);
    assert_eq!(numbers(&table["cases"][1]["sizes"]), [0.5, 1.0]);
    for said in ["the sizes are `[3, 2]`", "the sizes are `[0.5, 1]`"] {
        assert!(lesson.contains(said), "{said}");
    }
}
