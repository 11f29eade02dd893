//! The fully connected layer.

use dfdx::nn::modules::{BuildModule, BuildOnDevice, Module, NonMutableModule};
use dfdx::nn::{ModuleVisitor, TensorCollection, TensorOptions};
use dfdx::shapes::{Const, Dim, Dtype, Rank1, Rank2};
use dfdx::tensor::{Storage, Tape, Tensor};
use dfdx::tensor_ops::{Device, ReshapeTo};
use rand_distr::num_traits::Float;
use rand_distr::uniform::SampleUniform;

use super::conv::glorot;
use super::generic;

pub(super) mod builder {
    /// A fully connected layer: `out = in · weightᵀ + bias`.
    ///
    /// Takes `(batch, IN)` or `(IN,)` and gives `(batch, OUT)` or `(OUT,)`. `weight` (`OUT x IN`) starts uniform in
    /// ±√(6/(IN + OUT)) and `bias` (`OUT`) at zero, as in Keras.
    ///
    /// It has the parameters of dfdx's `Linear`, under the same names, and computes the same; only its start is another.
    /// Once built it is a [`modules::Linear`](crate::nn::modules::Linear).
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

impl<const I: usize, const O: usize, D: Device<f32>, T: Tape<f32, D>>
    Module<Tensor<(Const<I>,), f32, D, T>> for Linear<I, O, f32, D>
{
    type Output = Tensor<(Const<O>,), f32, D, T>;
    type Error = D::Err;

    fn try_forward(&self, input: Tensor<(Const<I>,), f32, D, T>) -> Result<Self::Output, D::Err> {
        self.try_forward(input.try_reshape_like(&(Const::<1>, Const::<I>))?)?
            .try_reshape_like(&(Const,))
    }
}

/// dfdx's own product: it reads the weights where they are, and to copy them out of there for a kernel of ours would take
/// longer than multiplying them with the few rows of a mini-batch.
impl<const I: usize, const O: usize, B: Dim, D: Device<f32>, T: Tape<f32, D>>
    Module<Tensor<(B, Const<I>), f32, D, T>> for Linear<I, O, f32, D>
{
    type Output = Tensor<(B, Const<O>), f32, D, T>;
    type Error = D::Err;

    fn try_forward(&self, input: Tensor<(B, Const<I>), f32, D, T>) -> Result<Self::Output, D::Err> {
        generic::try_linear(input, &self.weight, &self.bias)
    }
}
