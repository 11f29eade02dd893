//! Layers that dfdx lacks on stable Rust.
