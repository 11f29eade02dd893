//! # Momentum
//!
//! Many losses are like a long, narrow valley. Across it the slope is steep, and only a small rate keeps the steps from
//! jumping from side to side; along it the slope is gentle, and with a small rate each step is tiny. **Momentum** lets the
//! weights roll like a heavy ball. They have a **velocity**, in which the gradients add up: what pulls the same way in
//! every step grows, and what changes its sign cancels out.
//!
//! ```text
//! velocity = momentum * velocity + gradient
//! weight   = weight - rate * velocity
//! ```
//!
//! This is done for each weight by itself, and it is the new velocity that moves it. `momentum` is the share of the
//! velocity that is left after a step: with 0 it is plain gradient descent, and 0.9 is usual. A gradient that stays the
//! same then adds up to `1 + 0.9 + 0.81 + ...` = 10 times itself.
//!
//! `roll` takes steps down a bowl, whose lowest point is at 0. Every weight has its own **curvature** c, large where the
//! bowl is steep:
//!
//! ```text
//! loss     = (c_0 * w_0^2 + c_1 * w_1^2 + ...) / 2
//! gradient of w_i = c_i * w_i
//! ```
//!
//! It begins at rest, with a velocity of 0 for each weight. In each step the gradient is the one at the place where the
//! weights are now, and the velocity is the one that the step before has left.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `weights`, `velocity` | n | one of each for every weight, before the step |
//! | `gradient` | n | the gradient of the loss by each weight |
//! | `rate`, `momentum` | | the learning rate; how much velocity is left |
//! | `curvatures` | n | how steep the bowl is along each weight |
//! | `steps` | | how many steps; may be 0 |
//! | result of `momentum_step` | n, n | the weights and the velocity after the step |
//! | result of `roll` | `steps` rows of n | the weights after each step |
//!
//! Worked by hand: weight 1, velocity 0.5, gradient 2, rate 0.1, momentum 0.9. The velocity becomes 0.45 + 2 = 2.45, and
//! the weight 1 - 0.245 = 0.755. A roll from weight 1 with curvature 2, rate 0.1 and momentum 0.5: gradient 2, velocity
//! 2, weight 0.8; then gradient 1.6, velocity 1 + 1.6 = 2.6, weight 0.54.
//!
//! PyTorch's `SGD` with `momentum=0.9` does exactly this, and ResNets were trained with it. Some books multiply by the
//! rate inside the velocity. (Polyak: *Some methods of speeding up the convergence of iteration methods*, 1964.)

use course::demo;
use gradlings::prelude::*;

/// The weights and the velocity after one step.
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for (i, weight) in weights.iter_mut().enumerate() {
        velocity[i] = momentum * velocity[i] + gradient[i];
        *weight -= rate * velocity[i];
    }
    (weights, velocity)
}

/// The weights after each of `steps` steps down the bowl.
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut velocity = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for _ in 0..steps {
        let pairs = weights.iter().zip(&curvatures);
        let gradient = pairs.map(|(weight, curvature)| curvature * weight);
        let gradient = gradient.collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

fn main() {
    Exercise::new()
        .offer("momentum_step", function(momentum_step))
        .offer("roll", function(roll))
        .show("a ball beside plain descent", || demo::rolls(roll))
        .serve()
}
