//! What both poolings share: images without padding in, one number for every window out, and the result on the tape.

use dfdx::shapes::{Const, Dim, HasShape};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape};
use dfdx::tensor_ops::ReshapeTo;

use super::convolution::Images;
use super::tape;
use super::window::Window;

/// Slides a window of `(kernel, stride)` over images.
///
/// `forward` gets the pixels and gives the numbers of the windows, with what `backward` has to know of them; `backward`
/// gets the gradient of these numbers and adds to that of the pixels.
pub(super) fn pool<const C: usize, B, H, W, T, Known>(
    images: Images<B, C, H, W, T>,
    (kernel, stride): (usize, usize),
    forward: impl FnOnce(&Window, &[f32]) -> (Vec<f32>, Known),
    backward: impl 'static + FnOnce(&Window, &[f32], &Known, &mut [f32]),
) -> Result<Images<B, C, usize, usize, T>, CpuError>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cpu>,
    Known: 'static,
{
    let (images, tape) = images.try_contiguous()?.split_tape();
    let (batch, _, height, width) = *images.shape();
    let window = Window {
        kernel,
        stride,
        padding: 0,
        channels: C,
        height: height.size(),
        width: width.size(),
    };
    let (down, across) = window.positions();
    let (dev, ghost) = (images.device().clone(), images.ghost());
    let (out, known) = forward(&window, &tape::values(&images));
    tape::finish(
        &dev,
        out,
        (batch, Const, down, across),
        tape,
        move |grad, grads| {
            backward(&window, grad, &known, grads.get_or_alloc_mut(&ghost)?);
            Ok(())
        },
    )
}
