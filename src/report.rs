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
//! Each call below draws one thing. What is reported again under the same title is the next frame of the same picture,
//! and can be played back.
//!
//! A drawing is one file of `src/report/drawing`, which has all that is known of it, and a line of the list below.

mod data;
pub mod drawn;
pub mod easel;
mod grid;
#[cfg(feature = "exercise")]
mod layers;
mod list;
pub mod number;
mod observation;
#[cfg(feature = "exercise")]
mod predictions;
mod sealed;
mod send;

/// One file for each drawing.
mod drawing {
    pub mod bars;
    pub mod confusion;
    pub mod convolution;
    pub mod heat_map;
    pub mod histogram;
    pub mod mask;
    pub mod named_points;
    pub mod pictures;
    pub mod scatter;
    pub mod surface;
    pub mod text;
    pub mod waves;
}

use drawn::{Caption, Drawn, Length, Lies, Scene, Told};
use easel::{Area, Easel, Ruler};

list::drawings! {
    /// A loss over two parameters, and the paths on it.
    Surface: surface::Landscape { Axis, Place, Surface, path, surface };
    /// Points, and the line or the curve over them.
    Scatter: scatter::Plane { Graph, Line, Scatter, graph, line, points };
    /// A convolution that is played position by position.
    Convolution: convolution::Convolution { convolution };
    /// Numbers as colours.
    HeatMap: heat_map::HeatMap { heat_map };
    /// Numbers of which those that are zero were dropped.
    Mask: mask::Mask { mask };
    /// How often numbers of each size occur.
    Histogram: histogram::Histogram { histogram };
    /// A few named numbers.
    Bars: bars::Bars { bars };
    /// What a classifier says of each class.
    Confusion: confusion::Confusion { #[cfg(feature = "exercise")] confusion };
    /// Small greyscale pictures.
    Pictures: pictures::Pictures { Picture, pictures };
    /// A text that is being written.
    Text: text::Text { text };
    /// Signals over time.
    Waves: waves::Waves { waves };
    /// Points with names.
    NamedPoints: named_points::NamedPoints { named_points };
}

pub(crate) use data::forget;
pub use data::{Curve, Frame, Progress, Report, record};
pub use grid::{Grid, Rows};
#[cfg(feature = "exercise")]
pub use layers::first_layer;
pub use observation::{Named, Observation, Parameters};
/// Its earlier name, which solved exercises have.
#[cfg(feature = "exercise")]
#[doc(hidden)]
pub use predictions::predictions as digits;
#[cfg(feature = "exercise")]
pub use predictions::{predictions, wrong_predictions};
pub use sealed::Sealed;
#[cfg(feature = "exercise")]
pub(crate) use send::{is_heard, listening, observation};
pub use send::{metric, note, progress, unheard, with_receiver};

#[cfg(test)]
mod tests;
