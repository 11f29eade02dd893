//! Shards of the optimizer, of the chapter "Scale".

#[path = "../../solutions/13_scale/shard.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::counting::{Ran, run};
use gradlings::report::{Bars, Drawing, Report};
use serde_json::Value as Json;
use solution::step;

use crate::shown::reports;

/// What float32 may be off by in a step of numbers near 1.
const ROUNDING: f32 = 2e-6;

type Rows = Vec<Vec<f32>>;

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

/// A step of machines that have the same weights.
fn stepped(
    weights: &[f32],
    velocity: Rows,
    gradients: Rows,
    rate: f32,
) -> Ran<(Vec<f32>, Vec<f32>)> {
    let inputs = velocity.into_iter().zip(gradients).collect();
    run(inputs, |rank, (velocity, gradient)| {
        step(rank, weights.to_vec(), velocity, gradient, rate)
    })
}

fn agree(ours: &[f32], truth: &[f32]) {
    assert_eq!(ours.len(), truth.len());
    for (ours, truth) in ours.iter().zip(truth) {
        let off = (ours - truth).abs();
        assert!(
            off <= ROUNDING * truth.abs().max(1.0),
            "{ours}, not {truth}"
        );
    }
}

#[test]
fn a_step_in_shards_is_that_of_one_machine_in_numpy_and_sends_no_more_than_an_all_reduce() {
    let json: Json = serde_json::from_str(include_str!("shard.json")).expect("JSON");
    let cases = json.as_array().expect("cases");
    assert_eq!(cases.len(), 5);
    for case in cases {
        let weights: Vec<f32> = read(&case["weights"]);
        let ran = stepped(
            &weights,
            read(&case["velocity"]),
            read(&case["gradients"]),
            read(&case["rate"]),
        );
        let (truth, shards): (Vec<f32>, Rows) =
            (read(&case["new_weights"]), read(&case["new_velocity"]));
        let n = shards.len();
        assert_eq!(ran.results.len(), n);
        for ((weights, velocity), shard) in ran.results.iter().zip(&shards) {
            agree(weights, &truth);
            agree(velocity, shard);
        }
        assert_eq!(
            (ran.steps, ran.messages_sent()),
            (2 * (n - 1), vec![2 * (n - 1); n])
        );
        assert!(
            ran.bytes_sent()
                .into_iter()
                .all(|bytes| bytes <= 2 * 4 * weights.len())
        );
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let gradients = vec![vec![2.0, 4.0], vec![6.0, 8.0]];
    let ran = stepped(&[1.0, 1.0], vec![vec![0.0], vec![2.0]], gradients, 0.1);
    // What machine 0 and machine 1 send in the first half.
    let first: Vec<f32> = ran.messages[..2].iter().map(|it| it.values[0]).collect();
    assert_eq!(first, [4.0, 6.0]);
    for ((weights, velocity), own) in ran.results.iter().zip([4.0, 7.8]) {
        agree(weights, &[0.6, 0.22]);
        agree(velocity, &[own]);
    }
}

#[test]
fn a_show_has_a_smaller_shard_the_more_machines_there_are() {
    let mut pictures = Vec::new();
    for report in reports(|| course::demo::sharded(step)) {
        if let Report::Frame(frame) = report {
            let Some(Drawing::Bars(Bars { bars })) = Drawing::open(&frame.drawing) else {
                panic!("{} is another drawing", frame.title)
            };
            pictures.push(bars.into_iter().map(|bar| bar.1).collect::<Vec<f32>>());
        }
    }
    assert_eq!(pictures.len(), 5);
    for (bars, machines) in pictures.iter().zip([1, 2, 4, 6, 8]) {
        assert_eq!(bars[0], 960.0);
        assert_eq!(bars[1..], vec![960.0 / machines as f32; machines]);
    }
}
