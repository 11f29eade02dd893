//! Softmax cross-entropy from logits: the mean of minus the log-probability of the right class.

use gradlings::prelude::*;

pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    -logits.log_softmax::<Axis<1>>().select(labels).mean()
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn overflow<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        let right: Vector<T> = logits.retaped::<T>().select(labels);
        let total: Vector<T> = logits.exp().sum::<_, Axis<1>>();
        (total.ln() - right).mean()
    }

    pub fn overflow_divided<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        let shape = *logits.shape();
        let exp = logits.exp();
        let total = exp.retaped::<T>().sum::<_, Axis<1>>();
        let probabilities: Matrix<T> = exp / total.broadcast_like::<_, Axis<1>>(&shape);
        -probabilities.select(labels).ln().mean()
    }

    pub fn log_of_softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        -logits.softmax::<Axis<1>>().select(labels).ln().mean()
    }

    pub fn log_of_all_of_softmax<T: Tape<f32, Dev>>(
        logits: Matrix<T>,
        labels: Labels,
    ) -> Scalar<T> {
        -logits.softmax::<Axis<1>>().ln().select(labels).mean()
    }

    pub fn softmax_twice<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        super::cross_entropy(logits.softmax::<Axis<1>>(), labels)
    }

    pub fn summed<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        -logits.log_softmax::<Axis<1>>().select(labels).sum()
    }

    pub fn sign<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        logits.log_softmax::<Axis<1>>().select(labels).mean()
    }

    pub fn largest<T: Tape<f32, Dev>>(logits: Matrix<T>, _: Labels) -> Scalar<T> {
        -logits.log_softmax::<Axis<1>>().max::<_, Axis<1>>().mean()
    }

    pub fn class_before<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        let (_, classes) = *logits.shape();
        let before = labels.as_vec().into_iter();
        let before = before.map(|label| (label + classes - 1) % classes);
        let before = device().tensor_from_vec(before.collect(), *labels.shape());
        super::cross_entropy(logits, before)
    }

    pub fn all_classes<T: Tape<f32, Dev>>(logits: Matrix<T>, _: Labels) -> Scalar<T> {
        -logits.log_softmax::<Axis<1>>().mean()
    }

    pub fn probability<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        -logits.softmax::<Axis<1>>().select(labels).mean()
    }

    pub fn along_the_batch<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        -logits.log_softmax::<Axis<0>>().select(labels).mean()
    }

    pub fn divided_by_all<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        let (_, classes) = *logits.shape();
        super::cross_entropy(logits, labels) / classes as f32
    }
}

fn main() {
    Reference::of("cross_entropy", gradient(cross_entropy))
        .inputs(["logits", "labels"])
        .case("one example", |g| (g.matrix(1, 3), g.labels(1, 3)))
        .case("one class", |g| (g.matrix(3, 1), g.labels(3, 1)))
        .case("all logits equal", |g| {
            (device().zeros_like(&(2, 4)), g.labels(2, 4))
        })
        .case("logits in the hundreds", |g| {
            (g.matrix(2, 3) * 300.0, g.labels(2, 3))
        })
        .case("logits in the thousands", |g| {
            (g.matrix(4, 5) * 2000.0, g.labels(4, 5))
        })
        .case("large logits, close together", |g| {
            (g.matrix(3, 4) + 10_000.0, g.labels(3, 4))
        })
        .case("very negative logits", |g| {
            (g.matrix(3, 4) - 1000.0, g.labels(3, 4))
        })
        .case("very sure, and right", |_| {
            let logits = device().tensor_from_vec(vec![-200.0, 300.0, 0.0], (1, 3));
            (logits, device().tensor_from_vec(vec![1], (1,)))
        })
        .cases(20, |g, i| {
            (g.matrix(2 + i, 2 + i % 7), g.labels(2 + i, 2 + i % 7))
        })
        .mistake(
            "overflow",
            "You took `exp` of the logits as they are, and large ones become infinite; subtract the largest logit of each example first.",
            gradient(mistakes::overflow),
        )
        .mistake(
            "overflow_divided",
            "You divided `exp` of the logits by its sum, and for large logits both are infinite; subtract the largest logit of each example first.",
            gradient(mistakes::overflow_divided),
        )
        .mistake(
            "log_of_softmax",
            "You took the logarithm after softmax, and a tiny probability has become 0 by then; `log_softmax` does both in one go and stays finite.",
            gradient(mistakes::log_of_softmax),
        )
        .mistake(
            "log_of_all_of_softmax",
            "You took the logarithm of what softmax gives, and tiny probabilities have become 0 by then; `log_softmax` does both in one go and stays finite.",
            gradient(mistakes::log_of_all_of_softmax),
        )
        .mistake(
            "softmax_twice",
            "You applied softmax twice; `log_softmax` takes the logits themselves, not probabilities.",
            gradient(mistakes::softmax_twice),
        )
        .mistake(
            "summed",
            "You added up the losses of the batch; the mean also divides by how many examples there are.",
            gradient(mistakes::summed),
        )
        .mistake(
            "sign",
            "You left out the minus sign; the logarithm of a probability is negative, and a loss is smaller when the model is better.",
            gradient(mistakes::sign),
        )
        .mistake(
            "largest",
            "You took the class with the largest logit; the loss looks at the class that the label names.",
            gradient(mistakes::largest),
        )
        .mistake(
            "class_before",
            "You looked at the class before the right one; labels count from 0, as columns do.",
            gradient(mistakes::class_before),
        )
        .mistake(
            "all_classes",
            "You took the mean over all classes; only the right class of each example counts.",
            gradient(mistakes::all_classes),
        )
        .mistake(
            "probability",
            "You averaged the probabilities of the right classes; the loss averages their logarithms.",
            gradient(mistakes::probability),
        )
        .mistake(
            "along_the_batch",
            "Your probabilities sum to 1 along the batch; they have to along the classes, `Axis<1>`.",
            gradient(mistakes::along_the_batch),
        )
        .mistake(
            "divided_by_all",
            "You divided by examples times classes; the mean has one loss per example, so divide by the examples alone.",
            gradient(mistakes::divided_by_all),
        )
        .run()
}
