//! The steps of a recurrent layer, one by one.

use dfdx::shapes::{Axes2, Axes3, Axis, Const, Dim, HasShape, Shape};
use dfdx::tensor::{NoneTape, PutTape, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::{
    BroadcastTo, Device, GatherTo, PermuteTo, ReshapeTo, TryAdd, TryMatMul, TryStack,
};

/// Rows and columns, `(rows, columns)`.
pub(super) type Rows<D, T = NoneTape> = Tensor<(usize, usize), f32, D, T>;

/// A tensor as rows.
pub(super) fn rows<S: Shape, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    shape: (usize, usize),
) -> Result<Rows<D, T>, D::Err> {
    x.try_reshape_like(&shape)
}

/// A tensor as numbers in a row.
pub(super) fn vector<S: Shape, D: Device<f32>, T: Tape<f32, D>>(
    x: Tensor<S, f32, D, T>,
    len: usize,
) -> Result<Tensor<(usize,), f32, D, T>, D::Err> {
    x.try_reshape_like(&(len,))
}

/// `x · weightᵀ + bias`.
pub(super) fn linear<D: Device<f32>, T: Tape<f32, D>>(
    x: Rows<D, T>,
    weight: Rows<D, T>,
    bias: Tensor<(usize,), f32, D, T>,
) -> Result<Rows<D, T>, D::Err> {
    let product = x.try_matmul(weight.try_permute::<_, Axes2<1, 0>>()?)?;
    let bias = bias.try_broadcast_like::<_, Axis<0>>(product.shape())?;
    product.try_add(bias)
}

/// Some rows of `x`.
pub(super) fn picked<D: Device<f32>, T: Tape<f32, D>>(
    x: Rows<D, T>,
    places: Vec<usize>,
) -> Result<Rows<D, T>, D::Err> {
    let len = places.len();
    let places = x.device().try_tensor_from_vec(places, (len,))?;
    x.try_gather(places)
}

/// What one gate of a layer is made of: weights, `(units, inputs)`, and what is added.
pub(super) type Gate<D, T> = (Rows<D, T>, Tensor<(usize,), f32, D, T>);

/// The states of a layer while it goes through its steps. One tape passes through them all.
pub(super) struct Steps<D: Device<f32>, T: Tape<f32, D>> {
    /// What the inputs contribute to each gate, `(batch · time, units)`.
    inputs: Vec<Rows<D>>,
    batch: usize,
    time: usize,
    first: Rows<D>,
    states: Vec<Rows<D, T>>,
    tape: T,
}

impl<D: Device<f32>, T: Tape<f32, D>> Steps<D, T> {
    /// Before the first step. `x` is `(batch · time, inputs)`, and `gates` are what is done to it.
    pub(super) fn of(
        x: Rows<D, T>,
        gates: Vec<Gate<D, T>>,
        (batch, time): (usize, usize),
        first: Rows<D>,
    ) -> Result<Self, D::Err> {
        let (x, mut tape) = x.split_tape();
        let mut inputs = Vec::new();
        for (weight, bias) in gates {
            let (input, recorded) = linear(x.clone().put_tape(tape), weight, bias)?.split_tape();
            inputs.push(input);
            tape = recorded;
        }
        Ok(Self {
            inputs,
            batch,
            time,
            first,
            states: Vec::new(),
            tape,
        })
    }

    /// The state that the layer has come to, with an empty tape.
    pub(super) fn state(&self) -> Rows<D, T> {
        match self.states.last() {
            Some(state) => state.retaped(),
            None => self.first.retaped(),
        }
    }

    /// What the inputs contribute to one gate at a step, with all that was recorded before.
    pub(super) fn input(&mut self, step: usize, gate: usize) -> Result<Rows<D, T>, D::Err> {
        let tape = std::mem::take(&mut self.tape);
        let places = (0..self.batch).map(|sequence| sequence * self.time + step);
        picked(self.inputs[gate].clone().put_tape(tape), places.collect())
    }

    /// Takes a tape back that was lent for a part of a step.
    pub(super) fn record(&mut self, tape: T) {
        self.tape = tape;
    }

    /// The state after a step.
    pub(super) fn push(&mut self, state: Rows<D, T>) {
        let (state, tape) = state.split_tape();
        self.states.push(state.retaped());
        self.tape = tape;
    }

    /// All states, and the last one.
    #[expect(clippy::type_complexity, reason = "two tensors of named shapes")]
    pub(super) fn finish<B: Dim, S: Dim, const U: usize>(
        mut self,
        shape: (B, S, Const<U>),
        dev: &D,
    ) -> Result<
        (
            Tensor<(B, S, Const<U>), f32, D, T>,
            Tensor<(B, Const<U>), f32, D>,
        ),
        D::Err,
    > {
        let (last, _) = self.state().split_tape();
        let ended = last.clone().try_reshape_like(&(shape.0, Const))?;
        if self.states.pop().is_none() {
            let nothing = dev.try_zeros_like(&shape)?;
            return Ok((nothing.put_tape(self.tape), ended));
        }
        self.states.push(last.put_tape(self.tape));
        let states = self.states.try_stack()?;
        let states = states.try_permute::<(usize, usize, usize), Axes3<1, 0, 2>>()?;
        Ok((states.try_reshape_like(&shape)?, ended))
    }
}
