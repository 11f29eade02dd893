//! # A network
//!
//! Two linear layers in a row are no more than one: a weighted sum of weighted sums is a weighted sum. So something that
//! is not linear stands **between** them, an **activation**. The usual one is the **ReLU**, `max(x, 0)` for every
//! number. Layers with activations between them are a **multilayer perceptron**, and with enough units it comes as near
//! as you like to any continuous function on a bounded region.
//!
//! ```text
//! h      = relu(x * W_1 + b_1)
//! h      = relu(h * W_2 + b_2)
//! ...
//! output = h * W_n + b_n
//! ```
//!
//! **Nothing follows the last layer.** Its outputs are predictions or logits, and those may be negative.
//!
//! A network is also known by its size, the number of its **parameters**: all numbers that training may change. A layer
//! has `inputs * outputs` weights and `outputs` biases.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `weights` | one `(inputs, outputs)` per layer | from the first layer to the last |
//! | `biases` | one `(outputs,)` per layer | in the same order |
//! | `x` | `(batch, inputs of the first layer)` | one row per example |
//! | result of `parameters` | | how many there are |
//! | result of `forward` | `(batch, outputs of the last layer)` | one row per example |
//!
//! Worked by hand: two layers with the weights `[[1, -1]]` and `[[2], [3]]`, the biases `[0, 1]` and `[4]`. They have
//! 2 + 2 and 2 + 1 parameters, together 7. For the input `[[3]]` the first layer gives `[3, -2]`, the ReLU makes it
//! `[3, 0]`, and the last layer `[[3 * 2 + 0 * 3 + 4]]` = `[[10]]`.
//!
//! The layers are **your own**: the line `pub mod linear;` brings in your file `linear.rs`, and
//! `linear(x, weights, bias)` is the function that you wrote there. For `(inputs, outputs)` of a matrix there is `*matrix.shape()`, and
//! `h.relu()` is the activation.
//!
//! The network that reads digits, in chapter 07, ends in two such layers, and so does every block of GPT-2, with another
//! activation between them. (Nair and Hinton: *Rectified Linear Units Improve Restricted Boltzmann Machines*, 2010.)

use gradlings::prelude::*;

#[path = "linear.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod linear;

use linear::linear;

/// A multilayer perceptron. Every layer has its weights and its bias at the same place of the two lists.
pub struct Mlp<T: Tape<f32, Dev> = NoneTape> {
    pub weights: Vec<Matrix<T>>,
    pub biases: Vec<Vector<T>>,
}

impl<T: Tape<f32, Dev>> Mlp<T> {
    /// How many numbers training may change.
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|matrix| {
            let (inputs, outputs) = *matrix.shape();
            inputs * outputs
        });
        let biases = self.biases.iter().map(|vector| vector.shape().0);
        weights.chain(biases).sum()
    }

    /// The outputs of the last layer for every example of the batch.
    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            if layer > 0 {
                h = h.relu();
            }
            h = linear(h, weights, bias);
        }
        h
    }
}

/// Given: one number made of all outputs of a network with two layers, so that there is something to differentiate.
pub fn weighted_sum<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    first_weights: Matrix<T>,
    first_bias: Vector<T>,
    last_weights: Matrix<T>,
    last_bias: Vector<T>,
    factors: Matrix,
) -> Scalar<T> {
    let network = Mlp {
        weights: vec![first_weights, last_weights],
        biases: vec![first_bias, last_bias],
    };
    (network.forward(x) * factors).sum()
}

fn main() {
    Exercise::new()
        .offer(
            "parameters",
            function(|weights, biases| Mlp::<NoneTape> { weights, biases }.parameters()),
        )
        .offer(
            "forward",
            function(|x, weights, biases| Mlp { weights, biases }.forward(x)),
        )
        .offer("gradients", gradient(weighted_sum))
        .serve()
}
