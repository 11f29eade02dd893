//! The ring, of the chapter "Scale".

#[path = "../../solutions/13_scale/all_reduce.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::counting::run;
use gradlings::report::{Drawing, HeatMap, Report};
use serde_json::Value as Json;
use solution::all_reduce;

use crate::shown::reports;

/// What float32 may be off by in a sum of eight numbers near 1.
const ROUNDING: f32 = 2e-6;

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

#[test]
fn sums_are_those_of_numpy_and_bytes_those_of_a_ring() {
    let json: Json = serde_json::from_str(include_str!("all_reduce.json")).expect("JSON");
    let cases = json.as_array().expect("cases");
    assert_eq!(cases.len(), 8);
    for case in cases {
        let values: Vec<Vec<f32>> = read(&case["values"]);
        let sums: Vec<f32> = read(&case["sums"]);
        let (n, len) = (values.len(), sums.len());
        let ran = run(values, all_reduce);
        for ours in &ran.results {
            assert_eq!(ours.len(), len);
            for (ours, truth) in ours.iter().zip(&sums) {
                let off = (ours - truth).abs();
                assert!(off <= ROUNDING * n as f32, "{ours}, not {truth}");
            }
        }
        assert_eq!(ran.bytes_sent(), read::<Vec<usize>>(&case["bytes"]));
        assert_eq!(ran.messages_sent(), vec![2 * (n - 1); n]);
        assert_eq!(ran.steps, 2 * (n - 1));
        // However many machines there are, none sends more than two gradients.
        assert!(
            ran.bytes_sent()
                .into_iter()
                .all(|bytes| bytes <= 2 * 4 * len)
        );
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_does() {
    let rows = [[1.0, 2.0, 3.0], [10.0, 20.0, 30.0], [100.0, 200.0, 300.0]];
    let ran = run(rows.map(Vec::from).to_vec(), all_reduce);
    assert_eq!(ran.results, vec![vec![111.0, 222.0, 333.0]; 3]);
    let sent = |step: usize| {
        let messages = ran.messages.iter().filter(|message| message.step == step);
        Vec::from_iter(messages.map(|message| message.values[0]))
    };
    // By sender, from machine 0 on.
    assert_eq!(sent(1), [1.0, 20.0, 300.0]);
    assert_eq!(sent(2), [303.0, 11.0, 220.0]);
    assert_eq!(sent(3), [222.0, 333.0, 111.0]);
    assert_eq!(
        (ran.steps, ran.messages_sent(), ran.bytes_sent()),
        (4, vec![4; 3], vec![16; 3])
    );
    // The plain way: machine 0 sends three numbers to each of the two others.
    assert_eq!(2 * 3 * size_of::<f32>(), 24);
}

#[test]
fn the_answer_to_the_question_is_what_a_ring_sends() {
    let sent = |machines: usize| {
        let ran = run(vec![vec![1.0; 560]; machines], all_reduce);
        ran.bytes_sent()[0] as f32 / (4.0 * 560.0)
    };
    assert_eq!((sent(8), sent(80)), (1.75, 1.975));
}

#[test]
fn a_show_ends_with_all_machines_in_every_number() {
    let mut maps = Vec::new();
    for report in reports(|| course::demo::ring(all_reduce)) {
        if let Report::Frame(frame) = report {
            let Some(Drawing::HeatMap(map)) = Drawing::open(&frame.drawing) else {
                panic!("{} is another drawing", frame.title)
            };
            maps.push(map);
        }
    }
    let count = |map: &HeatMap, at: usize| map.0.at(at / 8, at % 8).expect("a number") as usize;
    let counts = |map| Vec::from_iter((0..32).map(|at| count(map, at)));
    let maps: Vec<Vec<usize>> = maps.iter().map(counts).collect();
    assert_eq!(maps.len(), 7);
    assert_eq!(maps[0], [1; 32]);
    // After reduce-scatter each machine has two numbers of eight that are whole.
    for row in maps[3].chunks(8) {
        assert_eq!(row.iter().filter(|&&count| count == 4).count(), 2);
    }
    assert_eq!(maps[6], [4; 32]);
}
