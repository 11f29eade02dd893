//! # L2 regularization
//!
//! A model with many weights can learn its training data by heart, noise included, and then do badly on data it has
//! never seen. That is **overfitting**. Whatever makes it harder is called **regularization**.
//!
//! Learning noise takes large weights. So the simplest cure puts a price on them: the loss grows by a **penalty**, the
//! sum of the squares of all weights, times a number that says how much we care, the `strength`:
//!
//! ```text
//! result = loss + strength * (w_00^2 + w_01^2 + ... )
//! ```
//!
//! The gradient of the penalty is `2 * strength * w`: every training step also pulls each weight towards zero, and a
//! large weight harder than a small one. A weight stays large only if the data insist on it. (Hence the other name of
//! it, **weight decay**.)
//!
//! **Biases are left out.** A bias only moves an output up or down; a large one fits no noise, and pulling it to zero
//! would keep the model from getting the average right.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `loss` | `()` | the loss so far, for example a mean squared error |
//! | `weights` | `(inputs, outputs)` | the weights of a layer |
//! | `biases` | `(outputs,)` | its biases |
//! | `strength` | a number | how much a squared weight costs |
//! | result | `()` | the loss that is trained on |
//!
//! Worked by hand: loss 0.5, weights `[[1, -2], [0, 3]]`, strength 0.1. The squares are 1, 4, 0 and 9, together 14. The
//! penalty is 0.1 * 14 = 1.4 and the result 0.5 + 1.4 = 1.9, whatever the biases are.
//!
//! In dfdx, `.sum()` can add up one axis or all of them, so it has to be told what should come out. A type does that:
//!
//! ```rust
//! let total: Scalar<T> = weights.sum();
//! ```
//!
//! A tensor times a number is a tensor: `total * 0.1`. Squares come from `.square()`, since dfdx refuses to multiply a
//! recorded tensor by itself.

use course::demo;
use gradlings::prelude::*;

/// The loss plus `strength` times the sum of the squared weights. (The compiler will say that `biases` is not used. It
/// is right: call it `_biases`.)
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let penalty: Scalar<T> = weights.square().sum();
    loss + penalty * strength
}

fn main() {
    Exercise::new()
        .offer("l2", gradient(l2))
        .show("weights that shrink", || demo::shrink(l2))
        .serve()
}
