//! The description of causal self-attention, which holds its weights once it is built.

use dfdx::shapes::Rank2;

use crate::nn::layer::uniform;
use crate::parameters;
use crate::words::layers as words;

parameters! {
    /// Causal self-attention with `HEADS` heads and rotary positions: every token looks at itself and at those before it.
    ///
    /// ```text
    /// q, k, v  = x · queryᵀ, x · keyᵀ, x · valueᵀ     cut into heads of d = MODEL / HEADS numbers
    /// q, k     = turned by their position             pairs i and i + d/2, by p / 10000^(2i/d)
    /// weights  = softmax(q · kᵀ / √d)                 over the tokens up to the own one
    /// y        = (weights · v) · outputᵀ              the heads side by side again
    /// ```
    ///
    /// Takes `(batch, time, MODEL)` and gives the same shape; both are of any size, 0 too. All weights are `(MODEL, MODEL)` and start
    /// uniform in ±1/√MODEL, as in PyTorch; there are no biases. (Vaswani and others: *Attention Is All You Need*, 2017; Su and
    /// others: *RoFormer*, 2021.)
    ///
    /// # Panics
    ///
    /// If `MODEL` is not a multiple of `HEADS`, or the width of a head is odd.
    pub struct CausalAttention<const MODEL: usize, const HEADS: usize> {
        /// What a token looks for, shape `(MODEL, MODEL)`.
        query: Rank2<MODEL, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
        /// What a token is found by, shape `(MODEL, MODEL)`.
        key: Rank2<MODEL, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
        /// What a token gives, shape `(MODEL, MODEL)`.
        value: Rank2<MODEL, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
        /// What mixes the heads, shape `(MODEL, MODEL)`.
        output: Rank2<MODEL, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
    }
}

/// The width of a head.
///
/// # Panics
///
/// If there are no equal heads of pairs.
pub(in crate::nn) fn width(model: usize, heads: usize) -> usize {
    assert!(
        heads > 0 && model > 0 && model.is_multiple_of(2 * heads),
        "{}",
        words::uneven_heads(model, heads)
    );
    model / heads
}
