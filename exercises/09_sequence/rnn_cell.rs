//! # A network with a memory
//!
//! A layer sees one input and forgets it. Speech and text come piece by piece, and what a piece means depends on those
//! before it. A **recurrent network** therefore keeps a **state**, a vector of numbers that says what has been so far.
//! With each new input it makes the next state out of the old one, always with the same weights:
//!
//! ```text
//! next = tanh(x w + h u + b)
//! ```
//!
//! Both products are matrix products: `w` says what the new input does to the state, `u` what the old state does. The
//! **tanh** comes last, over the whole sum. It bends every number into the range from -1 to 1, so that the state stays
//! small however many steps are taken.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, inputs)` | one row per sequence: its input at this step |
//! | `h` | `(batch, units)` | one row per sequence: its state before the step |
//! | `w` | `(inputs, units)` | the weights of the input |
//! | `u` | `(units, units)` | the weights of the state |
//! | `b` | `(units,)` | the bias, one number per unit |
//! | result | `(batch, units)` | one row per sequence: its state after the step |
//!
//! A batch holds many sequences that go forward together, and none knows of another: row 3 of the result depends on row
//! 3 of `x` and of `h` alone.
//!
//! Worked by hand, with one input and two units: `x = [[2]]`, `h = [[1, -1]]`, `w = [[0.5, -1]]`, `u = [[1, 2], [3, 4]]`
//! and `b = [1, 5]`.
//!
//! ```text
//! x w = [2 * 0.5,       2 * -1       ] = [ 1, -2]
//! h u = [1 * 1 - 1 * 3, 1 * 2 - 1 * 4] = [-2, -2]
//! sum = [1 - 2 + 1,     -2 - 2 + 5   ] = [ 0,  1]
//! ```
//!
//! The result is `[[tanh 0, tanh 1]]`, which is `[[0, 0.7616]]`.
//!
//! In dfdx, `x.matmul(w)` is a matrix product (`*` goes element by element), `b.broadcast_like::<_, Axis<0>>(&sum)`
//! repeats a vector for every row of `sum`, and `sum.tanh()` works on every number. The gradients are checked too, those
//! of `h` and of `u` among them: through `h`, a network learns what it should have remembered at the step before. So use `h`
//! and `x` themselves; `h.with_empty_tape()` has the same numbers, without what the steps before have recorded.
//!
//! This is `RNNCell` of PyTorch, which has two biases where one would do, and `SimpleRNN` of Keras. The LSTM, on which
//! Google Translate ran before it had transformers, is a larger step of this kind. (Elman: *Finding Structure in Time*,
//! 1990.)

use gradlings::prelude::*;

/// The state of every sequence after one more input.
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    todo!("add both products and the bias up, then apply the tanh")
}

fn main() {
    Exercise::new()
        .offer("rnn_cell", function(rnn_cell))
        .offer("gradients", gradient(rnn_cell))
        .serve()
}
