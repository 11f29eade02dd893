//! The health of a training: the line that is said of each one that goes wrong, and the silence about right ones.

mod classifier;
mod lines;
mod support;
