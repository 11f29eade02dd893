//! What follows from an event: a new state, and effects for the shell. Nothing in here touches the world.

mod act;
mod attempts;
mod check;
mod dispatch;
mod glossary;
mod menu;
mod mouse;
mod overlay;
mod pointing;
mod practice;
mod scroll;
mod search;
mod start;
mod trial;
mod way;

pub use dispatch::{open, update};
pub use search::found;
