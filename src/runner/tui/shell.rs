//! What owns the terminal, the threads and the effects.

mod clipboard;
mod editors;
mod gather;
mod hands;
mod options;
mod runs;
mod signals;
mod suspend;
mod trial;
mod turn;

pub use gather::gather;
pub use options::TuiOptions;
pub use turn::run;
