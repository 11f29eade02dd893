//! The check of a gradient beside NumPy, a backward pass beside PyTorch, and the numbers that lessons and the hunt tell.

#[path = "../../solutions/03_gradient/backward.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod backward;
#[path = "../../solutions/03_gradient/gradient_check.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod gradient_check;
#[path = "../../exercises/03_gradient/hunt_training.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod hunt_as_given;
#[path = "../../solutions/03_gradient/hunt_training.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod hunted;

use gradient_check::{central_difference, is_gradient, value};
use gradlings::prelude::*;
use serde_json::Value as Json;

#[test]
fn central_differences_are_those_of_numpy() {
    let table = include_str!("gradient_check.txt");
    for (number, line) in table.lines().enumerate() {
        let mut numbers = line.split(' ').map(|word| word.parse().expect("a number"));
        let mut take = |count: usize| -> Vec<f64> { numbers.by_ref().take(count).collect() };
        let sizes = take(2);
        let (count, n) = (sizes[0] as usize, sizes[1] as usize);
        let terms: Vec<Vec<f64>> = (0..count).map(|_| take(1 + n)).collect();
        let (x, step, expected) = (take(n), take(1)[0], take(n));
        let found = central_difference(terms.clone(), x.clone(), step);
        assert_eq!(found.len(), n, "line {}", number + 1);
        for (found, expected) in found.iter().zip(&expected) {
            let allowed = 1e-9 * (1.0 + expected.abs());
            assert!(
                (found - expected).abs() <= allowed,
                "line {}: {found} for {expected}",
                number + 1
            );
        }
    }
    assert_eq!(table.lines().count(), 24);
}

#[test]
fn the_lesson_on_gradient_checks_works_its_example_out_rightly() {
    let cube = vec![vec![1.0, 3.0]];
    let found = central_difference(cube.clone(), vec![2.0], 0.1)[0];
    assert!((found - 12.01).abs() < 1e-9, "{found}");
    let one_sided = (value(&cube, &[2.1]) - value(&cube, &[2.0])) / 0.1;
    assert!((one_sided - 12.61).abs() < 1e-9, "{one_sided}");
    assert_eq!(value(&[vec![5.0, 2.0, 1.0]], &[3.0, 2.0]), 90.0);
    assert!(is_gradient(cube.clone(), vec![2.0], vec![12.0]));
    assert!(!is_gradient(cube, vec![2.0], vec![12.01]));
}

#[test]
fn the_training_of_the_hunt_is_as_its_lesson_and_its_symptoms_tell() {
    let given = hunt_as_given::train(30);
    for (epoch, (loss, drawn)) in given.iter().zip(hunt_as_given::AS_GIVEN).enumerate() {
        assert!((loss - drawn).abs() < 0.000_6, "epoch {epoch}: {loss}");
    }
    assert_eq!(hunt_as_given::AS_GIVEN, hunted::AS_GIVEN);
    let two = |x: f64| format!("{x:.2}");
    let mended = hunted::train(30);
    assert_eq!(two(given[0]), "14.55");
    assert_eq!(two(mended[0]), "13.78");
    assert_eq!(two(mended[30]), "0.01");
    // It looks like a training: it falls at first, then overfits.
    let best = given.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(
        given[0] > 10.0 * best && given[30] > 1.3 * best,
        "{given:?}"
    );
    assert_eq!(hunted::batch_sizes(50, 16), [16, 16, 16, 2]);
    assert_eq!(hunt_as_given::batch_sizes(50, 16), [16, 16, 16]);
}

fn rows(json: &Json) -> Vec<Vec<f32>> {
    serde_json::from_value(json.clone()).expect("rows")
}

fn matrix(rows: &[Vec<f32>]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

fn vector(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

/// Whether the two have one shape, and numbers as near as a sum of six products in float32 can be.
fn agree(what: &str, ours: &Matrix, truth: &[Vec<f32>]) {
    assert_eq!(*ours.shape(), (truth.len(), truth[0].len()), "{what}");
    for (ours, truth) in ours.as_vec().into_iter().zip(truth.concat()) {
        assert!(
            (ours - truth).abs() <= 2e-6,
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn what_a_layer_hands_back_is_what_pytorch_finds() {
    let table: Json = serde_json::from_str(include_str!("backward.json")).expect("JSON");
    let layers = table["layers"].as_array().expect("layers");
    assert_eq!(layers.len(), 6);
    for layer in layers {
        let of = |name: &str| rows(&layer[name]);
        // A vector of the table is a list, and here a row.
        let row = |name: &str| rows(&Json::Array(vec![layer[name].clone()]));
        let (x, w, dy) = (matrix(&of("x")), matrix(&of("w")), matrix(&of("dy")));
        let (dx, dw, db) = backward::backward(x, w, vector(&row("b")[0]), dy);
        agree("dx", &dx, &of("dx"));
        agree("dw", &dw, &of("dw"));
        let outputs = db.shape().0;
        agree("db", &db.reshape_like(&(1, outputs)), &row("db"));
    }
}

#[test]
fn the_lesson_on_the_backward_pass_works_its_example_out_rightly() {
    let x = || matrix(&[vec![1.0, 2.0], vec![3.0, -1.0]]);
    let w = || matrix(&[vec![1.0, 0.0, -1.0], vec![2.0, 1.0, 1.0]]);
    let b = || vector(&[0.0, 0.0, 1.0]);
    let z = backward::sums(x(), w(), b());
    assert_eq!(z.as_vec(), [5.0, 2.0, 2.0, 1.0, -1.0, -3.0]);
    let dy = matrix(&[vec![1.0, 2.0, -1.0], vec![3.0, 1.0, 1.0]]);
    let (dx, dw, db) = backward::backward(x(), w(), b(), dy);
    assert_eq!(dx.as_vec(), [2.0, 3.0, 3.0, 6.0]);
    assert_eq!(dw.as_vec(), [10.0, 2.0, -1.0, -1.0, 4.0, -2.0]);
    assert_eq!(db.as_vec(), [4.0, 2.0, -1.0]);
}
