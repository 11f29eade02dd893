//! # Back through time
//!
//! `rnn_cell` takes one step. To learn, a network has to be told how good all of its steps were: it reads the sequence
//! from the first input to the last, says after each what it expects, and all of that makes **one loss**. `backward`
//! then goes the same way back, through every step to the first one, and the same weights collect a gradient at each:
//! **backpropagation through time**.
//!
//! ```text
//! for each step:
//!   h      = rnn_cell(x of the step, h, w, u, b)
//!   logits = h v + c
//!   l      = the sum of
//!            -log_softmax(logits) * target
//! loss = all l added up / number of targets
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | for each step `(batch, inputs)` | one row per sequence |
//! | `targets` | for each step `(batch, classes)` | a 1 at the right class |
//! | `h` | `(batch, units)` | the state before the first step |
//! | `w`, `u`, `b` | as in `rnn_cell` | the weights of the cell |
//! | `v`, `c` | `(units, classes)`, `(classes,)` | from a state to logits |
//! | result | | the mean loss of a target |
//!
//! A sequence that has nothing to say at a step has a row of **zeros** in the target of that step. Such a row counts for
//! nothing: neither in the sum nor in the number of targets, which is the sum of all numbers in `targets`.
//!
//! On the long way back the gradient is multiplied by `u` at every step. It can grow without bound, and one such step
//! ruins all weights. So `descend` **clips** it first: the gradients of all weights together are one long vector, and
//! where its length, the **global norm**, is more than `most`, every number shrinks by one and the same factor. Where all
//! gradients are 0, so is the norm, and no weight moves.
//!
//! ```text
//! norm   = root of the sum of all gradients^2
//! factor = most / norm, at most 1
//! weight = weight - rate * factor * gradient
//! ```
//!
//! Worked by hand, the loss: one sequence, one unit, two classes, `h = [[1]]`, `w = [[1]]`, `u = [[1]]`, `b = [0]`, `v =
//! [[5, -2]]`, `c = [0, ln 3]`. The inputs are `[[-1]]` and `[[0]]`, the targets `[[1, 0]]` and `[[0, 1]]`. The state
//! becomes tanh(-1 + 1) = 0 and stays there, so the two classes have 1/4 and 3/4. The loss is (ln 4 + ln(4/3)) / 2 =
//! 0.8370.
//!
//! And the step: weights `[1, 2]` and `[3]`, gradients `[3, 0]` and `[4]`, rate 0.1, `most` 1. The norm is 5, the
//! factor 0.2, and the weights become `[0.94, 2]` and `[2.92]`.
//!
//! In dfdx the tape hangs on the tensor that was computed last. `state.with_empty_tape()` is the same state once more for
//! the next step, and `state` itself takes the tape along into the loss. Weights that every step uses are lent in the same
//! way: `w.with_empty_tape()`. `x.retaped()` makes an input fit beside tensors with a tape; in an operation with a plain
//! tensor, as `target` is, the one with the tape stands first. `c` is repeated for every row by
//! `.broadcast_like::<_, Axis<0>>(&logits)`, `.log_softmax::<Axis<1>>()` goes along a row, and `target.as_vec()` gives the
//! numbers. A sum begins with `let mut total: Scalar<T> = device().zeros().retaped();`.
//!
//! Every recurrent network is trained like this. (Werbos: *Backpropagation Through Time*, 1990. Pascanu, Mikolov and
//! Bengio: *On the Difficulty of Training Recurrent Neural Networks*, 2013.)

use course::demo;
use gradlings::prelude::*;

#[path = "rnn_cell.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod rnn_cell;

use rnn_cell::rnn_cell;

/// The mean loss of a target, over all steps of all sequences.
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    todo!("go from step to step, and add up the losses and the targets")
}

/// The weights after a step down, with gradients that are clipped by their global norm.
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    todo!("find the norm and the factor, then move every weight")
}

fn main() {
    Exercise::new()
        .offer("sequence_loss", gradient(sequence_loss))
        .offer("descend", function(descend))
        .show("how far back a gradient reaches", || {
            demo::gradient_by_distance(sequence_loss)
        })
        .serve()
}
