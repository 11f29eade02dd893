//! What owns the terminal, the threads and the effects.

mod clipboard;
mod editors;
mod hands;
mod options;
mod runs;
mod signals;
mod suspend;
mod turn;

pub use options::TuiOptions;
pub use turn::run;
