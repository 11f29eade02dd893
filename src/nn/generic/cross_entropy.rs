//! The loss of a model that names the next token.

use dfdx::shapes::{Axis, Const, Rank0};
use dfdx::tensor::{Tape, Tensor};
use dfdx::tensor_ops::{Device, ReshapeTo, SumTo, TryMul};

use crate::nn::cross_entropy::Logits;
use crate::words::layers as words;

/// What [`cross_entropy`](crate::nn::cross_entropy) computes.
///
/// # Errors
///
/// Those of the device.
///
/// # Panics
///
/// If a class is not below `C`.
pub fn cross_entropy<const C: usize, S: Logits<C>, D: Device<f32>, T: Tape<f32, D>>(
    logits: Tensor<S, f32, D, T>,
    right: &[usize],
) -> Result<Tensor<Rank0, f32, D, T>, D::Err> {
    let mut targets = vec![0.0; right.len() * C];
    for (row, &class) in targets.chunks_mut(C.max(1)).zip(right) {
        assert!(class < C, "{}", words::unknown_class(class, C));
        row[class] = -1.0 / right.len() as f32;
    }
    let shape = (right.len(), Const::<C>);
    let targets = logits.device().try_tensor_from_vec(targets, shape)?;
    let rows = logits.try_reshape_like(&shape)?;
    rows.try_log_softmax::<Axis<1>>()?
        .try_mul(targets)?
        .try_sum()
}
