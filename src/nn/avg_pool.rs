//! The mean of each window.

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{Const, Dim};
use dfdx::tensor::{Cpu, CpuError, Tape, Tensor};
use rayon::prelude::*;

use super::convolution::Images;
use super::pool::pool;
use super::threads;
use super::window::Window;

/// Average pooling: each channel on its own, the mean of every `KERNEL x KERNEL` window.
///
/// `out[b][c][y][x] = Σ in[b][c][y·STRIDE + i][x·STRIDE + j] / KERNEL²` over `i, j < KERNEL`.
///
/// Takes `(batch, channels, height, width)` and gives `(batch, channels, height', width')`, where
/// `size' = (size − KERNEL) / STRIDE + 1`, rounded down: what does not fill a window is left out. The stride is the kernel
/// unless you say otherwise, as in Keras and PyTorch.
///
/// Every number of a window gets the same share of its gradient. A forward pass panics, in a sentence, if the window is
/// larger than the image.
#[derive(Debug, Clone, Copy, Default)]
pub struct AvgPool2D<const KERNEL: usize, const STRIDE: usize = KERNEL>;

impl<const K: usize, const S: usize> ZeroSizedModule for AvgPool2D<K, S> {}
impl<const K: usize, const S: usize> NonMutableModule for AvgPool2D<K, S> {}

impl<const K: usize, const S: usize, const C: usize, B, H, W, T> Module<Images<B, C, H, W, T>>
    for AvgPool2D<K, S>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cpu>,
{
    type Output = Tensor<(B, Const<C>, usize, usize), f32, Cpu, T>;
    type Error = CpuError;

    fn try_forward(&self, images: Images<B, C, H, W, T>) -> Result<Self::Output, CpuError> {
        pool(
            images,
            (K, S),
            |window, pixels| (forward::<K, S>(window, pixels), ()),
            |window, grad, (), by_image| backward::<K, S>(window, grad, by_image),
        )
    }
}

fn forward<const K: usize, const S: usize>(window: &Window, pixels: &[f32]) -> Vec<f32> {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let mut out = vec![0.0; pixels.len() / plane.max(1) * positions];
    let share = 1.0 / (K * K) as f32;
    let part = |(out, pixels): (&mut [f32], &[f32])| {
        for (y, out) in out.chunks_exact_mut(across).enumerate() {
            for (x, out) in out.iter_mut().enumerate() {
                let corner = y * S * width + x * S;
                let rows = (0..K).map(|i| pixels[corner + i * width..][..K].iter().sum::<f32>());
                *out = rows.sum::<f32>() * share;
            }
        }
    };
    threads::share(pixels.len(), |split| {
        if split {
            out.par_chunks_exact_mut(positions)
                .zip(pixels.par_chunks_exact(plane))
                .with_min_len(16)
                .for_each(part);
        } else if plane > 0 {
            out.chunks_exact_mut(positions)
                .zip(pixels.chunks_exact(plane))
                .for_each(part);
        }
    });
    out
}

fn backward<const K: usize, const S: usize>(window: &Window, grad: &[f32], by_image: &mut [f32]) {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let share = 1.0 / (K * K) as f32;
    let part = |(by_image, grad): (&mut [f32], &[f32])| {
        for (y, grad) in grad.chunks_exact(across).enumerate() {
            for (x, grad) in grad.iter().enumerate() {
                let corner = y * S * width + x * S;
                for i in 0..K {
                    for pixel in &mut by_image[corner + i * width..][..K] {
                        *pixel += grad * share;
                    }
                }
            }
        }
    };
    threads::share(by_image.len(), |split| {
        if split {
            by_image
                .par_chunks_exact_mut(plane)
                .zip(grad.par_chunks_exact(positions))
                .with_min_len(16)
                .for_each(part);
        } else if plane > 0 {
            by_image
                .chunks_exact_mut(plane)
                .zip(grad.chunks_exact(positions))
                .for_each(part);
        }
    });
}
