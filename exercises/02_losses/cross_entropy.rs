//! # Cross-entropy
//!
//! A classifier answers with one number per class, its **logits**: the larger, the more it believes in that class. They
//! can be any numbers. **Softmax** turns them into probabilities, positive and with sum 1 (`softmax` builds it; here its
//! temperature is 1), and the loss is minus the logarithm of the probability p that the *right* class got: nearly 0 where
//! p is nearly 1, large where p is small. A few examples handled together are a **batch**; its loss is the mean of theirs.
//!
//! ```text
//! p_k  = exp(x_k) / (exp(x_0) + exp(x_1) + ... )
//! loss = -ln(p_y)
//!      = ln(exp(x_0) + exp(x_1) + ... ) - x_y
//! ```
//!
//! Here x are the logits of one example and p is their softmax; y is the label, the number of the right class. `exp(x)` is e
//! to the x, and `ln` undoes it.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `logits` | `(batch, classes)` | what the model says; it carries the tape |
//! | `labels` | `(batch,)` | the number of the right class of each example, from 0 |
//! | result | `()` | the mean loss |
//!
//! Worked by hand: logits `[0, ln 3]` give probabilities 1/4 and 3/4. With label 0 the loss is `-ln(1/4)` = 1.386, with
//! label 1 it is `-ln(3/4)` = 0.288. A batch of the two has the loss 0.837.
//!
//! **The trap:** `exp(89)` is too large for an `f32` and becomes infinite, and infinity divided by infinity is no number
//! (NaN). Logits in the thousands do occur. But softmax stays the same when one number is subtracted from all logits of
//! an example. Subtract the largest: then no exponent is above 0, and no sum below 1.
//!
//! ```text
//! m    = max(x_0, x_1, ...)
//! loss = ln(exp(x_0 - m) + exp(x_1 - m) + ... )
//!        + m - x_y
//! ```
//!
//! dfdx's `logits.log_softmax::<Axis<1>>()` does exactly that: it answers with `ln(p_k)` for every class, and `Axis<1>`,
//! along the classes, is where the probabilities sum to 1. `.select(labels)` then picks one class per example: from
//! shape `(batch, classes)` it makes `(batch,)`. Or write it yourself: `.max::<_, Axis<1>>()` is one number per example,
//! and `.broadcast_like::<_, Axis<1>>(&shape)` repeats it for every class, where `shape` is `*logits.shape()`.

use gradlings::prelude::*;

/// The mean over the batch of minus the logarithm of the probability that softmax gives to the right class.
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    todo!("logarithms of probabilities, those of the right classes, their mean, the sign")
}

fn main() {
    Exercise::new()
        .offer("cross_entropy", gradient(cross_entropy))
        .serve()
}
