//! What the library notices about a training by itself, while the training runs.
//!
//! The ReLU and the dropout of [`nn`](crate::nn), and the optimisers, the losses and `backward` of
//! [`optim`](crate::optim), tell an observer on their thread what passes through them. The observer keeps counts, not
//! tensors, and reports [`Observation`](crate::report::Observation)s a few times a second. What they mean is the
//! runner's business.
//!
//! Nothing that is computed changes by being observed, and outside of [`observe`] nothing is observed.

mod activations;
mod logits;
mod observer;
mod parameters;

pub(crate) use logits::Batch;
pub use observer::observe;
pub(crate) use observer::{active, note, notice};
pub(crate) use parameters::Watch;
