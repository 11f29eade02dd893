//! The fully connected layer.

use dfdx::nn::modules::{BuildModule, BuildOnDevice, Module, NonMutableModule};
use dfdx::nn::{ModuleVisitor, TensorCollection, TensorOptions};
use dfdx::shapes::{Const, Dim, Dtype, HasShape, Rank1, Rank2};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Storage, Tape, Tensor};
use dfdx::tensor_ops::{Device, ReshapeTo};
use rand_distr::num_traits::Float;
use rand_distr::uniform::SampleUniform;
use rayon::prelude::*;

use super::conv::glorot;
use super::matrix::{self, Left};
use super::{tape, threads};

/// Rows of a matrix that one task works on.
const ROWS: usize = 16;

pub(super) mod builder {
    /// A fully connected layer: `out = in · weightᵀ + bias`.
    ///
    /// Takes `(batch, IN)` or `(IN,)` and gives `(batch, OUT)` or `(OUT,)`. `weight` (`OUT x IN`) starts uniform in
    /// ±√(6/(IN + OUT)) and `bias` (`OUT`) at zero, as in Keras.
    ///
    /// It has the parameters of dfdx's `Linear`, under the same names, and computes the same; its products
    /// are spread over the cores in a way that pays off for a mini-batch. Once built it is a
    /// [`modules::Linear`](crate::nn::modules::Linear).
    #[derive(Debug, Clone, Copy, Default)]
    pub struct Linear<const IN: usize, const OUT: usize>;
}

/// A built [`Linear`](crate::nn::Linear).
#[derive(Debug, Clone)]
pub struct Linear<const IN: usize, const OUT: usize, E: Dtype, D: Storage<E>> {
    /// The weights, shape `(OUT, IN)`.
    pub weight: Tensor<Rank2<OUT, IN>, E, D>,
    /// What is added to each output, shape `(OUT,)`.
    pub bias: Tensor<Rank1<OUT>, E, D>,
}

impl<const I: usize, const O: usize, E: Dtype, D: Device<E>> BuildOnDevice<D, E>
    for builder::Linear<I, O>
where
    Linear<I, O, E, D>: BuildModule<D, E>,
{
    type Built = Linear<I, O, E, D>;
}

impl<const I: usize, const O: usize, E: Dtype + Float + SampleUniform, D: Device<E>>
    TensorCollection<E, D> for Linear<I, O, E, D>
{
    type To<E2: Dtype, D2: Device<E2>> = Linear<I, O, E2, D2>;

    fn iter_tensors<V: ModuleVisitor<Self, E, D>>(
        visitor: &mut V,
    ) -> Result<Option<Self::To<V::E2, V::D2>>, V::Err> {
        visitor.visit_fields(
            (
                Self::tensor(
                    "weight",
                    |s| &s.weight,
                    |s| &mut s.weight,
                    TensorOptions::reset_with(|t| t.try_fill_with_distr(glorot(I, O))),
                ),
                Self::tensor(
                    "bias",
                    |s| &s.bias,
                    |s| &mut s.bias,
                    TensorOptions::reset_to_zeros(),
                ),
            ),
            |(weight, bias)| Linear { weight, bias },
        )
    }
}

impl<const I: usize, const O: usize, E: Dtype, D: Storage<E>> NonMutableModule
    for Linear<I, O, E, D>
{
}

impl<const I: usize, const O: usize, T: Tape<f32, Cpu>> Module<Tensor<(Const<I>,), f32, Cpu, T>>
    for Linear<I, O, f32, Cpu>
{
    type Output = Tensor<(Const<O>,), f32, Cpu, T>;
    type Error = CpuError;

    fn try_forward(
        &self,
        input: Tensor<(Const<I>,), f32, Cpu, T>,
    ) -> Result<Self::Output, CpuError> {
        self.try_forward(input.try_reshape_like(&(Const::<1>, Const::<I>))?)?
            .try_reshape_like(&(Const,))
    }
}

impl<const I: usize, const O: usize, B: Dim, T: Tape<f32, Cpu>>
    Module<Tensor<(B, Const<I>), f32, Cpu, T>> for Linear<I, O, f32, Cpu>
{
    type Output = Tensor<(B, Const<O>), f32, Cpu, T>;
    type Error = CpuError;

    fn try_forward(
        &self,
        input: Tensor<(B, Const<I>), f32, Cpu, T>,
    ) -> Result<Self::Output, CpuError> {
        let (input, tape) = input.try_contiguous()?.split_tape();
        let (weight, bias) = (
            self.weight.clone().try_contiguous()?,
            self.bias.clone().try_contiguous()?,
        );
        let batch = input.shape().0;
        let (rows, weights) = (tape::values(&input), tape::values(&weight));
        let out = forward(&rows, &weights, &tape::values(&bias), I);
        let dev = input.device().clone();
        let ghosts = (input.ghost(), weight.ghost(), bias.ghost());
        tape::finish(&dev, out, (batch, Const), tape, move |grad, grads| {
            by_input(grad, &weights, (I, O), grads.get_or_alloc_mut(&ghosts.0)?);
            by_weight(grad, &rows, (I, O), grads.get_or_alloc_mut(&ghosts.1)?);
            let by_bias = grads.get_or_alloc_mut(&ghosts.2)?;
            for row in grad.chunks_exact(O.max(1)) {
                for (sum, grad) in by_bias.iter_mut().zip(row) {
                    *sum += grad;
                }
            }
            Ok(())
        })
    }
}

/// Computes the transposed output, whose rows the threads can share, and turns it around.
fn forward(rows: &[f32], weights: &[f32], bias: &[f32], inputs: usize) -> Vec<f32> {
    let outputs = bias.len();
    let batch = rows.len() / inputs.max(1);
    let mut turned = vec![0.0; outputs * batch];
    let part = |(out, weights): (&mut [f32], &[f32])| matrix::add_dots(weights, rows, inputs, out);
    threads::share(rows.len() * outputs, |split| {
        if split {
            turned
                .par_chunks_mut(ROWS * batch)
                .zip(weights.par_chunks(ROWS * inputs))
                .for_each(part);
        } else {
            part((&mut turned, weights));
        }
    });
    let mut out = Vec::with_capacity(outputs * batch);
    for b in 0..batch {
        out.extend(
            bias.iter()
                .enumerate()
                .map(|(o, bias)| turned[o * batch + b] + bias),
        );
    }
    out
}

fn by_input(grad: &[f32], weights: &[f32], (inputs, outputs): (usize, usize), to: &mut [f32]) {
    let part = |(to, grad): (&mut [f32], &[f32])| {
        Left::pack(grad, (grad.len() / outputs, outputs), outputs, 1).times(weights, None, to);
    };
    threads::share(grad.len() * inputs, |split| {
        if split {
            to.par_chunks_mut(ROWS * inputs)
                .zip(grad.par_chunks(ROWS * outputs))
                .for_each(part);
        } else if outputs > 0 {
            part((to, grad));
        }
    });
}

fn by_weight(grad: &[f32], rows: &[f32], (inputs, outputs): (usize, usize), to: &mut [f32]) {
    let batch = grad.len() / outputs.max(1);
    let part = |(first, to): (usize, &mut [f32])| {
        Left::pack(&grad[first..], (to.len() / inputs, batch), 1, outputs).times(rows, None, to);
    };
    threads::share(grad.len() * inputs, |split| {
        if split {
            to.par_chunks_mut(ROWS * inputs)
                .enumerate()
                .for_each(|(i, to)| part((i * ROWS, to)));
        } else if inputs > 0 {
            part((0, to));
        }
    });
}
