//! # L1 regularization
//!
//! L2 makes weights small, but never exactly zero: the smaller a weight is, the less L2 pulls at it. **L1** puts the
//! price on the size of a weight instead of its square:
//!
//! ```text
//! result = loss + strength * (|w_00| + |w_01| + ... )
//! ```
//!
//! Its gradient is `strength * sign(w)`, where `sign` is 1, -1, or 0 for a zero: the pull is the same for every weight
//! that is not zero. Weights that the data do not need arrive at zero, and what they were multiplied with plays no part
//! any more. The model has chosen its inputs.
//!
//! There is a catch. A plain step of 0.1 takes a weight of 0.04 to -0.06, the next step takes it back, and it never
//! rests at zero. So the pull gets a step of its own, after the step for the loss, that stops at zero. It is called the
//! **soft threshold**: every weight moves towards zero by `threshold` (the learning rate times the strength), and a
//! weight that is not further than that from zero becomes zero.
//!
//! ```text
//! new w = sign(w) * max(|w| - threshold, 0)
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `loss` | `()` | the loss so far |
//! | `weights` | `(inputs, outputs)` | the weights of a layer |
//! | `strength` | a number | how much the size of a weight costs |
//! | `threshold` | a number, 0 or more | how far every weight moves |
//! | result of `l1` | `()` | the loss that is trained on |
//! | result of `soft_threshold` | `(inputs, outputs)` | the weights after the step |
//!
//! Worked by hand: loss 0.5, weights `[[2, -0.3], [0.5, -1]]`. The sizes add up to 3.8, so with strength 0.1 the result
//! of `l1` is 0.5 + 0.38 = 0.88. With threshold 0.5 the weights become `[[1.5, 0], [0, -0.5]]`.
//!
//! `l1` has to use dfdx's operations, so that the tape sees them: `.abs()`, `.sum()` (told by a type what comes out, as
//! in the exercise before). `soft_threshold` may use whatever you like: dfdx's `.abs()`, `.relu()`, which is
//! `max(x, 0)` for every element, or a loop with `weights[[row, column]]` and `*weights.shape()`, which is the pair
//! `(rows, columns)`.

use course::demo;
use gradlings::prelude::*;

/// The loss plus `strength` times the sum of the sizes of the weights.
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    todo!("add the penalty on the weights to the loss")
}

/// Every weight, moved towards zero by `threshold` and stopped there.
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    todo!("move every weight towards zero, but not past it")
}

fn main() {
    Exercise::new()
        .offer("l1", gradient(l1))
        .offer("soft_threshold", function(soft_threshold))
        .show("weights that vanish", || demo::vanish(soft_threshold))
        .serve()
}
