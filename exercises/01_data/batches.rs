//! # Epochs and batches
//!
//! A training takes its examples a few at a time, in **batches**: a step on all of them is slow, and all of them may not fit
//! into memory. Once through all examples is an **epoch**, and a training has many.
//!
//! Before each epoch the examples are **shuffled anew**. Data often come in an order, one species after the other, and a
//! batch of neighbours would pull the model towards one species. After a shuffle each batch is a fair sample, and each
//! epoch puts other examples together. The examples stay where they are: only their numbers are shuffled.
//!
//! ```text
//! epoch 1, shuffled   4 0 6 2 5 1 3
//! batches of 3       [4 0 6] [2 5 1] [3]
//! epoch 2, shuffled   2 3 5 0 6 4 1
//! batches of 3       [2 3 5] [0 6 4] [1]
//! ```
//!
//! Every example is in exactly one batch of each epoch. What is left over at the end makes a smaller batch: it is neither
//! dropped, nor filled up, nor kept for the next epoch.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `order` | n | the numbers of examples, as they are to be used |
//! | `size` | | how many examples a batch has; may be more than n |
//! | `count`, `epochs` | | how many examples, numbered from 0; how many epochs |
//! | `seed` | | where the random numbers start |
//! | `rows`, `labels` | n | the examples, and one label for each |
//! | `batch` | k | the numbers of the examples in one batch |
//!
//! Worked by hand: the 7 numbers of epoch 1 in batches of 3 are `[[4, 0, 6], [2, 5, 1], [3]]`. From the labels
//! `[0, 0, 1, 1, 2, 2, 2]` the first batch picks those of the examples 4, 0 and 6: `[2, 0, 2]`.
//!
//! One generator, made once by `random(seed)`, shuffles for all epochs: `order.shuffle(&mut generator)`. So every epoch
//! differs, and the whole training can be repeated. Any fair shuffle is right; yours need not be that of the solution.
//!
//! PyTorch's `DataLoader` with `shuffle=True` works like this, and keeps the smaller batch unless told to drop it.
//! (Goodfellow, Bengio, Courville: *Deep Learning*, 2016, section 8.1.3.)

use gradlings::prelude::*;

/// The numbers of `order` in batches of `size`, the last of which may be smaller.
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    todo!("take the next `size` numbers until none are left")
}

/// The batches of all epochs, one after the other: the numbers from 0 to `count - 1`, in a new random order each epoch.
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    todo!("shuffle and cut once for each epoch")
}

/// The rows and the labels of the examples in `batch`, in its order.
pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    todo!("look up the row and the label of each number")
}

fn main() {
    Exercise::new()
        .offer("cut", function(cut))
        .offer("batches", function(batches))
        .offer("pick", function(pick))
        .serve()
}
