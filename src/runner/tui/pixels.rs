//! Pictures as pixels, on terminals that can show them. What a picture is and how it is written for each sort of terminal is
//! pure; `ask` finds out which sort this one is.
//!
//! There is a crate for this, `ratatui-image`. It takes 25 others along, reads what is typed while it waits for the terminal, and
//! asks for no more than what the pictures of a course need: three short ways to write a few colours.

mod answers;
#[cfg(unix)]
pub mod ask;
mod gallery;
mod iterm;
mod kitty;
mod picture;
mod raster;
mod sixel;
mod typed;

pub use answers::{Means, Protocol};
pub use gallery::{Change, Gallery};
pub use picture::Picture;
