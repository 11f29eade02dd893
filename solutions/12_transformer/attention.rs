//! # Attention
//!
//! In "the cat slept because it was tired", what is "it"? **Attention** lets a word fetch what it needs from the others.
//! Every token has three vectors: its **query** says what it looks for, its **key** what it has to offer, and its
//! **value** what it hands over. Where query and key point the same way, much of the value is fetched:
//!
//! ```text
//! scores    = q * k^T / sqrt(d)
//! weights   = softmax(scores), over the keys
//! attention = weights * v
//! ```
//!
//! A dot product of `d` random numbers with variance 1 has the variance `d`. Divided by its deviation, `sqrt(d)`, it
//! stays near 1, however wide the vectors are. Otherwise one key would win the softmax from the start, and hardly any
//! gradient would be left.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `q` | `(batch, queries, d)` | what each token looks for |
//! | `k` | `(batch, keys, d)` | what each token offers |
//! | `v` | `(batch, keys, d_v)` | what each token hands over |
//! | `scores` | `(batch, queries, keys)` | a row for each query |
//! | result | `(batch, queries, d_v)` | for each query a mean of the values, by its weights |
//!
//! Worked by hand, with `d = 4`: the query `[1, 1, 1, 1]`, the keys `[1, 1, 1, 1]` and `[0, 0, 0, 0]`. The dot products 4
//! and 0 give the scores `[2, 0]`. The weights are `e^2 / (e^2 + 1)` = 0.881 and 0.119, so with the values `[10]` and
//! `[0]` the result is `[8.81]`.
//!
//! The type `Batch` is a tensor of shape `(batch, rows, columns)`, and `let (_, _, d) = *k.shape();` reads its last number.
//! `a.matmul(b)` multiplies two of them matrix by matrix, `k.permute::<_, Axes3<0, 2, 1>>()` exchanges the last two axes,
//! and `.softmax::<Axis<2>>()` makes every row sum to 1, safely for large scores. Use the inputs themselves: each brings
//! the tape of what it was made of. A score of minus infinity gets the weight 0, which the next exercise uses.
//!
//! GPT, Llama and their relatives are built on it. (Vaswani and others: *Attention Is All You Need*, 2017,
//! section 3.2.1.)

use course::{Batch, demo};
use gradlings::prelude::*;

/// How well each query fits each key: the dot product, divided by the square root of `d`.
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / (d as f32).sqrt()
}

/// For each query the mean of the values, weighted by the softmax of its scores.
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.softmax::<Axis<2>>().matmul(v)
}

/// Scaled dot-product attention.
pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    attend(scores(q, k), v)
}

fn main() {
    Exercise::new()
        .offer("scores", gradient(scores))
        .offer("attend", gradient(attend))
        .offer("attention", gradient(attention))
        .show("who looks at whom", || demo::attention_map(attention))
        .serve()
}
