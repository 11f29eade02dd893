//! Causal self-attention with several heads.

use dfdx::shapes::{Axes3, Axes4, Axis, Const, Dim, HasShape, Rank2};
use dfdx::tensor::{Tape, Tensor, WithEmptyTape};
use dfdx::tensor_ops::{BroadcastTo, Device, PermuteTo, ReshapeTo, TryAdd, TryMatMul, TryMul};

use super::unbiased::product;
use crate::nn::attention::heads::{CausalAttention, width};
use crate::nn::rotary::THETA;

/// What is added to the score of a token that must not be seen. Its weight becomes 0, and no infinity meets a zero.
const UNSEEN: f32 = -1e9;

/// Tokens of `N` numbers: `(batch, time, N)`.
type Tokens<B, S, const N: usize, D, T> = Tensor<(B, S, Const<N>), f32, D, T>;

/// Every head of every sequence: `(batch · heads, time, width)`.
type Heads<D, T> = Tensor<(usize, usize, usize), f32, D, T>;

/// What [`CausalAttention`](crate::nn::CausalAttention) computes.
///
/// # Errors
///
/// Those of the device.
///
/// # Panics
///
/// If `M` is not a multiple of `H`, or the width of a head is odd.
pub fn attention<
    const M: usize,
    const H: usize,
    B: Dim,
    S: Dim,
    D: Device<f32>,
    T: Tape<f32, D>,
>(
    x: Tokens<B, S, M, D, T>,
    layer: &CausalAttention<M, H, f32, D>,
) -> Result<Tokens<B, S, M, D, T>, D::Err> {
    let shape = *x.shape();
    let (batch, time, width) = (shape.0.size(), shape.1.size(), width(M, H));
    let dev = x.device().clone();
    let project = |x: Tokens<B, S, M, D, T>, weight: &Tensor<Rank2<M, M>, f32, D>| {
        product(x, weight)?
            .try_reshape_like(&(batch, time, H, width))?
            .try_permute::<(usize, usize, usize, usize), Axes4<0, 2, 1, 3>>()?
            .try_reshape_like(&(batch * H, time, width))
    };
    let queries = turned(project(x.with_empty_tape(), &layer.query)?)?;
    let keys = turned(project(x.with_empty_tape(), &layer.key)?)?;
    let values = project(x, &layer.value)?;

    let keys = keys.try_permute::<_, Axes3<0, 2, 1>>()?;
    let scores = queries
        .try_matmul(keys)?
        .try_mul(1.0 / (width as f32).sqrt())?;
    let unseen = (0..time * time).map(|at| if at % time > at / time { UNSEEN } else { 0.0 });
    let unseen = dev.try_tensor_from_vec(unseen.collect(), (time, time))?;
    let unseen = unseen.try_broadcast_like::<_, Axis<0>>(&(batch * H, time, time))?;
    let weights = scores.try_add(unseen)?.try_softmax::<Axis<2>>()?;
    let fetched = weights
        .try_matmul(values)?
        .try_reshape_like(&(batch, H, time, width))?
        .try_permute::<(usize, usize, usize, usize), Axes4<0, 2, 1, 3>>()?;
    product(fetched.try_reshape_like(&shape)?, &layer.output)
}

/// Vectors turned by their positions: `x * cos + (x · quarter) * sin`, where `quarter` turns each pair by a quarter.
fn turned<D: Device<f32>, T: Tape<f32, D>>(x: Heads<D, T>) -> Result<Heads<D, T>, D::Err> {
    let (all, time, width) = *x.shape();
    let (dev, pairs) = (x.device().clone(), width / 2);
    let angle = |at: usize| {
        let (position, pair) = (at / width, at % width % pairs);
        position as f64 / THETA.powf(2.0 * pair as f64 / width as f64)
    };
    let table = |of: fn(f64) -> f64| {
        let numbers = (0..time * width).map(|at| of(angle(at)) as f32).collect();
        dev.try_tensor_from_vec(numbers, (time, width))?
            .try_broadcast_like::<_, Axis<0>>(&(all, time, width))
    };
    let (cos, sin) = (table(f64::cos)?, table(f64::sin)?);
    let quarter = (0..width * width).map(|at| match (at / width, at % width) {
        (from, to) if from == to + pairs => -1.0,
        (from, to) if to == from + pairs => 1.0,
        _ => 0.0,
    });
    let quarter = dev.try_tensor_from_vec(quarter.collect(), (width, width))?;
    let across = x.with_empty_tape().try_matmul(quarter)?.try_mul(sin)?;
    x.try_mul(cos)?.try_add(across)
}
