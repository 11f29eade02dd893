//! A training while it runs: its curves, its numbers, its pictures, how far it is, and how it ended.

pub mod areas;
pub mod charts;
pub mod health;
mod parts;
mod rows;
mod screen;
mod small;
mod views;

pub use screen::{draw, pointable, pointable_reported, reported};
pub use views::pictures;
