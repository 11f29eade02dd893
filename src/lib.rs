//! gradlings: a terminal course in deep learning, in Rust.

pub mod comparator;
pub mod report;
pub mod sheet;
pub mod wire;

#[cfg(feature = "exercise")]
pub mod data;
#[cfg(feature = "exercise")]
pub mod nn;

#[cfg(feature = "runner")]
pub mod runner;
