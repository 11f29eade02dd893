//! # Batch normalisation
//!
//! Good weights keep the outputs of every layer at a good size, but only at first: training changes the weights, and the
//! sizes with them. **Batch normalisation** corrects the size again in every step. It does to each feature, a column, what
//! `standardize` did to the data: over the examples of the batch it gets mean 0 and variance 1. Then it is multiplied by
//! a scale and moved by a shift. Both are learned, so that the network can have any size that it needs.
//!
//! ```text
//! mean[k]     = mean of x[i][k] over i
//! variance[k] = mean of (x[i][k] - mean[k])^2
//! y[i][k]     = scale[k] * (x[i][k] - mean[k])
//!               / sqrt(variance[k] + EPSILON)
//!               + shift[k]
//! ```
//!
//! EPSILON is a small number, so that a column without any differences is not divided by 0.
//!
//! **In evaluation**, what the network says of an example must not depend on which others happen to come along. So it takes
//! the mean and the variance from training, where each batch moves both of them a tenth of the way (MOMENTUM is 0.1):
//!
//! ```text
//! running = (1 - MOMENTUM) * running
//!         + MOMENTUM * that of the batch
//! ```
//!
//! **One catch:** the variance above is divided by n, the number of examples, and on average this is a little too small
//! for the variance of all data, by a factor of (n - 1) / n. So the *running* variance gets that of the batch times
//! n / (n - 1), which is called **unbiased**. For y it stays as it is.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x`, `y` | `(n, features)` | a row for each example; in training, at least two |
//! | `scale`, `shift` | `(features,)` | what is learned |
//! | `mean`, `variance` | `(features,)` | the running ones, before this batch |
//! | result of `train` | | `y`, then the running mean and variance after this batch |
//!
//! Worked by hand: `x` is `[[1], [3]]`, `scale` `[2]`, `shift` `[5]`. The mean is 2 and the variance 1, so y is
//! `[[3], [7]]`, but for EPSILON. A running mean of 0 becomes 0.2, and a running variance of 1 becomes
//! 0.9 + 0.1 * 2 = 1.1. In evaluation, with mean 2 and variance 4, the input 6 gives 2 * (6 - 2) / 2 + 5 = 9.
//!
//! `x.mean::<_, Axis<0>>()` has the mean of each column. A vector is repeated for every row by
//! `mean.broadcast_like::<_, Axis<0>>(&x)`. Vectors have `.sqrt()`, and `x.shape().0` is n.
//!
//! These are the rules of PyTorch's `BatchNorm1d`, and ResNets normalise each channel in this way. (Ioffe and Szegedy:
//! *Batch Normalization*, 2015.)

use gradlings::prelude::*;

/// Added to every variance before its root is taken.
const EPSILON: f32 = 1e-5;
/// How far a batch moves the running statistics.
const MOMENTUM: f32 = 0.1;

/// The normalised batch in evaluation: by the running mean and variance.
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    todo!("subtract the mean, divide by the root, then scale and shift")
}

/// The normalised batch in training, by its own mean and variance, and the running mean and variance after it.
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    todo!("normalise by the mean and variance of this batch, and move the running ones")
}

fn main() {
    Exercise::new()
        .offer("evaluate", function(evaluate))
        .offer("train", function(train))
        .serve()
}
