//! What follows from an event: a new state, and effects for the shell. Nothing in here touches the world.

mod act;
mod attempts;
mod check;
mod dispatch;
mod mouse;
mod practice;
mod scroll;
mod trial;
mod way;

pub use dispatch::{open, update};
