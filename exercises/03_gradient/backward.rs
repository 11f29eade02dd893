//! # Backwards through a layer
//!
//! A network is a chain of layers, and a training needs the gradient of the loss for every number in it. Each layer is told
//! by the one after it how fast the loss rises with each of its outputs, `dy`. From that it works out how fast the loss
//! rises with its weights `w` and its bias `b`, which are trained, and with its inputs `x`, which are the outputs of the
//! layer before. So it goes back through the chain: the **backward pass**. Write it once without a tape.
//!
//! Each **unit** of the layer, a column of `w`, adds products up, adds its bias, and makes 0 of what is negative (the
//! **ReLU**):
//!
//! ```text
//! z[i][k]  = x[i][0] * w[0][k]
//!          + x[i][1] * w[1][k] + ... + b[k]
//! y[i][k]  = max(z[i][k], 0)
//! ```
//!
//! Backwards, a sum hands on what it gets to each of its terms, and a product multiplies by the other factor:
//!
//! ```text
//! dz[i][k] = dy[i][k] if z[i][k] > 0, else 0
//! dx[i][j] = dz[i][0] * w[j][0]
//!          + dz[i][1] * w[j][1] + ...
//! dw[j][k] = x[0][j] * dz[0][k]
//!          + x[1][j] * dz[1][k] + ...
//! db[k]    = dz[0][k] + dz[1][k] + ...
//! ```
//!
//! Where `z` is below 0, the output is 0 and stays 0, so nothing goes back; a `z` of exactly 0 is treated in the same way. One
//! weight serves all examples, so what they say of it is added up. It is not a mean: if the loss is a mean, `dy` has been
//! divided already.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x`, `dx` | `(n, inputs)` | a row for each example |
//! | `w`, `dw` | `(inputs, outputs)` | a column for each unit |
//! | `b`, `db` | `(outputs,)` | one number for each unit |
//! | `dy` | `(n, outputs)` | the gradient of the loss for each output |
//!
//! Worked by hand: `x` is `[[1, 2], [3, -1]]`, `w` is `[[1, 0, -1], [2, 1, 1]]`, `b` is `[0, 0, 1]`, so `z` is
//! `[[5, 2, 2], [1, -1, -3]]`. With `dy` = `[[1, 2, -1], [3, 1, 1]]`, `dz` is `[[1, 2, -1], [3, 0, 0]]`. Then `dx` is
//! `[[2, 3], [3, 6]]`, `dw` is `[[10, 2, -1], [-1, 4, -2]]`, `db` is `[4, 2, -1]`.
//!
//! Such sums are **matrix products**. `a.matmul(b)` multiplies row i of `a` by column k of `b`, element by element, and adds
//! up; here one of the two has to be transposed first, `a.permute::<_, Axes2<1, 0>>()`. The shapes say which.
//! `z.gt(0.0).choose(these, those)` has a number of `these` where z > 0, else one of `those`.
//!
//! PyTorch and JAX have a rule like this for each operation. (Goodfellow, Bengio, Courville: *Deep Learning*, 2016, section
//! 6.5.)

use gradlings::prelude::*;

/// Given: the sums `z`, before the ReLU.
pub fn sums(x: Matrix, w: Matrix, b: Vector) -> Matrix {
    let product = x.matmul(w);
    let b = b.broadcast_like::<_, Axis<0>>(&product);
    product + b
}

/// How fast the loss rises with `x`, `w` and `b`, in this order.
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    todo!("find dz, then the sums that lead from it to dx, dw and db")
}

fn main() {
    Exercise::new()
        .offer("backward", function(backward))
        .serve()
}
