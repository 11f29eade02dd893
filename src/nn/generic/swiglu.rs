//! The gated feed-forward part of a transformer.

use dfdx::shapes::{Const, HasShape};
use dfdx::tensor::{Tape, Tensor, WithEmptyTape};
use dfdx::tensor_ops::{Device, ReshapeTo, TryMul};

use super::unbiased::product;
use crate::nn::SwiGlu;
use crate::nn::last_axis::LastAxis;

/// What [`SwiGlu`](crate::nn::SwiGlu) computes.
///
/// # Errors
///
/// Those of the device.
pub fn swiglu<const M: usize, const H: usize, S: LastAxis<M>, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    layer: &SwiGlu<M, H, f32, D>,
) -> Result<Tensor<S, f32, D, T>, D::Err> {
    let shape = *x.shape();
    let x = x.try_reshape_like(&(shape.num_elements() / M.max(1), Const::<M>))?;
    let passed = product(x.with_empty_tape(), &layer.up)?;
    let opened = product(x, &layer.gate)?;
    let open = opened.with_empty_tape().try_sigmoid()?;
    let met = opened.try_mul(open)?.try_mul(passed)?;
    product(met, &layer.down)?.try_reshape_like(&shape)
}
