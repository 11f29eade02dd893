//! Normalisation over the last axis: what keeps the numbers between the layers of a deep network of one size.

use dfdx::nn::modules::Module;
use dfdx::shapes::Rank1;
use dfdx::tensor::{Tape, Tensor};

use super::last_axis::LastAxis;
use super::layer::{ones, zeros};
use crate::parameters;
use crate::tensor::{Dev, DevError};

parameters! {
    /// Root mean square normalisation: `y = x / sqrt(mean(x²) + ε) * gain`, over the last axis of `N` numbers.
    ///
    /// Takes `(N,)`, `(batch, N)` or `(batch, time, N)` and gives the same shape; ε is 1e-5. (Zhang and Sennrich: *Root
    /// Mean Square Layer Normalization*, 2019.)
    pub struct RmsNorm<const N: usize> {
        /// A factor for each number, shape `(N,)`. Starts at 1.
        gain: Rank1<N> = ones(),
    }
}

parameters! {
    /// Layer normalisation: `y = (x - mean(x)) / sqrt(var(x) + ε) * gain + bias`, over the last axis of `N` numbers.
    ///
    /// Takes `(N,)`, `(batch, N)` or `(batch, time, N)` and gives the same shape. The variance divides by `N`, and ε is
    /// 1e-5, as in PyTorch. (Ba, Kiros and Hinton: *Layer Normalization*, 2016.)
    pub struct LayerNorm<const N: usize> {
        /// A factor for each number, shape `(N,)`. Starts at 1.
        gain: Rank1<N> = ones(),
        /// What is added to each number, shape `(N,)`. Starts at 0.
        bias: Rank1<N> = zeros(),
    }
}

impl<const N: usize, S: LastAxis<N>, T: Tape<f32, Dev>> Module<Tensor<S, f32, Dev, T>>
    for RmsNorm<N>
{
    type Output = Tensor<S, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::rms_norm(x, &self.gain)
    }
}

impl<const N: usize, S: LastAxis<N>, T: Tape<f32, Dev>> Module<Tensor<S, f32, Dev, T>>
    for LayerNorm<N>
{
    type Output = Tensor<S, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, x: Tensor<S, f32, Dev, T>) -> Result<Self::Output, DevError> {
        device::layer_norm(x, &self.gain, &self.bias)
    }
}

/// On the processor: one pass over each row on the way there, one on the way back.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{HasShape, Rank1};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use crate::nn::generic::norm::EPSILON;
    use crate::nn::last_axis::LastAxis;
    use crate::nn::wide::wide;
    use crate::nn::{dense, sums, tape};

    pub fn rms_norm<const N: usize, S: LastAxis<N>, T: Tape<f32, Cpu>>(
        x: Tensor<S, f32, Cpu, T>,
        gain: &Tensor<Rank1<N>, f32, Cpu>,
    ) -> Result<Tensor<S, f32, Cpu, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghost, gain_ghost) =
            (x.device().clone(), *x.shape(), x.ghost(), gain.ghost());
        let (values, gains) = (tape::values(&x), tape::values(gain));
        let mut out = vec![0.0; values.len()];
        wide(
            #[inline(always)]
            || {
                let rows = values.chunks(N.max(1));
                for (row, out) in rows.zip(out.chunks_mut(N.max(1))) {
                    let scale = scale(sums::dot(row, row) / N as f32);
                    for ((out, x), gain) in out.iter_mut().zip(row).zip(&*gains) {
                        *out = x * scale * gain;
                    }
                }
            },
        );
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let mut of_gain = [0.0; N];
            let of_x = grads.get_or_alloc_mut(&ghost)?;
            wide(
                #[inline(always)]
                || {
                    let rows = values.chunks(N.max(1)).zip(grad.chunks(N.max(1)));
                    for ((row, grad), of_x) in rows.zip(of_x.chunks_mut(N.max(1))) {
                        rms_norm_back::<N>((row, grad), &gains, of_x, &mut of_gain);
                    }
                },
            );
            dense::add(&of_gain, grads.get_or_alloc_mut(&gain_ghost)?);
            Ok(())
        })
    }

    /// One row of the way back.
    #[inline(always)]
    fn rms_norm_back<const N: usize>(
        (row, grad): (&[f32], &[f32]),
        gains: &[f32],
        of_x: &mut [f32],
        of_gain: &mut [f32; N],
    ) {
        let scale = scale(sums::dot(row, row) / N as f32);
        let mut reached = [0.0; N];
        for ((reached, grad), gain) in reached.iter_mut().zip(grad).zip(gains) {
            *reached = grad * gain;
        }
        let back = sums::dot(&reached, row) * scale * scale * scale / N as f32;
        for ((of_x, x), reached) in of_x.iter_mut().zip(row).zip(&reached) {
            *of_x += reached * scale - x * back;
        }
        for ((of_gain, x), grad) in of_gain.iter_mut().zip(row).zip(grad) {
            *of_gain += grad * x * scale;
        }
    }

    pub fn layer_norm<const N: usize, S: LastAxis<N>, T: Tape<f32, Cpu>>(
        x: Tensor<S, f32, Cpu, T>,
        gain: &Tensor<Rank1<N>, f32, Cpu>,
        bias: &Tensor<Rank1<N>, f32, Cpu>,
    ) -> Result<Tensor<S, f32, Cpu, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghost) = (x.device().clone(), *x.shape(), x.ghost());
        let (gain_ghost, bias_ghost) = (gain.ghost(), bias.ghost());
        let (values, gains) = (tape::values(&x), tape::values(gain));
        let biases = tape::values(bias);
        let mut out = vec![0.0; values.len()];
        wide(
            #[inline(always)]
            || {
                let rows = values.chunks(N.max(1));
                for (row, out) in rows.zip(out.chunks_mut(N.max(1))) {
                    let (normed, _) = normed::<N>(row);
                    let affine = gains.iter().zip(&*biases);
                    for ((out, x), (gain, bias)) in out.iter_mut().zip(&normed).zip(affine) {
                        *out = x * gain + bias;
                    }
                }
            },
        );
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let (mut of_gain, mut of_bias) = ([0.0; N], [0.0; N]);
            let of_x = grads.get_or_alloc_mut(&ghost)?;
            wide(
                #[inline(always)]
                || {
                    let rows = values.chunks(N.max(1)).zip(grad.chunks(N.max(1)));
                    for ((row, grad), of_x) in rows.zip(of_x.chunks_mut(N.max(1))) {
                        layer_norm_back::<N>((row, grad), &gains, of_x, &mut of_gain);
                        dense::add(grad, &mut of_bias);
                    }
                },
            );
            dense::add(&of_gain, grads.get_or_alloc_mut(&gain_ghost)?);
            dense::add(&of_bias, grads.get_or_alloc_mut(&bias_ghost)?);
            Ok(())
        })
    }

    /// One row of the way back, but for the bias.
    #[inline(always)]
    fn layer_norm_back<const N: usize>(
        (row, grad): (&[f32], &[f32]),
        gains: &[f32],
        of_x: &mut [f32],
        of_gain: &mut [f32; N],
    ) {
        let (normed, scale) = normed::<N>(row);
        let mut reached = [0.0; N];
        for ((reached, grad), gain) in reached.iter_mut().zip(grad).zip(gains) {
            *reached = grad * gain;
        }
        let mean = sums::sum(&reached) / N as f32;
        let along = sums::dot(&reached, &normed) / N as f32;
        for ((of_x, x), reached) in of_x.iter_mut().zip(&normed).zip(&reached) {
            *of_x += scale * (reached - mean - x * along);
        }
        for ((of_gain, x), grad) in of_gain.iter_mut().zip(&normed).zip(grad) {
            *of_gain += grad * x;
        }
    }

    /// A row with mean 0 and deviation 1, and the factor that made it so.
    #[inline(always)]
    fn normed<const N: usize>(row: &[f32]) -> ([f32; N], f32) {
        let mean = sums::sum(row) / N as f32;
        // In two passes: one pass would lose everything where the mean is large.
        let mut normed = [0.0; N];
        for (normed, x) in normed.iter_mut().zip(row) {
            *normed = x - mean;
        }
        let scale = scale(sums::dot(&normed, &normed) / N as f32);
        normed.iter_mut().for_each(|x| *x *= scale);
        (normed, scale)
    }

    fn scale(mean_square: f32) -> f32 {
        1.0 / (mean_square + EPSILON).sqrt()
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::norm::{layer_norm, rms_norm};
}
