//! # Heads
//!
//! One attention fetches one thing: its weights are a single distribution. But a token may want its subject, the word
//! before and the last comma, all at once. So the vectors are cut into `heads` pieces of `d = width / heads` numbers, and
//! each piece attends **by itself**. Then the pieces are put side by side again, and one more matrix mixes what the heads
//! have found.
//!
//! ```text
//! q        = split(x * W_q), rotated
//! k        = split(x * W_k), rotated
//! v        = split(x * W_v)
//! fetched  = attend(causal_mask(scores(q, k)), v)
//! result   = merge(fetched) * W_o
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, time, width)` | a row for each token |
//! | `w_q`, `w_k`, `w_v`, `w_o` | `(width, width)` | what training learns |
//! | result of `split` | `(batch * heads, time, d)` | all heads of the first sequence, then of the next |
//! | result of `merge` | `(batch, time, width)` | the same numbers, where they were |
//! | result of `multi_head` | `(batch, time, width)` | a row for each token |
//!
//! Head 0 gets the first `d` columns, head 1 the next `d`, and so on. Worked by hand: one sequence of two tokens,
//! `[1, 2, 3, 4]` and `[5, 6, 7, 8]`, with two heads. Head 0 is `[[1, 2], [5, 6]]`, head 1 is `[[3, 4], [7, 8]]`. The
//! order of the numbers in memory is not the same any more, so `reshape_like` alone does not do it:
//!
//! ```text
//! (batch, time, width)
//! (batch, time, heads, d)    reshape: no move
//! (batch, heads, time, d)    permute: moves
//! (batch * heads, time, d)   reshape: no move
//! ```
//!
//! To `scores`, `causal_mask`, `rope` and `attend` a head is one more sequence of the batch. They are **your own**: the
//! lines `pub mod ...;` bring in your files. Where the rotation begins makes no difference here, because only distances
//! count; take 0. In dfdx, `x.reshape_like(&(2, 3, 4))` gives another shape, `x.permute::<_, Axes4<0, 2, 1, 3>>()` exchanges
//! the two axes in the middle, and `x.matmul(w)` multiplies every matrix of a batch by one and the same `w`. `x` is needed
//! three times: lend it twice as `x.with_empty_tape()`, and use `x` itself once, which brings its tape.
//!
//! GPT-3 has 96 heads of 128 numbers in each of its 96 layers. (Vaswani and others: *Attention Is All You Need*, 2017,
//! section 3.2.2.)

use course::{Batch, demo};
use gradlings::prelude::*;

#[path = "attention.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod attention;
#[path = "causal_mask.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod causal_mask;
#[path = "rope.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod rope;

use attention::{attend, scores};
use causal_mask::causal_mask;
use rope::rope;

/// Every head as a sequence of its own.
pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    todo!("every head becomes a matrix of the batch")
}

/// The heads of each token side by side again.
pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    todo!("the way back")
}

/// Causal self-attention with several heads.
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    todo!("project, split, rotate, mask, attend, merge, project")
}

fn main() {
    Exercise::new()
        .offer("split", gradient(split))
        .offer("merge", gradient(merge))
        .offer("multi_head", gradient(multi_head))
        .show("a map for each head", || demo::head_maps(multi_head))
        .serve()
}
