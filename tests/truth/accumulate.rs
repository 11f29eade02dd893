//! Micro-batches, of the chapter "Scale".

#[path = "../../solutions/13_scale/accumulate.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use course::mean_gradient;
use gradlings::counting::{Metered, measure};
use serde_json::Value as Json;
use solution::{accumulate, epoch};

/// What float32 may be off by after a few steps, for numbers near 1.
const ROUNDING: f32 = 1e-5;

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

fn matrix(value: &Json) -> Metered {
    Metered::from_rows(&read::<Vec<Vec<f32>>>(value))
}

fn agree(ours: &Metered, truth: &Json) {
    let truth = read::<Vec<Vec<f32>>>(truth).concat();
    assert_eq!(ours.numbers().len(), truth.len());
    for (ours, truth) in ours.numbers().iter().zip(truth) {
        let off = (ours - truth).abs();
        assert!(
            off <= ROUNDING * truth.abs().max(1.0),
            "{ours}, not {truth}"
        );
    }
}

#[test]
fn gradients_and_weights_are_those_of_whole_batches_in_numpy() {
    let json: Json = serde_json::from_str(include_str!("accumulate.json")).expect("JSON");
    let cases = json.as_array().expect("cases");
    assert_eq!(cases.len(), 5);
    for case in cases {
        let inputs = || ["x", "y", "w"].map(|name| matrix(&case[name]));
        let (micro, batch) = (read(&case["micro"]), read(&case["batch"]));
        let [x, y, w] = inputs();
        agree(&mean_gradient(&x, &y, &w), &case["gradient"]);
        agree(&accumulate(x, y, w, micro), &case["gradient"]);
        let [x, y, w] = inputs();
        let weights = epoch(x, y, w, batch, micro, read(&case["rate"]));
        agree(&weights, &case["weights"]);
    }
}

fn column(numbers: &[f32]) -> Metered {
    Metered::from_rows(&Vec::from_iter(numbers.iter().map(|&x| vec![x])))
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let near = |ours: Metered, lesson: f32, off: f32| {
        let ours = ours.numbers();
        assert!((ours[0] - lesson).abs() < off, "{ours:?}, not {lesson}");
    };
    let (x, y, w) = ([1.0, 2.0, 3.0], [0.0; 3], [1.0]);
    for (row, gradient) in [2.0, 8.0, 18.0].into_iter().enumerate() {
        let row = row..row + 1;
        near(
            mean_gradient(&column(&x[row.clone()]), &column(&y[row]), &column(&w)),
            gradient,
            1e-6,
        );
    }
    near(
        mean_gradient(&column(&x[..2]), &column(&y[..2]), &column(&w)),
        5.0,
        1e-6,
    );
    near(
        accumulate(column(&x), column(&y), column(&w), 2),
        9.33,
        0.005,
    );
    for (rows, weight) in [(2, 0.5), (3, -0.4)] {
        let (x, y) = (column(&x[..rows]), column(&y[..rows]));
        near(epoch(x, y, column(&w), 2, 1, 0.1), weight, 1e-6);
    }
}

#[test]
fn a_batch_takes_the_memory_of_a_micro_batch() {
    // The errors of a row take 64 bytes.
    let peak = |rows: usize, micro: usize| {
        let (x, y) = (Metered::zeros(rows, 2), Metered::zeros(rows, 16));
        let w = Metered::zeros(2, 16);
        measure(|| accumulate(x, y, w, micro)).peak_bytes - rows * 18 * 4
    };
    assert_eq!(peak(200, 4), peak(20, 4));
    assert!(peak(200, 200) > 10 * peak(200, 4));
}
