//! The shapes of what generic layers take and give.

use dfdx::shapes::Const;
use dfdx::tensor::Tensor;

/// Images of unknown height and width on a device: `(batch, channels, height, width)`.
pub type Images<B, const C: usize, H, W, D, T> = Tensor<(B, Const<C>, H, W), f32, D, T>;

/// Rows of `N` numbers on a device: `(batch, N)`.
pub type Batch<B, const N: usize, D, T> = Tensor<(B, Const<N>), f32, D, T>;
