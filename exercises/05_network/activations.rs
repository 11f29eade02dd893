//! # Activations
//!
//! Linear layers alone, however many, are no more than one. So a function that bends stands between them and is applied to
//! every number by itself: the **activation function**, or activation for short. On the way back, the gradient of each
//! number is multiplied by the **slope** of the activation there. Where the slope is 0, nothing comes through, and nothing
//! is learned. Three of them:
//!
//! ```text
//! relu(x)    = max(x, 0)
//! sigmoid(x) = 1 / (1 + exp(-x))
//! gelu(x)    = x * Phi(x)
//! ```
//!
//! **ReLU** has slope 1 above 0 and slope 0 below. At 0 itself it has a kink and no slope, so a choice is needed: 0, as in
//! PyTorch.
//!
//! **Sigmoid** gives numbers between 0 and 1. With s for its value at x, its slope there is s * (1 - s), 1/4 at most. Far
//! from 0 it is nearly flat. There `exp` may be infinite, and infinity divided by infinity is no number (NaN); the
//! formula above never does that.
//!
//! **GELU** is a ReLU without the kink. `Phi(x)` is the probability that a number drawn from the standard normal
//! distribution is below x, and its slope `phi(x)` is the bell curve. A product has two factors that can change:
//!
//! ```text
//! Phi(x) = (1 + erf(x / sqrt(2))) / 2
//! phi(x) = exp(-x * x / 2) / sqrt(2 * pi)
//! slope  = Phi(x) + x * phi(x)
//! ```
//!
//! The function `erf` is given. There are approximations without it; this is the exact GELU.
//!
//! | name | meaning |
//! |---|---|
//! | `x` | any number |
//! | results | the value at `x`, then the slope at `x` |
//!
//! Worked by hand: ReLU has value 3 and slope 1 at 3, value 0 and slope 0 at -3. At ln 3, `exp(-x)` is 1/3, so the sigmoid
//! has value 0.75 and slope 0.75 * 0.25 = 0.1875. At 1, Phi is 0.8413 and phi 0.2420, so GELU has value 0.8413 and slope
//! 1.0833; at -1 they are -0.1587 and -0.0833.
//!
//! For an `f64` there are `x.max(0.0)`, `x.exp()` and `x.sqrt()`; the root of 2 is `2_f64.sqrt()`.
//!
//! ResNets use ReLU. PyTorch's `GELU` is this one unless told otherwise, and GPT-2 uses an approximation by a tanh.
//! (Hendrycks and Gimpel: *Gaussian Error Linear Units*, 2016.)

use course::{demo, erf};
use gradlings::prelude::*;
use std::f64::consts::PI;

/// The ReLU: its value and its slope at `x`.
pub fn relu(x: f64) -> (f64, f64) {
    todo!("the larger of x and 0, then 1 or 0")
}

/// The sigmoid: its value and its slope at `x`.
pub fn sigmoid(x: f64) -> (f64, f64) {
    todo!("work out the value; the slope follows from it")
}

/// The exact GELU: its value and its slope at `x`.
pub fn gelu(x: f64) -> (f64, f64) {
    todo!("work out Phi and phi at x, and put them together")
}

fn main() {
    Exercise::new()
        .offer("relu", function(relu))
        .offer("sigmoid", function(sigmoid))
        .offer("gelu", function(gelu))
        .show("functions and their slopes", || {
            demo::bends("ReLU", relu);
            demo::bends("sigmoid", sigmoid);
            demo::bends("GELU", gelu);
        })
        .serve()
}
