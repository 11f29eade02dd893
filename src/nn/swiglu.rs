//! The gated feed-forward part of a transformer.

use dfdx::nn::modules::Module;
use dfdx::shapes::Rank2;
use dfdx::tensor::{Tape, Tensor};

use super::last_axis::LastAxis;
use super::layer::uniform;
use crate::parameters;
use crate::tensor::{Dev, DevError};

parameters! {
    /// The feed-forward part of a transformer with a gate: `y = (silu(x · gateᵀ) * (x · upᵀ)) · downᵀ`, where
    /// `silu(a) = a · sigmoid(a)`.
    ///
    /// Takes `(MODEL,)`, `(batch, MODEL)` or `(batch, time, MODEL)` and gives the same shape. All weights start uniform in ±1/√(their
    /// inputs), as in PyTorch; there are no biases. (Shazeer: *GLU Variants Improve Transformer*, 2020; so in Llama, where `HIDDEN` is
    /// about 8/3 of `MODEL`.)
    pub struct SwiGlu<const MODEL: usize, const HIDDEN: usize> {
        /// What opens and closes, shape `(HIDDEN, MODEL)`.
        gate: Rank2<HIDDEN, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
        /// What passes, shape `(HIDDEN, MODEL)`.
        up: Rank2<HIDDEN, MODEL> = uniform(1.0 / (MODEL as f64).sqrt()),
        /// The way back to the width of the model, shape `(MODEL, HIDDEN)`.
        down: Rank2<MODEL, HIDDEN> = uniform(1.0 / (HIDDEN as f64).sqrt()),
    }
}

impl<const M: usize, const H: usize, S: LastAxis<M>, T: Tape<f32, Dev>>
    Module<Tensor<S, f32, Dev, T>> for SwiGlu<M, H>
{
    type Output = Tensor<S, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::swiglu(x, self)
    }
}

/// On the processor: a few rows go the whole way at once, on each core.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::HasShape;
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use super::SwiGlu;
    use crate::nn::dense::{self, ROWS};
    use crate::nn::last_axis::LastAxis;
    use crate::nn::wide::wide;
    use crate::nn::{smooth, tape, threads};

    pub fn swiglu<const M: usize, const H: usize, S: LastAxis<M>, T: Tape<f32, Cpu>>(
        x: Tensor<S, f32, Cpu, T>,
        layer: &SwiGlu<M, H>,
    ) -> Result<Tensor<S, f32, Cpu, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghost) = (x.device().clone(), *x.shape(), x.ghost());
        let ghosts = (layer.gate.ghost(), layer.up.ghost(), layer.down.ghost());
        let numbers = tape::values(&x);
        let (gate, up) = (tape::values(&layer.gate), tape::values(&layer.up));
        let down = tape::values(&layer.down);
        let hidden = numbers.len() / M.max(1) * H;
        // What the gate and the other half say before they meet.
        let (mut opened, mut passed) = (tape::buffer(hidden), tape::buffer(hidden));
        let mut out = vec![0.0; numbers.len()];
        let columns = [
            dense::transposed(&gate, M),
            dense::transposed(&up, M),
            dense::transposed(&down, H),
        ];
        let cost = 3 * hidden * M;
        let pieces = out
            .chunks_mut((ROWS * M).max(1))
            .zip(numbers.chunks((ROWS * M).max(1)))
            .zip(opened.chunks_mut((ROWS * H).max(1)))
            .zip(passed.chunks_mut((ROWS * H).max(1)))
            .collect();
        threads::each(cost, pieces, |(((out, x), opened), passed)| {
            dense::set_product(x, &columns[0], M, opened);
            dense::set_product(x, &columns[1], M, passed);
            let met = meet(opened, passed);
            dense::set_product(&met, &columns[2], H, out);
        });
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let (mut of_opened, mut of_passed) = (tape::buffer(hidden), tape::buffer(hidden));
            let mut met = tape::buffer(hidden);
            let pieces = grads
                .get_or_alloc_mut(&ghost)?
                .chunks_mut((ROWS * M).max(1))
                .zip(grad.chunks((ROWS * M).max(1)))
                .zip(opened.chunks((ROWS * H).max(1)))
                .zip(passed.chunks((ROWS * H).max(1)))
                .zip(of_opened.chunks_mut((ROWS * H).max(1)))
                .zip(of_passed.chunks_mut((ROWS * H).max(1)))
                .zip(met.chunks_mut((ROWS * H).max(1)))
                .collect();
            threads::each(cost, pieces, |piece| {
                let ((((((of_x, grad), opened), passed), of_opened), of_passed), met) = piece;
                // The gradient of what has met, until `part` makes that of the gate of it.
                dense::set_product(grad, &down, M, of_opened);
                part(opened, passed, of_opened, of_passed, met);
                dense::add_product(of_opened, &gate, H, of_x);
                dense::add_product(of_passed, &up, H, of_x);
            });
            dense::add_to_weight(&of_opened, &numbers, M, grads.get_or_alloc_mut(&ghosts.0)?);
            dense::add_to_weight(&of_passed, &numbers, M, grads.get_or_alloc_mut(&ghosts.1)?);
            dense::add_to_weight(grad, &met, H, grads.get_or_alloc_mut(&ghosts.2)?);
            Ok(())
        })
    }

    /// `silu(opened) * passed`.
    fn meet(opened: &[f32], passed: &[f32]) -> Vec<f32> {
        let mut met = vec![0.0; opened.len()];
        wide(
            #[inline(always)]
            || {
                for (met, (a, b)) in met.iter_mut().zip(opened.iter().zip(passed)) {
                    *met = a * smooth::sigmoid(*a) * b;
                }
            },
        );
        met
    }

    /// The way back of [`meet`], which is worked out again: `of` is the gradient of what has met, and becomes that of `opened`.
    fn part(
        opened: &[f32],
        passed: &[f32],
        of: &mut [f32],
        of_passed: &mut [f32],
        met: &mut [f32],
    ) {
        wide(
            #[inline(always)]
            || {
                let given = opened.iter().zip(passed);
                let made = of.iter_mut().zip(of_passed.iter_mut()).zip(met.iter_mut());
                for ((a, b), ((of, of_passed), met)) in given.zip(made) {
                    let open = smooth::sigmoid(*a);
                    let silu = a * open;
                    *met = silu * b;
                    *of_passed = *of * silu;
                    *of = *of * b * open * (1.0 + a * (1.0 - open));
                }
            },
        );
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::swiglu::swiglu;
}
