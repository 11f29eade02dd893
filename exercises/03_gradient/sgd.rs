//! # Batches
//!
//! `fit_line` looks at every point before it moves the line once. With a million points that is a long way to a single
//! step. **Stochastic gradient descent** moves after every few points, a **batch**: its gradient is only an estimate of
//! that of all points, but it is right on average, and there are many more steps. Once through all points is an **epoch**.
//!
//! ```text
//! slope = 0, bias = 0
//! for each epoch:
//!   shuffle the points
//!   for each batch, the next points in turn:
//!     error = slope * x + bias - y
//!     slope = slope - rate * mean of 2 * error * x
//!     bias  = bias  - rate * mean of 2 * error
//! ```
//!
//! The means are taken over the points of the batch, and both before the line moves. What is left at the end of an epoch
//! makes a smaller batch, with a mean over the points that it has.
//!
//! Without the shuffle, points that stand together pull the line their way together, in every epoch again. Any fair
//! shuffle is right. Its random numbers come from one generator, `random(seed)`, so that a training can be repeated.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `points` | `(n, 2)` | the rows `[x, y]` |
//! | `batch` | | how many points a batch has; may be more than n |
//! | `rate` | | the learning rate |
//! | `slope`, `bias` | | the line before the epoch |
//! | `epochs`, `seed` | | how many epochs; where the random numbers start |
//! | result | `(steps, 2)` | the line after each step, as rows `[slope, bias]` |
//!
//! Worked by hand: an epoch of `[1, 2]`, `[-1, 0]`, `[2, 1]` in batches of 2, from slope 0 and bias 0 at rate 0.1. The first
//! two errors are -2 and 0, so both gradients are -2, and the line becomes `[0.2, 0.2]`. The last point is a batch of its
//! own: error -0.4, gradients -1.6 and -0.8, line `[0.36, 0.28]`.
//!
//! Every large network is trained like this; one that learns to write has batches of millions of words. (Robbins, Monro: *A
//! Stochastic Approximation Method*, 1951.)

use course::demo;
use gradlings::prelude::*;

/// One epoch over the points as they stand: the line after each step.
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    todo!("for each batch: find both gradients, move the line, keep it")
}

/// Epochs from slope 0 and bias 0, each in a new random order: the line after each step of all of them.
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    todo!("for each epoch: shuffle, then go on from the last line")
}

fn main() {
    Exercise::new()
        .offer("epoch", function(epoch))
        .offer("sgd", function(sgd))
        .show("three ways down", || demo::batches(sgd))
        .serve()
}
