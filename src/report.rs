//! What a program streams while it runs: curves, progress, pictures, notes.
//!
//! In an exercise each is one call; outside the runner nothing is sent, so the same file runs anywhere.
//!
//! ```
//! use gradlings::report;
//!
//! for step in 0..3 {
//!     report::metric("loss", step, 1.0 / (step + 1) as f32);
//! }
//! report::note("the loss fell at every step");
//! ```

mod data;
#[cfg(feature = "exercise")]
mod digits;
mod observation;
mod send;

pub use data::{Curve, Picture, Pictures, Progress, Report, record};
#[cfg(feature = "exercise")]
pub use digits::digits;
pub use observation::{Named, Observation, Parameters, is_held_out};
#[cfg(feature = "exercise")]
pub(crate) use send::{listening, observation};
pub use send::{metric, note, pictures, progress, with_receiver};
