//! What an operation needs of dfdx: its input as a slice, its output on the tape, gradients to read and to add to.

use std::cell::RefCell;
use std::mem;
use std::ops::{Deref, DerefMut};

use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Cpu, CpuError, Gradients, PutTape, Tape, Tensor, TensorFromVec};

/// The gradients of a backward pass on the CPU.
pub(super) type Grads = Gradients<f32, Cpu>;

/// The numbers of a contiguous tensor, copied: dfdx lends its buffers to nobody outside.
pub(super) fn values<S: Shape>(tensor: &Tensor<S, f32, Cpu>) -> Copied {
    let mut copied = buffer(tensor.shape().num_elements());
    tensor.copy_into(&mut copied.0);
    copied
}

/// A copy of numbers that the way back will need.
#[cfg(not(feature = "cuda"))]
pub(super) fn copied(numbers: &[f32]) -> Copied {
    let mut copied = buffer(numbers.len());
    copied.0.copy_from_slice(numbers);
    copied
}

/// Memory for so many numbers, with whatever is in it.
pub(super) fn buffer(len: usize) -> Copied {
    let found = SPARE.with_borrow_mut(|spare| {
        let found = spare.iter().position(|buffer| buffer.len() == len);
        found.map(|i| spare.swap_remove(i))
    });
    Copied(found.unwrap_or_else(|| vec![0.0; len]))
}

/// Buffers that are kept for the next copy: as many as the layers of a small language model need.
const SPARES: usize = 64;

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

impl DerefMut for Copied {
    fn deref_mut(&mut self) -> &mut [f32] {
        &mut self.0
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
