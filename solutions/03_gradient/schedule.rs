//! # Learning rate schedule
//!
//! A large rate gets far, a small one gets close. In batches the gradient is only an estimate, and at a constant rate the
//! weights never come to rest: they keep jumping about the lowest point, the further the larger the rate is. So a training
//! lets the rate fall, here along half a wave of a **cosine**: slowly at first, slowly again at the end, from `peak` down
//! to `floor`. And it does not begin at the peak. The first gradients are the largest, and Adam's moments are made of very
//! few of them, so the rate rises step by step to the peak first. That is the **warm-up**.
//!
//! ```text
//! done = step + 1
//!
//! while done <= warmup:
//!   rate  = peak * done / warmup
//! after that, while done <= total:
//!   share = (done - warmup) / (total - warmup)
//!   rate  = floor + (peak - floor)
//!                   * (1 + cos(pi * share)) / 2
//! and later:
//!   rate  = floor
//! ```
//!
//! Steps are numbered from 0, so `done` counts the steps with this one. The first rate is `peak / warmup` and not 0, which
//! would be a step to nowhere. The last step of the warm-up has the peak, and the last step of all has the floor: nothing
//! jumps where the pieces meet. Without warm-up, `warmup` = 0, the cosine begins at once.
//!
//! `descend` uses it. It goes down the bowl of `momentum` by plain gradient descent, `w_i - rate * c_i * w_i`, and every
//! step has the rate of its own number. Its `steps` are the `total` of the schedule.
//!
//! | name | meaning |
//! |---|---|
//! | `step` | the number of the step, from 0; may be `total` or more |
//! | `warmup` | how many steps the warm-up has, from 0 to `total` |
//! | `total` | how many steps the training has |
//! | `peak`, `floor` | the largest rate, and the one at the end |
//! | `weights`, `curvatures` | n numbers each: where it begins, and the bowl |
//! | result of `learning_rate` | the rate of this step |
//! | result of `descend` | `steps` rows of n: the weights after each step |
//!
//! Worked by hand: warmup 2, total 6, peak 1, floor 0.2. The first two rates are 1/2 and 1. Then the shares are 1/4, 2/4,
//! 3/4 and 1, their cosines 0.707, 0, -0.707 and -1, and the rates 0.883, 0.6, 0.317 and 0.2.
//!
//! `std::f32::consts::PI` is pi, and `x.cos()` the cosine. GPT-3 and Llama were trained with a warm-up and a cosine that
//! ends at a tenth of the peak. (Loshchilov, Hutter: *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017.)

use course::demo;
use gradlings::prelude::*;

/// The rate of step number `step`, counted from 0.
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        let wave = (1.0 + (std::f32::consts::PI * share).cos()) / 2.0;
        floor + (peak - floor) * wave
    } else {
        floor
    }
}

/// The weights after each of `steps` steps down the bowl.
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = Vec::new();
    for step in 0..steps {
        let rate = learning_rate(step, warmup, steps, peak, floor);
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
        path.push(weights.clone());
    }
    path
}

fn main() {
    Exercise::new()
        .offer("learning_rate", function(learning_rate))
        .offer("descend", function(descend))
        .show("the schedule at work", || demo::scheduled(learning_rate))
        .serve()
}
