//! What an operation needs of dfdx: its input as a slice, its output on the tape, gradients to read and to add to.

use std::mem;

use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Cpu, CpuError, Gradients, PutTape, Tape, Tensor, TensorFromVec};

/// The gradients of a backward pass on the CPU.
pub(super) type Grads = Gradients<f32, Cpu>;

/// The numbers of a contiguous tensor, copied: dfdx lends its buffers to nobody outside.
pub(super) fn values<S: Shape>(tensor: &Tensor<S, f32, Cpu>) -> Vec<f32> {
    let mut values = vec![0.0; tensor.shape().num_elements()];
    tensor.copy_into(&mut values);
    values
}

/// Makes the result of an operation a tensor.
///
/// `back` gets the gradient of the result, and adds to the gradients of whatever the result was computed from.
pub(super) fn finish<S, T, F>(
    dev: &Cpu,
    values: Vec<f32>,
    shape: S,
    mut tape: T,
    back: F,
) -> Result<Tensor<S, f32, Cpu, T>, CpuError>
where
    S: Shape,
    T: Tape<f32, Cpu>,
    F: 'static + FnOnce(&[f32], &mut Grads) -> Result<(), CpuError>,
{
    let out = dev.try_tensor_from_vec(values, shape)?;
    let ghost = out.ghost();
    tape.add_backward_op(move |grads| {
        // Two gradients cannot be borrowed at once from outside dfdx, so this one steps out of the map and back in.
        let grad = mem::take(&mut **grads.get_or_alloc_mut(&ghost)?);
        let result = back(&grad, grads);
        **grads.get_or_alloc_mut(&ghost)? = grad;
        result
    });
    Ok(out.put_tape(tape))
}
