//! A way around a layer.

use dfdx::nn::modules::{Module, ModuleMut};
use dfdx::nn::{BuildOnDevice, ModuleVisitor, TensorCollection};
use dfdx::shapes::{Dtype, Shape};
use dfdx::tensor::{Tape, Tensor, WithEmptyTape};
use dfdx::tensor_ops::Device;

use crate::tensor::{Dev, DevError};

/// `F(x) + x`: what the layer `F` finds is added to what it was given, so that gradients have a way past it. Any shape.
///
/// It computes what dfdx's `Residual` computes, under the same name of its part, `0`. (He and others: *Deep Residual Learning for
/// Image Recognition*, 2015.)
#[derive(Clone, Debug, Default)]
pub struct Residual<F>(pub F);

impl<E: Dtype, D: Device<E>, F: BuildOnDevice<D, E>> BuildOnDevice<D, E> for Residual<F> {
    type Built = Residual<F::Built>;
}

impl<E: Dtype, D: Device<E>, F: TensorCollection<E, D>> TensorCollection<E, D> for Residual<F> {
    type To<E2: Dtype, D2: Device<E2>> = Residual<F::To<E2, D2>>;

    fn iter_tensors<V: ModuleVisitor<Self, E, D>>(
        visitor: &mut V,
    ) -> Result<Option<Self::To<V::E2, V::D2>>, V::Err> {
        visitor.visit_fields(Self::module("0", |s| &s.0, |s| &mut s.0), Residual)
    }
}

impl<S: Shape, T: Tape<f32, Dev>, F> Module<Tensor<S, f32, Dev, T>> for Residual<F>
where
    F: Module<Tensor<S, f32, Dev, T>, Output = Tensor<S, f32, Dev, T>, Error = DevError>,
{
    type Output = Tensor<S, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::sum(self.0.try_forward(x.with_empty_tape())?, x)
    }
}

impl<S: Shape, T: Tape<f32, Dev>, F> ModuleMut<Tensor<S, f32, Dev, T>> for Residual<F>
where
    F: ModuleMut<Tensor<S, f32, Dev, T>, Output = Tensor<S, f32, Dev, T>, Error = DevError>,
{
    type Output = Tensor<S, f32, Dev, T>;
    type Error = DevError;

    fn try_forward_mut(&mut self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::sum(self.0.try_forward_mut(x.with_empty_tape())?, x)
    }
}

/// On the processor: plain loops, where dfdx's work out a place for each number.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{HasShape, Shape};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use crate::nn::{dense, tape};

    pub fn sum<S: Shape, T: Tape<f32, Cpu>>(
        found: Tensor<S, f32, Cpu, T>,
        x: Tensor<S, f32, Cpu, T>,
    ) -> Result<Tensor<S, f32, Cpu, T>, CpuError> {
        let (found, recorded) = found.try_contiguous()?.split_tape();
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghosts) = (x.device().clone(), *x.shape(), (found.ghost(), x.ghost()));
        let mut out = vec![0.0; shape.num_elements()];
        found.copy_into(&mut out);
        dense::add(&tape::values(&x), &mut out);
        tape::finish(
            &dev,
            out,
            shape,
            tape.merge(recorded),
            move |grad, grads| {
                dense::add(grad, grads.get_or_alloc_mut(&ghosts.0)?);
                dense::add(grad, grads.get_or_alloc_mut(&ghosts.1)?);
                Ok(())
            },
        )
    }
}

/// On a graphics card: dfdx's own sum.
#[cfg(feature = "cuda")]
mod device {
    use dfdx::shapes::Shape;
    use dfdx::tensor::{Tape, Tensor};
    use dfdx::tensor_ops::TryAdd;

    use crate::tensor::{Dev, DevError};

    pub fn sum<S: Shape, T: Tape<f32, Dev>>(
        found: Tensor<S, f32, Dev, T>,
        x: Tensor<S, f32, Dev, T>,
    ) -> Result<Tensor<S, f32, Dev, T>, DevError> {
        found.try_add(x)
    }
}
