//! The layers: values, gradients, and how they work together with dfdx.

mod convolution;
mod generic;
mod layers;
mod network;
mod savable;
mod sequence;
