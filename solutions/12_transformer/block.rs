//! # A transformer block
//!
//! A transformer is one **block**, stacked many times. A block has two parts. Attention carries numbers from token to
//! token. A **feed-forward layer** then works on every token by itself. What they find is added to what was there, so from
//! the first block to the last there is a way around all of them, the **residual stream**:
//!
//! ```text
//! h      = x + multi_head(rms_norm(x, gains[0]))
//! result = h + swiglu(rms_norm(h, gains[1]))
//! ```
//!
//! Each part gets the stream normalised, and the stream itself is not touched: **pre-norm**. In the first transformers the
//! norm came after the sum, on the stream itself, and deep ones could hardly be trained.
//!
//! The feed-forward layer is a **SwiGLU**: one product says what may pass, and another one, the **gate**, how much of it.
//!
//! ```text
//! silu(z)   = z * sigmoid(z)
//! swiglu(x) = (silu(x W_gate) * (x W_up)) W_down
//! ```
//!
//! The `*` in it goes element by element.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, time, width)` | a vector for each token |
//! | `gate`, `up` | `(width, hidden)` | W_gate and W_up |
//! | `down` | `(hidden, width)` | W_down |
//! | `gains` | two of `(width,)` | one for each norm |
//! | `attention` | four of `(width, width)` | `w_q`, `w_k`, `w_v`, `w_o` |
//! | `feed_forward` | three | `gate`, `up`, `down` |
//! | results | `(batch, time, width)` | a vector for each token |
//!
//! Worked by hand: a single token `[1, 7]`, all gains 1. Its norm is `[0.2, 1.4]`, but for EPSILON. It can only look at
//! itself, so with W_v = 1 and W_o = 5 on their diagonals attention finds `[1, 7]`, and h is `[2, 14]`. Its norm is
//! `[0.2, 1.4]` again. With one hidden number, `gate` `[[5], [0]]`, `up` `[[0], [5]]` and `down` `[[1, 2]]`, the gate is
//! silu(1) = 0.731 and lets through 0.731 * 7 = 5.117. So the result is `[2 + 5.117, 14 + 10.235]` = `[7.117, 24.235]`.
//!
//! `rms_norm` and `multi_head` are **your own**. A weight may be lent, `gains[0].with_empty_tape()`; of the two uses of `x`,
//! one has to be `x` itself, and the same goes for h.
//!
//! Llama, Qwen and Mistral are stacks of such blocks. (Shazeer: *GLU Variants Improve Transformer*, 2020. Xiong and
//! others: *On Layer Normalization in the Transformer Architecture*, 2020.)

use course::Batch;
use gradlings::prelude::*;

#[path = "heads.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod heads;
#[path = "rms_norm.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod rms_norm;

use heads::multi_head;
use rms_norm::rms_norm;

/// The feed-forward layer: what passes the gate, back at the width of the model.
pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let z = x.with_empty_tape().matmul(gate);
    let silu = z.with_empty_tape().sigmoid() * z;
    (silu * x.matmul(up)).matmul(down)
}

/// One block: attention, then the feed-forward layer, each normalised before and added after.
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), gains[0].with_empty_tape());
    let h = x + multi_head(normed, w_q, w_k, w_v, w_o, heads);
    let normed = rms_norm(h.with_empty_tape(), gains[1].with_empty_tape());
    h + swiglu(normed, gate, up, down)
}

fn main() {
    Exercise::new()
        .offer("swiglu", gradient(swiglu))
        .offer("block", gradient(block))
        .serve()
}
