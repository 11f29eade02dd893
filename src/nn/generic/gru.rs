//! The gated recurrent unit.

use dfdx::shapes::{Const, Dim, HasShape};
use dfdx::tensor::{SplitTape, Tape, Tensor};
use dfdx::tensor_ops::{Device, TryAdd, TryMul, TrySub};

use super::steps::{Gate, Rows, Steps, linear, picked, rows, vector};
use crate::nn::Gru;

/// What [`Gru`](crate::nn::Gru) computes: all states, and the last of them.
///
/// # Errors
///
/// Those of the device.
#[expect(clippy::type_complexity, reason = "two tensors of named shapes")]
pub fn gru<const I: usize, const U: usize, B: Dim, S: Dim, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<(B, S, Const<I>), f32, D, T>,
    first: &Tensor<(B, Const<U>), f32, D>,
    layer: &Gru<I, U, f32, D>,
) -> Result<
    (
        Tensor<(B, S, Const<U>), f32, D, T>,
        Tensor<(B, Const<U>), f32, D>,
    ),
    D::Err,
> {
    let (batch, time, _) = *x.shape();
    let (dev, sizes) = (x.device().clone(), (batch.size(), time.size()));
    let by_input = (0..3).map(|number| {
        let weight = rows(layer.weight_ih.retaped::<T>(), (3 * U, I))?;
        gate(weight, rows(layer.bias_ih.retaped::<T>(), (3, U))?, number)
    });
    let by_input = by_input.collect::<Result<Vec<_>, D::Err>>()?;
    let x = rows(x, (batch.size() * time.size(), I))?;
    let first = rows(first.clone(), (batch.size(), U))?;
    let mut steps = Steps::of(x, by_input, sizes, first)?;
    for step in 0..time.size() {
        let by_state = |number| {
            let weight = rows(layer.weight_hh.retaped::<T>(), (3 * U, U))?;
            let bias = rows(layer.bias_hh.retaped::<T>(), (3, U))?;
            let (weight, bias) = gate::<D, T>(weight, bias, number)?;
            linear(steps.state(), weight, bias)
        };
        let [by_reset, by_update, by_new] = [by_state(0)?, by_state(1)?, by_state(2)?];
        let state = steps.state();
        let reset = by_reset.try_add(steps.input(step, 0)?)?.try_sigmoid()?;
        let new = by_new.try_mul(reset)?;
        let (new, tape) = new.try_add(steps.input(step, 2)?)?.try_tanh()?.split_tape();
        steps.record(tape);
        let update = by_update.try_add(steps.input(step, 1)?)?.try_sigmoid()?;
        // (1 - z) n + z h = n + z (h - n)
        let change = state.try_sub(new.retaped::<T>())?.try_mul(update)?;
        steps.push(change.try_add(new.retaped::<T>())?);
    }
    steps.finish((batch, time, Const), &dev)
}

/// The weights and the bias of the gate with this number.
fn gate<D: Device<f32>, T: Tape<f32, D>>(
    weight: Rows<D, T>,
    biases: Rows<D, T>,
    number: usize,
) -> Result<Gate<D, T>, D::Err> {
    let units = biases.shape().1;
    let weight = picked(weight, (number * units..(number + 1) * units).collect())?;
    Ok((weight, vector(picked(biases, vec![number])?, units)?))
}
