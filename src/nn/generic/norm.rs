//! Normalisation over the last axis.

use dfdx::shapes::{Axis, Const, HasShape, Rank1};
use dfdx::tensor::{Tape, Tensor, WithEmptyTape};
use dfdx::tensor_ops::{BroadcastTo, Device, MeanTo, ReshapeTo, TryAdd, TryDiv, TryMul, TrySub};

use crate::nn::last_axis::LastAxis;

/// What is added under the root, so that a row of zeros stays one.
pub const EPSILON: f32 = 1e-5;

/// The rows of a tensor, `(rows, N)`.
type Rows<const N: usize, D, T> = Tensor<(usize, Const<N>), f32, D, T>;

/// What [`RmsNorm`](crate::nn::RmsNorm) computes.
///
/// # Errors
///
/// Those of the device.
pub fn rms_norm<const N: usize, S: LastAxis<N>, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    gain: &Tensor<Rank1<N>, f32, D>,
) -> Result<Tensor<S, f32, D, T>, D::Err> {
    let shape = *x.shape();
    let x = rows(x)?;
    normed(x, gain)?.try_reshape_like(&shape)
}

/// What [`LayerNorm`](crate::nn::LayerNorm) computes.
///
/// # Errors
///
/// Those of the device.
pub fn layer_norm<const N: usize, S: LastAxis<N>, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    gain: &Tensor<Rank1<N>, f32, D>,
    bias: &Tensor<Rank1<N>, f32, D>,
) -> Result<Tensor<S, f32, D, T>, D::Err> {
    let shape = *x.shape();
    let x = rows(x)?;
    let all = *x.shape();
    let mean = x.with_empty_tape().try_mean::<(usize,), Axis<1>>()?;
    let centred = x.try_sub(mean.try_broadcast_like::<_, Axis<1>>(&all)?)?;
    let scaled = normed(centred, gain)?;
    let bias = bias.retaped::<T>().try_broadcast_like::<_, Axis<0>>(&all)?;
    scaled.try_add(bias)?.try_reshape_like(&shape)
}

/// `x / sqrt(mean(x²) + ε) * gain`.
fn normed<const N: usize, D: Device<f32>, T: Tape<f32, D>>(
    x: Rows<N, D, T>,
    gain: &Tensor<Rank1<N>, f32, D>,
) -> Result<Rows<N, D, T>, D::Err> {
    let all = *x.shape();
    let squares = x.with_empty_tape().try_square()?;
    let mean = squares.try_mean::<(usize,), Axis<1>>()?;
    let size = mean.try_add(EPSILON)?.try_sqrt()?;
    let size = size.try_broadcast_like::<_, Axis<1>>(&all)?;
    let gain = gain.retaped::<T>().try_broadcast_like::<_, Axis<0>>(&all)?;
    x.try_div(size)?.try_mul(gain)
}

fn rows<const N: usize, S: LastAxis<N>, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
) -> Result<Rows<N, D, T>, D::Err> {
    let count = x.shape().num_elements() / N.max(1);
    x.try_reshape_like(&(count, Const::<N>))
}
