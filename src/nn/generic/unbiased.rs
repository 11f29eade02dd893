//! The fully connected layer without a bias.

use dfdx::shapes::{Axes2, Const, HasShape, Rank2};
use dfdx::tensor::{Tape, Tensor};
use dfdx::tensor_ops::{Device, PermuteTo, ReshapeTo, TryMatMul};

use crate::nn::last_axis::Rows;

/// What [`UnbiasedLinear`](crate::nn::UnbiasedLinear) computes.
///
/// # Errors
///
/// Those of the device.
pub fn product<const I: usize, const O: usize, S: Rows<I, O>, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    weight: &Tensor<Rank2<O, I>, f32, D>,
) -> Result<Tensor<S::Out, f32, D, T>, D::Err> {
    let shape = x.shape().out();
    let rows = x.shape().num_elements() / I.max(1);
    let weight = weight.retaped::<T>().try_permute::<_, Axes2<1, 0>>()?;
    let out = x
        .try_reshape_like(&(rows, Const::<I>))?
        .try_matmul(weight)?;
    out.try_reshape_like(&shape)
}
