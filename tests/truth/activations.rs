//! Activations beside PyTorch, and `erf` beside SciPy.

#[path = "../../solutions/05_network/activations.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod activations;

use activations::{gelu, relu, sigmoid};
use serde_json::Value as Json;

/// A function with its slope.
type Function = fn(f64) -> (f64, f64);

fn table() -> Json {
    serde_json::from_str(include_str!("activations.json")).expect("JSON")
}

fn numbers(json: &Json) -> Vec<f64> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number"))
        .collect()
}

fn near(what: &str, ours: f64, truth: f64, within: f64) {
    assert!(
        (ours - truth).abs() <= within * truth.abs().max(1.0),
        "{what}: {ours} and not {truth}"
    );
}

#[test]
fn functions_and_slopes_are_those_of_pytorch() {
    let table = table();
    let points = numbers(&table["points"]);
    assert_eq!(points.len(), 41);
    let functions: [(&str, Function); 3] = [("relu", relu), ("sigmoid", sigmoid), ("gelu", gelu)];
    for (name, function) in functions {
        let (values, slopes) = (&table[name]["values"], &table[name]["slopes"]);
        let truth = numbers(values).into_iter().zip(numbers(slopes));
        for (x, (value, slope)) in points.iter().zip(truth) {
            let ours = function(*x);
            near(&format!("{name} of {x}"), ours.0, value, 1e-14);
            near(&format!("slope of {name} at {x}"), ours.1, slope, 1e-14);
        }
    }
}

#[test]
fn the_error_function_is_that_of_scipy() {
    let table = table();
    let truth = numbers(&table["erf"]);
    for (x, truth) in numbers(&table["points"]).into_iter().zip(truth) {
        near(&format!("erf of {x}"), course::erf(x), truth, 1e-14);
    }
}

/// The check has to tell the two apart.
#[test]
fn the_gelu_by_a_tanh_is_off_by_more_than_the_check_forgives() {
    let table = table();
    let by_tanh = numbers(&table["gelu by tanh"]["values"]);
    let off = numbers(&table["gelu"]["values"]).into_iter().zip(by_tanh);
    let most = off.fold(0.0_f64, |most, (exact, by_tanh)| {
        most.max((exact - by_tanh).abs())
    });
    assert!((4e-4..6e-4).contains(&most), "{most}");
}

#[test]
fn the_lesson_on_activations_works_its_examples_out_rightly() {
    let told = |(value, slope): (f64, f64)| format!("{value:.4} {slope:.4}");
    assert_eq!(relu(3.0), (3.0, 1.0));
    assert_eq!(relu(-3.0), (0.0, 0.0));
    assert_eq!(relu(0.0), (0.0, 0.0));
    assert_eq!(told(sigmoid(3_f64.ln())), "0.7500 0.1875");
    assert_eq!(told(gelu(1.0)), "0.8413 1.0833");
    assert_eq!(told(gelu(-1.0)), "-0.1587 -0.0833");
    // Its bell curve at 1 is what the slope has beside the value.
    assert_eq!(format!("{:.4}", gelu(1.0).1 - gelu(1.0).0), "0.2420");
}
