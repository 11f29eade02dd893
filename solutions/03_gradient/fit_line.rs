//! # Fit a line
//!
//! The smallest training there is: find the line that comes nearest to some points. The model is
//! `prediction = slope * x + bias`, with two parameters, and the loss is the mean squared error over all points.
//!
//! ```text
//! start with slope = 0 and bias = 0
//! `steps` times:
//!     prediction = slope * x + bias, for every point
//!     loss  = mean of (prediction - y)^2
//!     slope = slope - RATE * gradient of the slope
//!     bias  = bias  - RATE * gradient of the bias
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x`, `y` | `(n,)` | the points |
//! | `steps` | | how many steps there are; always 200 or more |
//! | result | two numbers | the slope and the bias in the end |
//!
//! You choose the learning rate. Too small, and the line is not there yet after the last step; too large, and
//! every step jumps further past the goal than the last one, until the loss is infinite. The `x` are between -3 and 3.
//! Try 1.0 first and look at the curve of the loss, then 0.1. The result may be off by 0.002.
//!
//! Let dfdx find the gradients. `slope.leaky_trace()` is a copy of `slope` with an empty tape, and what is done with the
//! copy is recorded. From the loss, `let gradients = loss.backward()` plays the tape back, and `gradients.get(&slope)`
//! is the gradient, a tensor like `slope`. Do this anew in every step, with an empty tape each time. In
//! `a * b`, the one with the tape has to be `a`.
//!
//! Worked by hand, one step at rate 0.1 for the two points (1, 2) and (-1, 0): both predictions are 0, so the loss is
//! `(4 + 0) / 2` = 2. Its gradients are -2 for the slope and -2 for the bias, so both become 0.2. In the end, both
//! are 1.
//!
//! Report on the way, so that the screen can draw it: `report::metric("loss", step, loss.array())`, where `.array()`
//! makes an `f32` of the loss, and `report::progress(step + 1, steps, 1, 1)`.

use course::demo;
use gradlings::prelude::*;

/// The learning rate.
const RATE: f32 = 0.1;

/// Slope and bias of the line nearest to the points, found by `steps` steps of gradient descent.
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    // A number has no shape of its own to multiply with `x`; this repeats it for every point:
    // slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x)
    for step in 0..steps {
        let slopes = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let biases = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let prediction = slopes * x.clone() + biases;
        let loss = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);

        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

fn main() {
    Exercise::new()
        .offer("fit_line", training(fit_line))
        .show("the line as it moves", || demo::fit(fit_line))
        .serve()
}
