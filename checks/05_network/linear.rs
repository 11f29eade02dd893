//! How `linear` is checked: its outputs on three sorts of shapes, because a turned matrix fits only squares, and its
//! gradients.

#[path = "../../solutions/05_network/linear.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{linear, weighted_sum};

type Inputs = (Matrix, Matrix, Vector);

/// A layer of that size, and a batch for it.
fn layer(batch: usize, inputs: usize, outputs: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (x, weights) = (g.matrix(batch, inputs), g.matrix(inputs, outputs));
        (x, weights, g.vector(outputs))
    }
}

/// The layer with a share of the bias in every row, of which the row and the number of rows are known.
fn with_share(x: Matrix, w: Matrix, b: Vector, share: impl Fn(usize, usize) -> f32) -> Matrix {
    let (rows, outputs) = (x.shape().0, b.shape().0);
    let shares = (0..rows).map(|row| share(row, rows)).collect();
    let shares = device().tensor_from_vec(shares, (rows, 1));
    x.matmul(w) + shares.matmul(b.reshape_like(&(1, outputs)))
}

/// A vector in the place of another one, which the tape knows nothing of.
fn made_anew(b: Vector<Recording>) -> Vector<Recording> {
    let anew: Vector = device().tensor_from_vec(b.as_vec(), *b.shape());
    anew.leaky_traced()
}

fn main() {
    Reference::of("linear", function(linear))
        .inputs(["x", "weights", "bias"])
        .wrong(
            "no bias",
            "You left out the bias; it is added to every row of the product.",
            |x, w, _| x.matmul(w),
        )
        .wrong(
            "bias once",
            "You added the bias once for the whole batch; it is added to every row.",
            |x, w, b| with_share(x, w, b, |row, _| if row == 0 { 1.0 } else { 0.0 }),
        )
        .wrong(
            "bias divided",
            "You divided the bias among the examples of the batch; each of them gets all of it.",
            |x, w, b| with_share(x, w, b, |_, rows| 1.0 / rows as f32),
        )
        .wrong(
            "bias subtracted",
            "You subtracted the bias; it is added.",
            |x, w, b| linear(x, w, -b),
        )
        .wrong(
            "bias for each input",
            "You added the bias to every product, so once for each input; each unit adds it once, \
             to their sum.",
            |x, w, b| linear(x, w.clone(), b * w.shape().0 as f32),
        )
        .wrong(
            "sum of the bias",
            "You gave every unit the sum of all biases; each unit has a bias of its own.",
            |x, w, b| {
                let sum: Scalar = b.clone().sum();
                linear(x, w, sum.broadcast_like(&b))
            },
        )
        .wrong(
            "bias in the weights",
            "You added the bias to the weights, so every input multiplies it; add it to the product.",
            |x, w, b| x.matmul(b.broadcast_like::<_, Axis<0>>(&w) + w),
        )
        .wrong(
            "bias multiplied",
            "You multiplied the product by the bias; the bias is added.",
            |x, w, b| {
                let product = x.matmul(w);
                b.broadcast_like::<_, Axis<0>>(&product) * product
            },
        )
        .wrong(
            "averaged",
            "You averaged the products of a unit; it adds them up.",
            |x, w, b| linear(x, w.clone() / w.shape().0 as f32, b),
        )
        .wrong(
            "activation",
            "You cut off what is negative, as a ReLU does; this layer is linear.",
            |x, w, b| linear(x, w, b).relu(),
        )
        .group("on squares")
        .case("one of everything", layer(1, 1, 1))
        .case("every weight zero", |g| {
            let weights = device().zeros_like(&(2, 2));
            (g.matrix(2, 2), weights, g.vector(2))
        })
        .case("every bias zero", |g| {
            let bias = device().zeros_like(&(3,));
            (g.matrix(3, 3), g.matrix(3, 3), bias)
        })
        .cases(8, |g, i| layer(2 + i, 2 + i, 2 + i)(g))
        .wrong(
            "transposed",
            "You transposed the weights; as they stand, each of their columns belongs to one unit.",
            |x, w, b| linear(x, w.permute(), b),
        )
        .wrong(
            "exchanged",
            "You multiplied the weights by `x`; the examples are the rows, so `x` stands first.",
            |x, w, b| linear(w, x, b),
        )
        .wrong(
            "element by element",
            "You multiplied element by element; a matrix product is `x.matmul(weights)`.",
            |x, w, b| linear(device().zeros_like(&x), w.clone(), b) + x * w,
        )
        .wrong(
            "bias down",
            "You gave every row one number of the bias; every column has its own, and the rows are \
             repeated: `Axis<0>`.",
            |x, w, b| {
                let product = x.matmul(w);
                let bias = b.broadcast_like::<_, Axis<1>>(&product);
                product + bias
            },
        )
        .wrong(
            "bias first",
            "You added the bias to the inputs; it is added to the outputs, after the product.",
            |x, w, b| (b.broadcast_like::<_, Axis<0>>(&x) + x).matmul(w),
        )
        .group("with more outputs than inputs")
        .case("the example of the lesson", |_| {
            let weights = [[3.0, 0.0, -1.0], [1.0, 2.0, 4.0]];
            let (x, bias) = (device().tensor([[1.0, 2.0]]), [10.0, 20.0, 30.0]);
            let bias = device().tensor(bias).realize();
            (x.realize(), device().tensor(weights).realize(), bias)
        })
        .case("one input", layer(3, 1, 4))
        .case("more examples than outputs", layer(9, 2, 4))
        .cases(12, |g, i| layer(1 + i % 5, 2 + i, 3 + i + i % 4)(g))
        .wrong(
            "right for squares only",
            "You took the wrong step from row to row of the weights, which is right for squares \
             only; a row is as long as there are outputs.",
            |x, w, b| {
                let (inputs, outputs) = *w.shape();
                let all = w.as_vec();
                let wrong = (0..inputs * outputs).map(|n| all[n / outputs * inputs + n % outputs]);
                let wrong = device().tensor_from_vec(wrong.collect(), (inputs, outputs));
                linear(x, wrong, b)
            },
        )
        .group("with fewer outputs than inputs")
        .case("one output", layer(3, 4, 1))
        .case("no example", layer(0, 3, 2))
        .case("one example", layer(1, 4, 2))
        .case("inputs in the thousands", |g| {
            let (x, weights, bias) = layer(2, 3, 2)(g);
            (x * 4000.0, weights, bias)
        })
        .cases(12, |g, i| layer(1 + i % 5, 3 + i + i % 4, 2 + i)(g))
        .and("gradients", gradient(weighted_sum))
        .inputs(["x", "weights", "bias", "factors"])
        .leaves(["weights", "bias"])
        .case("one of everything", |g| {
            (g.matrix(1, 1), g.matrix(1, 1), g.vector(1), g.matrix(1, 1))
        })
        .cases(12, |g, i| {
            let (batch, inputs, outputs) = (1 + i, 2 + i % 4, 2 + i % 3);
            let (x, weights, bias) = layer(batch, inputs, outputs)(g);
            (x, weights, bias, g.matrix(batch, outputs))
        })
        .wrong(
            "bias off the tape",
            "Your bias has left the tape, so it would never be trained; repeat it with \
             `broadcast_like` instead of making a new tensor of its numbers.",
            |x, w, b, factors| weighted_sum(x, w, made_anew(b), factors),
        )
        .run()
}
