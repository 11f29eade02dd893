//! Dropout as a layer.

use dfdx::nn::modules::{self, Module, ModuleMut, ZeroSizedModule};
use dfdx::nn::{BuildOnDevice, ModuleVisitor, ScalarOptions, TensorCollection};
use dfdx::shapes::{Dtype, Shape};
use dfdx::tensor::{NoneTape, OwnedTape, Tensor};
use dfdx::tensor_ops::Device;

use crate::health;
use crate::tensor::{Dev, DevError};

type Recorded<S> = Tensor<S, f32, Dev, OwnedTape<f32, Dev>>;

/// Zeroes each number with probability `p` while training and multiplies the others by `1/(1 - p)`; any shape.
///
/// `forward_mut` with a tape is training, `forward` without one leaves everything as it is. It computes what dfdx's
/// `Dropout` computes, and tells when it drops.
#[derive(Clone, Debug)]
pub struct Dropout {
    /// The probability, from 0 to 1.
    pub p: f32,
}

impl Default for Dropout {
    /// `p` is 0.5.
    fn default() -> Self {
        Self { p: 0.5 }
    }
}

/// [`Dropout`] with `p = 1/N`, and nothing to build.
#[derive(Clone, Copy, Debug, Default)]
pub struct DropoutOneIn<const N: usize>;

impl<const N: usize> ZeroSizedModule for DropoutOneIn<N> {}

impl<E: Dtype, D: Device<E>> BuildOnDevice<D, E> for Dropout {
    type Built = Dropout;
}

impl<E: Dtype, D: Device<E>> TensorCollection<E, D> for Dropout {
    type To<E2: Dtype, D2: Device<E2>> = Dropout;

    fn iter_tensors<V: ModuleVisitor<Self, E, D>>(
        visitor: &mut V,
    ) -> Result<Option<Self::To<V::E2, V::D2>>, V::Err> {
        visitor.visit_fields(
            <Self as TensorCollection<E, D>>::scalar(
                "p",
                |s| &s.p,
                |s| &mut s.p,
                ScalarOptions::from_default(0.5),
            ),
            |p| Dropout { p },
        )
    }
}

impl<S: Shape> Module<Tensor<S, f32, Dev, NoneTape>> for Dropout {
    type Output = Tensor<S, f32, Dev, NoneTape>;
    type Error = DevError;

    fn try_forward(&self, input: Tensor<S, f32, Dev>) -> Result<Self::Output, DevError> {
        Ok(input)
    }
}

impl<S: Shape> ModuleMut<Recorded<S>> for Dropout {
    type Output = Recorded<S>;
    type Error = DevError;

    fn try_forward_mut(&mut self, input: Recorded<S>) -> Result<Self::Output, DevError> {
        if self.p > 0.0 {
            health::notice(|observer| observer.dropped());
        }
        modules::Dropout { p: self.p }.try_forward_mut(input)
    }
}

impl<const N: usize, S: Shape> Module<Tensor<S, f32, Dev, NoneTape>> for DropoutOneIn<N> {
    type Output = Tensor<S, f32, Dev, NoneTape>;
    type Error = DevError;

    fn try_forward(&self, input: Tensor<S, f32, Dev>) -> Result<Self::Output, DevError> {
        Ok(input)
    }
}

impl<const N: usize, S: Shape> ModuleMut<Recorded<S>> for DropoutOneIn<N> {
    type Output = Recorded<S>;
    type Error = DevError;

    fn try_forward_mut(&mut self, input: Recorded<S>) -> Result<Self::Output, DevError> {
        health::notice(|observer| observer.dropped());
        modules::DropoutOneIn::<N>.try_forward_mut(input)
    }
}
