//! The convolution as an operation on tensors.

use dfdx::shapes::{Const, Dim, HasShape};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::ReshapeTo;
use rayon::prelude::*;

use super::matrix::{self, Left};
use super::tape::{self, Grads};
use super::threads;
use super::window::Window;

/// Images that share one sum of weight gradients, whatever the number of threads: it fixes the order of additions.
const GROUP: usize = 2;

/// Images of unknown height and width: `(batch, channels, height, width)`.
pub type Images<B, const C: usize, H, W, T> = Tensor<(B, Const<C>, H, W), f32, Cpu, T>;
/// The weights of a convolution: `(out, in, kernel, kernel)`.
pub(super) type Weight<const IN: usize, const OUT: usize, const K: usize> =
    Tensor<(Const<OUT>, Const<IN>, Const<K>, Const<K>), f32, Cpu>;
pub(super) type Bias<const OUT: usize> = Tensor<(Const<OUT>,), f32, Cpu>;

/// The 2D convolution of a batch of images (as everywhere in deep learning it is a cross-correlation: nothing is flipped).
///
/// `out[b][o][y][x] = bias[o] + Σ weight[o][c][i][j] · images[b][c][y·stride + i − padding][x·stride + j − padding]`,
/// summed over `c`, `i` and `j`; outside the image there are zeros.
///
/// Shapes: `images` is `(batch, IN, height, width)`, `weight` is `(OUT, IN, K, K)`, `bias` is `(OUT,)`; the result is
/// `(batch, OUT, height', width')` with `size' = (size + 2·padding − K) / stride + 1`, rounded down.
///
/// Gradients flow to all three.
///
/// # Panics
///
/// If the window is larger than the padded image, or `stride` is 0.
pub fn conv2d<
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cpu>,
    const IN: usize,
    const OUT: usize,
    const K: usize,
>(
    images: Images<B, IN, H, W, T>,
    weight: &Tensor<(Const<OUT>, Const<IN>, Const<K>, Const<K>), f32, Cpu>,
    bias: &Tensor<(Const<OUT>,), f32, Cpu>,
    stride: usize,
    padding: usize,
) -> Images<B, OUT, usize, usize, T> {
    try_conv2d(images, weight, bias, stride, padding).unwrap()
}

pub(super) fn try_conv2d<
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cpu>,
    const IN: usize,
    const OUT: usize,
    const K: usize,
>(
    images: Images<B, IN, H, W, T>,
    weight: &Weight<IN, OUT, K>,
    bias: &Bias<OUT>,
    stride: usize,
    padding: usize,
) -> Result<Images<B, OUT, usize, usize, T>, CpuError> {
    let (images, tape) = images.try_contiguous()?.split_tape();
    let (weight, bias) = (
        weight.clone().try_contiguous()?,
        bias.clone().try_contiguous()?,
    );
    let (batch, _, height, width) = *images.shape();
    let window = Window {
        kernel: K,
        stride,
        padding,
        channels: IN,
        height: height.size(),
        width: width.size(),
    };
    let (down, across) = window.positions();

    let pixels = tape::values(&images);
    let weights = tape::values(&weight);
    let out = forward(
        &window,
        &pixels,
        &weights,
        &tape::values(&bias),
        batch.size(),
    );

    let dev = images.device().clone();
    let ghosts = (images.ghost(), weight.ghost(), bias.ghost());
    tape::finish(
        &dev,
        out,
        (batch, Const, down, across),
        tape,
        move |grad, grads: &mut Grads| {
            let by_image = grads.get_or_alloc_mut(&ghosts.0)?;
            let (by_weight, by_bias) = backward(&window, &pixels, &weights, grad, by_image, OUT);
            add(grads.get_or_alloc_mut(&ghosts.1)?, &by_weight);
            add(grads.get_or_alloc_mut(&ghosts.2)?, &by_bias);
            Ok(())
        },
    )
}

fn add(to: &mut [f32], from: &[f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

/// Every image becomes a matrix of windows; the convolution is a product with it.
fn forward(
    window: &Window,
    pixels: &[f32],
    weights: &[f32],
    bias: &[f32],
    batch: usize,
) -> Vec<f32> {
    let (down, across) = window.positions();
    let (places, positions, outputs) = (window.seen(), down * across, bias.len());
    let weights = Left::pack(weights, (outputs, places), places, 1);
    let mut out = vec![0.0; batch * outputs * positions];
    let image = |columns: &mut Vec<f32>, (out, pixels): (&mut [f32], &[f32])| {
        columns.resize(places * positions, 0.0);
        window.unfold(pixels, columns);
        weights.times(columns, Some(bias), out);
    };
    let (in_len, out_len) = (window.image_len(), outputs * positions);
    if in_len == 0 || out_len == 0 {
        return out;
    }
    threads::share(batch * outputs * places * positions, |split| {
        if split {
            out.par_chunks_exact_mut(out_len)
                .zip(pixels.par_chunks_exact(in_len))
                .for_each_init(Vec::new, image);
        } else {
            let mut columns = Vec::new();
            out.chunks_exact_mut(out_len)
                .zip(pixels.chunks_exact(in_len))
                .for_each(|pair| image(&mut columns, pair));
        }
    });
    out
}

/// Adds the gradient of the images to `by_image`, and returns those of the weights and of the bias.
fn backward(
    window: &Window,
    pixels: &[f32],
    weights: &[f32],
    grad: &[f32],
    by_image: &mut [f32],
    outputs: usize,
) -> (Vec<f32>, Vec<f32>) {
    let (down, across) = window.positions();
    let (places, positions) = (window.seen(), down * across);
    let (in_len, out_len) = (window.image_len(), outputs * positions);
    let mut total = (vec![0.0; outputs * places], vec![0.0; outputs]);
    if in_len == 0 || out_len == 0 {
        return total;
    }
    let transposed = Left::pack(weights, (places, outputs), 1, places);
    let group = |((by_image, pixels), grad): ((&mut [f32], &[f32]), &[f32])| {
        let mut columns = vec![0.0; places * positions];
        let mut by_weight = vec![0.0; outputs * places];
        let mut by_bias = vec![0.0; outputs];
        let images = by_image
            .chunks_exact_mut(in_len)
            .zip(pixels.chunks_exact(in_len));
        for ((by_image, pixels), grad) in images.zip(grad.chunks_exact(out_len)) {
            window.unfold(pixels, &mut columns);
            matrix::add_dots(grad, &columns, positions, &mut by_weight);
            for (sum, plane) in by_bias.iter_mut().zip(grad.chunks_exact(positions)) {
                *sum += matrix::sum(plane);
            }
            columns.fill(0.0);
            transposed.times(grad, None, &mut columns);
            window.fold(&columns, by_image);
        }
        (by_weight, by_bias)
    };
    let (in_len, out_len) = (GROUP * in_len, GROUP * out_len);
    let parts: Vec<(Vec<f32>, Vec<f32>)> = threads::share(2 * grad.len() * places, |split| {
        if split {
            let images = by_image
                .par_chunks_mut(in_len)
                .zip(pixels.par_chunks(in_len));
            images.zip(grad.par_chunks(out_len)).map(group).collect()
        } else {
            let images = by_image.chunks_mut(in_len).zip(pixels.chunks(in_len));
            images.zip(grad.chunks(out_len)).map(group).collect()
        }
    });
    for (by_weight, by_bias) in &parts {
        add(&mut total.0, by_weight);
        add(&mut total.1, by_bias);
    }
    total
}
