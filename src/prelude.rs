//! Everything an exercise and its solution need: dfdx, the layers of the library, the two programs' builders.

pub use dfdx::nn::{DeviceBuildExt, Module, ModuleMut, NumParams, ZeroGrads};
pub use dfdx::optim::{AdamConfig, Optimizer, RMSpropConfig, SgdConfig};
pub use dfdx::prelude::*;
pub use rand::Rng;
pub use rand::rngs::StdRng;
pub use rand::seq::SliceRandom;

pub use crate::counting::{Layer, Metered, Rank};
pub use crate::data_set::{Examples, Labelled};
pub use crate::generator::Generator;
pub use crate::handler::{
    BytesSent, Handler, Messages, PeakBytes, Products, Rebuilt, RepeatedOrders, Steps,
};
pub use crate::handler::{classifier, function, gradient, model, ranks, training};
// dfdx's `permute` and `broadcast_like`, but for the gradients that `softmax` gets wrong after them.
pub use crate::contiguous::{BroadcastTo, PermuteTo};
// The course's own layers stand before dfdx's of the same name: they exist on stable, are faster, or can be watched.
pub use crate::nn::{
    AvgPool2D, CausalAttention, Conv2D, Dropout, DropoutOneIn, Embedding, Flatten, Gru, LayerNorm,
    Linear, MaxPool2D, ReLU, Residual, RmsNorm, Rnn, SwiGlu, UnbiasedLinear, cross_entropy,
};
// So do these, which compute what dfdx's do and tell how healthy the training is.
pub use crate::layer;
pub use crate::nn::layer::{Compute, normal, ones, uniform, zeros};
pub use crate::optim::{
    Adam, Backward, RMSprop, Sgd, binary_cross_entropy_with_logits_loss, clip_gradients,
    cross_entropy_with_logits_loss,
};
pub use crate::record;
pub use crate::reference::{
    Reference, accuracy, at_most, claim, close, correspondence, exact, free, property,
    same_multiset, sequence, set, simplex, statistics, within,
};
pub use crate::report;
pub use crate::serve::Exercise;
pub use crate::store;
pub use crate::tensor::{Built, Dev, Labels, Matrix, Recording, Scalar, Vector, device, random};
pub use crate::wire::Value;
