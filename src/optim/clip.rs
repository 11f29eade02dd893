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

#[cfg(test)]
mod tests {
    use dfdx::prelude::*;

    use super::clip_gradients;
    use crate::tensor::{Dev, device};

    type Network = (builders::Linear<2, 1>, builders::Linear<1, 1>);

    /// The gradients of a network whose parameters get these.
    fn gradients(network: &Built, of: [f32; 5]) -> Gradients<f32, Dev> {
        let of = |at: std::ops::Range<usize>| of[at].to_vec();
        let dev = device();
        let mut grads = network.alloc_grads();
        let (first, second) = (&network.0, &network.1);
        let factors = dev.tensor_from_vec(of(0..2), (Const::<1>, Const::<2>));
        grads = (first.weight.clone().traced(grads) * factors)
            .sum()
            .backward();
        let factors = dev.tensor_from_vec(of(2..3), (Const::<1>,));
        grads = (first.bias.clone().traced(grads) * factors)
            .sum()
            .backward();
        let factors = dev.tensor_from_vec(of(3..4), (Const::<1>, Const::<1>));
        grads = (second.weight.clone().traced(grads) * factors)
            .sum()
            .backward();
        let factors = dev.tensor_from_vec(of(4..5), (Const::<1>,));
        (second.bias.clone().traced(grads) * factors)
            .sum()
            .backward()
    }

    type Built = <Network as BuildOnDevice<Dev, f32>>::Built;

    fn numbers(network: &Built, grads: &Gradients<f32, Dev>) -> Vec<f32> {
        [
            grads.get(&network.0.weight).as_vec(),
            grads.get(&network.0.bias).as_vec(),
            grads.get(&network.1.weight).as_vec(),
            grads.get(&network.1.bias).as_vec(),
        ]
        .concat()
    }

    #[test]
    fn gradients_keep_their_direction_and_get_no_longer_than_they_may() {
        let network = device().build_module::<Network, f32>();
        // Norm 4 = √(4 + 4 + 4 + 4).
        let of = [2.0, 0.0, -2.0, 2.0, 2.0];
        for (most, factor) in [
            (1.0, 0.25),
            (2.0, 0.5),
            (4.0, 1.0),
            (100.0, 1.0),
            (0.0, 0.0),
        ] {
            let mut grads = gradients(&network, of);
            assert_eq!(clip_gradients(&network, &mut grads, most), 4.0, "{most}");
            assert_eq!(numbers(&network, &grads), of.map(|x| x * factor), "{most}");
        }
    }

    #[test]
    fn a_gradient_that_is_no_number_is_told_and_left() {
        let network = device().build_module::<Network, f32>();
        let mut grads = gradients(&network, [3.0, f32::NAN, 0.0, 0.0, 1.0]);
        assert!(clip_gradients(&network, &mut grads, 1.0).is_nan());
        let left = numbers(&network, &grads);
        assert_eq!((left[0], left[4]), (3.0, 1.0));
        assert!(left[1].is_nan());
    }
}
