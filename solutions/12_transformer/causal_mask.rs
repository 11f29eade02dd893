//! # The causal mask
//!
//! A language model guesses the next token. In training it does so at every place of a text at once: one pass over a
//! thousand tokens is a thousand guesses. That is only fair if a token cannot look at those after it, for the next one is
//! the answer. So its scores for them are **masked**, before the softmax:
//!
//! ```text
//! hidden[i][j]  = -infinity   if j > i
//! hidden[i][j]  = scores[i][j] otherwise
//! weights       = softmax(hidden), over the keys
//! ```
//!
//! `e^(-infinity)` is exactly 0, and the other weights still sum to 1. A token may look at itself: the first one has
//! nothing else to look at.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `scores` | `(batch, time, time)` | a row for each query `i`, a column for each key `j` |
//! | result of `causal_mask` | `(batch, time, time)` | the scores, those of the future minus infinity |
//! | result of `causal_weights` | `(batch, time, time)` | the weights, those of the future 0 |
//!
//! Worked by hand: three tokens, and every score is 0. The weights are
//!
//! ```text
//! 1     0     0
//! 1/2   1/2   0
//! 1/3   1/3   1/3
//! ```
//!
//! `causal_mask` is checked by the weights that a softmax makes of its result, so -1e9, which many programs write, is
//! as good as `f32::NEG_INFINITY`. A mere -1000 is not: one score may be 3,000 above another, and all of them may be in
//! the thousands. So take dfdx's `.softmax::<Axis<2>>()`, which subtracts the largest first.
//! `device().upper_tri_like(&scores, x, diagonal)` is a tensor of the same shape that holds `x` in the upper right
//! triangle of every matrix and 0 elsewhere. With `diagonal` 0 the triangle contains the diagonal, with 1 it begins
//! right above it.
//!
//! Every GPT has this mask. Models that read a whole text at once, such as BERT, do without. (Vaswani and others:
//! *Attention Is All You Need*, 2017, section 3.2.3.)

use course::Batch;
use gradlings::prelude::*;

/// The scores, with minus infinity for every key that comes after the query.
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let future = device().upper_tri_like(&scores, f32::NEG_INFINITY, 1);
    scores + future
}

/// The weights of a model that does not see the future.
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    causal_mask(scores).softmax::<Axis<2>>()
}

/// Given: the weights that a softmax makes of the masked scores.
pub fn masked_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    causal_mask(scores).softmax::<Axis<2>>()
}

fn main() {
    Exercise::new()
        .offer("causal_mask", gradient(masked_weights))
        .offer("causal_weights", gradient(causal_weights))
        .serve()
}
