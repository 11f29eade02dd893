//! # A tape
//!
//! You never differentiate by hand: `loss.backward()` does it. It can, because the library keeps a **tape**. Every
//! operation writes down what it was and where its numbers came from, and that makes a **graph**. You write the part
//! that goes through it, from the result back to the inputs.
//!
//! The **gradient** of a number says how fast the result grows with it. That of the result itself is 1. An operation
//! hands its gradient on to the numbers that it used, each time with a factor of its own, the slope of the operation
//! (the **chain rule**):
//!
//! ```text
//! c = a + b      grad a += grad c
//!                grad b += grad c
//! c = a * b      grad a += grad c * b
//!                grad b += grad c * a
//! c = tanh a     grad a += grad c * (1 - c^2)
//! ```
//!
//! All the others start from 0, and it is `+=`: a number that is used **twice** moves the result in two ways, and they
//! add up. So a number may hand its gradient on only when that is complete. In `graph.ops` every number comes after
//! those that it was made from, so the order from the last to the first will do.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `graph.ops` | one per number | where it came from, an `Op` |
//! | `graph.values` | one per number | what came out |
//! | result | one per number | the gradient of the last number with respect to each; 0 for a constant |
//!
//! An `Op` is `Op::Input`, `Op::Constant`, `Op::Add(a, b)`, `Op::Mul(a, b)` or `Op::Tanh(a)`, where `a` and `b` are places
//! that count from 0: `Op::Add(0, 2)` adds the first number and the third. **Tanh** bends any number into the range from -1
//! to 1.
//!
//! Worked by hand: a = 2, b = -3, c = a * b = -6, d = c + a = -4. The gradient of d is 1, and d hands 1 on to c and 1 to
//! a. Then c hands 1 * b = -3 on to a, which makes 1 - 3 = -2, and 1 * a = 2 to b. The result is `[-2, 2, 1, 1]`.
//!
//! The tapes of PyTorch and dfdx do the same with whole tensors. (Rumelhart, Hinton, Williams: *Learning representations
//! by back-propagating errors*, 1986.)

use course::graph::{self, Graph, Op};
use gradlings::prelude::*;

/// The gradient of the last number of the graph with respect to each of its numbers.
pub fn backward(graph: Graph) -> Vec<f32> {
    todo!("go through the operations from the last to the first")
}

fn main() {
    Exercise::new()
        .offer("backward", function(backward))
        .show("a graph, number by number", || graph::draw(backward))
        .serve()
}
