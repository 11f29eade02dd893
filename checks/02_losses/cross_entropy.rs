//! How `cross_entropy` is checked.

#[path = "../../solutions/02_losses/cross_entropy.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::cross_entropy;

type Inputs = (Matrix, Labels);

/// Logits of `n` examples and `k` classes, changed, and a label for each example.
fn batch(n: usize, k: usize, change: fn(Matrix) -> Matrix) -> impl Fn(&mut Generator) -> Inputs {
    move |g| (change(g.matrix(n, k)), g.labels(n, k))
}

fn main() {
    Reference::of("cross_entropy", gradient(cross_entropy))
        .inputs(["logits", "labels"])
        .case("one example", batch(1, 3, |x| x))
        .case("one class", batch(3, 1, |x| x))
        .case("all logits equal", batch(2, 4, |x| x.clone() - x))
        .case("logits in the hundreds", batch(2, 3, |x| x * 300.0))
        .case("logits in the thousands", batch(4, 5, |x| x * 2000.0))
        .case("large logits, close together", batch(3, 4, |x| x + 1e4))
        .case("very negative logits", batch(3, 4, |x| x - 1000.0))
        .case("very sure, and right", |_| {
            let logits = device().tensor_from_vec(vec![-200.0, 300.0, 0.0], (1, 3));
            (logits, device().tensor_from_vec(vec![1], (1,)))
        })
        .cases(20, |g, i| batch(2 + i, 2 + i % 7, |x| x)(g))
        .wrong(
            "overflow",
            "You took `exp` of the logits as they are, and large ones become infinite; subtract \
             the largest logit of each example first.",
            |x, y| (x.with_empty_tape().exp().sum::<_, Axis<1>>().ln() - x.select(y)).mean(),
        )
        .wrong(
            "overflow_divided",
            "You divided `exp` of the logits by its sum, and for large logits both are infinite; \
             subtract the largest logit of each example first.",
            |x, y| {
                let exp = x.exp();
                let total = exp.with_empty_tape().sum::<_, Axis<1>>();
                let total = total.broadcast_like::<_, Axis<1>>(&exp);
                -(exp / total).select(y).ln().mean()
            },
        )
        .wrong(
            "log_of_softmax",
            "You took the logarithm after softmax, and a tiny probability has become 0 by then; \
             `log_softmax` does both in one go and stays finite.",
            |x, y| -x.softmax::<Axis<1>>().select(y).ln().mean(),
        )
        .wrong(
            "log_of_all_of_softmax",
            "You took the logarithm of what softmax gives, and tiny probabilities have become 0 \
             by then; `log_softmax` does both in one go and stays finite.",
            |x, y| -x.softmax::<Axis<1>>().ln().select(y).mean(),
        )
        .wrong(
            "softmax_twice",
            "You applied softmax twice; `log_softmax` takes the logits, not probabilities.",
            |x, y| cross_entropy(x.softmax::<Axis<1>>(), y),
        )
        .wrong(
            "summed",
            "You added up the losses of the batch; the mean divides by the number of examples.",
            |x, y| -x.log_softmax::<Axis<1>>().select(y).sum(),
        )
        .wrong(
            "sign",
            "Your loss has the wrong sign; the logarithm of a probability is negative, and a loss is \
             positive, and smaller when the model is better.",
            |x, y| -cross_entropy(x, y),
        )
        .wrong(
            "largest",
            "You took the class with the largest logit; the loss is about the class of the label.",
            |x, _| -x.log_softmax::<Axis<1>>().max::<_, Axis<1>>().mean(),
        )
        .wrong(
            "class_before",
            "You looked at the class before the right one; labels count from 0, as columns do.",
            |x, y| {
                let before = |label: &usize| label.checked_sub(1).unwrap_or(x.shape().1 - 1);
                let labels = y.as_vec().iter().map(before).collect();
                cross_entropy(x, device().tensor_from_vec(labels, *y.shape()))
            },
        )
        .wrong(
            "all_classes",
            "You took the mean over all classes; only the right class of each example counts.",
            |x, _| -x.log_softmax::<Axis<1>>().mean(),
        )
        .wrong(
            "probability",
            "You averaged the right classes' probabilities; the loss averages their logarithms.",
            |x, y| -x.softmax::<Axis<1>>().select(y).mean(),
        )
        .wrong(
            "along_the_batch",
            "Your probabilities sum to 1 along the batch; along the classes they must, `Axis<1>`.",
            |x, y| -x.log_softmax::<Axis<0>>().select(y).mean(),
        )
        .wrong(
            "divided_by_all",
            "You divided by examples times classes; there is one loss per example to average.",
            |x, y| {
                let classes = x.shape().1;
                cross_entropy(x, y) / classes as f32
            },
        )
        .run()
}
