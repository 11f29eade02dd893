//! The fully connected layer without a bias.

use dfdx::nn::modules::Module;
use dfdx::shapes::Rank2;
use dfdx::tensor::{Tape, Tensor};

use super::last_axis::Rows;
use super::layer::uniform;
use crate::parameters;
use crate::tensor::{Dev, DevError};

parameters! {
    /// A fully connected layer without a bias: `out = in · weightᵀ`.
    ///
    /// Takes `(IN,)`, `(batch, IN)` or `(batch, time, IN)` and gives the same with `OUT` numbers at the end. `weight` starts uniform in
    /// ±1/√IN, as in PyTorch and in dfdx. It computes what dfdx's `UnbiasedLinear` computes, for all rows at once.
    pub struct UnbiasedLinear<const IN: usize, const OUT: usize> {
        /// The weights, shape `(OUT, IN)`.
        weight: Rank2<OUT, IN> = uniform(1.0 / (IN as f64).sqrt()),
    }
}

impl<const I: usize, const O: usize, S: Rows<I, O>, T: Tape<f32, Dev>>
    Module<Tensor<S, f32, Dev, T>> for UnbiasedLinear<I, O>
{
    type Output = Tensor<S::Out, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::product(x, &self.weight)
    }
}

/// On the processor: all rows at once, over all cores.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{HasShape, Rank2};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use crate::nn::last_axis::Rows;
    use crate::nn::{dense, tape};

    pub fn product<const I: usize, const O: usize, S: Rows<I, O>, T: Tape<f32, Cpu>>(
        x: Tensor<S, f32, Cpu, T>,
        weight: &Tensor<Rank2<O, I>, f32, Cpu>,
    ) -> Result<Tensor<S::Out, f32, Cpu, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape) = (x.device().clone(), x.shape().out());
        let ghosts = (x.ghost(), weight.ghost());
        let (numbers, weights) = (tape::values(&x), tape::values(weight));
        let out = dense::product(&numbers, &weights, I);
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            dense::add_to_input(grad, &weights, I, grads.get_or_alloc_mut(&ghosts.0)?);
            dense::add_to_weight(grad, &numbers, I, grads.get_or_alloc_mut(&ghosts.1)?);
            Ok(())
        })
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::unbiased::product;
}
