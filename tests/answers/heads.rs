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

// right: split by transposing each sequence, so that a head is a run of rows
pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let columns = x.permute::<_, Axes3<0, 2, 1>>();
    let of_heads = columns.reshape_like(&(batch * heads, width / heads, time));
    of_heads.permute::<_, Axes3<0, 2, 1>>()
}

// right: merge by transposing
pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (all, time, d) = *x.shape();
    x.permute::<_, Axes3<0, 2, 1>>()
        .reshape_like(&(all / heads, heads * d, time))
        .permute::<_, Axes3<0, 2, 1>>()
}

// right: rotated one by one, and positions that begin at 5
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let (q, k) = (rope::rotate(q, 5), rope::rotate(k, 5));
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// right: attention is called with values that stay whole, and v is projected first
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let v = split(x.with_empty_tape().matmul(w_v), heads);
    let k = x.with_empty_tape().matmul(w_k);
    let q = x.matmul(w_q);
    let (q, k) = (split(q, heads), split(k, heads));
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:reshaped only: split by a reshape alone
pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    x.reshape_like(&(batch * heads, time, width / heads))
}

// wrong, mistake:batch inside: the first heads of all sequences come first
pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let d = width / heads;
    x.reshape_like(&(batch, time, heads, d))
        .permute::<_, Axes4<2, 0, 1, 3>>()
        .reshape_like(&(batch * heads, time, d))
}

// wrong, mistake:interleaved: head 0 gets every heads-th column
pub fn split<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let d = width / heads;
    x.reshape_like(&(batch, time, d, heads))
        .permute::<_, Axes4<0, 3, 1, 2>>()
        .reshape_like(&(batch * heads, time, d))
}

// wrong, mistake:reshaped only: merge by a reshape alone
pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (all, time, d) = *x.shape();
    x.reshape_like(&(all / heads, time, heads * d))
}

// wrong, panic: merge takes batch * heads for batch
pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (batch, time, d) = *x.shape();
    x.reshape_like(&(batch, heads, time, d))
        .permute::<_, Axes4<0, 2, 1, 3>>()
        .reshape_like(&(batch, time, heads * d))
}

// wrong, mistake:batch inside: merge puts the heads the other way round: batch and heads exchanged
pub fn merge<T: Tape<f32, Dev>>(x: Batch<T>, heads: usize) -> Batch<T> {
    let (all, time, d) = *x.shape();
    let batch = all / heads;
    x.reshape_like(&(heads, batch, time, d))
        .permute::<_, Axes4<1, 2, 0, 3>>()
        .reshape_like(&(batch, time, heads * d))
}

// wrong, mistake:no mask: no mask
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(scores(q, k), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:no positions: no rotation
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:no output projection: the heads are not mixed: w_o is not used
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    let _ = w_o;
    merge(fetched, heads)
}

// wrong, mistake:rotated before the split: rotated before the heads are split
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = x.with_empty_tape().matmul(w_q);
    let k = x.with_empty_tape().matmul(w_k);
    let v = x.matmul(w_v);
    let (q, k, v) = rope(q, k, v, 0);
    let (q, k, v) = (split(q, heads), split(k, heads), split(v, heads));
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, gradient: the tape of x is lost
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.with_empty_tape().matmul(w_v), heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:queries and keys exchanged: queries and keys are exchanged
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(k, q)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:values for keys: the values are rotated, the keys are not
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    let (q, v, k) = rope(q, v, k, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:values not projected: the projection of the values is forgotten
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let _ = w_v;
    let v = split(x, heads);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    merge(fetched, heads).matmul(w_o)
}

// wrong, mistake:not split: one head, whatever `heads` is
pub fn multi_head<T: Tape<f32, Dev>>(
    x: Batch<T>,
    w_q: Matrix<T>,
    w_k: Matrix<T>,
    w_v: Matrix<T>,
    w_o: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let q = x.with_empty_tape().matmul(w_q);
    let k = x.with_empty_tape().matmul(w_k);
    let v = x.matmul(w_v);
    let (q, k, v) = rope(q, k, v, 0);
    let fetched = attend(causal_mask(scores(q, k)), v);
    let _ = heads;
    fetched.matmul(w_o)
}
