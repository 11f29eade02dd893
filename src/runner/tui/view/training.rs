//! A training while it runs: its curves, its numbers, its pictures, how far it is, and how it ended.

mod charts;
pub mod health;
mod parts;
mod screen;
mod small;
mod views;

pub use screen::{draw, reported};
