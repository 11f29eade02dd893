//! The layers from dfdx's own operations alone, for any device that dfdx has.
//!
//! On the processor the layers of [`nn`](crate::nn) have kernels of their own, which are many times faster. On a graphics
//! card (feature `cuda`) they call these functions. They are public so that a test can hold both ways against each other
//! on the processor.
//!
//! Every window of an image is gathered from a list of pixels, which brings stride, padding and kernel of any size down to
//! one table of numbers. The rest is a product, a mean or a comparison, and the tape of dfdx differentiates it.

pub mod attention;
pub mod cross_entropy;
#[cfg(feature = "cuda")]
mod cuda;
pub mod embedding;
pub mod gru;
pub mod norm;
pub mod rnn;
mod shapes;
mod steps;
pub mod swiglu;
pub mod unbiased;
mod unfold;

use dfdx::shapes::{Axes2, Axes3, Axis, Const, Dim, HasShape, Shape};
use dfdx::tensor::{PutTape, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::{
    BroadcastTo, ChooseFrom, Device, MeanTo, PermuteTo, ReshapeTo, TryAdd, TryGt, TryMatMul, TryNe,
};

use super::window::Window;
pub use shapes::{Batch, Images};
use unfold::{Pixels, images_of, window_of};

/// What [`nn::conv2d`](crate::nn::conv2d) computes: the same shapes, formula and gradients.
///
/// # Errors
///
/// Those of the device: no memory left, for one.
///
/// # Panics
///
/// If the window is larger than the padded image, or `stride` is 0.
pub fn try_conv2d<
    B: Dim,
    H: Dim,
    W: Dim,
    D: Device<f32>,
    T: Tape<f32, D>,
    const IN: usize,
    const OUT: usize,
    const K: usize,
>(
    images: Images<B, IN, H, W, D, T>,
    weight: &Tensor<(Const<OUT>, Const<IN>, Const<K>, Const<K>), f32, D>,
    bias: &Tensor<(Const<OUT>,), f32, D>,
    stride: usize,
    padding: usize,
) -> Result<Images<B, OUT, usize, usize, D, T>, D::Err> {
    let window = window_of(*images.shape(), K, stride, padding);
    let batch = images.shape().0;
    let positions = positions(&window);
    let (pixels, tape) = Pixels::of(images, &window)?;
    let (columns, tape) = pixels.windows(tape)?.split_tape();

    // The weights go in the order of a gathered window: its places, and for each place its channels.
    let (weight, tape) = weight
        .clone()
        .put_tape(tape)
        .try_reshape_like(&(OUT, IN, K * K))?
        .try_permute::<(usize, usize, usize), Axes3<2, 1, 0>>()?
        .try_reshape_like(&(K * K * IN, OUT))?
        .split_tape();
    let products = columns.put_tape(tape).try_matmul(weight)?;
    let (products, tape) = products.split_tape();
    let bias = bias
        .clone()
        .put_tape(tape)
        .try_reshape_like(&(OUT,))?
        .try_broadcast_like::<_, Axes2<0, 1>>(&(batch.size(), positions, OUT))?;
    images_of(bias.try_add(products)?, batch, &window)
}

/// What [`MaxPool2D`](crate::nn::MaxPool2D) computes, ties and NaN included.
///
/// dfdx's own `max` would share the gradient among equal numbers; here it goes to the first of them, as on the processor.
///
/// # Errors
///
/// Those of the device.
///
/// # Panics
///
/// If the window is larger than the image, or `stride` is 0.
pub fn try_max_pool2d<B: Dim, H: Dim, W: Dim, D: Device<f32>, T: Tape<f32, D>, const C: usize>(
    images: Images<B, C, H, W, D, T>,
    kernel: usize,
    stride: usize,
) -> Result<Images<B, C, usize, usize, D, T>, D::Err> {
    let window = window_of(*images.shape(), kernel, stride, 0);
    let batch = images.shape().0;
    let (pixels, tape) = Pixels::of(images, &window)?;
    let mut best = pixels.place(0, tape)?;
    for place in 1..kernel * kernel {
        let (so_far, tape) = best.split_tape();
        let (next, tape) = pixels.place(place, tape)?.split_tape();
        let better = next.try_gt(&so_far)? | next.try_ne(&next)?;
        best = better.try_choose(next.put_tape(tape), so_far)?;
    }
    images_of(best, batch, &window)
}

/// What [`AvgPool2D`](crate::nn::AvgPool2D) computes.
///
/// # Errors
///
/// Those of the device.
///
/// # Panics
///
/// If the window is larger than the image, or `stride` is 0.
pub fn try_avg_pool2d<B: Dim, H: Dim, W: Dim, D: Device<f32>, T: Tape<f32, D>, const C: usize>(
    images: Images<B, C, H, W, D, T>,
    kernel: usize,
    stride: usize,
) -> Result<Images<B, C, usize, usize, D, T>, D::Err> {
    let window = window_of(*images.shape(), kernel, stride, 0);
    let batch = images.shape().0;
    let (pixels, tape) = Pixels::of(images, &window)?;
    let windows = pixels.windows(tape)?.try_reshape_like(&(
        batch.size(),
        positions(&window),
        kernel * kernel,
        C,
    ))?;
    let means = windows.try_mean::<(usize, usize, usize), Axis<2>>()?;
    images_of(means, batch, &window)
}

/// What [`Linear`](crate::nn::Linear) computes for a batch: `in · weightᵀ + bias`, `(batch, IN)` to `(batch, OUT)`.
///
/// # Errors
///
/// Those of the device.
pub fn try_linear<B: Dim, D: Device<f32>, T: Tape<f32, D>, const IN: usize, const OUT: usize>(
    input: Batch<B, IN, D, T>,
    weight: &Tensor<(Const<OUT>, Const<IN>), f32, D>,
    bias: &Tensor<(Const<OUT>,), f32, D>,
) -> Result<Batch<B, OUT, D, T>, D::Err> {
    let batch = input.shape().0;
    let weight = weight.clone().try_permute::<_, Axes2<1, 0>>()?;
    let (products, tape) = input.try_matmul(weight)?.split_tape();
    let bias = bias.clone().put_tape(tape);
    bias.try_broadcast_like::<_, Axis<0>>(&(batch, Const))?
        .try_add(products)
}

/// What [`ReLU`](crate::nn::ReLU) computes: `max(0, x)` for each number.
///
/// # Errors
///
/// Those of the device.
pub fn try_relu<S: Shape, D: Device<f32>, T: Tape<f32, D>>(
    input: Tensor<S, f32, D, T>,
) -> Result<Tensor<S, f32, D, T>, D::Err> {
    input.try_relu()
}

/// How many positions a window has on one image.
fn positions(window: &Window) -> usize {
    let (down, across) = window.positions();
    down * across
}
