//! # Which side
//!
//! A line divides a square. A **classifier** that sees points with their sides can find the line: it gives each side a
//! number, and the larger one is its answer.
//!
//! ```text
//! network = device().build_module::<Network, f32>()
//! adam = Adam::new(&network, settings)
//! gradients = network.alloc_grads()
//! for each epoch:
//!   logits = network.forward_mut(
//!       training.points(&all).traced(gradients))
//!   loss = cross_entropy_with_logits_loss(
//!       logits, training.one_hot(&all))
//!   report::metric("loss", epoch, loss.array())
//!   gradients = loss.backward()
//!   adam.update(&mut network, &gradients).unwrap()
//!   network.zero_grads(&mut gradients)
//! ```
//!
//! | name | meaning |
//! |---|---|
//! | `training` | the points to learn from; `all` is `0, 1, 2, ...`, as many as it has |
//! | `validation` | other points, to measure on |
//! | `epochs` | how many steps, each on all points |
//! | result | the trained network, and the share of validation points whose larger number is their side's |
//!
//! Worked by hand: of 4 validation points the network names the side of 3, so the share is 0.75.

use course::Sides;
use gradlings::prelude::*;

/// From a point to a number for each side.
pub type Network = Linear<2, 2>;

/// How fast the weights change.
pub fn settings() -> AdamConfig {
    AdamConfig {
        lr: 0.1,
        ..AdamConfig::default()
    }
}

/// The trained network, and its accuracy on the validation points.
pub fn train(training: Sides, validation: Sides, epochs: usize) -> (Built<Network>, f32) {
    todo!("train on `training`, then measure on `validation`")
}

fn main() {
    Exercise::new().offer("train", classifier(train)).serve()
}
