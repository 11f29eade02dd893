//! # A linear layer
//!
//! A network is made of **layers**, and nearly everything that it learns is kept in layers of this kind. Each **unit** of
//! the layer multiplies every input by a weight of its own, adds the products up, and adds one more number that does not
//! depend on the inputs: its **bias**.
//!
//! The weights of one unit are one column of a matrix. So a single matrix product does this for all units, and for all
//! examples of a batch at once:
//!
//! ```text
//! output[i][k] = x[i][0] * weights[0][k]
//!              + x[i][1] * weights[1][k]
//!              + ...
//!              + bias[k]
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, inputs)` | one row per example |
//! | `weights` | `(inputs, outputs)` | one column per unit |
//! | `bias` | `(outputs,)` | one number per unit |
//! | result | `(batch, outputs)` | one row per example |
//!
//! Worked by hand: the input `[[1, 2]]`, the weights `[[3, 0, -1], [1, 2, 4]]`, the bias `[10, 20, 30]`. The first unit
//! gives 1 * 3 + 2 * 1 + 10 = 15, and the result is `[[15, 24, 37]]`.
//!
//! In dfdx, `a.matmul(b)` is the product of two matrices. Two tensors are added only if they have the same shape, and
//! `bias.broadcast_like::<_, Axis<0>>(&output)` repeats a vector for every row of `output`. These operations are
//! recorded, so the gradients, which are checked too, come by themselves.
//!
//! Most of GPT-3 is made of such layers. Keras calls one `Dense` and stores its weights as they are here; PyTorch calls it
//! `Linear` and stores them transposed, one row per unit. (Goodfellow, Bengio, Courville: *Deep Learning*, 2016, chapter
//! 6.)

use gradlings::prelude::*;

/// The outputs of the layer for every example of the batch.
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    todo!("multiply the matrices, then add the bias to every row")
}

/// Given: one number made of all outputs, each times a factor of its own, so that there is something to differentiate.
pub fn weighted_sum<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    weights: Matrix<T>,
    bias: Vector<T>,
    factors: Matrix,
) -> Scalar<T> {
    (linear(x, weights, bias) * factors).sum()
}

fn main() {
    Exercise::new()
        .offer("linear", function(linear))
        .offer("gradients", gradient(weighted_sum))
        .serve()
}
