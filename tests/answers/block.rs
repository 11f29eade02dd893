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
