//! dfdx's optimisers, losses and `backward`, which also tell [`health`](crate::health) what passes through them.
//!
//! They have dfdx's names and signatures and compute exactly what dfdx computes; the prelude has these in their place.
//! [`clip_gradients`] and [`SavableAdam`] are what dfdx lacks.

mod backward;
mod clip;
mod loss;
mod observed;
mod savable;

pub use backward::Backward;
pub use clip::clip_gradients;
pub use loss::{binary_cross_entropy_with_logits_loss, cross_entropy_with_logits_loss};
pub use observed::{Adam, Observed, RMSprop, SavableAdam, Sgd};
pub use savable::{AdamState, Moments, Savable};
