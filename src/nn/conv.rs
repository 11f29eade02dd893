//! The convolution as a layer.

use dfdx::nn::modules::{BuildModule, BuildOnDevice, Module, NonMutableModule};
use dfdx::nn::{ModuleVisitor, TensorCollection, TensorOptions};
use dfdx::shapes::{Const, Dim, Dtype, Rank1, Rank4};
use dfdx::tensor::{Cpu, CpuError, Storage, Tape, Tensor};
use dfdx::tensor_ops::Device;
use rand_distr::Uniform;
use rand_distr::num_traits::Float;
use rand_distr::uniform::SampleUniform;

use super::convolution::{Images, try_conv2d};

pub(super) mod builder {
    /// A 2D convolution with a bias: `OUT` filters that slide over images of `IN` channels.
    ///
    /// `out[b][o][y][x] = bias[o] + Σ weight[o][c][i][j] · in[b][c][y·STRIDE + i − PADDING][x·STRIDE + j − PADDING]`
    ///
    /// Takes `(batch, IN, height, width)` and gives `(batch, OUT, height', width')`, where
    /// `size' = (size + 2·PADDING − KERNEL) / STRIDE + 1`, rounded down. What lies outside the image counts as zero.
    ///
    /// `weight` (`OUT x IN x KERNEL x KERNEL`) starts uniform in ±√(6/(fan-in + fan-out)), where fan-in is IN·KERNEL² and
    /// fan-out OUT·KERNEL², and `bias` (`OUT`) starts at zero: Glorot and Bengio's way, which Keras has as its default.
    ///
    /// Once built it is a [`modules::Conv2D`](crate::nn::modules::Conv2D). A forward pass panics, in a sentence, if the
    /// window is larger than the padded image.
    #[derive(Debug, Clone, Copy, Default)]
    pub struct Conv2D<
        const IN: usize,
        const OUT: usize,
        const KERNEL: usize,
        const STRIDE: usize = 1,
        const PADDING: usize = 0,
    >;
}

/// A built [`Conv2D`](crate::nn::Conv2D).
#[derive(Debug, Clone)]
pub struct Conv2D<
    const IN: usize,
    const OUT: usize,
    const KERNEL: usize,
    const STRIDE: usize,
    const PADDING: usize,
    E: Dtype,
    D: Storage<E>,
> {
    /// The filters, shape `(OUT, IN, KERNEL, KERNEL)`.
    pub weight: Tensor<Rank4<OUT, IN, KERNEL, KERNEL>, E, D>,
    /// What is added to each output channel, shape `(OUT,)`.
    pub bias: Tensor<Rank1<OUT>, E, D>,
}

impl<
    const I: usize,
    const O: usize,
    const K: usize,
    const S: usize,
    const P: usize,
    E: Dtype,
    D: Device<E>,
> BuildOnDevice<D, E> for builder::Conv2D<I, O, K, S, P>
where
    Conv2D<I, O, K, S, P, E, D>: BuildModule<D, E>,
{
    type Built = Conv2D<I, O, K, S, P, E, D>;
}

impl<const I: usize, const O: usize, const K: usize, const S: usize, const P: usize, E, D>
    TensorCollection<E, D> for Conv2D<I, O, K, S, P, E, D>
where
    E: Dtype + Float + SampleUniform,
    D: Device<E>,
{
    type To<E2: Dtype, D2: Device<E2>> = Conv2D<I, O, K, S, P, E2, D2>;

    fn iter_tensors<V: ModuleVisitor<Self, E, D>>(
        visitor: &mut V,
    ) -> Result<Option<Self::To<V::E2, V::D2>>, V::Err> {
        visitor.visit_fields(
            (
                Self::tensor(
                    "weight",
                    |s| &s.weight,
                    |s| &mut s.weight,
                    TensorOptions::reset_with(|t| {
                        t.try_fill_with_distr(glorot(I * K * K, O * K * K))
                    }),
                ),
                Self::tensor(
                    "bias",
                    |s| &s.bias,
                    |s| &mut s.bias,
                    TensorOptions::reset_to_zeros(),
                ),
            ),
            |(weight, bias)| Conv2D { weight, bias },
        )
    }
}

/// Uniform in ±√(6/(fan-in + fan-out)).
pub(super) fn glorot<E: Dtype + Float + SampleUniform>(
    fan_in: usize,
    fan_out: usize,
) -> Uniform<E> {
    let number = |n: usize| E::from_usize(n).unwrap_or(E::ONE);
    let bound = (number(6) / number(fan_in + fan_out)).sqrt();
    Uniform::new(-bound, bound)
}

impl<const I: usize, const O: usize, const K: usize, const S: usize, const P: usize, B, H, W, T>
    Module<Images<B, I, H, W, T>> for Conv2D<I, O, K, S, P, f32, Cpu>
where
    B: Dim,
    H: Dim,
    W: Dim,
    T: Tape<f32, Cpu>,
{
    type Output = Tensor<(B, Const<O>, usize, usize), f32, Cpu, T>;
    type Error = CpuError;

    fn try_forward(&self, images: Images<B, I, H, W, T>) -> Result<Self::Output, CpuError> {
        try_conv2d(images, &self.weight, &self.bias, S, P)
    }
}

impl<
    const I: usize,
    const O: usize,
    const K: usize,
    const S: usize,
    const P: usize,
    E: Dtype,
    D: Storage<E>,
> NonMutableModule for Conv2D<I, O, K, S, P, E, D>
{
}
