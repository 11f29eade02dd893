//! # Dropout
//!
//! When units of a network learn to rely on each other, each one is useless alone, and the network knows its training
//! data rather than the subject. **Dropout** breaks up such teams: in every training step it sets some of the
//! activations (the outputs of a layer) to zero, chosen at random, and different ones each time. Whatever is left has
//! to manage without them.
//!
//! `rate` is the probability that an activation is dropped, so it is kept with probability `1 - rate`. If 40 % are
//! missing, the next layer receives less than it will later, when nothing is missing. So those that are kept are made
//! larger by just as much, and the average stays what it was. That is called **inverted** dropout:
//!
//! ```text
//! in training, x becomes
//!     0                 with probability rate
//!     x / (1 - rate)    otherwise
//!
//! in evaluation, x stays x
//! ```
//!
//! **In evaluation**, when the network is measured or used, nothing is dropped and nothing is rescaled.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `activations` | `(n,)` | the outputs of a layer |
//! | `rate` | a number, from 0 up to but not 1 | the probability of being dropped |
//! | `training` | yes or no | whether this is training or evaluation |
//! | `seed` | a whole number | where your random numbers start |
//! | result | `(n,)` | what the next layer gets |
//!
//! Worked by hand: activations `[3, 6, 9, 12]`, rate 0.25. Suppose chance drops the second. The others are divided by
//! 0.75, and the result is `[4, 0, 12, 16]`. Its mean is 8, that of the activations 7.5; over many draws the means
//! agree.
//!
//! Random numbers: `let mut random = random(seed);` gives a generator that starts the same way for the same seed, and
//! `random.r#gen::<f32>()` the next number, anywhere from 0 to 1. (`gen` is a word that Rust keeps for itself, hence
//! the `r#`.)
//!
//! Numbers out of a tensor and back: `activations.as_vec()` is a `Vec<f32>`, and
//! `device().tensor_from_vec(numbers, (n,))` makes a vector of shape `(n,)` of one. Which activations are dropped is
//! yours to draw, so the answer is judged by its statistics.

use course::demo;
use gradlings::prelude::*;

/// Inverted dropout while `training`; otherwise the activations as they are.
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    todo!("drop each activation with probability `rate`, and rescale the others")
}

fn main() {
    Exercise::new()
        .offer("dropout", function(dropout))
        .show("what is dropped", || demo::drops(dropout))
        .serve()
}
