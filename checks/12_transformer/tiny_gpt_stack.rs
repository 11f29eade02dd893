//! What the cases of `tiny_gpt` are made of, and the mistakes of its logits: blocks in one order or another.

use course::{Batch, lend};
use gradlings::prelude::*;

use crate::solution::block::block;
use crate::solution::block::rms_norm::rms_norm;

pub type X = Batch<Recording>;
pub type W = Matrix<Recording>;
pub type V = Vector<Recording>;

pub type Pieces = (Vec<usize>, Vec<usize>, usize);
pub type Stack = (Batch, Vec<Vector>, Vec<Matrix>, Vec<Matrix>, Matrix, usize);

/// A text of so many symbols, and random places in it.
pub fn pieces(length: usize, count: usize, context: usize) -> impl Fn(&mut Generator) -> Pieces {
    move |g| {
        let starts = (0..count).map(|_| g.integer(0..length - context));
        let starts = starts.collect();
        (g.tokens(length, 12), starts, context)
    }
}

/// Vectors and the weights of so many blocks.
pub fn stack(
    (batch, time): (usize, usize),
    (heads, d): (usize, usize),
    blocks: usize,
    symbols: usize,
) -> impl Fn(&mut Generator) -> Stack {
    move |g| {
        let (width, hidden) = (heads * d, heads * d + 1);
        let few = 1.2 / (width as f32).sqrt();
        let gains = (0..2 * blocks + 1).map(|_| g.vector(width) + 1.5);
        let gains = gains.collect();
        let attention = (0..4 * blocks).map(|_| g.matrix(width, width) * few);
        let attention = attention.collect();
        let sizes = [(width, hidden), (width, hidden), (hidden, width)];
        let layers = (0..3 * blocks).map(|n| {
            let (rows, columns) = sizes[n % 3];
            g.matrix(rows, columns) * few
        });
        let layers = layers.collect();
        let x: Batch = g.tensor((batch, time, width));
        (
            x * 2.0,
            gains,
            attention,
            layers,
            g.matrix(width, symbols),
            heads,
        )
    }
}

/// The stack with its blocks in this order, and one of the gains for the last norm.
pub fn in_order(
    mut x: X,
    (gains, attention, feed_forward): (Vec<V>, Vec<W>, Vec<W>),
    heads: usize,
    order: impl Fn(usize, usize) -> usize,
    last: impl Fn(X, &[V]) -> X,
) -> X {
    let blocks = attention.len() / 4;
    for number in 0..blocks {
        let n = order(number, blocks);
        let lists = (
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
        );
        x = block(x, lists.0, lists.1, lists.2, heads);
    }
    last(x, &gains)
}

pub fn last_norm(x: X, gains: &[V]) -> X {
    rms_norm(x, gains[gains.len() - 1].with_empty_tape())
}
