//! The chapter "Convolutional networks", beside NumPy and PyTorch.

#[path = "../../solutions/07_cnn/max_pool.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod max_pool;
#[path = "../../solutions/07_cnn/residual.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod residual;

use course::demo;
use gradlings::prelude::*;
use gradlings::report::{Drawing, Pictures, Report};
use serde_json::Value as Json;

use crate::shown::reports;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn rows(json: &Json) -> Vec<Vec<f32>> {
    json.as_array().expect("rows").iter().map(numbers).collect()
}

fn matrix(json: &Json) -> Matrix {
    let rows = rows(json);
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

#[test]
fn what_is_pooled_and_the_pixels_that_get_the_gradient_are_those_of_pytorch() {
    let table: Json = serde_json::from_str(include_str!("max_pool.json")).expect("JSON");
    let cases = table["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 14);
    for case in cases.iter().chain([&table["lesson"]]) {
        let count = |name: &str| case[name].as_u64().expect("a count") as usize;
        let (image, size, stride) = (rows(&case["image"]), count("size"), count("stride"));
        let y = max_pool::max_pool(image.clone(), size, stride);
        assert_eq!(y, rows(&case["y"]), "size {size}, stride {stride}");
        let dx = max_pool::max_pool_backward(image, size, stride, rows(&case["dy"]));
        let truth = rows(&case["dx"]);
        assert_eq!((dx.len(), dx[0].len()), (truth.len(), truth[0].len()));
        for (ours, truth) in dx.concat().into_iter().zip(truth.concat()) {
            assert!((ours - truth).abs() < 1e-6, "{ours} and not {truth}");
        }
    }
}

#[test]
fn the_numbers_in_the_lesson_on_max_pooling_are_those_of_its_example() {
    let table: Json = serde_json::from_str(include_str!("max_pool.json")).expect("JSON");
    let lesson = include_str!("../../exercises/07_cnn/max_pool.rs");
    let named = ["image", "y", "dy", "dx"].map(|name| (name, rows(&table["lesson"][name])));
    let line = |row: usize| -> String {
        let part = |(name, rows): &(&str, Vec<Vec<f32>>)| {
            let numbers = rows.get(row)?.iter().map(f32::to_string);
            let numbers = numbers.collect::<Vec<_>>().join(" ");
            Some(if row == 0 {
                format!("{name}  {numbers}")
            } else {
                numbers
            })
        };
        named
            .iter()
            .filter_map(part)
            .collect::<Vec<_>>()
            .join("   ")
    };
    let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for row in 0..3 {
        let line = single(&line(row));
        let said = lesson
            .lines()
            .map(|it| single(it.trim_start_matches("//!")));
        assert!(said.into_iter().any(|said| said == line), "{line}");
    }
}

#[test]
fn a_show_has_one_bright_pixel_for_each_window() {
    let shown = reports(|| demo::pools(max_pool::max_pool, max_pool::max_pool_backward));
    let strips = shown.into_iter().filter_map(|report| {
        let Report::Frame(frame) = report else {
            return None;
        };
        match Drawing::open(&frame.drawing) {
            Some(Drawing::Pictures(Pictures(pictures))) => Some((frame.title, pictures)),
            _ => None,
        }
    });
    let strips: Vec<_> = strips.collect();
    assert_eq!(strips.len(), 12);
    for (title, pictures) in &strips {
        let [pooled, gradient] = &pictures[..] else {
            panic!("{title}: {} pictures", pictures.len());
        };
        let bright = gradient.pixels.iter().filter(|ink| **ink > 150).count();
        let windows = pooled.pixels.len();
        let is_right = match title.as_str() {
            "windows side by side" => bright == windows,
            _ => bright < windows,
        };
        assert!(is_right, "{title}: {bright} pixels for {windows} windows");
    }
}
