//! Gradients that are kept from getting too large.

use dfdx::nn::tensor_collection::{
    RecursiveWalker, TensorCollection, TensorOptions, TensorVisitor, ViewTensorRef,
};
use dfdx::shapes::Shape;
use dfdx::tensor::{Gradients, Tensor};

use crate::tensor::{Dev, DevError};

/// Scales the gradients of a network so that their norm, taken over all parameters together, is at most `most`. Gives the norm that
/// they had.
///
/// `norm = √(Σ g²)`, and where it is larger, every `g` becomes `g · most / norm`: the direction of the step stays. Call it between
/// `backward` and `update`. (Pascanu, Mikolov and Bengio: *On the difficulty of training recurrent neural networks*, 2013.)
///
/// A norm that is no number, because a gradient is none, changes nothing.
///
/// # Panics
///
/// Where the device is out of memory.
pub fn clip_gradients<M: TensorCollection<f32, Dev>>(
    model: &M,
    gradients: &mut Gradients<f32, Dev>,
    most: f32,
) -> f32 {
    // Out of memory is what dfdx itself panics for in `backward` and `zero_grads`.
    try_clip(model, gradients, most).unwrap()
}

fn try_clip<M: TensorCollection<f32, Dev>>(
    model: &M,
    gradients: &mut Gradients<f32, Dev>,
    most: f32,
) -> Result<f32, DevError> {
    let mut squares = Squares(gradients, 0.0);
    M::iter_tensors(&mut RecursiveWalker {
        m: model,
        f: &mut squares,
    })?;
    let norm = squares.1.sqrt() as f32;
    if norm > most {
        M::iter_tensors(&mut RecursiveWalker {
            m: model,
            f: &mut Scale(gradients, most / norm),
        })?;
    }
    Ok(norm)
}

/// The sum of the squares so far.
struct Squares<'a>(&'a mut Gradients<f32, Dev>, f64);

impl TensorVisitor<f32, Dev> for Squares<'_> {
    type Viewer = ViewTensorRef;
    type Err = DevError;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        options: TensorOptions<S, f32, Dev>,
        tensor: &Tensor<S, f32, Dev>,
    ) -> Result<Option<Tensor<S, f32, Dev>>, DevError> {
        if options.do_gradient_update {
            self.1 += device::squares(self.0, tensor)?;
        }
        Ok(None)
    }
}

struct Scale<'a>(&'a mut Gradients<f32, Dev>, f32);

impl TensorVisitor<f32, Dev> for Scale<'_> {
    type Viewer = ViewTensorRef;
    type Err = DevError;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        options: TensorOptions<S, f32, Dev>,
        tensor: &Tensor<S, f32, Dev>,
    ) -> Result<Option<Tensor<S, f32, Dev>>, DevError> {
        if options.do_gradient_update {
            device::scale(self.0, tensor, self.1)?;
        }
        Ok(None)
    }
}

/// On the processor: where the gradients lie.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::Shape;
    use dfdx::tensor::{Cpu, CpuError, Gradients, Tensor};

    pub fn squares<S: Shape>(
        gradients: &mut Gradients<f32, Cpu>,
        tensor: &Tensor<S, f32, Cpu>,
    ) -> Result<f64, CpuError> {
        let numbers = gradients.get_or_alloc_mut(tensor)?.iter();
        Ok(numbers.map(|&x| f64::from(x) * f64::from(x)).sum())
    }

    pub fn scale<S: Shape>(
        gradients: &mut Gradients<f32, Cpu>,
        tensor: &Tensor<S, f32, Cpu>,
        by: f32,
    ) -> Result<(), CpuError> {
        let numbers = gradients.get_or_alloc_mut(tensor)?.iter_mut();
        numbers.for_each(|x| *x *= by);
        Ok(())
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    use dfdx::shapes::Shape;
    use dfdx::tensor::{Gradients, Tensor, Trace};
    use dfdx::tensor_ops::{Backward, SumTo, TryMul};

    use crate::tensor::{Dev, DevError};

    pub fn squares<S: Shape>(
        gradients: &mut Gradients<f32, Dev>,
        tensor: &Tensor<S, f32, Dev>,
    ) -> Result<f64, DevError> {
        gradients.try_alloc_for(tensor)?;
        let numbers = gradients.get(tensor).as_vec().into_iter();
        Ok(numbers.map(|x| f64::from(x) * f64::from(x)).sum())
    }

    /// dfdx lends no buffer of a card, but it adds to gradients: the slope of `Σ c · t` is `c`.
    pub fn scale<S: Shape>(
        gradients: &mut Gradients<f32, Dev>,
        tensor: &Tensor<S, f32, Dev>,
        by: f32,
    ) -> Result<(), DevError> {
        gradients.try_alloc_for(tensor)?;
        let change = gradients.get(tensor).try_mul(by - 1.0)?;
        let so_far = std::mem::replace(gradients, Gradients::leaky());
        let sum = tensor.clone().traced(so_far).try_mul(change)?.try_sum()?;
        *gradients = sum.try_backward()?;
        Ok(())
    }
}
