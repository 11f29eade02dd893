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

//!
//! | call | shows |
//! |---|---|
//! | [`metric`] | one point of a curve |
//! | [`progress`], [`note`] | how far it is; a line of text |
//! | [`surface`], [`path`] | a loss over two parameters, and the way down on it |
//! | [`points`], [`line`] | points, and the line over them as it moves |
//! | [`histogram`] | weights that shrink or vanish |
//! | [`heat_map`], [`mask`], [`bars`] | numbers as colours; what dropout took; a few named numbers |
//! | [`convolution`] | a kernel that slides over an image, and the sum being formed |
//! | [`pictures`] | any small greyscale pictures |
//! | [`text`] | what a language model writes, while it writes |
#![cfg_attr(
    feature = "exercise",
    doc = "| [`confusion`], [`predictions`], [`wrong_predictions`] | what a classifier says, how sure it is, where it is wrong |"
)]
#![cfg_attr(
    feature = "exercise",
    doc = "| [`first_layer`] | the filters of a network and what each answers to one picture |"
)]
//!
//! What is reported again under the same title is the next frame of the same picture, and can be played back.

mod chart;
mod confusion;
mod convolution;
mod data;
mod frame;
mod grid;
#[cfg(feature = "exercise")]
mod layers;
mod observation;
#[cfg(feature = "exercise")]
mod predictions;
mod scatter;
mod send;
mod surface;
mod text;

pub use chart::{Bars, Histogram, bars, histogram};
pub use confusion::Confusion;
#[cfg(feature = "exercise")]
pub use confusion::confusion;
pub use convolution::{Convolution, convolution};
pub(crate) use data::forget;
pub use data::{Curve, Picture, Pictures, Progress, Report, record};
pub use frame::{Drawing, Frame};
pub use grid::{Grid, Rows, heat_map, mask};
#[cfg(feature = "exercise")]
pub use layers::first_layer;
pub use observation::{Named, Observation, Parameters, is_held_out};
/// Its earlier name, which solved exercises have.
#[cfg(feature = "exercise")]
#[doc(hidden)]
pub use predictions::predictions as digits;
#[cfg(feature = "exercise")]
pub use predictions::{predictions, wrong_predictions};
pub use scatter::{Line, Scatter, line, points};
#[cfg(feature = "exercise")]
pub(crate) use send::{listening, observation};
pub use send::{metric, note, pictures, progress, unheard, with_receiver};
pub use surface::{Axis, Place, Surface, path, surface};
pub use text::{Text, text};
