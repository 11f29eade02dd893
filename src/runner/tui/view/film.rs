//! Pictures that change: what a drawing asks for, in a terminal.

mod draw;
mod easel;
mod paint;

pub use draw::{draw, now, wanted};
pub use paint::Paint;
