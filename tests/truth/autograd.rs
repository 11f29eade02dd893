//! The exercise `autograd`, beside complex steps.

#[path = "../../solutions/03_gradient/autograd.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use course::Graph;
use serde_json::Value as Json;

/// What float32 may be off by, relative to 1 or to the gradient where that is larger.
const ROUNDING: f64 = 2e-6;

fn graph(ops: &Json) -> Graph {
    let mut graph = Graph::default();
    for op in ops.as_array().expect("operations") {
        let place = |at: usize| op[at].as_u64().expect("a place") as usize;
        let value = op[1].as_f64().expect("a number") as f32;
        match op[0].as_str().expect("a name") {
            "input" => graph.input(value),
            "constant" => graph.constant(value),
            "add" => graph.add(place(1), place(2)),
            "mul" => graph.mul(place(1), place(2)),
            "tanh" => graph.tanh(place(1)),
            other => panic!("{other} is no operation"),
        };
    }
    graph
}

#[test]
fn the_gradients_of_a_graph_are_those_of_complex_steps() {
    let table: Json = serde_json::from_str(include_str!("autograd.json")).expect("JSON");
    let cases = table.as_array().expect("graphs");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let graph = graph(&case["graph"]);
        let text = graph.to_string();
        let ours = solution::backward(graph);
        let truth = case["gradients"].as_array().expect("gradients");
        assert_eq!(ours.len(), truth.len());
        for (ours, truth) in ours.into_iter().zip(truth) {
            let truth = truth.as_f64().expect("a number");
            let off = (f64::from(ours) - truth).abs();
            assert!(
                off <= ROUNDING * truth.abs().max(1.0),
                "{ours} and not {truth}: {text}"
            );
        }
    }
}
