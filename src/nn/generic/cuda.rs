//! The layers on a graphics card.

use dfdx::nn::modules::Module;
use dfdx::shapes::{Dim, HasShape, Shape};
use dfdx::tensor::{Cuda, CudaError, Tape, Tensor};

use super::Images;
use crate::health;
use crate::nn::modules::Conv2D;
use crate::nn::{AvgPool2D, MaxPool2D, ReLU};

impl<const I: usize, const O: usize, const K: usize, const S: usize, const P: usize, B, H, W, T>
    Module<Images<B, I, H, W, Cuda, T>> for Conv2D<I, O, K, S, P, f32, Cuda>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cuda>,
{
    type Output = Images<B, O, usize, usize, Cuda, T>;
    type Error = CudaError;

    fn try_forward(&self, images: Images<B, I, H, W, Cuda, T>) -> Result<Self::Output, CudaError> {
        super::try_conv2d(images, &self.weight, &self.bias, S, P)
    }
}

impl<const K: usize, const S: usize, const C: usize, B, H, W, T> Module<Images<B, C, H, W, Cuda, T>>
    for MaxPool2D<K, S>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cuda>,
{
    type Output = Images<B, C, usize, usize, Cuda, T>;
    type Error = CudaError;

    fn try_forward(&self, images: Images<B, C, H, W, Cuda, T>) -> Result<Self::Output, CudaError> {
        super::try_max_pool2d(images, K, S)
    }
}

impl<const K: usize, const S: usize, const C: usize, B, H, W, T> Module<Images<B, C, H, W, Cuda, T>>
    for AvgPool2D<K, S>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cuda>,
{
    type Output = Images<B, C, usize, usize, Cuda, T>;
    type Error = CudaError;

    fn try_forward(&self, images: Images<B, C, H, W, Cuda, T>) -> Result<Self::Output, CudaError> {
        super::try_avg_pool2d(images, K, S)
    }
}

impl<S: Shape, T: Tape<f32, Cuda>> Module<Tensor<S, f32, Cuda, T>> for ReLU {
    type Output = Tensor<S, f32, Cuda, T>;
    type Error = CudaError;

    fn try_forward(&self, input: Tensor<S, f32, Cuda, T>) -> Result<Self::Output, CudaError> {
        let out = super::try_relu(input)?;
        // Only a training that is watched pays for the copy out of the card.
        if T::OWNS_TAPE && health::active() {
            let shape: Vec<usize> = out.shape().concrete().into();
            let numbers = out.as_vec();
            health::notice(|observer| observer.activations(&shape, &numbers));
        }
        Ok(out)
    }
}
