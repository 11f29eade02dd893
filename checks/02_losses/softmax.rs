//! How `softmax` is checked: values and gradients, also where `exp` would be infinite. A vector of one number for each row
//! fits along the other axis too where a matrix is square, so squares have a group of their own.

#[path = "../../solutions/02_losses/softmax.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::softmax;

type Recorded = Matrix<Recording>;

const LARGEST_OF_THE_BATCH: &str = "You subtracted the largest logit of the whole batch, and `exp` of an example far \
                                    below it is 0 everywhere; every row has a largest logit of its own.";

const OVER_EVERYTHING: &str = "The probabilities of the whole batch sum to 1; those of every example must, so take one \
                               sum for each row: `Axis<1>`.";
const NO_EXP: &str = "You divided the logits themselves by their sum; take `exp` of each first, which makes them \
                      positive.";

/// Logits of `n` examples and `k` classes, changed, and a temperature.
fn batch(
    n: usize,
    k: usize,
    change: fn(Matrix) -> Matrix,
    temperature: f32,
) -> impl Fn(&mut Generator) -> (Matrix, f32) {
    move |g| (change(g.matrix(n, k)), temperature)
}

fn rows(numbers: &[f32], shape: (usize, usize)) -> Matrix {
    device().tensor_from_vec(numbers.to_vec(), shape)
}

/// Row by row one number, repeated along the row.
fn along(one: Vector<Recording>, like: &Recorded) -> Recorded {
    one.broadcast_like::<_, Axis<1>>(like.shape())
}

/// Numbers divided by the sum of their row.
fn shares(exp: Recorded) -> Recorded {
    let total = along(exp.with_empty_tape().sum::<_, Axis<1>>(), &exp);
    exp / total
}

/// Without the largest of each row.
fn shifted(x: Recorded) -> Recorded {
    let largest = along(x.with_empty_tape().max::<_, Axis<1>>(), &x);
    x - largest
}

fn main() {
    Reference::of("softmax", gradient(softmax))
        .inputs(["logits", "temperature"])
        .parts([
            ("probabilities", close()),
            ("gradient of logits", close()),
        ])
        .wrong(
            "temperature multiplied",
            "You multiplied the logits by the temperature; divide by it, so that a low one sharpens.",
            |x, t| softmax(x * (t * t), t),
        )
        .wrong(
            "temperature left out",
            "Your probabilities are those of temperature 1; divide the logits by the temperature \
             before `exp`.",
            |x, t| softmax(x * t, t),
        )
        .wrong(
            "probabilities divided",
            "You divided the probabilities by the temperature, so they no longer sum to 1; divide the \
             logits, before `exp`.",
            |x, t| softmax(x * t, t) / t,
        )
        .wrong(
            "sign",
            "The smallest logit has the largest probability; take `exp` of the logits, not of minus \
             the logits.",
            |x, t| softmax(-x, t),
        )
        .wrong(
            "no division",
            "You took `exp` and did not divide by the sum of the row, so your rows do not sum to 1.",
            |x, t| shifted(x / t).exp(),
        )
        .wrong(
            "logarithms",
            "You returned the logarithms of the probabilities; `log_softmax` gives those.",
            |x, t| (x / t).log_softmax::<Axis<1>>(),
        )
        .wrong(
            "sigmoid",
            "You applied a sigmoid to every logit by itself; softmax shares a probability of 1 among \
             the classes of an example.",
            |x, t| (x / t).sigmoid(),
        )
        .wrong(
            "twice",
            "You applied softmax twice; the second one flattens what the first one found.",
            |x, t| softmax(softmax(x, t), t),
        )
        .wrong(
            "along the batch",
            "Your columns sum to 1, because you normalised along the batch; the rows must, along the \
             classes: `Axis<1>`.",
            |x, t| (x / t).softmax::<Axis<0>>(),
        )
        .wrong(
            "over everything",
            OVER_EVERYTHING,
            |x, t| (x / t).softmax::<Axes2<0, 1>>(),
        )
        .wrong("one sum for all", OVER_EVERYTHING, |x, t| {
            let exp = shifted(x / t).exp();
            let total: Scalar<Recording> = exp.with_empty_tape().sum();
            let total = total.broadcast_like::<_, Axes2<0, 1>>(exp.shape());
            exp / total
        })
        .wrong(
            "sums of columns",
            "You divided by the sum of each column; the classes of an example are a row, so take the \
             sum of each row: `sum::<_, Axis<1>>`.",
            |x, t| {
                let exp = shifted(x / t).exp();
                let total = exp.with_empty_tape().sum::<_, Axis<0>>();
                let total = total.broadcast_like::<_, Axis<0>>(exp.shape());
                exp / total
            },
        )
        .wrong(
            "temperature twice",
            "You divided by the temperature twice; the logits are divided by it once.",
            |x, t| softmax(x / t, t),
        )
        .wrong("no exp", NO_EXP, |x, t| shares(x / t))
        .wrong("no exp of what is shifted", NO_EXP, |x, t| shares(shifted(x / t)))
        .wrong(
            "sum off the tape",
            "Your sum has left the tape, so the gradient does not know that a larger logit takes from \
             the others; add the row up with an operation on what `with_empty_tape` gives.",
            |x, t| {
                let exp = shifted(x / t).exp();
                let total = exp.retaped::<NoneTape>().sum::<_, Axis<1>>();
                let total = total.broadcast_like::<_, Axis<1>>(exp.shape());
                exp / total
            },
        )
        .wrong(
            "largest of each column",
            "You subtracted the largest number of each column; the logits of one example are a row, so \
             take the largest of each row: `max::<_, Axis<1>>`.",
            |x, t| {
                let scaled = x / t;
                let largest = scaled.with_empty_tape().max::<_, Axis<0>>();
                let largest = largest.broadcast_like::<_, Axis<0>>(scaled.shape());
                shares((scaled - largest).exp())
            },
        )
        .group("on squares")
        .case("one of everything", batch(1, 1, |x| x, 0.5))
        .cases(4, |g, i| batch(2 + i, 2 + i, |x| x, g.number(0.3..0.8))(g))
        .wrong(
            "sums across",
            "You divided every column by a sum, and each sum belongs to a row; repeat it along the \
             row, `broadcast_like::<_, Axis<1>>`.",
            |x, t| {
                let exp = shifted(x / t).exp();
                let total = exp.with_empty_tape().sum::<_, Axis<1>>();
                let total = total.broadcast_like::<_, Axis<0>>(exp.shape());
                exp / total
            },
        )
        .wrong(
            "largest across",
            "You subtracted from every column the largest logit of a row; repeat it along its own row, \
             `broadcast_like::<_, Axis<1>>`.",
            |x, t| {
                let scaled = x / t;
                let largest = scaled.with_empty_tape().max::<_, Axis<1>>();
                let largest = largest.broadcast_like::<_, Axis<0>>(scaled.shape());
                shares((scaled - largest).exp())
            },
        )
        .group("of other shapes")
        .case("the example of the lesson", |_| {
            (rows(&[0.0, 3_f32.ln()], (1, 2)), 0.5)
        })
        .case("one example", batch(1, 3, |x| x, 2.0))
        .case("one class", batch(3, 1, |x| x, 0.5))
        .case("all logits equal", batch(2, 4, |x| x.clone() - x, 0.5))
        .case("logits in the hundreds", batch(2, 3, |x| x * 300.0, 0.7))
        .case("logits in the thousands", batch(4, 5, |x| x * 2000.0, 1.5))
        .case("large logits, close together", batch(3, 4, |x| x + 1e4, 0.5))
        .case("very negative logits", batch(3, 4, |x| x - 1000.0, 2.0))
        .case("examples far apart", |_| {
            (rows(&[1.0, 2.0, 3.0, -501.0, -502.0, -503.0], (2, 3)), 0.8)
        })
        .case("two logits far apart", |_| {
            (rows(&[120.0, 0.0, 119.0], (1, 3)), 1.2)
        })
        .case("a temperature near 0", batch(2, 3, |x| x, 0.001))
        .case("large logits, a temperature near 0", batch(2, 3, |x| x + 20.0, 0.1))
        .case("a very high temperature", batch(2, 3, |x| x, 500.0))
        .cases(16, |g, i| batch(2 + i % 5, 3 + i / 2 + i % 5, |x| x, 0.25 + 0.15 * i as f32)(g))
        .wrong(
            "overflow",
            "You took `exp` of the logits as they are, and large ones become infinite; subtract the \
             largest logit of each example first.",
            |x, t| shares((x / t).exp()),
        )
        .wrong(
            "clamped",
            "You cut the logits off at a limit, and those beyond it count as equal; subtract the \
             largest logit of each example, which leaves their differences as they are.",
            |x, t| shares((x / t).clamp(-80.0, 80.0).exp()),
        )
        .wrong(
            "largest of the batch",
            LARGEST_OF_THE_BATCH,
            |x, t| {
                let largest: Scalar<Recording> = x.with_empty_tape().max();
                let largest = largest.broadcast_like::<_, Axes2<0, 1>>(x.shape());
                shares(((x - largest) / t).exp())
            },
        )
        .wrong(
            "largest of the batch off the tape",
            LARGEST_OF_THE_BATCH,
            |x, t| {
                let largest = x.as_vec().into_iter().fold(f32::NEG_INFINITY, f32::max);
                shares(((x - largest) / t).exp())
            },
        )
        .wrong(
            "largest before the temperature",
            "You subtracted the largest logit before it was divided by the temperature, so an exponent \
             can still be large; divide first.",
            |x, t| {
                let largest = along(x.with_empty_tape().max::<_, Axis<1>>(), &x);
                shares((x / t - largest).exp())
            },
        )
        .wrong(
            "smallest",
            "You subtracted the smallest logit of each example, so the exponents of the others can \
             still be large; subtract the largest.",
            |x, t| {
                let smallest = along(x.with_empty_tape().min::<_, Axis<1>>(), &x);
                shares(((x - smallest) / t).exp())
            },
        )
        .wrong(
            "mean",
            "You subtracted the mean of each example, so a logit far above it still becomes infinite; \
             subtract the largest.",
            |x, t| {
                let mean = along(x.with_empty_tape().mean::<_, Axis<1>>(), &x);
                shares(((x - mean) / t).exp())
            },
        )
        .wrong(
            "total not shifted",
            "You divided by a sum of `exp` of the logits as they are; subtract the largest there too.",
            |x, t| {
                let scaled = x / t;
                let total = along(scaled.with_empty_tape().exp().sum::<_, Axis<1>>(), &scaled);
                shifted(scaled).exp() / total
            },
        )
        .run()
}
