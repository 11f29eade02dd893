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
#![cfg_attr(
    feature = "exercise",
    doc = "| [`confusion`], [`digits`], [`wrong_digits`] | what a classifier says, how sure it is, where it is wrong |"
)]
#![cfg_attr(
    feature = "exercise",
    doc = "| [`first_layer`], [`digit_classifier`] | the filters of a network and what each answers to one digit; all of these at once |"
)]
//!
//! What is reported again under the same title is the next frame of the same picture, and can be played back.

mod chart;
mod confusion;
mod convolution;
mod data;
#[cfg(feature = "exercise")]
mod digits;
mod frame;
mod grid;
#[cfg(feature = "exercise")]
mod layers;
mod observation;
mod scatter;
mod send;
mod surface;

pub use chart::{Bars, Histogram, bars, histogram};
pub use confusion::Confusion;
#[cfg(feature = "exercise")]
pub use confusion::confusion;
pub use convolution::{Convolution, convolution};
pub use data::{Curve, Picture, Pictures, Progress, Report, record};
#[cfg(feature = "exercise")]
pub use digits::{digits, wrong_digits};
pub use frame::{Drawing, Frame};
pub use grid::{Grid, Rows, heat_map, mask};
#[cfg(feature = "exercise")]
pub use layers::{digit_classifier, first_layer};
pub use observation::{Named, Observation, Parameters, is_held_out};
pub use scatter::{Line, Scatter, line, points};
#[cfg(feature = "exercise")]
pub(crate) use send::{listening, observation};
pub use send::{metric, note, pictures, progress, unheard, with_receiver};
pub use surface::{Axis, Place, Surface, path, surface};
