//! Images to rows.

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{Const, Dim, Dtype, HasShape};
use dfdx::tensor::{Tape, Tensor};
use dfdx::tensor_ops::{Device, ReshapeTo};

use crate::words::layers as words;

/// Turns each image of a batch into one row of `N` numbers: `(batch, channels, height, width)` to `(batch, N)`.
///
/// `out[b][(c·height + y)·width + x] = in[b][c][y][x]`. No number moves, so this costs nothing.
///
/// The width `N` stands in the type, so that the linear layer after it can be checked by the compiler; the image is
/// checked when it arrives. A forward pass panics, in a sentence with both widths, unless
/// `channels·height·width` is `N`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Flatten<const N: usize>;

impl<const N: usize> ZeroSizedModule for Flatten<N> {}
impl<const N: usize> NonMutableModule for Flatten<N> {}

impl<const N: usize, B, C, H, W, E, D, T> Module<Tensor<(B, C, H, W), E, D, T>> for Flatten<N>
where
    B: Dim,
    C: Dim,
    H: Dim,
    W: Dim,
    E: Dtype,
    D: Device<E>,
    T: Tape<E, D>,
{
    type Output = Tensor<(B, Const<N>), E, D, T>;
    type Error = D::Err;

    fn try_forward(&self, images: Tensor<(B, C, H, W), E, D, T>) -> Result<Self::Output, D::Err> {
        let (batch, channels, height, width) = *images.shape();
        let (c, h, w) = (channels.size(), height.size(), width.size());
        let found = c * h * w;
        assert!(found == N, "{}", words::flatten(N, c, h, w, found));
        images.try_reshape_like(&(batch, Const))
    }
}
