//! How `rnn_cell` is checked: with more or fewer inputs than units, with as many, where either matrix fits in the place of
//! the other, and its gradients.

#[path = "../../solutions/09_sequence/rnn_cell.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::rnn_cell;

type Inputs = (Matrix, Matrix, Matrix, Matrix, Vector);
type Recorded = Matrix<Recording>;

/// A step for so many sequences. The weights are small enough for the tanh not to be 1 or -1 everywhere.
fn step(g: &mut Generator, batch: usize, inputs: usize, units: usize) -> Inputs {
    let (x, h) = (g.matrix(batch, inputs), g.matrix(batch, units).tanh());
    let w = g.matrix(inputs, units) / (inputs as f32).sqrt();
    let u = g.matrix(units, units) / (units as f32).sqrt();
    (x, h, w, u, g.vector(units) * 0.5)
}

fn zeros<S: Shape>(like: &Tensor<S, f32, Dev>) -> Tensor<S, f32, Dev> {
    device().zeros_like(like)
}

/// The states with each replaced by a sum over the batch, times these factors of row, column and number of rows.
fn mixed(h: Matrix, factor: impl Fn(usize, usize, usize) -> f32) -> Matrix {
    let rows = h.shape().0;
    let factors = (0..rows * rows).map(|n| factor(n / rows, n % rows, rows));
    let factors: Matrix = device().tensor_from_vec(factors.collect(), (rows, rows));
    factors.matmul(h)
}

/// A tensor in the place of another one, which the tape knows nothing of.
fn made_anew(of: Recorded) -> Recorded {
    let anew: Matrix = device().tensor_from_vec(of.as_vec(), *of.shape());
    anew.leaky_traced()
}

fn with_bias(product: Matrix, b: Vector) -> Matrix {
    let b = b.broadcast_like::<_, Axis<0>>(&product);
    product + b
}

fn layer(x: Matrix, w: Matrix, b: Vector) -> Matrix {
    with_bias(x.matmul(w), b)
}

/// What the tanh is applied to.
fn sum(x: Matrix, h: Matrix, w: Matrix, u: Matrix, b: Vector) -> Matrix {
    layer(x, w, b) + h.matmul(u)
}

fn main() {
    Reference::of("rnn_cell", function(rnn_cell))
        .inputs(["x", "h", "w", "u", "b"])
        .wrong(
            "state not fed back",
            "You left out the old state, so the network remembers nothing; the product of `h` and `u` belongs to the sum.",
            |x, _, w, _, b| layer(x, w, b).tanh(),
        )
        .wrong(
            "input left out",
            "You left out the new input; the product of `x` and `w` belongs to the sum.",
            |_, h, _, u, b| layer(h, u, b).tanh(),
        )
        .wrong(
            "state added as it is",
            "You added the old state as it is; it is multiplied by `u` first.",
            |x, h, w, _, b| (layer(x, w, b) + h).tanh(),
        )
        .wrong(
            "state added after the tanh",
            "You added the old state to the tanh; it counts in the sum only, multiplied by `u`.",
            |x, h, w, u, b| rnn_cell(x, h.clone(), w, u, b) + h,
        )
        .wrong("no activation", "You left out the tanh; it is applied to the whole sum.", sum)
        .wrong(
            "sigmoid",
            "You applied the sigmoid; here it is the tanh, whose results may be negative.",
            |x, h, w, u, b| sum(x, h, w, u, b).sigmoid(),
        )
        .wrong(
            "ReLU",
            "You applied the ReLU; here it is the tanh, which keeps the state between -1 and 1.",
            |x, h, w, u, b| sum(x, h, w, u, b).relu(),
        )
        .wrong(
            "tanh twice",
            "You applied the tanh twice; once is enough.",
            |x, h, w, u, b| rnn_cell(x, h, w, u, b).tanh(),
        )
        .wrong(
            "tanh of the input alone",
            "You applied the tanh before you added the state; it comes last, over the whole sum.",
            |x, h, w, u, b| layer(x, w, b).tanh() + h.matmul(u),
        )
        .wrong(
            "tanh of the state alone",
            "You applied the tanh to the product of the state alone; it comes last, over the whole sum.",
            |x, h, w, u, b| layer(x, w, b) + h.matmul(u).tanh(),
        )
        .wrong(
            "two tanhs",
            "You applied a tanh to each product; there is one, over the whole sum.",
            |x, h, w, u, b| layer(x, w, b).tanh() + h.matmul(u).tanh(),
        )
        .wrong(
            "three tanhs",
            "You applied a tanh to each of the three parts; there is one, over the whole sum.",
            |x, h, w, u, b| with_bias(x.matmul(w).tanh() + h.matmul(u).tanh(), b.tanh()),
        )
        .wrong(
            "cut off",
            "You cut the sum off at -1 and 1; the tanh bends it, also where it is smaller.",
            |x, h, w, u, b| sum(x, h, w, u, b).clamp(-1.0, 1.0),
        )
        .wrong(
            "products nested",
            "You added the old state to the product of `x` and `w`, and multiplied both by `u`; `u` \
             is for the old state alone.",
            |x, h, w, u, b| with_bias((x.matmul(w) + h).matmul(u), b).tanh(),
        )
        .wrong(
            "tanh of each product",
            "You applied a tanh to each product, and none to the bias; there is one, over the whole \
             sum.",
            |x, h, w, u, b| with_bias(x.matmul(w).tanh() + h.matmul(u).tanh(), b),
        )
        .wrong(
            "bias on the old state",
            "You added the bias to the old state, before the product with `u`; it belongs to the sum.",
            |x, h, w, u, b| (x.matmul(w) + with_bias(h, b).matmul(u)).tanh(),
        )
        .wrong(
            "tanh of the old state",
            "You applied the tanh to the old state once more; `h` is multiplied by `u` as it is.",
            |x, h, w, u, b| rnn_cell(x, h.tanh(), w, u, b),
        )
        .wrong(
            "no bias",
            "You left out the bias; it belongs to the sum.",
            |x, h, w, u, _| (x.matmul(w) + h.matmul(u)).tanh(),
        )
        .wrong(
            "bias twice",
            "The bias is in your sum twice; it belongs there once.",
            |x, h, w, u, b| (layer(x, w, b.clone()) + layer(h, u, b)).tanh(),
        )
        .wrong(
            "bias after the tanh",
            "You added the bias after the tanh; it belongs to the sum.",
            |x, h, w, u, b| with_bias((x.matmul(w) + h.matmul(u)).tanh(), b),
        )
        .wrong(
            "products multiplied",
            "You multiplied the two products by each other; they are added.",
            |x, h, w, u, b| with_bias(x.matmul(w) * h.matmul(u), b).tanh(),
        )
        .wrong(
            "state of the first sequence",
            "You gave every sequence the state of the first; each row of `h` belongs to the same row \
             of `x`.",
            |x, h, w, u, b| {
                let first = mixed(h, |_, column, _| if column == 0 { 1.0 } else { 0.0 });
                rnn_cell(x, first, w, u, b)
            },
        )
        .wrong(
            "state of the sequence before",
            "You gave every sequence the state of the one before it; each row of `h` belongs to the \
             same row of `x`.",
            |x, h, w, u, b| {
                let before = |row, column, rows| if (column + 1) % rows == row { 1.0 } else { 0.0 };
                rnn_cell(x, mixed(h, before), w, u, b)
            },
        )
        .wrong(
            "mean of the states",
            "You gave every sequence the mean of all states; none knows of another, so each has its \
             own.",
            |x, h, w, u, b| rnn_cell(x, mixed(h, |_, _, rows| 1.0 / rows as f32), w, u, b),
        )
        .wrong(
            "sum of the states",
            "You gave every sequence the sum of all states; none knows of another, so each has its \
             own.",
            |x, h, w, u, b| rnn_cell(x, mixed(h, |_, _, _| 1.0), w, u, b),
        )
        .wrong(
            "weights of the state transposed",
            "You transposed `u`; as it stands, each of its columns belongs to one unit of the result.",
            |x, h, w, u, b| rnn_cell(x, h, w, u.permute(), b),
        )
        .group("with more or fewer inputs than units")
        .case("the example of the lesson", |_| {
            let (x, h) = (device().tensor([[2.0]]), device().tensor([[1.0, -1.0]]));
            let (w, u) = (device().tensor([[0.5, -1.0]]), [[1.0, 2.0], [3.0, 4.0]]);
            let b = device().tensor([1.0, 5.0]).realize();
            let u = device().tensor(u).realize();
            (x.realize(), h.realize(), w.realize(), u, b)
        })
        .case("one unit", |g| step(g, 3, 4, 1))
        .case("the first step: the state is zeros", |g| {
            let (x, h, w, u, b) = step(g, 3, 2, 4);
            (x, zeros(&h), w, u, b)
        })
        .case("the input is zeros", |g| {
            let (x, h, w, u, b) = step(g, 3, 2, 4);
            (zeros(&x), h, w, u, b)
        })
        .case("every bias zero", |g| {
            let (x, h, w, u, b) = step(g, 2, 4, 3);
            let b = zeros(&b);
            (x, h, w, u, b)
        })
        .case("inputs in the thousands", |g| {
            let (x, h, w, u, b) = step(g, 3, 4, 2);
            (x * 4000.0, h, w, u, b)
        })
        .cases(12, |g, i| {
            let (few, many) = (1 + i / 3, 3 + i / 2);
            let (inputs, units) = if i % 2 == 0 { (few, many) } else { (many, few + 1) };
            step(g, 1 + i % 5, inputs, units)
        })
        .group("with as many inputs as units")
        .case("one of everything", |g| step(g, 1, 1, 1))
        .case("one sequence", |g| step(g, 1, 3, 3))
        .cases(8, |g, i| step(g, 2 + i % 4, 2 + i / 2, 2 + i / 2))
        .wrong(
            "weights exchanged",
            "You exchanged the weights; `w` belongs to the input `x`, `u` to the state `h`.",
            |x, h, w, u, b| rnn_cell(x, h, u, w, b),
        )
        .wrong(
            "one matrix for both",
            "You multiplied the state by `w` as well; its own weights are `u`.",
            |x, h, w, _, b| rnn_cell(x, h, w.clone(), w, b),
        )
        .wrong(
            "weights of the input transposed",
            "You transposed `w`; as it stands, each of its columns belongs to one unit.",
            |x, h, w, u, b| rnn_cell(x, h, w.permute(), u, b),
        )
        .and("gradients", gradient(rnn_cell))
        .inputs(["x", "h", "w", "u", "b"])
        .leaves(["w", "u", "b"])
        .case("one of everything", |g| step(g, 1, 1, 1))
        .case("the first step: the state is zeros", |g| {
            let (x, h, w, u, b) = step(g, 3, 2, 4);
            (x, zeros(&h), w, u, b)
        })
        .cases(8, |g, i| step(g, 1 + i % 4, 1 + i % 3, 1 + i / 2))
        .wrong(
            "state off the tape",
            "Your old state has left the tape, so no step before this one would learn anything; use \
             `h` itself, neither a new tensor of its numbers nor `h.with_empty_tape()` alone.",
            |x, h, w, u, b| rnn_cell(x, made_anew(h), w, u, b),
        )
        .wrong(
            "weights of the state off the tape",
            "Your `u` has left the tape, so it would never be trained; use `u` itself, not a new \
             tensor of its numbers.",
            |x, h, w, u, b| rnn_cell(x, h, w, made_anew(u), b),
        )
        .run()
}
