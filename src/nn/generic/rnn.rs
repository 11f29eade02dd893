//! The plain recurrent layer.

use dfdx::shapes::{Const, Dim, HasShape};
use dfdx::tensor::{Tape, Tensor};
use dfdx::tensor_ops::{Device, TryAdd};

use super::steps::{Steps, linear, rows, vector};
use crate::nn::Rnn;

/// What [`Rnn`](crate::nn::Rnn) computes: all states, and the last of them.
///
/// # Errors
///
/// Those of the device.
#[expect(clippy::type_complexity, reason = "two tensors of named shapes")]
pub fn rnn<const I: usize, const U: usize, B: Dim, S: Dim, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<(B, S, Const<I>), f32, D, T>,
    first: &Tensor<(B, Const<U>), f32, D>,
    layer: &Rnn<I, U, f32, D>,
) -> Result<
    (
        Tensor<(B, S, Const<U>), f32, D, T>,
        Tensor<(B, Const<U>), f32, D>,
    ),
    D::Err,
> {
    let (batch, time, _) = *x.shape();
    let weight_ih = rows(layer.weight_ih.retaped::<T>(), (U, I))?;
    let bias_ih = vector(layer.bias_ih.retaped::<T>(), U)?;
    let x = rows(x, (batch.size() * time.size(), I))?;
    let first = rows(first.clone(), (batch.size(), U))?;
    let dev = x.device().clone();
    let sizes = (batch.size(), time.size());
    let mut steps = Steps::of(x, vec![(weight_ih, bias_ih)], sizes, first)?;
    for step in 0..time.size() {
        let weight_hh = rows(layer.weight_hh.retaped::<T>(), (U, U))?;
        let bias_hh = vector(layer.bias_hh.retaped::<T>(), U)?;
        let by_state = linear(steps.state(), weight_hh, bias_hh)?;
        let sum = by_state.try_add(steps.input(step, 0)?)?;
        steps.push(sum.try_tanh()?);
    }
    steps.finish((batch, time, Const), &dev)
}
