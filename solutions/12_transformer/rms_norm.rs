//! # RMSNorm
//!
//! In a deep network numbers grow or fade from layer to layer, so they are brought back to one size again and again. Batch
//! normalisation measures that size over a batch. For texts this is no good: they differ in length, and what a model
//! says of one of them must not depend on which others come along. So a transformer normalises every token **by itself**,
//! over the numbers of its own vector.
//!
//! **LayerNorm** gives each vector mean 0 and variance 1. **RMSNorm** leaves the mean alone: it only divides by the root
//! of the mean square, which is cheaper and does as well.
//!
//! ```text
//! LayerNorm:
//!   mean      = mean of x[i] over i
//!   variance  = mean of (x[i] - mean)^2
//!   y[i]      = (x[i] - mean)
//!               / sqrt(variance + EPSILON)
//!               * gain[i] + bias[i]
//! RMSNorm:
//!   square    = mean of x[i]^2 over i
//!   y[i]      = x[i] / sqrt(square + EPSILON)
//!               * gain[i]
//! ```
//!
//! EPSILON stands **inside** the root. It keeps a vector of zeros from being divided by 0, on the way back as well.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, time, width)` | a vector for each token |
//! | `gain`, `bias` | `(width,)` | what is learned: the same for every token |
//! | results | `(batch, time, width)` | every vector, normalised |
//!
//! Worked by hand: the vector `[1, 7]`, with the gain `[10, 10]` and the bias `[1, 2]`. The mean square is
//! (1 + 49) / 2 = 25, so RMSNorm gives `[2, 14]`, but for EPSILON. The mean is 4 and the variance 9, so LayerNorm gives
//! -1 * 10 + 1 and 1 * 10 + 2: `[-9, 12]`.
//!
//! In dfdx, `x.mean::<_, Axis<2>>()` has a number for each token, and `m.broadcast_like::<_, Axis<2>>(&x)` repeats it for
//! the whole vector. `gain.broadcast_like::<_, Axes2<0, 1>>(&x)` repeats a vector for every token. Where `x` is used
//! twice, lend it the first time as `x.with_empty_tape()`; the last time take `x` itself.
//!
//! Llama, Qwen and Mistral have RMSNorm before every part, GPT-2 and GPT-3 LayerNorm. (Ba, Kiros, Hinton: *Layer
//! Normalization*, 2016. Zhang and Sennrich: *Root Mean Square Layer Normalization*, 2019.)

use course::Batch;
use gradlings::prelude::*;

/// Added to every mean square before its root is taken.
const EPSILON: f32 = 1e-5;

/// Every vector, divided by the root of its mean square, and times the gain.
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = (square + EPSILON).sqrt();
    let root = root.broadcast_like::<_, Axis<2>>(&x);
    let gain = gain.broadcast_like::<_, Axes2<0, 1>>(&x);
    x / root * gain
}

/// Every vector with mean 0 and variance 1, times the gain, plus the bias.
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let mean = mean.broadcast_like::<_, Axis<2>>(&x);
    let bias = bias.broadcast_like::<_, Axes2<0, 1>>(&x);
    rms_norm(x - mean, gain) + bias
}

fn main() {
    Exercise::new()
        .offer("rms_norm", gradient(rms_norm))
        .offer("layer_norm", gradient(layer_norm))
        .serve()
}
