//! How `backward` is checked. The graphs are small enough to be read where one fails, and every one has a number that is
//! used more than once.

#[path = "../../solutions/03_gradient/autograd.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::graph::{Graph, Op};
use gradlings::prelude::*;
use solution::backward;

/// A graph that is built by `build` from two inputs.
fn two(
    build: impl Fn(&mut Graph, usize, usize) -> usize + 'static,
) -> impl Fn(&mut Generator) -> (Graph,) {
    move |g| {
        let mut graph = Graph::default();
        let (a, b) = (
            graph.input(g.number(0.3..1.5)),
            graph.input(g.number(-1.5..-0.3)),
        );
        build(&mut graph, a, b);
        (graph,)
    }
}

/// Operations at random on what is there, with the newest number and an earlier one.
fn grown(g: &mut Generator, operations: usize) -> (Graph,) {
    let mut graph = Graph::default();
    for _ in 0..3 {
        graph.input(g.number(-1.5..1.5));
    }
    graph.constant(g.number(0.5..1.5));
    for _ in 0..operations {
        let newest = graph.ops.len() - 1;
        let earlier = g.integer(0..newest);
        match g.integer(0..3) {
            0 => graph.add(newest, earlier),
            1 => graph.mul(earlier, newest),
            _ => {
                let sum = graph.add(earlier, newest);
                graph.tanh(sum)
            }
        };
    }
    (graph,)
}

/// What an operation hands on: the place of each number that it used, and the slope.
type Slopes = fn(&Graph, usize) -> Vec<(usize, f32)>;

fn slopes(graph: &Graph, place: usize) -> Vec<(usize, f32)> {
    let values = &graph.values;
    match graph.ops[place] {
        Op::Input | Op::Constant => vec![],
        Op::Add(a, b) => vec![(a, 1.0), (b, 1.0)],
        Op::Mul(a, b) => vec![(a, values[b]), (b, values[a])],
        Op::Tanh(a) => vec![(a, 1.0 - values[place].powi(2))],
    }
}

fn add_up(to: &mut f32, gradient: f32, slope: f32) {
    *to += gradient * slope;
}

/// Goes through the graph in the order of `places`, starting from `first`, and without gradients for constants.
fn walked(
    graph: &Graph,
    places: impl Iterator<Item = usize>,
    first: f32,
    slopes: Slopes,
    hand_on: fn(to: &mut f32, gradient: f32, slope: f32),
) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    gradients[graph.ops.len() - 1] = first;
    for place in places {
        let gradient = gradients[place];
        for (to, slope) in slopes(graph, place) {
            hand_on(&mut gradients[to], gradient, slope);
        }
    }
    cleared(graph, gradients)
}

fn cleared(graph: &Graph, mut gradients: Vec<f32>) -> Vec<f32> {
    for (gradient, op) in gradients.iter_mut().zip(&graph.ops) {
        if *op == Op::Constant {
            *gradient = 0.0;
        }
    }
    gradients
}

/// The same graph, with an input for every constant.
fn without_constants(mut graph: Graph) -> Graph {
    let constants = graph.ops.iter_mut().filter(|op| **op == Op::Constant);
    constants.for_each(|op| *op = Op::Input);
    graph
}

/// In the right order, with other slopes.
fn with_slopes(graph: &Graph, slopes: Slopes) -> Vec<f32> {
    walked(graph, (0..graph.ops.len()).rev(), 1.0, slopes, add_up)
}

/// A tanh hands on its slope as it is, the other operations what they should.
fn with_tanh_alone(graph: &Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    gradients[graph.ops.len() - 1] = 1.0;
    for place in (0..graph.ops.len()).rev() {
        let gradient = match graph.ops[place] {
            Op::Tanh(_) => 1.0,
            _ => gradients[place],
        };
        for (to, slope) in slopes(graph, place) {
            gradients[to] += gradient * slope;
        }
    }
    cleared(graph, gradients)
}

/// From the result down every way, before the others are known: each number hands on at once what it has, every time it
/// is met or the first time only.
fn deep(graph: &Graph, every_time: bool) -> Vec<f32> {
    fn visit(
        graph: &Graph,
        place: usize,
        met: &mut [bool],
        gradients: &mut [f32],
        every_time: bool,
    ) {
        if met[place] && !every_time {
            return;
        }
        met[place] = true;
        let gradient = gradients[place];
        for (to, slope) in slopes(graph, place) {
            gradients[to] += gradient * slope;
            visit(graph, to, met, gradients, every_time);
        }
    }
    let count = graph.ops.len();
    let (mut met, mut gradients) = (vec![false; count], vec![0.0; count]);
    gradients[count - 1] = 1.0;
    visit(graph, count - 1, &mut met, &mut gradients, every_time);
    cleared(graph, gradients)
}

const FORWARDS: &str = "You went through the operations from the first to the last, where no gradient is known \
                        yet; begin with the last.";

fn main() {
    Reference::of("backward", function(backward))
        .inputs(["graph"])
        .parts([("gradients", within(1e-5, 1e-4))])
        .case("one input", |g| {
            let mut graph = Graph::default();
            graph.input(g.number(0.3..1.5));
            (graph,)
        })
        .case("a sum", two(|graph, a, b| graph.add(a, b)))
        .case("a product", two(|graph, a, b| graph.mul(a, b)))
        .case("a tanh", two(|graph, a, _| graph.tanh(a)))
        .case("a number twice in a sum", two(|graph, a, _| graph.add(a, a)))
        .case("a square", two(|graph, _, b| graph.mul(b, b)))
        .case("a constant", two(|graph, a, _| {
            let three = graph.constant(3.0);
            graph.mul(three, a)
        }))
        .case("the example of the lesson", |_| {
            let mut graph = Graph::default();
            let (a, b) = (graph.input(2.0), graph.input(-3.0));
            let c = graph.mul(a, b);
            graph.add(c, a);
            (graph,)
        })
        .case("a product with 0", two(|graph, a, _| {
            let zero = graph.input(0.0);
            graph.mul(a, zero)
        }))
        .case("an input and a constant after a product", two(|graph, a, b| {
            let product = graph.mul(a, b);
            let (bias, two) = (graph.input(0.7), graph.constant(2.0));
            let sum = graph.add(product, bias);
            graph.mul(sum, two)
        }))
        .case("a constant that stands first", |g| {
            let mut graph = Graph::default();
            let half = graph.constant(0.5);
            let a = graph.input(g.number(0.3..1.5));
            let square = graph.mul(a, a);
            graph.mul(half, square);
            (graph,)
        })
        .case("two ways that meet", two(|graph, a, b| {
            let (left, right) = (graph.add(a, b), graph.mul(a, b));
            graph.mul(left, right)
        }))
        .case("a short way and a long one", two(|graph, a, b| {
            let once = graph.mul(a, b);
            let twice = graph.tanh(once);
            let again = graph.mul(twice, once);
            graph.add(once, again)
        }))
        .case("a constant that is used twice", two(|graph, a, _| {
            let two = graph.constant(2.0);
            let (sum, product) = (graph.add(a, two), graph.mul(a, two));
            graph.mul(sum, product)
        }))
        .case("a number that leads nowhere", two(|graph, a, b| {
            graph.mul(a, b);
            graph.tanh(a)
        }))
        .case("ten times doubled", two(|graph, a, _| {
            (0..10).fold(a, |last, _| graph.add(last, last))
        }))
        .cases(20, |g, i| grown(g, 1 + i / 2))
        .wrong(
            "overwritten",
            "A number that is used twice gets only one of its two parts; add them up with `+=` \
             instead of writing one over the other.",
            |graph| {
                let places = (0..graph.ops.len()).rev();
                walked(&graph, places, 1.0, slopes, |to, gradient, slope| {
                    *to = gradient * slope;
                })
            },
        )
        .wrong(
            "first to last",
            FORWARDS,
            |graph| walked(&graph, 0..graph.ops.len(), 1.0, slopes, add_up),
        )
        .wrong("first to last, constants on the way", FORWARDS, |graph| {
            // A constant is set to 0 before anything has come in.
            let graph = without_constants(graph);
            walked(&graph, 0..graph.ops.len(), 1.0, slopes, add_up)
        })
        .wrong(
            "too early",
            "A number hands its gradient on before all parts of it have come in; go strictly from \
             the last place to the first.",
            |graph| deep(&graph, false),
        )
        .wrong(
            "visited twice",
            "A number that is used twice hands on what it has twice, the second time with the first \
             part in it again; visit each place once, from the last to the first.",
            |graph| deep(&graph, true),
        )
        .wrong(
            "constants",
            "You gave the constants a gradient; they never change, so theirs is 0.",
            |graph| backward(without_constants(graph)),
        )
        .wrong(
            "slope alone",
            "Your operations hand on their slopes alone; each slope is multiplied by the gradient of \
             what came out of the operation.",
            |graph| {
                let places = (0..graph.ops.len()).rev();
                walked(&graph, places, 1.0, slopes, |to, _, slope| *to += slope)
            },
        )
        .wrong(
            "factors not exchanged",
            "You multiplied the gradient of a factor by that factor; the slope of `a * b` for `a` \
             is `b`.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Mul(a, b) => vec![(a, graph.values[a]), (b, graph.values[b])],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "factors forgotten",
            "Your product hands its gradient on as it is, like a sum; the slope of `a * b` for `a` \
             is `b`.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Mul(a, b) => vec![(a, 1.0), (b, 1.0)],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "tanh forgotten",
            "Your tanh hands its gradient on as it is; its slope is `1 - c^2`, where `c` is the \
             tanh itself.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Tanh(a) => vec![(a, 1.0)],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "tanh of its input",
            "You worked out the slope of the tanh from its input; in `1 - c^2` the `c` is what came \
             out of it.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Tanh(a) => vec![(a, 1.0 - graph.values[a].powi(2))],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "not squared",
            "You subtracted the tanh from 1; it is squared first: `1 - c^2`.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Tanh(a) => vec![(a, 1.0 - graph.values[place])],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "tanh twice",
            "You took the tanh of what is a tanh already; in `1 - c^2` the `c` is the value that \
             came out of it.",
            |graph| {
                with_slopes(&graph, |graph, place| match graph.ops[place] {
                    Op::Tanh(a) => vec![(a, 1.0 - graph.values[place].tanh().powi(2))],
                    _ => slopes(graph, place),
                })
            },
        )
        .wrong(
            "tanh alone",
            "Your tanh hands on its slope alone; the slope is multiplied by the gradient of what \
             came out of the tanh.",
            |graph| with_tanh_alone(&graph),
        )
        .wrong(
            "half of a square",
            "Where an operation has the same number twice, as `a * a` has, you add only one of the \
             two parts; add both, one after the other.",
            |graph| {
                with_slopes(&graph, |graph, place| {
                    let mut parts = slopes(graph, place);
                    parts.dedup();
                    parts
                })
            },
        )
        .wrong(
            "half of a square, but not of a sum",
            "You add only one of the two parts of a square, `a * a`; both of its factors get one, and they are \
             the same number.",
            |graph| {
                with_slopes(&graph, |graph, place| {
                    let mut parts = slopes(graph, place);
                    if let Op::Mul(..) = graph.ops[place] {
                        parts.dedup();
                    }
                    parts
                })
            },
        )
        .wrong(
            "never started",
            "All your gradients are 0, because that of the last number is; the result grows with \
             itself at the rate of 1.",
            |graph| vec![0.0; graph.ops.len()],
        )
        .wrong(
            "all started",
            "You started every gradient from 1; only that of the last number does, all others start \
             from 0.",
            |graph| {
                let mut sums = vec![0.0; graph.ops.len()];
                for last in 0..graph.ops.len() {
                    let parts = sums.iter_mut().zip(backward(graph.up_to(last)));
                    parts.for_each(|(sum, part)| *sum += part);
                }
                sums
            },
        )
        .wrong(
            "started with the value",
            "You started with the value of the last number; its gradient is 1, whatever its value.",
            |graph| {
                let (places, last) = ((0..graph.ops.len()).rev(), graph.values.len() - 1);
                walked(&graph, places, graph.values[last], slopes, add_up)
            },
        )
        .run()
}
