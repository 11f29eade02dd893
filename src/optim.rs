//! dfdx's optimisers, losses and `backward`, which also tell [`health`](crate::health) what passes through them.
//!
//! They have dfdx's names and signatures and compute exactly what dfdx computes; the prelude has these in their place.

mod backward;
mod loss;
mod observed;

pub use backward::Backward;
pub use loss::{binary_cross_entropy_with_logits_loss, cross_entropy_with_logits_loss};
pub use observed::{Adam, Observed, RMSprop, Sgd};
