//! # Mean squared error
//!
//! A model predicts, the data answer. Training needs one number that says how far apart the two are: the **loss**. For
//! predictions that are plain numbers, the usual loss squares each error and takes the mean:
//!
//! ```text
//! loss = ((p_0 - t_0)^2 + (p_1 - t_1)^2 + ... ) / n
//! ```
//!
//! Squaring does two things: an error counts the same in either direction, and one error of 4 weighs as much as sixteen
//! errors of 1. The mean makes losses of small and large batches comparable.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `prediction` | `(n,)` | what the model says; it carries the tape |
//! | `target` | `(n,)` | what the data say |
//! | result | `()` | one number |
//!
//! Worked by hand: prediction `[1, 4]`, target `[3, 3]`. The errors are -2 and 1, their squares 4 and 1, so the loss is
//! 5 / 2 = 2.5.
//!
//! The gradient is checked too, but you do not write it: every operation on a tensor with a tape is recorded, and
//! dfdx plays the recording back. So use dfdx's operations (`-`, `.square()`, `.sum()`, ...) rather than loops over
//! numbers.

use gradlings::prelude::*;

/// The mean of the squared differences between `prediction` and `target`.
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).square().sum()
}

fn main() {
    Exercise::new().offer("mse", gradient(mse)).serve()
}
// tried
