// right: turns time and width around first: then the columns of a head are rows that lie together
use course::{Batch, demo};
use gradlings::prelude::*;

pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let d = width / heads;
    let columns = x.permute::<_, Axes3<0, 2, 1>>();
    let cut = columns.reshape_like(&(batch * heads, d, time));
    cut.permute::<_, Axes3<0, 2, 1>>().contiguous()
}

pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (rows, time, d) = *x.shape();
    let columns = x.permute::<_, Axes3<0, 2, 1>>();
    let joined = columns.reshape_like(&(rows / heads, heads * d, time));
    joined.permute::<_, Axes3<0, 2, 1>>().contiguous()
}

// right: cuts a piece of the columns out for each head and stacks the pieces
use course::{Batch, demo};
use gradlings::prelude::*;

pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let d = width / heads;
    let mut pieces: Vec<Batch<T>> = Vec::new();
    for head in 0..heads - 1 {
        let copy = x.with_empty_tape() * 1.0;
        pieces.push(copy.slice((.., .., head * d..(head + 1) * d)));
    }
    let last = x * 1.0;
    pieces.push(last.slice((.., .., (heads - 1) * d..heads * d)));
    let stacked = pieces.stack();
    stacked
        .permute::<_, Axes4<1, 0, 2, 3>>()
        .reshape_like(&(batch * heads, time, d))
}

pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (rows, time, d) = *x.shape();
    let batch = rows / heads;
    x.reshape_like(&(batch, heads, time, d))
        .permute::<_, Axes4<0, 2, 1, 3>>()
        .reshape_like(&(batch, time, heads * d))
}

// right: `multi_head` with closures, the values first and the queries last; the mask gets a name of its own
use course::{Batch, demo};
use gradlings::prelude::*;

pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (rows, time, d) = *x.shape();
    let batch = rows / heads;
    x.reshape_like(&(batch, heads, time, d))
        .permute::<_, Axes4<0, 2, 1, 3>>()
        .reshape_like(&(batch, time, heads * d))
}

pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let pieces = |w: Matrix<T>| split(x.with_empty_tape().matmul(w), heads);
    let v = pieces(w_v);
    let k = pieces(w_k);
    let q = split(x.matmul(w_q), heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fit = scores(q, k);
    let seen = causal_mask(fit);
    let of_each_head = attend(seen, v);
    let side_by_side = merge(of_each_head, heads);
    side_by_side.matmul(w_o)
}

// wrong, mistake:reshaped only: The numbers only get another shape, so a head gets pieces of several tokens instead of some columns of all
use course::{Batch, demo};
use gradlings::prelude::*;

pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    x.reshape_like(&(batch * heads, time, width / heads))
}

pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (rows, time, d) = *x.shape();
    let batch = rows / heads;
    x.reshape_like(&(batch, heads, time, d))
        .permute::<_, Axes4<0, 2, 1, 3>>()
        .reshape_like(&(batch, time, heads * d))
}

// wrong, mistake:batch inside: The heads stand before the sequences: all sequences of head 0 come first, then those of head 1
use course::{Batch, demo};
use gradlings::prelude::*;

pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let d = width / heads;
    x.reshape_like(&(batch, time, heads, d))
        .permute::<_, Axes4<2, 0, 1, 3>>()
        .reshape_like(&(batch * heads, time, d))
}

pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (rows, time, d) = *x.shape();
    let batch = rows / heads;
    x.reshape_like(&(batch, heads, time, d))
        .permute::<_, Axes4<0, 2, 1, 3>>()
        .reshape_like(&(batch, time, heads * d))
}
