//! Layers that dfdx lacks on stable Rust, faster versions of some that it has, and what it takes to write one's own
//! ([`layer!`](crate::layer)).
//!
//! Written for the CPU and `f32`; on a graphics card (feature `cuda`) they are made of dfdx's own operations, see
//! [`generic`]. They compose with everything of dfdx: tuples, optimisers, `alloc_grads`, `NumParams`,
//! safetensors.
//!
//! ```
//! use dfdx::prelude::*;
//! use gradlings::nn::{Conv2D, Flatten, Linear, MaxPool2D, ReLU};
//!
//! type Cnn = ((Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>), Flatten<5408>, (Linear<5408, 128>, ReLU), Linear<128, 10>);
//!
//! let dev = Cpu::default();
//! let model = dev.build_module::<Cnn, f32>();
//! assert_eq!(model.num_trainable_params(), 693_962);
//! let images: Tensor<(usize, Const<1>, Const<28>, Const<28>), f32, _> = dev.zeros_like(&(4, Const, Const, Const));
//! let logits: Tensor<(usize, Const<10>), f32, _> = model.forward(images);
//! ```
//!
//! A language model is a description too, for batches and texts of any size:
//!
//! ```
//! use dfdx::prelude::*;
//! use gradlings::nn::{CausalAttention, Embedding, Residual, RmsNorm, SwiGlu, UnbiasedLinear, cross_entropy};
//!
//! type Block = (Residual<(RmsNorm<48>, CausalAttention<48, 4>)>, Residual<(RmsNorm<48>, SwiGlu<48, 128>)>);
//! type Gpt = (Embedding<70, 48>, Block, Block, RmsNorm<48>, UnbiasedLinear<48, 70>);
//!
//! let dev = Cpu::default();
//! let model = dev.build_module::<Gpt, f32>();
//! assert_eq!(model.num_trainable_params(), 62_256);
//! let tokens: Tensor<(usize, usize), usize, _> = dev.tensor_from_vec(vec![3, 1, 4, 1, 5, 9], (2, 3));
//! let next: Tensor<(usize, usize), usize, _> = dev.tensor_from_vec(vec![1, 4, 1, 5, 9, 2], (2, 3));
//! let loss = cross_entropy(model.forward(tokens.leaky_traced()), next);
//! // Before it has learned anything, every token is about as likely as the next: ln 70 is 4.25.
//! assert!((loss.array() - 4.25).abs() < 0.5);
//! ```
//!
//! The number of channels is part of the type; the height and the width of what a layer puts out are known at run time
//! only, because stable Rust cannot compute with const generics. [`Flatten`] brings the width back into the type.
//!
//! The same inputs give the same outputs, bit for bit, however many threads there are. Another processor may add in
//! another order, as its vectors have another length.

pub(crate) mod attention;
mod avg_pool;
mod conv;
mod convolution;
pub(crate) mod cross_entropy;
#[cfg(not(feature = "cuda"))]
mod dense;
mod dropout;
pub(crate) mod embedding;
mod flatten;
pub mod generic;
mod gru;
#[cfg(not(feature = "cuda"))]
mod head;
mod last_axis;
pub mod layer;
mod linear;
mod matrix;
mod max_pool;
pub(crate) mod norm;
mod pool;
#[cfg(not(feature = "cuda"))]
mod recurrent;
mod relu;
mod residual;
mod rnn;
mod rotary;
mod sequences;
#[cfg(not(feature = "cuda"))]
mod smooth;
#[cfg(not(feature = "cuda"))]
mod sums;
mod swiglu;
mod tape;
mod threads;
pub(crate) mod unbiased;
#[cfg(not(feature = "cuda"))]
mod wide;
mod window;

/// The layers as they are once built: with their tensors, on a device.
///
/// The names in [`nn`](crate::nn) itself describe a network; `build_module` turns them into these.
pub mod modules {
    pub use super::conv::Conv2D;
    pub use super::linear::Linear;
}

#[doc(hidden)]
pub use dfdx;

pub use attention::CausalAttention;
pub use avg_pool::AvgPool2D;
pub use conv::builder::Conv2D;
pub use convolution::conv2d;
pub use cross_entropy::{cross_entropy, try_cross_entropy};
pub use dropout::{Dropout, DropoutOneIn};
pub use embedding::Embedding;
pub use flatten::Flatten;
pub use gru::Gru;
pub use linear::builder::Linear;
pub use max_pool::MaxPool2D;
pub use norm::{LayerNorm, RmsNorm};
pub use relu::ReLU;
pub use residual::Residual;
pub use rnn::Rnn;
pub use swiglu::SwiGlu;
pub use threads::prepare;
pub use unbiased::UnbiasedLinear;
