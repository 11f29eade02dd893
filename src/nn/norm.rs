//! Normalisation over the last axis: what keeps the numbers between the layers of a deep network of one size.

use dfdx::nn::modules::Module;
use dfdx::shapes::{Const, Dim, Rank1, Shape};
use dfdx::tensor::{Tape, Tensor};

use super::layer::{ones, zeros};
use crate::parameters;
use crate::tensor::{Dev, DevError};

/// What is added under the root, so that a row of zeros stays one.
pub const EPSILON: f32 = 1e-5;

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

/// A shape of which the last axis has `N` numbers.
pub trait LastAxis<const N: usize>: Shape {}
impl<const N: usize> LastAxis<N> for (Const<N>,) {}
impl<const N: usize, B: Dim> LastAxis<N> for (B, Const<N>) {}
impl<const N: usize, B: Dim, C: Dim> LastAxis<N> for (B, C, Const<N>) {}

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

    use super::{EPSILON, LastAxis};
    use crate::nn::tape;

    pub fn rms_norm<const N: usize, S: LastAxis<N>, T: Tape<f32, Cpu>>(
        x: Tensor<S, f32, Cpu, T>,
        gain: &Tensor<Rank1<N>, f32, Cpu>,
    ) -> Result<Tensor<S, f32, Cpu, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghost, gain_ghost) =
            (x.device().clone(), *x.shape(), x.ghost(), gain.ghost());
        let (values, gains) = (tape::values(&x), tape::values(gain));
        let mut out = Vec::with_capacity(values.len());
        for row in values.chunks(N.max(1)) {
            let scale = scale(row.iter().map(|x| x * x).sum::<f32>() / N as f32);
            out.extend(row.iter().zip(&*gains).map(|(x, gain)| x * scale * gain));
        }
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let mut of_gain = vec![0.0; N];
            let mut of_x = Vec::with_capacity(grad.len());
            for (row, grad) in values.chunks(N.max(1)).zip(grad.chunks(N.max(1))) {
                let scale = scale(row.iter().map(|x| x * x).sum::<f32>() / N as f32);
                let terms = row.iter().zip(grad).zip(&*gains);
                let along: f32 = terms.map(|((x, grad), gain)| x * grad * gain).sum();
                let back = along * scale * scale * scale / N as f32;
                for (at, (x, grad)) in row.iter().zip(grad).enumerate() {
                    of_gain[at] += grad * x * scale;
                    of_x.push(grad * gains[at] * scale - x * back);
                }
            }
            add(&of_x, grads.get_or_alloc_mut(&ghost)?);
            add(&of_gain, grads.get_or_alloc_mut(&gain_ghost)?);
            Ok(())
        })
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
        let mut out = Vec::with_capacity(values.len());
        for row in values.chunks(N.max(1)) {
            let (mean, scale) = moments(row);
            let affine = gains.iter().zip(&*biases);
            let normed = row.iter().zip(affine);
            out.extend(normed.map(|(x, (gain, bias))| (x - mean) * scale * gain + bias));
        }
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let (mut of_gain, mut of_bias) = (vec![0.0; N], vec![0.0; N]);
            let mut of_x = Vec::with_capacity(grad.len());
            for (row, grad) in values.chunks(N.max(1)).zip(grad.chunks(N.max(1))) {
                let (mean, scale) = moments(row);
                let (mut sum, mut along) = (0.0, 0.0);
                for ((x, grad), gain) in row.iter().zip(grad).zip(&*gains) {
                    sum += grad * gain;
                    along += grad * gain * (x - mean) * scale;
                }
                let (sum, along) = (sum / N as f32, along / N as f32);
                for (at, (x, grad)) in row.iter().zip(grad).enumerate() {
                    let normed = (x - mean) * scale;
                    of_gain[at] += grad * normed;
                    of_bias[at] += grad;
                    of_x.push(scale * (grad * gains[at] - sum - normed * along));
                }
            }
            add(&of_x, grads.get_or_alloc_mut(&ghost)?);
            add(&of_gain, grads.get_or_alloc_mut(&gain_ghost)?);
            add(&of_bias, grads.get_or_alloc_mut(&bias_ghost)?);
            Ok(())
        })
    }

    /// The mean of a row, and the factor that makes its deviation 1.
    fn moments(row: &[f32]) -> (f32, f32) {
        let mean = row.iter().sum::<f32>() / row.len() as f32;
        // In two passes: one pass would lose everything where the mean is large.
        let squares = row.iter().map(|x| (x - mean) * (x - mean));
        (mean, scale(squares.sum::<f32>() / row.len() as f32))
    }

    fn scale(mean_square: f32) -> f32 {
        1.0 / (mean_square + EPSILON).sqrt()
    }

    fn add(from: &[f32], to: &mut [f32]) {
        for (to, from) in to.iter_mut().zip(from) {
            *to += from;
        }
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::norm::{layer_norm, rms_norm};
}
