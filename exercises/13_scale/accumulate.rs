//! # Micro-batches
//!
//! A large batch gives a better estimate of the gradient, but it needs memory: what a network computes of every row stays
//! there until the backward pass has used it. A batch that does not fit is cut into **micro-batches**. One after the other
//! goes through the network, and the gradients are **accumulated**: added up in one matrix. Only then the weights move. The
//! step is that of the whole batch, and the memory that of a micro-batch.
//!
//! ```text
//! gradient of a batch
//!   = sum over its micro-batches of
//!     mean gradient of the micro-batch
//!     * its rows / rows of the batch
//! ```
//!
//! A micro-batch **counts by its rows**. The last one may be smaller, and where all are averaged alike, its rows count more
//! than the others. In 2024 this very mistake was found in widely used libraries, for texts of different lengths.
//!
//! The network is a linear layer. `mean_gradient(&x, &y, &w)` gives the gradient of its mean loss for the rows that it
//! gets, and holds the errors of all of them while it works.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(n, inputs)` | a row for each example |
//! | `y` | `(n, outputs)` | what the network should say |
//! | `w` | `(inputs, outputs)` | the weights |
//! | `batch` | | rows for one step; the last batch may be smaller |
//! | `micro` | | rows in the network at once; may be more than there are |
//! | `rate` | | the learning rate |
//! | results | like `w` | the gradient of all rows; the weights after all batches, in their order |
//!
//! The matrices are `Metered`: they compute, and the most bytes that are alive at once are counted. `x.rows(2..5)` copies
//! three rows, `x.shape()` is `(rows, columns)`, and `Metered::zeros(rows, columns)` begins a sum. Matrices are added as
//! `a + &b`, and multiplied by a number as `a * 0.5`. A program that holds all errors at once, or keeps the gradients of all
//! micro-batches, comes to the right result with too many bytes.
//!
//! Worked by hand, for one weight: `w` is 1, the `x` are 1, 2 and 3, each `y` is 0. The gradients of the rows are
//! `2 * x * x`: 2, 8 and 18, and their mean is 28/3 = 9.33. With `micro = 2` there are two means, 5 and 18:
//! `5 * 2/3 + 18 * 1/3` is 9.33 again, and not their mean, 11.5. An epoch with `batch = 2` and rate 0.1 takes two steps: `w`
//! becomes `1 - 0.1 * 5` = 0.5, then `0.5 - 0.1 * 9` = -0.4.
//!
//! (Huang and others: *GPipe: Efficient Training of Giant Neural Networks using Pipeline Parallelism*, 2019.)

use course::mean_gradient;
use gradlings::prelude::*;

/// The gradient of the mean loss of all rows, with `micro` of them in the network at once.
pub fn accumulate(x: Metered, y: Metered, w: Metered, micro: usize) -> Metered {
    todo!("for each micro-batch: its mean gradient, by its share of the rows, added to one sum")
}

/// The weights after a step for each batch of rows; every batch goes through the network in micro-batches.
pub fn epoch(
    x: Metered,
    y: Metered,
    mut w: Metered,
    batch: usize,
    micro: usize,
    rate: f32,
) -> Metered {
    todo!("for each batch: accumulate its gradient, then move the weights once")
}

fn main() {
    Exercise::new()
        .offer("accumulate", function(accumulate).counting(PeakBytes))
        .offer("epoch", function(epoch).counting(PeakBytes))
        .serve()
}
