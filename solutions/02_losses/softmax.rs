//! # Softmax
//!
//! A model that has to choose, one of several **classes** or the next word, gives every choice a number, its **logit**: the
//! larger, the more it believes in it. Logits can be any numbers. **Softmax** turns them into probabilities, positive and
//! with sum 1: `exp` makes each of them positive, and a division by their sum makes them sum to 1.
//!
//! ```text
//! p_k = exp(x_k / T)
//!       / (exp(x_0 / T) + exp(x_1 / T) + ... )
//! ```
//!
//! Here x are the logits of one example, `exp(x)` is e to the x, and T is the **temperature**. Training mostly leaves it
//! at 1. Below 1 the probabilities sharpen, and the largest logit gets nearly everything; above 1 they flatten, until all
//! are nearly equal.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `logits` | `(batch, classes)` | a row for each example; it carries the tape |
//! | `temperature` | a number | more than 0 |
//! | result | `(batch, classes)` | the probabilities; every row sums to 1 |
//!
//! Worked by hand: logits `[0, ln 3]`. With temperature 1 their `exp` are 1 and 3, so the probabilities are 1/4 and 3/4.
//! With temperature 1/2 the logits become 0 and 2 ln 3, their `exp` 1 and 9, the probabilities 0.1 and 0.9.
//!
//! **The trap:** `exp(89)` is too large for an `f32` and becomes infinite, and infinity divided by infinity is no number
//! (NaN). But the probabilities stay the same when one number is subtracted from all logits of an example. Subtract the
//! largest of them, *after* the division by T: then no exponent is above 0, and no sum below 1. Every example has a
//! largest logit of its own; with that of another one, all its `exp` may become 0.
//!
//! dfdx's `.softmax::<Axis<1>>()` does this at temperature 1, and later exercises use it; build it yourself once. The
//! gradient is checked, so use operations on tensors, no loops. `x.max::<_, Axis<1>>()` and `x.sum::<_, Axis<1>>()` make
//! one number of each row, and `.broadcast_like::<_, Axis<1>>(&shape)` repeats it along the row, where `shape` is
//! `*logits.shape()`. Where `x` is used twice, the first time write `x.with_empty_tape()`.
//!
//! Programs that write texts draw each word from such probabilities, and "temperature" in their settings is this T.
//! (Hinton, Vinyals, Dean: *Distilling the Knowledge in a Neural Network*, 2015, section 2.)

use course::demo;
use gradlings::prelude::*;

/// The probabilities of every row of logits, at this temperature.
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled.with_empty_tape().max::<_, Axis<1>>();
    let largest = largest.broadcast_like::<_, Axis<1>>(&shape);
    let exp = (scaled - largest).exp();
    let total = exp.with_empty_tape().sum::<_, Axis<1>>();
    exp / total.broadcast_like::<_, Axis<1>>(&shape)
}

fn main() {
    Exercise::new()
        .offer("softmax", gradient(softmax))
        .show("the next word by temperature", || demo::next_word(softmax))
        .serve()
}
