//! What owns the terminal, the threads and the effects.

mod gather;
mod hands;
mod runs;
mod signals;
mod turn;

pub use gather::gather;
pub use turn::{TuiOptions, run};
