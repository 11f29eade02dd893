// right: takes the norm's input itself and lends the residual
use course::Batch;
use gradlings::prelude::*;

pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let mut gains = gains.into_iter();
    let mut attention = attention.into_iter();
    let mut feed_forward = feed_forward.into_iter();
    let around = x.with_empty_tape();
    let normed = rms_norm(x, gains.next().unwrap());
    let found = multi_head(
        normed,
        attention.next().unwrap(),
        attention.next().unwrap(),
        attention.next().unwrap(),
        attention.next().unwrap(),
        heads,
    );
    let h = found + around;
    let around = h.with_empty_tape();
    let normed = rms_norm(h, gains.next().unwrap());
    let found = swiglu(
        normed,
        feed_forward.next().unwrap(),
        feed_forward.next().unwrap(),
        feed_forward.next().unwrap(),
    );
    found + around
}

// right: silu as a quotient, z / (1 + e^-z)
use course::Batch;
use gradlings::prelude::*;

pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let passed = x.with_empty_tape().matmul(up);
    let z = x.matmul(gate);
    let below = (-z.with_empty_tape()).exp() + 1.0;
    let silu = z / below;
    (passed * silu).matmul(down)
}

// wrong, mistake:post-norm: the norms of the first transformers
use course::Batch;
use gradlings::prelude::*;

pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let found = multi_head(x.with_empty_tape(), w_q, w_k, w_v, w_o, heads);
    let h = rms_norm(x + found, gains[0].with_empty_tape());
    let found = swiglu(h.with_empty_tape(), gate, up, down);
    rms_norm(h + found, gains[1].with_empty_tape())
}

// wrong, mistake:sigmoid alone: the gate of the first gated linear units
use course::Batch;
use gradlings::prelude::*;

pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let open = x.with_empty_tape().matmul(gate).sigmoid();
    (open * x.matmul(up)).matmul(down)
}

// right: z / (1 + exp(-z)); the tape goes with the norm, the stream is lent
pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let z = x.with_empty_tape().matmul(gate);
    let opened = z.with_empty_tape() / ((-z).exp() + 1.0);
    let wide = x.matmul(up);
    (opened * wide).matmul(down)
}

pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let lent = x.with_empty_tape();
    let h = multi_head(rms_norm(x, a), w_q, w_k, w_v, w_o, heads) + lent;
    let lent = h.with_empty_tape();
    swiglu(rms_norm(h, b), gate, up, down) + lent
}

// right: tanh form of the sigmoid, all tokens as rows of one matrix
pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let (batch, time, width) = *x.shape();
    let rows: Matrix<T> = x.reshape_like(&(batch * time, width));
    let z = rows.with_empty_tape().matmul(gate);
    let half = z.with_empty_tape() * 0.5;
    let silu = (half.tanh() + 1.0) * 0.5 * z;
    let result = (rows.matmul(up) * silu).matmul(down);
    result.reshape_like(&(batch, time, width))
}

// right: the sum of both parts is added to x
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), a);
    let first = multi_head(normed, w_q, w_k, w_v, w_o, heads);
    let h = x.with_empty_tape() + first.with_empty_tape();
    let second = swiglu(rms_norm(h, b), gate, up, down);
    x + (first + second)
}

// wrong, mistake:queries and keys exchanged: the keys are handed on before the queries
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), a);
    let h = x + multi_head(normed, w_k, w_q, w_v, w_o, heads);
    let normed = rms_norm(h.with_empty_tape(), b);
    h + swiglu(normed, gate, up, down)
}

// wrong, mistake:values and output exchanged: the output matrix is handed on before that of the values
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), a);
    let h = x + multi_head(normed, w_q, w_k, w_o, w_v, heads);
    let normed = rms_norm(h.with_empty_tape(), b);
    h + swiglu(normed, gate, up, down)
}

// wrong, mistake:gate and up exchanged: up is handed on before gate
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), a);
    let h = x + multi_head(normed, w_q, w_k, w_v, w_o, heads);
    let normed = rms_norm(h.with_empty_tape(), b);
    h + swiglu(normed, up, gate, down)
}

// wrong, mistake:feed-forward first, with its gain: the feed-forward layer comes first, and each norm keeps its gain
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let h = x.with_empty_tape() + swiglu(rms_norm(x, b), gate, up, down);
    h.with_empty_tape() + multi_head(rms_norm(h, a), w_q, w_k, w_v, w_o, heads)
}

// wrong, mistake:x added twice: x is added at the end once more
pub fn block<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    heads: usize,
) -> Batch<T> {
    let [a, b] = [0, 1].map(|n| gains[n].with_empty_tape());
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| attention[n].with_empty_tape());
    let [gate, up, down] = [0, 1, 2].map(|n| feed_forward[n].with_empty_tape());
    let normed = rms_norm(x.with_empty_tape(), a);
    let h = x.with_empty_tape() + multi_head(normed, w_q, w_k, w_v, w_o, heads);
    h.with_empty_tape() + swiglu(rms_norm(h, b), gate, up, down) + x
}
