//! # Gates
//!
//! `rnn_cell` writes its whole state anew at every step, and a gradient that goes back through fifty of them has nearly
//! vanished. A **gated recurrent unit** (GRU) decides for every number of the state how much of it to keep. Two **gates**
//! do that. They are numbers from 0 to 1, made by a sigmoid out of the new input and the old state:
//!
//! ```text
//! r    = sigmoid(x w_r + b_r + h u_r + c_r)
//! z    = sigmoid(x w_z + b_z + h u_z + c_z)
//! n    = tanh(x w_n + b_n + r * (h u_n + c_n))
//! next = (1 - z) * n + z * h
//! ```
//!
//! The **reset gate** `r` says how much the new proposal `n` takes from the old state. The **update gate** `z` says how
//! much stays: where it is 1 the old number is kept as it is, and so is its gradient. `*` goes element by element;
//! products with `w` and `u` are matrix products.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, inputs)` | one row per sequence: its input |
//! | `h` | `(batch, units)` | its state before the step |
//! | `w` | three of `(inputs, units)` | for `r`, `z`, `n`, in that order |
//! | `u` | three of `(units, units)` | the same for the state |
//! | `b`, `c` | three of `(units,)` each | the biases that go with `w` and with `u` |
//! | result | `(batch, units)` | the state after the step |
//!
//! Mind the last bracket of `n`: `r` multiplies the product `h u_n` and its bias, not `h` before the product. That is
//! how PyTorch has it; the paper and others put `r` before the product.
//!
//! Worked by hand, one input and one unit: `x = [[1]]`, `h = [[2]]`.
//!
//! ```text
//! r: w = 1, b =  1,   u = -1, c = 0
//!    sigmoid(1 + 1 - 2 + 0)       = 0.5
//! z: w = 0, b =  0,   u =  0, c = ln 3
//!    sigmoid(ln 3)                = 0.75
//! n: w = 2, b = -2.5, u =  3, c = -4
//!    tanh(2 - 2.5 + 0.5 * (6 - 4)) = 0.4621
//! next: 0.25 * 0.4621 + 0.75 * 2  = 1.6155
//! ```
//!
//! `linear(x, w, b)` is **your own** `x w + b`. In dfdx, `.sigmoid()` and `.tanh()` work on every number, and `1 - z` is
//! written `-z + 1.0`. A tensor that is needed again is lent as `h.with_empty_tape()`, and `w[0].with_empty_tape()` takes
//! one of the three. The old state brings the tape of **all earlier steps** along, so one use has to be `h` itself, and one
//! `x` itself, which may come from a layer below. `two_steps` is checked to see that nothing is lost.
//!
//! Speech and translation ran on such cells for years; state-space models such as Mamba still have gates of this kind.
//! (Cho and others: *Learning Phrase Representations using RNN Encoder-Decoder*, 2014.)

use gradlings::prelude::*;

#[path = "../05_network/linear.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod linear;

use linear::linear;

/// The state of every sequence after one more input.
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let part = |of: &Matrix<T>, by: &Matrix<T>, bias: &Vector<T>| {
        let (by, bias) = (by.with_empty_tape(), bias.with_empty_tape());
        linear(of.with_empty_tape(), by, bias)
    };
    let r = (part(&x, &w[0], &b[0]) + part(&h, &u[0], &c[0])).sigmoid();
    let z = (part(&x, &w[1], &b[1]) + part(&h, &u[1], &c[1])).sigmoid();
    let old = part(&h, &u[2], &c[2]);
    let new = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let n = (new + r * old).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

/// Ready to use: the state after two inputs, one after the other, with your `gru`.
pub fn two_steps<T: Tape<f32, Dev>>(
    first: Matrix<T>,
    second: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let again = |of: &Vec<Matrix<T>>| of.iter().map(Tensor::with_empty_tape).collect();
    let biases = |of: &Vec<Vector<T>>| of.iter().map(Tensor::with_empty_tape).collect();
    let h = gru(first, h, again(&w), again(&u), biases(&b), biases(&c));
    gru(second, h, w, u, b, c)
}

fn main() {
    Exercise::new()
        .offer("gru", gradient(gru))
        .offer("two_steps", gradient(two_steps))
        .serve()
}
