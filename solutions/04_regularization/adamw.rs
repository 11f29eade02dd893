//! # AdamW
//!
//! L2 puts a price on squared weights. With `decay / 2 * w^2` in the loss, `decay * w` comes into the gradient, and a step
//! of plain gradient descent pulls every weight towards zero by `rate * decay * w`. With Adam it does something else.
//! Adam divides by the usual size of the gradients, and the pull is divided with them: a weight with large gradients is
//! hardly pulled at all, and one with next to no gradient by nearly a whole step, however small `decay` is.
//!
//! **AdamW** takes the pull out of the gradient. The weight is shrunk by itself, and Adam never hears of it. That is
//! **decoupled** weight decay.
//!
//! ```text
//! Adam with L2:
//!   gradient = gradient + decay * w
//!   m, v     = the moments with this gradient
//!   w        = w after Adam's step
//!
//! AdamW:
//!   m, v     = the moments with the gradient as it is
//!   w        = w - rate * decay * w
//!   w        = w after Adam's step, which begins here
//! ```
//!
//! As in `l2`, a bias is left alone: it takes Adam's step, and no decay. Here the parameters are those of one unit, its
//! weights and in the last place its bias.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `parameters` | n, at least 1 | the weights, and the bias last |
//! | `gradient` | n | the gradient of the loss, without any penalty |
//! | `m`, `v` | n | Adam's moments before this step |
//! | `t` | | the number of the step, from 1 |
//! | `rate`, `decay` | | the learning rate; how hard weights are pulled |
//! | result | n, n, n | the parameters, m and v after the step |
//!
//! Worked by hand: a weight 2, a bias 2, both gradients 3, m and v 0, t = 1, rate 0.1, decay 0.5. With L2 the weight's
//! gradient becomes 3 + 0.5 * 2 = 4. But Adam's first step is as long as the rate, be the gradient 3 or 4, so weight and
//! bias both become 1.9: no decay to be seen. AdamW first shrinks the weight to 2 - 0.1 * 0.5 * 2 = 1.9, and Adam's step
//! takes it to 1.8; the bias becomes 1.9.
//!
//! Adam is **your own**: the line `pub mod adam;` brings in your file `adam.rs`, and `moments(m, v, gradient)` and
//! `adam_step(parameters, m, v, t, rate)` are the functions that you wrote there.
//!
//! PyTorch's `Adam` with a `weight_decay` is the first of the two, its `AdamW` the second. Llama was trained with AdamW.
//! (Loshchilov, Hutter: *Decoupled Weight Decay Regularization*, 2019.)

use course::demo;
use gradlings::prelude::*;

#[path = "../03_gradient/adam.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod adam;

use adam::{adam_step, moments};

/// One step of Adam with L2 in the loss: the parameters and both moments after it.
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let bias = parameters.len() - 1;
    for (pulled, weight) in gradient[..bias].iter_mut().zip(&parameters) {
        *pulled += decay * weight;
    }
    let (m, v) = moments(m, v, gradient);
    let parameters = adam_step(parameters, m.clone(), v.clone(), t, rate);
    (parameters, m, v)
}

/// One step of AdamW: the parameters and both moments after it.
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let bias = parameters.len() - 1;
    for weight in &mut parameters[..bias] {
        *weight -= rate * decay * *weight;
    }
    let (m, v) = moments(m, v, gradient);
    let parameters = adam_step(parameters, m.clone(), v.clone(), t, rate);
    (parameters, m, v)
}

fn main() {
    Exercise::new()
        .offer("adam_l2", function(adam_l2))
        .offer("adamw", function(adamw))
        .show("weights by size", || demo::decays(adam_l2, adamw))
        .serve()
}
