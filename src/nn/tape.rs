//! What an operation needs of dfdx: its input as a slice, its output on the tape, gradients to read and to add to.

use std::cell::RefCell;
use std::mem;
use std::ops::Deref;

use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Cpu, CpuError, Gradients, PutTape, Tape, Tensor, TensorFromVec};

/// The gradients of a backward pass on the CPU.
pub(super) type Grads = Gradients<f32, Cpu>;

/// The numbers of a contiguous tensor, copied: dfdx lends its buffers to nobody outside.
pub(super) fn values<S: Shape>(tensor: &Tensor<S, f32, Cpu>) -> Copied {
    let len = tensor.shape().num_elements();
    let mut buffer = SPARE.with_borrow_mut(|spare| {
        let found = spare.iter().position(|buffer| buffer.len() == len);
        found
            .map(|i| spare.swap_remove(i))
            .unwrap_or_else(|| vec![0.0; len])
    });
    tensor.copy_into(&mut buffer);
    Copied(buffer)
}

/// Buffers that are kept for the next copy: as many as a few layers need.
const SPARES: usize = 16;

thread_local! {
    /// Copies that are over. Clearing a new buffer takes as long as filling it, and every batch needs the same ones again.
    static SPARE: RefCell<Vec<Vec<f32>>> = const { RefCell::new(Vec::new()) };
}

/// A copy of a tensor's numbers, whose memory serves again.
pub(super) struct Copied(Vec<f32>);

impl Deref for Copied {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.0
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let buffer = mem::take(&mut self.0);
        // Nothing to keep it in while the thread ends.
        let _ = SPARE.try_with(|spare| {
            let mut spare = spare.borrow_mut();
            if spare.len() == SPARES {
                spare.remove(0);
            }
            spare.push(buffer);
        });
    }
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
