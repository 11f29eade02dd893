//! A vector for each token.

use dfdx::shapes::{Rank2, ReplaceDimTo};
use dfdx::tensor::{PutTape, Tape, Tensor};
use dfdx::tensor_ops::{Device, GatherTo};

use crate::nn::last_axis::Tokens;

/// What [`Embedding`](crate::nn::Embedding) computes.
///
/// # Errors
///
/// Those of the device.
pub fn look_up<const V: usize, const W: usize, S: Tokens<W>, D: Device<f32>, T: Tape<f32, D>>(
    tokens: Tensor<S, usize, D>,
    weight: &Tensor<Rank2<V, W>, f32, D>,
    tape: T,
) -> Result<Tensor<S::Vectors, f32, D, T>, D::Err>
where
    Rank2<V, W>: ReplaceDimTo<S::Vectors, S>,
{
    weight.clone().put_tape(tape).try_gather(tokens)
}
