//! A training while it runs: its curves, its numbers, its pictures, how far it is, and how it ended.

mod charts;
pub mod health;
mod parts;
mod screen;

pub use screen::draw;
