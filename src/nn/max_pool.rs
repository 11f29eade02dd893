//! The largest number in each window.

use std::array;

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{Const, Dim};
use dfdx::tensor::{Cpu, CpuError, Tape, Tensor};
use rayon::prelude::*;

use super::convolution::Images;
use super::pool::pool;
use super::threads;
use super::window::Window;

/// Max pooling: each channel on its own, the largest number in every `KERNEL x KERNEL` window.
///
/// `out[b][c][y][x] = max in[b][c][y·STRIDE + i][x·STRIDE + j]` over `i, j < KERNEL`.
///
/// Takes `(batch, channels, height, width)` and gives `(batch, channels, height', width')`, where
/// `size' = (size − KERNEL) / STRIDE + 1`, rounded down: what does not fill a window is left out. The stride is the kernel
/// unless you say otherwise, as in Keras and PyTorch.
///
/// The gradient of a window goes to its largest number; of equal ones, to the first, reading left to right and top to
/// bottom. A NaN wins against every number. A forward pass panics, in a sentence, if the window is larger than the image.
#[derive(Debug, Clone, Copy, Default)]
pub struct MaxPool2D<const KERNEL: usize, const STRIDE: usize = KERNEL>;

impl<const K: usize, const S: usize> ZeroSizedModule for MaxPool2D<K, S> {}
impl<const K: usize, const S: usize> NonMutableModule for MaxPool2D<K, S> {}

impl<const K: usize, const S: usize, const C: usize, B, H, W, T> Module<Images<B, C, H, W, T>>
    for MaxPool2D<K, S>
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
            forward::<K, S>,
            |window, grad, winners, by_image| backward::<K, S>(window, grad, winners, by_image),
        )
    }
}

/// The largest numbers, and which place of its window each of them stands at.
fn forward<const K: usize, const S: usize>(
    window: &Window,
    pixels: &[f32],
) -> (Vec<f32>, Vec<u32>) {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let planes = pixels.len() / plane.max(1);
    let mut out = vec![0.0; planes * positions];
    let mut winners = vec![0u32; planes * positions];
    let part = |((out, winners), pixels): ((&mut [f32], &mut [u32]), &[f32])| {
        let lines = out
            .chunks_exact_mut(across)
            .zip(winners.chunks_exact_mut(across));
        for (y, (out, winners)) in lines.enumerate() {
            line::<K, S>(&pixels[y * S * width..], width, out, winners);
        }
    };
    threads::share(pixels.len(), |split| {
        if split {
            let maps = out
                .par_chunks_exact_mut(positions)
                .zip(winners.par_chunks_exact_mut(positions));
            maps.zip(pixels.par_chunks_exact(plane))
                .with_min_len(16)
                .for_each(part);
        } else if plane > 0 {
            let maps = out
                .chunks_exact_mut(positions)
                .zip(winners.chunks_exact_mut(positions));
            maps.zip(pixels.chunks_exact(plane)).for_each(part);
        }
    });
    (out, winners)
}

/// One line of the output, from the lines of the input that start with `pixels`.
fn line<const K: usize, const S: usize>(
    pixels: &[f32],
    width: usize,
    out: &mut [f32],
    winners: &mut [u32],
) {
    let lines: [&[f32]; K] = array::from_fn(|i| &pixels[i * width..][..width]);
    for (x, (out, winner)) in out.iter_mut().zip(winners).enumerate() {
        let (mut best, mut at) = (f32::NEG_INFINITY, 0);
        for (i, line) in lines.iter().enumerate() {
            for (j, &pixel) in line[x * S..][..K].iter().enumerate() {
                take(&mut best, &mut at, pixel, (i * K + j) as u32);
            }
        }
        (*out, *winner) = (best, at);
    }
}

/// Without a branch: which pixel is the largest is as good as random, and wrong guesses are dear.
#[inline(always)]
fn take(best: &mut f32, winner: &mut u32, pixel: f32, place: u32) {
    let better = (pixel > *best) | pixel.is_nan();
    *best = if better { pixel } else { *best };
    *winner = if better { place } else { *winner };
}

fn backward<const K: usize, const S: usize>(
    window: &Window,
    grad: &[f32],
    winners: &[u32],
    by_image: &mut [f32],
) {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let part = |((by_image, grad), winners): ((&mut [f32], &[f32]), &[u32])| {
        let lines = grad.chunks_exact(across).zip(winners.chunks_exact(across));
        for (y, (grad, winners)) in lines.enumerate() {
            for (x, (grad, &winner)) in grad.iter().zip(winners).enumerate() {
                let (i, j) = (winner as usize / K, winner as usize % K);
                by_image[(y * S + i) * width + x * S + j] += grad;
            }
        }
    };
    threads::share(by_image.len(), |split| {
        if split {
            let maps = by_image
                .par_chunks_exact_mut(plane)
                .zip(grad.par_chunks_exact(positions));
            maps.zip(winners.par_chunks_exact(positions))
                .with_min_len(16)
                .for_each(part);
        } else if plane > 0 {
            let maps = by_image
                .chunks_exact_mut(plane)
                .zip(grad.chunks_exact(positions));
            maps.zip(winners.chunks_exact(positions)).for_each(part);
        }
    });
}
