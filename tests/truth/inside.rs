//! The chapter "Inside a network", beside NumPy and Python's safetensors.

#[path = "../../solutions/08_inside/saliency.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod saliency;

use course::{mnist, trained};
use gradlings::prelude::*;
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn whole(json: &Json) -> Vec<usize> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_u64().expect("a whole number") as usize)
        .collect()
}

fn rows(json: &Json) -> Vec<f32> {
    let rows = json.as_array().expect("rows").iter();
    rows.flat_map(numbers).collect()
}

fn labels(classes: Vec<usize>) -> Labels {
    let count = classes.len();
    device().tensor_from_vec(classes, (count,))
}

/// Whether both are as near as `f32` allows, beside the largest of them.
#[track_caller]
fn near(ours: Vec<f32>, truth: Vec<f32>) {
    assert_eq!(ours.len(), truth.len());
    let largest = truth.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
    for (at, (ours, truth)) in ours.into_iter().zip(truth).enumerate() {
        assert!(
            (ours - truth).abs() <= 2e-6 * largest,
            "{ours} and not {truth} at {at}"
        );
    }
}

#[test]
fn the_logits_of_the_trained_network_and_their_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("saliency.json")).expect("JSON");
    let places = whole(&table["places"]);
    let images = mnist::training().images_tensor(&device(), &places);
    near(
        trained::logits(images.clone()).as_vec(),
        rows(&table["logits"]),
    );
    let gradient = saliency::class_gradient(images, labels(whole(&table["classes"])));
    near(gradient.as_vec(), rows(&table["gradients"]));
}

#[test]
fn the_map_in_the_lesson_on_saliency_is_that_of_its_example() {
    let lesson = include_str!("../../exercises/08_inside/saliency.rs");
    let channels = vec![0.5, -1.0, -2.0, 0.25, 1.0, 0.0];
    let map = saliency::saliency_map(device().tensor_from_vec(channels, (3, 1, 2)));
    assert_eq!(map.as_vec(), [2.0, 1.0]);
    for said in ["`[0.5, -1]`, `[-2, 0.25]` and `[1, 0]`", "map is `[2, 1]`"] {
        assert!(lesson.contains(said), "{said}");
    }
}
