//! How `mlp` is checked. Most mistakes are the right network with something else done between its layers.

#[path = "../../solutions/05_network/mlp.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{Mlp, linear::linear, weighted_sum};

type Lists = (Vec<Matrix>, Vec<Vector>);
type Batch = (Matrix, Vec<Matrix>, Vec<Vector>);

fn parameters(weights: Vec<Matrix>, biases: Vec<Vector>) -> usize {
    Mlp { weights, biases }.parameters()
}

fn forward(x: Matrix, weights: Vec<Matrix>, biases: Vec<Vector>) -> Matrix {
    Mlp { weights, biases }.forward(x)
}

/// The network of the lesson.
fn lesson() -> Lists {
    let (first, last) = (device().tensor([[1.0, -1.0]]), [[2.0], [3.0]]);
    let weights = vec![first.realize(), device().tensor(last).realize()];
    let (first, last) = (device().tensor([0.0, 1.0]), [4.0]);
    (
        weights,
        vec![first.realize(), device().tensor(last).realize()],
    )
}

/// Layers that turn each of these sizes into the next.
fn layers(g: &mut Generator, sizes: &[usize]) -> Lists {
    let layer = |size: &[usize]| (g.matrix(size[0], size[1]), g.vector(size[1]));
    sizes.windows(2).map(layer).unzip()
}

/// The same, and a batch of so many rows for them.
fn batch(g: &mut Generator, rows: usize, sizes: &[usize]) -> Batch {
    let (weights, biases) = layers(g, sizes);
    (g.matrix(rows, sizes[0]), weights, biases)
}

/// The sizes of the network of case `i`, none like its neighbours: first one layer, in the end four.
fn sizes(i: usize) -> Vec<usize> {
    (0..2 + i / 3).map(|at| 1 + (i + 3 * at) % 7).collect()
}

/// The layers, with `before` done to what goes into layer number `n` of so many.
fn with<T: Tape<f32, Dev>>(
    mut h: Matrix<T>,
    weights: Vec<Matrix<T>>,
    biases: Vec<Vector<T>>,
    before: impl Fn(Matrix<T>, usize, usize) -> Matrix<T>,
) -> Matrix<T> {
    let layers = weights.len();
    for (n, (weights, bias)) in weights.into_iter().zip(biases).enumerate() {
        h = linear(before(h, n, layers), weights, bias);
    }
    h
}

/// What `of` gives for inputs and outputs, over all layers.
fn total(weights: &[Matrix], of: fn(usize, usize) -> usize) -> usize {
    let all = weights.iter().map(|w| w.shape());
    all.map(|&(inputs, outputs)| of(inputs, outputs)).sum()
}

fn no_biases(biases: &[Vector]) -> Vec<Vector> {
    biases.iter().map(|b| device().zeros_like(b)).collect()
}

const LAST_LAYER: &str = "You left the last layer out; only the ReLU after it is left out.";

fn main() {
    Reference::of("parameters", function(parameters))
        .inputs(["weights", "biases"])
        .parts([("number of parameters", exact())])
        .case("the example of the lesson", |_| lesson())
        .case("one of everything", |g| layers(g, &[1, 1]))
        .cases(12, |g, i| layers(g, &sizes(i)))
        .wrong(
            "without biases",
            "You counted the weights alone; the biases are parameters too, one for every output.",
            |weights, _| total(&weights, |inputs, outputs| inputs * outputs),
        )
        .wrong(
            "without weights",
            "You counted the biases alone; the weights are parameters too, and most of them.",
            |weights, _| total(&weights, |_, outputs| outputs),
        )
        .wrong(
            "one bias per layer",
            "You counted one bias for each layer; a layer has one for each of its outputs.",
            |weights, _| total(&weights, |inputs, outputs| inputs * outputs + 1),
        )
        .wrong(
            "a bias per input",
            "You counted one bias for each input of a layer; it has one for each output.",
            |weights, _| total(&weights, |inputs, outputs| inputs * outputs + inputs),
        )
        .wrong(
            "sides added",
            "You added inputs and outputs of a layer; each input has a weight for each output.",
            |weights, _| total(&weights, |inputs, outputs| inputs + outputs + outputs),
        )
        .wrong(
            "inputs of the first layer everywhere",
            "You took the inputs of the first layer for those of every layer; each has the outputs of the one before \
             as its inputs.",
            |weights, _| {
                let inputs = weights[0].shape().0;
                weights.iter().map(|w| (inputs + 1) * w.shape().1).sum()
            },
        )
        .wrong(
            "matrices multiplied",
            "You multiplied the sizes of the layers; add them up.",
            |weights, biases| {
                let sizes = weights.iter().map(|w| w.shape().0 * w.shape().1);
                sizes.product::<usize>() + biases.iter().map(|b| b.shape().0).sum::<usize>()
            },
        )
        .wrong(
            "tensors counted",
            "You counted the matrices and the vectors; what counts are the numbers in them.",
            |weights, biases| weights.len() + biases.len(),
        )
        .wrong(
            "last layer left out",
            "You left out the last layer; training changes its numbers as well.",
            |w, b| parameters(w[..w.len() - 1].to_vec(), b[..b.len() - 1].to_vec()),
        )
        .and("forward", function(forward))
        .inputs(["x", "weights", "biases"])
        .wrong(
            "activation at the end",
            "You applied the ReLU after the last layer too; its outputs may be negative.",
            |x, w, b| forward(x, w, b).relu(),
        )
        .wrong(
            "no activation",
            "There is no ReLU between your layers, so all of them together are one linear layer.",
            |x, w, b| with(x, w, b, |h, _, _| h),
        )
        .wrong(
            "activation at the start",
            "You applied the ReLU to the inputs as well; it stands between two layers.",
            |x, w, b| forward(x.relu(), w, b),
        )
        .wrong(
            "activation once",
            "You applied the ReLU after the first layer only; it stands between every two layers.",
            |x, w, b| {
                let only = w.len() == 1;
                let output = with(x, w, b, |h, n, _| if n == 1 { h.relu() } else { h });
                if only { output.relu() } else { output }
            },
        )
        .wrong(
            "activation before the last layer",
            "You applied the ReLU before the last layer only; it stands between every two layers.",
            |x, w, b| {
                with(
                    x,
                    w,
                    b,
                    |h, n, of| if n > 0 && n + 1 == of { h.relu() } else { h },
                )
            },
        )
        .wrong(
            "no activation before the last layer",
            "You left out the ReLU before the last layer; it stands between every two layers.",
            |x, w, b| {
                with(
                    x,
                    w,
                    b,
                    |h, n, of| if n > 0 && n + 1 < of { h.relu() } else { h },
                )
            },
        )
        .wrong(
            "hyperbolic tangent",
            "You took the hyperbolic tangent; the activation here is the ReLU, `max(x, 0)`.",
            |x, w, b| with(x, w, b, |h, n, _| if n > 0 { h.tanh() } else { h }),
        )
        .wrong(
            "sigmoid",
            "You took the sigmoid; the activation here is the ReLU, `max(x, 0)`.",
            |x, w, b| with(x, w, b, |h, n, _| if n > 0 { h.sigmoid() } else { h }),
        )
        .wrong(
            "softmax at the end",
            "You applied a softmax after the last layer; what it gives are logits, as they are.",
            |x, w, b| forward(x, w, b).softmax::<Axis<1>>(),
        )
        .wrong(
            "no biases",
            "You left the biases out; `linear` adds the bias of each layer.",
            |x, w, b| forward(x, w, no_biases(&b)),
        )
        .wrong(
            "absolute values",
            "You took the absolute value between the layers; a ReLU makes 0 of what is negative.",
            |x, w, b| with(x, w, b, |h, n, _| if n > 0 { h.abs() } else { h }),
        )
        .wrong(
            "negative ones kept",
            "You kept what is negative, with the other sign; a ReLU keeps what is positive.",
            |x, w, b| with(x, w, b, |h, n, _| if n > 0 { (-h).relu() } else { h }),
        )
        .wrong(
            "cut off at 1",
            "You cut the activation off above 1 as well; a ReLU has no upper end.",
            |x, w, b| with(x, w, b, |h, n, _| if n > 0 { h.clamp(0.0, 1.0) } else { h }),
        )
        .wrong(
            "every other layer",
            "You applied the ReLU after every other layer only; it stands between every two layers.",
            |x, w, b| with(x, w, b, |h, n, _| if n % 2 == 1 { h.relu() } else { h }),
        )
        .wrong(
            "last layer left out, and the activation before it",
            LAST_LAYER,
            |x, mut w, mut b| {
                w.pop();
                b.pop();
                forward(x, w, b)
            },
        )
        .wrong(
            "activation before the bias",
            "You applied the ReLU to the products and added the bias after it; it takes what the whole layer \
             gives.",
            |x, w, b| {
                let layers = w.len();
                let mut h = x;
                for (n, (weights, bias)) in w.into_iter().zip(b).enumerate() {
                    let sums = linear(h, weights, bias.clone() * 0.0);
                    let sums = if n + 1 < layers { sums.relu() } else { sums };
                    h = bias.broadcast_like::<_, Axis<0>>(&sums) + sums;
                }
                h
            },
        )
        .wrong(
            "last layer left out",
            LAST_LAYER,
            |x, mut w, mut b| {
                w.pop();
                b.pop();
                let is_empty = w.is_empty();
                let h = forward(x, w, b);
                if is_empty { h } else { h.relu() }
            },
        )
        .group("with layers of one width")
        .case("two layers", |g| batch(g, 2, &[2, 2, 2]))
        .cases(4, |g, i| batch(g, 1 + i, &vec![2 + i; 2 + i]))
        .wrong(
            "from last to first",
            "You went from the last layer to the first; the input goes into the first.",
            |x, mut w, mut b| {
                w.reverse();
                b.reverse();
                forward(x, w, b)
            },
        )
        .group("with layers of any width")
        .case("the example of the lesson", |_| {
            let (weights, biases) = lesson();
            (device().tensor([[3.0]]).realize(), weights, biases)
        })
        .case("no example", |g| batch(g, 0, &[3, 4, 2]))
        .case("one example", |g| batch(g, 1, &[3, 4, 2]))
        .case("one unit in the middle", |g| batch(g, 4, &[3, 1, 2]))
        .case("every bias zero", |g| {
            let (x, weights, biases) = batch(g, 3, &[2, 5, 2]);
            (x, weights, no_biases(&biases))
        })
        .cases(12, |g, i| batch(g, 1 + i % 5, &sizes(i)))
        .and("gradients", gradient(weighted_sum))
        .inputs(["x", "weights 1", "bias 1", "weights 2", "bias 2", "factors"])
        .leaves(["weights 1", "bias 1", "weights 2", "bias 2"])
        .cases(12, |g, i| {
            let (rows, sizes) = (1 + i % 5, [1 + i % 4, 2 + i, 1 + i % 3]);
            let (x, w, b) = batch(g, rows, &sizes);
            let (v, c, factors) = (w[1].clone(), b[1].clone(), g.matrix(rows, sizes[2]));
            (x, w[0].clone(), b[0].clone(), v, c, factors)
        })
        .wrong(
            "activation at the end",
            "You applied the ReLU after the last layer too; nothing follows that one.",
            |x, w, b, v, c, f| (linear(linear(x, w, b).relu(), v, c).relu() * f).sum(),
        )
        .wrong(
            "no activation",
            "There is no ReLU between your layers, so both together are one linear layer.",
            |x, w, b, v, c, f| (linear(linear(x, w, b), v, c) * f).sum(),
        )
        .wrong(
            "first layer off the tape",
            "Your first layer has left the tape, so it would never be trained; hand on what it \
             gives as it is.",
            |x, w, b, v, c, f| {
                let (h, _) = linear(x, w, b).relu().split_tape();
                (linear(h.leaky_traced(), v, c) * f).sum()
            },
        )
        .run()
}
