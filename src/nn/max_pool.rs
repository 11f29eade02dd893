//! The largest number in each window.

use std::array;

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{Const, Dim, HasShape};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::ReshapeTo;
use pulp::Arch;
use rayon::prelude::*;

use super::convolution::Images;
use super::window::Window;
use super::{tape, threads};

/// A place in a window: `line·KERNEL + column`.
type Place = u32;

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
        let (images, tape) = images.try_contiguous()?.split_tape();
        let (batch, _, height, width) = *images.shape();
        let window = Window {
            kernel: K,
            stride: S,
            padding: 0,
            channels: C,
            height: height.size(),
            width: width.size(),
        };
        let (down, across) = window.positions();
        let (dev, ghost) = (images.device().clone(), images.ghost());
        let (out, winners) = forward::<K, S>(&window, &tape::values(&images));
        tape::finish(
            &dev,
            out,
            (batch, Const, down, across),
            tape,
            move |grad, grads| {
                backward::<K, S>(&window, grad, &winners, grads.get_or_alloc_mut(&ghost)?);
                Ok(())
            },
        )
    }
}

/// Channels that one task works on at least.
const PLANES: usize = 16;

/// The largest numbers, and which place of its window each of them stands at.
fn forward<const K: usize, const S: usize>(
    window: &Window,
    pixels: &[f32],
) -> (Vec<f32>, Vec<Place>) {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let planes = pixels.len() / plane.max(1);
    let mut out = vec![0.0; planes * positions];
    let mut winners = vec![0; planes * positions];
    let arch = Arch::new();
    let part = |((out, winners), pixels): ((&mut [f32], &mut [Place]), &[f32])| {
        arch.dispatch(
            #[inline(always)]
            || {
                let lines = out
                    .chunks_exact_mut(across)
                    .zip(winners.chunks_exact_mut(across));
                for (y, (out, winners)) in lines.enumerate() {
                    let pixels = &pixels[y * S * width..];
                    let lines: [&[f32]; K] = array::from_fn(|i| &pixels[i * width..][..width]);
                    if K == S {
                        side_by_side(lines, out, winners);
                    } else {
                        overlapping::<K, S>(lines, out, winners);
                    }
                }
            },
        );
    };
    threads::share(pixels.len(), |split| {
        if split {
            let maps = out
                .par_chunks_exact_mut(positions)
                .zip(winners.par_chunks_exact_mut(positions));
            maps.zip(pixels.par_chunks_exact(plane))
                .with_min_len(PLANES)
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

/// One line of the output where each pixel is in one window only, which lets several windows go through the processor
/// together.
#[inline(always)]
fn side_by_side<const K: usize>(lines: [&[f32]; K], out: &mut [f32], winners: &mut [Place]) {
    let windows: [&[[f32; K]]; K] = lines.map(|line| &line.as_chunks::<K>().0[..out.len()]);
    for (x, (out, winner)) in out.iter_mut().zip(winners).enumerate() {
        let (mut best, mut at) = (f32::NEG_INFINITY, 0);
        for (i, windows) in windows.iter().enumerate() {
            for (j, &pixel) in windows[x].iter().enumerate() {
                take(&mut best, &mut at, pixel, (i * K + j) as Place);
            }
        }
        (*out, *winner) = (best, at);
    }
}

/// One line of the output, whatever the stride.
#[inline(always)]
fn overlapping<const K: usize, const S: usize>(
    lines: [&[f32]; K],
    out: &mut [f32],
    winners: &mut [Place],
) {
    for (x, (out, winner)) in out.iter_mut().zip(winners).enumerate() {
        let (mut best, mut at) = (f32::NEG_INFINITY, 0);
        for (i, line) in lines.iter().enumerate() {
            for (j, &pixel) in line[x * S..][..K].iter().enumerate() {
                take(&mut best, &mut at, pixel, (i * K + j) as Place);
            }
        }
        (*out, *winner) = (best, at);
    }
}

/// Without a branch: which pixel is the largest is as good as random, and wrong guesses are dear.
#[inline(always)]
fn take(best: &mut f32, winner: &mut Place, pixel: f32, place: Place) {
    let better = (pixel > *best) | pixel.is_nan();
    *best = if better { pixel } else { *best };
    *winner = if better { place } else { *winner };
}

fn backward<const K: usize, const S: usize>(
    window: &Window,
    grad: &[f32],
    winners: &[Place],
    by_image: &mut [f32],
) {
    let (down, across) = window.positions();
    let (plane, positions, width) = (window.height * window.width, down * across, window.width);
    let arch = Arch::new();
    let part = |((by_image, grad), winners): ((&mut [f32], &[f32]), &[Place])| {
        arch.dispatch(
            #[inline(always)]
            || {
                let lines = grad.chunks_exact(across).zip(winners.chunks_exact(across));
                for (y, (grad, winners)) in lines.enumerate() {
                    let by_image = &mut by_image[y * S * width..];
                    if K == S {
                        for (i, line) in by_image.chunks_exact_mut(width).take(K).enumerate() {
                            spread::<K>(i, grad, winners, line);
                        }
                    } else {
                        for (x, (grad, &winner)) in grad.iter().zip(winners).enumerate() {
                            let (i, j) = (winner as usize / K, winner as usize % K);
                            by_image[i * width + x * S + j] += grad;
                        }
                    }
                }
            },
        );
    };
    threads::share(by_image.len(), |split| {
        if split {
            let maps = by_image
                .par_chunks_exact_mut(plane)
                .zip(grad.par_chunks_exact(positions));
            maps.zip(winners.par_chunks_exact(positions))
                .with_min_len(PLANES)
                .for_each(part);
        } else if plane > 0 {
            let maps = by_image
                .chunks_exact_mut(plane)
                .zip(grad.chunks_exact(positions));
            maps.zip(winners.chunks_exact(positions)).for_each(part);
        }
    });
}

/// Adds the gradients of windows side by side to line `i` of them: to every pixel, zero where it has not won.
#[inline(always)]
fn spread<const K: usize>(i: usize, grad: &[f32], winners: &[Place], line: &mut [f32]) {
    let (windows, _) = line.as_chunks_mut::<K>();
    for ((pixels, grad), winner) in windows.iter_mut().zip(grad).zip(winners) {
        for (j, pixel) in pixels.iter_mut().enumerate() {
            let won = *winner == (i * K + j) as Place;
            *pixel += if won { *grad } else { 0.0 };
        }
    }
}
