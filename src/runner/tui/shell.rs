//! What owns the terminal, the threads and the effects.

mod hands;
mod runs;
mod signals;
mod turn;

pub use turn::{TuiOptions, run};
