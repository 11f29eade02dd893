//! # A step down
//!
//! The numbers inside a model that training changes are its **parameters**. The **gradient** of the loss has one
//! number for each of them: how much the loss rises when this parameter is raised a little. So it points
//! uphill, and one step of **gradient descent** moves every parameter a little the other way:
//!
//! ```text
//! gradient = (g_0 + g_1 + ... + g_(n-1)) / n
//! new      = old - rate * gradient
//! ```
//!
//! Here `g_i` is the gradient of the loss of example i.
//!
//! The **learning rate** `rate` says how large the step is. The gradient is the mean over the batch of n examples,
//! because the loss is: with a sum, a batch twice as large would take steps twice as long.
//!
//! Models keep their parameters in several tensors, say the weights of one layer and those of the next. Here each is a
//! vector, of any length, and its gradients are the rows of a matrix: one row per example.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `parameters` | one `(p,)` per tensor | the parameters before the step |
//! | `gradients` | one `(n, p)` per tensor | in the same order: row i is the gradient for example i |
//! | `rate` | | the learning rate |
//! | result | as `parameters` | the parameters after the step |
//!
//! Worked by hand, with one tensor of one parameter: the parameter is 2, the gradients of two examples are 3 and 5, the
//! rate is 0.1. The mean gradient is 4, so the parameter becomes `2 - 0.1 * 4` = 1.6.
//!
//! A vector times an `f32` is a vector, and two vectors of the same length can be subtracted.

use course::demo;
use gradlings::prelude::*;

/// The parameters after one step of gradient descent.
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.mean::<_, Axis<0>>() * rate)
        .collect()
}

fn main() {
    Exercise::new()
        .offer("gradient_step", function(gradient_step))
        .show("the way down", || demo::descent(gradient_step))
        .serve()
}
