//! # Going on
//!
//! Llama 3 was trained on 16,000 cards, and in 54 days something failed 419 times. Whatever is in memory is gone then, so
//! every few steps a **checkpoint** is saved. A training that goes on from it should come to the same weights, bit for
//! bit, as if nothing had happened. So the checkpoint has to hold **everything that the next step reads**:
//!
//! | field | without it |
//! |---|---|
//! | `step` | the number of steps taken: some would be repeated, or left out |
//! | `weights` | all would be for nothing |
//! | `velocity` | the optimiser would lose its momentum |
//! | `order` | the rest of the epoch would see some points twice and others not at all |
//! | `random` | the next epochs would repeat earlier orders |
//!
//! The training fits a line to `n` points `[x, y]`, in batches:
//!
//! ```text
//! weights = [0, 0], velocity = [0, 0]
//! order = 0, 1, ..., n - 1;  random = seed
//! for step = 0, 1, ..., steps - 1:
//!   at = step % batches
//!   if at is 0: shuffle(order, random)
//!   velocity = 0.9 * velocity + gradient
//!              of batch number `at` of the order
//!   weights  = weights - 0.05 * velocity
//! ```
//!
//! `batches` is `n / batch`, rounded up: the last batch of an epoch has what is left. `shuffle(&mut order, &mut random)`
//! goes on from the order of the epoch before, and changes `random` too.
//! `momentum_step(&points, places, &mut weights, &mut velocity)` takes a step on the points at these places, and returns
//! the loss before it. Report that as `report::metric("loss", step, loss)`.
//!
//! `store::save("checkpoint", &bytes)` keeps bytes beyond the end of the program, whole or not at all.
//! `store::load("checkpoint")` is `Some(bytes)`, or `None` as long as nothing was saved.
//!
//! **The program is ended three times, at any moment, and started again**: `train` is called with the same inputs, and has
//! nothing but its store. It may take 12 steps a second time, so save after every step, or every fourth at the latest.
//! Save all of it under **one name**: between two calls of `save` the program may end, and then new weights stand beside
//! an old step. (For the same reason a file is written under another name, and renamed once it is whole.)
//!
//! Worked by hand, for the point `[0, 1]` alone: the gradient of the bias is `2 * (bias - 1)`. Step 0: velocity -2, bias
//! 0.1. Step 1: gradient -1.8, velocity `0.9 * -2 - 1.8` = -3.6, bias 0.28. Ended in between, and without the saved
//! velocity, the bias would be 0.19.
//!
//! Decimals that are rounded are not the same bits; `x.to_bits()` and `f32::from_bits(...)` lose nothing. (Mohan and
//! others: *CheckFreq: Frequent, Fine-Grained DNN Checkpointing*, 2021.)

use course::{demo, momentum_step, shuffle};
use gradlings::prelude::*;

/// Everything that the next step reads.
pub struct Checkpoint {
    /// How many steps have been taken.
    pub step: usize,
    /// The slope and the bias.
    pub weights: Vec<f32>,
    /// One number for each of the weights.
    pub velocity: Vec<f32>,
    /// The places of all points, as this epoch goes through them.
    pub order: Vec<usize>,
    /// What the next shuffle depends on.
    pub random: u64,
}
record!(Checkpoint {
    step,
    weights,
    velocity,
    order,
    random
});

/// A checkpoint as bytes, in a form of your own.
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    todo!("five fields, one after the other")
}

/// The checkpoint that became these bytes.
pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    todo!("the way back")
}

/// What is left of a checkpoint that is saved and loaded: all of it.
pub fn restored(checkpoint: Checkpoint) -> Checkpoint {
    from_bytes(&to_bytes(&checkpoint))
}

/// The slope and the bias after so many steps, however often the program is ended on the way.
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    todo!("begin, or go on from what was saved; after each step, save")
}

fn main() {
    Exercise::new()
        .offer("restored", function(restored))
        .offer("train", training(train))
        .show("in one go, and ended on the way", || demo::resumed(train))
        .serve()
}
