//! The data sets of the course. What ships is inside the program; nothing is fetched.

mod error;
pub mod idx;
pub mod mnist;
pub mod penguins;
mod spirals;

pub use error::DataError;
pub use idx::Idx;
pub use mnist::Digits;
pub use penguins::Penguin;
pub use spirals::{Spirals, spirals};
