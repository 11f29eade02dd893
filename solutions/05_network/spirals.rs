//! # Two spirals
//!
//! You have built everything that a training needs: a network (`mlp`), a loss (`cross_entropy`) and a rule for changing the
//! parameters (`adam`). Now put them together. Two spirals wind around each other, one and a half times. Which of them does
//! a point belong to? The best straight line gets two thirds of the points right. So the network has to bend its **decision
//! boundary**, the line where its answer changes from one class to the other.
//!
//! ```text
//! m and v begin at 0
//! for t in 1 ..= steps:
//!   forward    the logits of all points
//!   loss       their cross-entropy
//!   backward   the gradient of the loss
//!   step       m, v with the gradient,
//!              then Adam's step number t
//! ```
//!
//! A gradient is right only for the parameters at which it was computed, so each step goes through all four parts. Only the
//! parameters, m, v and t carry over from one step to the next.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(n, inputs)` | a point in each row |
//! | `labels` | `(n,)` | the class of each point, from 0 |
//! | `parameters` | | the weights and biases of all layers |
//! | `steps` | | how many steps there are |
//! | result of `train` | | the parameters after the last step |
//! | result of `predict` | n | for each point the class with the largest logit |
//!
//! `predict` works for any number of classes. It needs no softmax, which would not change the order of the logits.
//!
//! Worked by hand: one layer of zeros with two inputs and two outputs, and one point, `[1, -2]` of class 1. Both logits
//! are 0, so the loss is ln 2 = 0.693. Adam's first step moves every parameter by 0.01, which is `RATE`, against its gradient: the
//! weights become `[[-0.01, 0.01], [0.01, -0.01]]`, the biases `[-0.01, 0.01]`. Now the logits are -0.04 and 0.04, and the
//! second loss is 0.654.
//!
//! `network(&parameters)` is your `Mlp` with these parameters, and `x.leaky_trace()` is `x` with a tape. The gradient,
//! `parameters.gradient(loss.backward())`, is one list in the order of `parameters.numbers()`, as your `moments` and
//! `adam_step` take it. `parameters.with(numbers)` puts other numbers into the same shapes. Report each loss as `loss`, with its
//! t. `show(&parameters, &x, &labels, t)` at the end of each step lets you see the boundary move: the plane is blue where the
//! network says 0 and red where it says 1, and the points are brighter, each in the colour of its own class.
//!
//! After 300 steps on 200 points, a network with 1,218 parameters has to get at least **98 %** of 2,000 new points right.
//!
//! GPT-3 was trained by the same loop, with a new batch of text in each step. (Lang and Witbrock: *Learning to Tell Two
//! Spirals Apart*, 1988.)

use course::{Parameters, demo};
use gradlings::prelude::*;

#[path = "../03_gradient/adam.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod adam;
#[path = "../02_losses/cross_entropy.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod cross_entropy;
#[path = "mlp.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod mlp;

use adam::{adam_step, moments};
use cross_entropy::cross_entropy;
use mlp::Mlp;

/// The learning rate.
pub const RATE: f32 = 0.01;

/// The parameters after so many steps of Adam, each on all points.
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

/// The class that the network takes each point for.
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_traced());
    let (_, classes) = *logits.shape();
    let logits = logits.as_vec();
    let largest = |row: &[f32]| (0..classes).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let answers = logits.chunks(classes).map(largest);
    answers.map(|class| class.unwrap_or(0)).collect()
}

/// Ready to use: your network with these parameters. The tape keeps a gradient for each of them.
pub fn network(parameters: &Parameters) -> Mlp<Recording> {
    let Parameters { weights, biases } = parameters;
    Mlp {
        weights: weights.iter().map(|matrix| matrix.retaped()).collect(),
        biases: biases.iter().map(|vector| vector.retaped()).collect(),
    }
}

/// Ready to use: shows after every fifth step what the network says of each place of the plane, and the points on top.
pub fn show(parameters: &Parameters, x: &Matrix, labels: &Labels, t: usize) {
    if t == 1 || t % 5 == 0 {
        demo::plane(t, x, labels, |places| {
            let logits = network(parameters).forward(places.leaky_traced());
            logits.split_tape().0
        });
    }
}

fn main() {
    Exercise::new()
        .offer("predict", function(predict))
        .offer("train", training(train))
        .serve()
}
