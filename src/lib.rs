//! gradlings: a terminal course in deep learning, in Rust.

#[cfg(feature = "exercise")]
pub mod data;
#[cfg(feature = "exercise")]
pub mod nn;
