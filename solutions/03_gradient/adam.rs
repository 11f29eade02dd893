//! # Adam
//!
//! One learning rate has to fit all weights, but the gradients of some are a thousand times as large as those of others.
//! **Adam** gives every weight a pace of its own: it divides by the usual size of this weight's gradients. For that it
//! keeps two running means for each weight, its **moments**: m of the gradients, much like a velocity, and v of their
//! squares.
//!
//! ```text
//! m = BETA_1 * m + (1 - BETA_1) * gradient
//! v = BETA_2 * v + (1 - BETA_2) * gradient^2
//! ```
//!
//! Both begin at 0, so at first they are too small: after one step, m is only a tenth of the gradient. **Bias correction**
//! makes up for it. In step t, which is 1 for the first step:
//!
//! ```text
//! m_hat  = m / (1 - BETA_1^t)
//! v_hat  = v / (1 - BETA_2^t)
//! weight = weight
//!          - rate * m_hat / (sqrt(v_hat) + EPSILON)
//! ```
//!
//! All of this is done for each weight by itself. EPSILON stands outside the root, and is added after the correction; it
//! keeps a weight that never had a gradient from dividing 0 by 0. The moments themselves stay uncorrected.
//!
//! `adam` goes down the bowl of `momentum`, where the gradient of `w_i` is `c_i * w_i`. In each step it takes the gradient
//! at the weights of now, brings the moments up to date, then moves the weights.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `weights`, `gradient` | n | one of each for every weight |
//! | `m`, `v` | n | its moments |
//! | `t` | | the number of the step, from 1 |
//! | `rate`, `steps` | | the learning rate; how many steps, maybe 0 |
//! | `curvatures` | n | the c of every weight |
//! | result of `moments` | n, n | m and v with one more gradient in them |
//! | result of `adam_step` | n | the weights after step t |
//! | result of `adam` | `steps` rows of n | the weights after each step |
//!
//! Worked by hand: weight 1, curvature 2, rate 0.1. The gradient is 2, so m = 0.2 and v = 0.004. With t = 1, m_hat is
//! 0.2 / 0.1 = 2 and v_hat 0.004 / 0.001 = 4, and the weight becomes 1 - 0.1 * 2 / 2 = 0.9. The first step is as long as
//! the rate, however large the gradient is. The second one leads to 0.8004.
//!
//! `x.powi(t as i32)` is x to the power of t. PyTorch's `Adam` computes just this, and the first transformer was trained
//! with it. (Kingma, Ba: *Adam: A Method for Stochastic Optimization*, 2015.)

use course::demo;
use gradlings::prelude::*;

/// How much of m is left in each step.
pub const BETA_1: f32 = 0.9;
/// How much of v is left in each step.
pub const BETA_2: f32 = 0.999;
/// What is added to the root.
pub const EPSILON: f32 = 1e-8;

/// Both moments, with one more gradient in them.
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for (i, gradient) in gradient.into_iter().enumerate() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient;
        v[i] = BETA_2 * v[i] + (1.0 - BETA_2) * gradient * gradient;
    }
    (m, v)
}

/// The weights after step number `t`, with moments that are up to date.
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let m_correction = 1.0 - BETA_1.powi(t as i32);
    let v_correction = 1.0 - BETA_2.powi(t as i32);
    for (i, weight) in weights.iter_mut().enumerate() {
        let m_hat = m[i] / m_correction;
        let v_hat = v[i] / v_correction;
        *weight -= rate * m_hat / (v_hat.sqrt() + EPSILON);
    }
    weights
}

/// The weights after each of `steps` steps down the bowl.
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut m = vec![0.0; weights.len()];
    let mut v = m.clone();
    let mut path = Vec::new();
    for t in 1..=steps {
        let pairs = weights.iter().zip(&curvatures);
        let gradient = pairs.map(|(weight, curvature)| curvature * weight);
        (m, v) = moments(m, v, gradient.collect());
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        path.push(weights.clone());
    }
    path
}

fn main() {
    Exercise::new()
        .offer("moments", function(moments))
        .offer("adam_step", function(adam_step))
        .offer("adam", function(adam))
        .show("three ways down", || demo::three_ways(adam))
        .serve()
}
