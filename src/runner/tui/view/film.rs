//! Pictures that change, one kind to a file. Each says in a line what it shows.

mod bars;
mod caption;
mod confusion;
mod convolution;
mod draw;
mod histogram;
mod matrix;
mod paint;
mod scatter;
mod surface;
mod text;

pub use draw::{draw, now, wanted};
pub use paint::Paint;
