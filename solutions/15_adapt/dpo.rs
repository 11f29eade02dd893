//! # Learning from preferences
//!
//! For most questions there is no right answer, but people can say which of two answers they like better: one is **chosen**,
//! the other **rejected**. Direct preference optimization, **DPO**, trains on such pairs alone.
//!
//! The model that is trained is the **policy**. A copy of it as it was before, the **reference**, stays as it is. Training is
//! to raise the chosen answer above the rejected one, by comparison with the reference:
//!
//! ```text
//! raised(answer) = ln p(answer)
//!                  - ln p of the reference
//! margin = beta * (raised(chosen)
//!                  - raised(rejected))
//! loss   = mean of -ln sigmoid(margin)
//! ```
//!
//! That is the cross-entropy of a question with two answers, "is the chosen one better?", whose answer is always yes. `beta`,
//! usually 0.1, says how far the policy may go from the reference: with a small `beta` it takes a long way to a large margin.
//!
//! An answer is as likely as all its tokens together, so `ln p(answer)` is the **sum** over its tokens. The tokens of the
//! question and the padding do not count: a mask is 1 where a token belongs to the answer, and 0 elsewhere.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `logs`, `mask` | `(n, tokens)` | `ln p` of each token; 1 or 0 |
//! | `chosen`, `rejected` | `(n,)` | `ln p` of whole answers; they carry the tape |
//! | `reference_chosen`, `reference_rejected` | `(n,)` | the same, by the reference |
//! | results | `(n,)`, `()` | a sum for each row; the loss |
//!
//! Worked by hand: a row `[-3, -1, -2]` with the mask `[0, 1, 1]` has the sum -3. One pair with `beta = 0.1`: the chosen answer
//! has -10 and had -12, so it is raised by 2; the rejected one has -9 and had -8, which is -1.
//!
//! ```text
//! margin = 0.1 * (2 - (-1)) = 0.3
//! loss   = ln(1 + exp(-0.3)) = 0.554
//! ```
//!
//! At first the policy is the reference, every margin 0 and the loss `ln 2`, and there the loss must not have a corner, or no
//! training begins. `exp` of a large number is infinite: with `x = -margin`, the loss of a pair is the one of `no` in
//! `binary_cross_entropy`, and each pair has an `m` of its own.
//!
//! ```text
//! m    = max(x, 0)
//! loss = ln(exp(-m) + exp(x - m)) + m
//! ```
//!
//! Llama 3 was trained this way on answers that people had compared. (Rafailov and others: *Direct Preference Optimization:
//! Your Language Model is Secretly a Reward Model*, 2023.)

use course::demo;
use gradlings::prelude::*;

/// `ln p` of each whole answer: the sum over the tokens where the mask is 1.
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs * mask).sum::<_, Axis<1>>()
}

/// The mean over all pairs of `-ln sigmoid` of the margin.
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = chosen - rejected;
    let raised = raised - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (x - m.with_empty_tape()).exp() + (-m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

fn main() {
    Exercise::new()
        .offer("whole", gradient(whole))
        .offer("dpo", gradient(dpo))
        .show("margins while a model learns what is liked", || {
            demo::preferred(dpo)
        })
        .serve()
}
