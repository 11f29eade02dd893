//! # Rotary positions
//!
//! To attention a text is a bag of words: exchange two tokens, and the scores are the same, only exchanged. **RoPE** tells
//! it where a token stands by **rotating** its query and its key, by an angle that grows with the position. A dot product
//! of two rotated vectors depends on the difference of their angles: on the **distance** of the tokens, not on where
//! they stand.
//!
//! Numbers `i` and `i + d/2` of a vector are a point in a plane. Position `p` turns it by
//!
//! ```text
//! angle         = p / 10000^(2 * i / d)
//! out[i]        = x[i] * cos - x[i + d/2] * sin
//! out[i + d/2]  = x[i + d/2] * cos + x[i] * sin
//! ```
//!
//! The first pair makes a radian per token and tells neighbours apart, the last one hardly turns at all and tells far
//! from near. A model that generates text keeps the keys of earlier tokens in a **cache**, and only the new ones are
//! rotated. So positions begin at an `offset`: `p = offset, offset + 1, ...`
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x`, `q`, `k`, `v` | `(batch, time, d)` | vectors, one per token; `d` is even |
//! | `offset` | | the position of the first token; the first of all is 0 |
//! | result of `angles` | `(time, d / 2)` | a row for each token, a column for each pair |
//! | result of `rotate` | `(batch, time, d)` | every vector, turned |
//! | result of `rope` | three times that | `q` and `k` turned; `v` **as it is** |
//!
//! Worked by hand, with `d = 4`: `10000^(2/4)` is 100, so position 2 turns the pairs by `[2, 0.02]`. The vector
//! `[1, 1, 0, 0]` becomes `[cos 2, cos 0.02, sin 2, sin 0.02]` = `[-0.416, 1.000, 0.909, 0.020]`.
//!
//! `halves(x)`, from the course's library, is a pair: the first and the second half of every vector. (Take it rather than
//! dfdx's `x.slice(...)`, which loses a part of the gradient where `x` is used elsewhere too.)
//! `(a, b).concat_along(Axis::<2>)` puts halves side by side, and `m.broadcast_like::<_, Axis<0>>(&x)` repeats a matrix
//! for every sequence. Where `x` is used twice, `x.with_empty_tape()` is a second one; the last time take `x` itself,
//! because it holds what the tape has recorded so far.
//!
//! Llama, Qwen and Mistral rotate their queries and keys. Hugging Face's code for them pairs `i` with `i + d/2`, in its
//! `rotate_half`, as here; the paper pairs neighbours. (Su and others: *RoFormer*, 2021.)

use course::{Batch, demo, halves};
use gradlings::prelude::*;

/// By how much each pair of each token is turned.
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let angle = |position: usize, pair: usize| {
        position as f32 / 10000_f32.powf(2.0 * pair as f32 / d as f32)
    };
    let numbers = (0..time * pairs).map(|n| angle(offset + n / pairs, n % pairs));
    device().tensor_from_vec(numbers.collect(), (time, pairs))
}

/// Every vector, turned by the angles of its position.
pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = second * cos + first * sin;
    (left, right).concat_along(Axis::<2>)
}

/// Queries, keys and values with their positions in them.
pub fn rope<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> (Batch<T>, Batch<T>, Batch<T>) {
    (rotate(q, offset), rotate(k, offset), v)
}

/// Given: the three side by side, so that there is something to differentiate.
pub fn side_by_side<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> Batch<T> {
    let (q, k, v) = rope(q, k, v, offset);
    ((q, k).concat_along(Axis::<2>), v).concat_along(Axis::<2>)
}

fn main() {
    Exercise::new()
        .offer("angles", function(angles))
        .offer("rotate", gradient(rotate))
        .offer("rope", function(rope))
        .offer("gradients", gradient(side_by_side))
        .show("the dot product by distance", || {
            demo::dot_by_distance(rotate)
        })
        .serve()
}
