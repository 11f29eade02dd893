//! How `mlp` is checked. Most mistakes are the right network with other activations, or without a part of it.

#[path = "../../solutions/05_network/mlp.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{Mlp, weighed};

type Lists = (Vec<Matrix>, Vec<Vector>);
type Batch = (Matrix, Vec<Matrix>, Vec<Vector>);

/// The weights and the biases of a network whose layers turn each of these sizes into the next.
fn lists(g: &mut Generator, sizes: &[usize]) -> Lists {
    let layers = sizes.windows(2);
    let layers = layers.map(|size| (g.matrix(size[0], size[1]), g.vector(size[1])));
    layers.unzip()
}

/// The same, and a batch for it.
fn batch(g: &mut Generator, rows: usize, sizes: &[usize]) -> Batch {
    let (weights, biases) = lists(g, sizes);
    (g.matrix(rows, sizes[0]), weights, biases)
}

/// Sizes of a network with that many layers, none like its neighbours.
fn sizes(layers: usize, i: usize) -> Vec<usize> {
    (0..=layers).map(|at| 1 + (i + 3 * at) % 7).collect()
}

/// The two lists of the lesson.
fn lesson() -> Lists {
    let matrix = |numbers: Vec<f32>, shape| device().tensor_from_vec(numbers, shape);
    let vector = |numbers: Vec<f32>| {
        let n = numbers.len();
        device().tensor_from_vec(numbers, (n,))
    };
    let weights = vec![
        matrix(vec![1.0, -1.0], (1, 2)),
        matrix(vec![2.0, 3.0], (2, 1)),
    ];
    (weights, vec![vector(vec![0.0, 1.0]), vector(vec![4.0])])
}

/// The layers in order, with `before` done to what goes into the layer of that number of so many.
fn with(
    (mut h, weights, biases): Batch,
    before: impl Fn(Matrix, usize, usize) -> Matrix,
) -> Matrix {
    let layers = weights.len();
    for (layer, (w, b)) in weights.into_iter().zip(biases).enumerate() {
        let one = Mlp {
            weights: vec![w],
            biases: vec![b],
        };
        h = one.forward(before(h, layer, layers));
    }
    h
}

/// The same network without any bias.
fn zeros(biases: Vec<Vector>) -> Vec<Vector> {
    biases.iter().map(|b| device().zeros_like(b)).collect()
}

/// What a function of one matrix adds up to over all of them.
fn total(weights: &[Matrix], of: impl Fn(usize, usize) -> usize) -> usize {
    let each = weights.iter().map(|w| of(w.shape().0, w.shape().1));
    each.sum()
}

fn main() {
    Reference::of(
        "parameters",
        function(|weights, biases| Mlp::<NoneTape> { weights, biases }.parameters()),
    )
    .inputs(["weights", "biases"])
    .parts([("number of parameters", exact())])
    .case("the example of the lesson", |_| lesson())
    .case("one layer", |g| lists(g, &[3, 2]))
    .case("one of everything", |g| lists(g, &[1, 1]))
    .case("equal sizes", |g| lists(g, &[4, 4, 4]))
    .cases(12, |g, i| lists(g, &sizes(1 + i / 3, i)))
    .wrong(
        "without biases",
        "You counted the weights alone; the biases are parameters too, one for every output.",
        |weights, _| total(&weights, |inputs, outputs| inputs * outputs),
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
        "You added inputs and outputs of a layer; every input has a weight for every output, so \
         they are multiplied.",
        |weights, _| total(&weights, |inputs, outputs| inputs + outputs + outputs),
    )
    .wrong(
        "tensors counted",
        "You counted the matrices and the vectors; what counts are the numbers in them.",
        |weights, biases| weights.len() + biases.len(),
    )
    .wrong(
        "last layer left out",
        "You left out the last layer; training changes its numbers as well.",
        |mut weights, mut biases| {
            (weights.pop(), biases.pop());
            Mlp::<NoneTape> { weights, biases }.parameters()
        },
    )
    .and(
        "forward",
        function(|x, weights, biases| Mlp { weights, biases }.forward(x)),
    )
    .inputs(["x", "weights", "biases"])
    .case("the example of the lesson", |_| {
        let (weights, biases) = lesson();
        let x = device().tensor_from_vec(vec![3.0], (1, 1));
        (x, weights, biases)
    })
    .case("one layer", |g| batch(g, 3, &[3, 2]))
    .case("one example", |g| batch(g, 1, &[3, 4, 2]))
    .case("one unit in the middle", |g| batch(g, 4, &[3, 1, 2]))
    .case("every bias zero", |g| {
        let (x, weights, biases) = batch(g, 3, &[2, 5, 2]);
        (x, weights, zeros(biases))
    })
    .cases(12, |g, i| batch(g, 1 + i % 5, &sizes(1 + i / 3, i)))
    .wrong(
        "activation at the end",
        "You applied the ReLU after the last layer too; its outputs may be negative, so nothing \
         follows it.",
        |x, weights, biases| Mlp { weights, biases }.forward(x).relu(),
    )
    .wrong(
        "no activation",
        "There is no ReLU in your network, so all its layers together are one linear layer; put it \
         between the layers.",
        |x, w, b| with((x, w, b), |h, _, _| h),
    )
    .wrong(
        "activation at the start",
        "You applied the ReLU to the inputs as well; it stands between two layers, not before the \
         first one.",
        |x, w, b| with((x, w, b), |h, _, _| h.relu()),
    )
    .wrong(
        "activation once",
        "You applied the ReLU after the first layer only; it stands between every two layers.",
        |x, w, b| {
            with(
                (x, w, b),
                |h, layer, _| if layer == 1 { h.relu() } else { h },
            )
        },
    )
    .wrong(
        "activation before the last layer",
        "You applied the ReLU before the last layer only; it stands between every two layers.",
        |x, w, b| {
            let last = |h: Matrix, layer, of| {
                if layer > 0 && layer + 1 == of {
                    h.relu()
                } else {
                    h
                }
            };
            with((x, w, b), last)
        },
    )
    .wrong(
        "another activation",
        "You took the hyperbolic tangent; the activation here is the ReLU, `max(x, 0)`.",
        |x, w, b| {
            with(
                (x, w, b),
                |h, layer, _| if layer > 0 { h.tanh() } else { h },
            )
        },
    )
    .wrong(
        "no biases",
        "You left the biases out; `linear` adds the bias of each layer.",
        |x, weights, biases| {
            let biases = zeros(biases);
            Mlp { weights, biases }.forward(x)
        },
    )
    .and("weighed", gradient(weighed))
    .inputs([
        "x",
        "first weights",
        "first bias",
        "last weights",
        "last bias",
        "factors",
    ])
    .cases(12, |g, i| {
        let (rows, sizes) = (1 + i % 5, [1 + i % 4, 2 + i, 1 + i % 3]);
        let (x, mut weights, mut biases) = batch(g, rows, &sizes);
        let factors = g.matrix(rows, sizes[2]);
        // There are two layers, so each of these takes one that is there.
        let (last, last_bias) = (weights.remove(1), biases.remove(1));
        (
            x,
            weights.remove(0),
            biases.remove(0),
            last,
            last_bias,
            factors,
        )
    })
    .wrong(
        "first layer off the tape",
        "Your first layer has left the tape, so it would never be trained; hand what it gives on \
         as it is, instead of making a new tensor of its numbers.",
        |x, w1, b1, w2, b2, factors| {
            let one = Mlp {
                weights: vec![w1],
                biases: vec![b1],
            };
            let h = one.forward(x).relu();
            let h = device()
                .tensor_from_vec(h.as_vec(), *h.shape())
                .leaky_traced();
            let rest = Mlp {
                weights: vec![w2],
                biases: vec![b2],
            };
            (rest.forward(h) * factors).sum()
        },
    )
    .run()
}
