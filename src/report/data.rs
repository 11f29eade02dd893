//! What a program streams while it runs, as data.

use serde::{Deserialize, Serialize};

use super::frame::Frame;
use super::observation::Observation;

/// One report. The runner draws it; outside the runner nothing is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// One point of a curve.
    Metric {
        /// The name of the curve: `loss`, `accuracy`, `validation accuracy`.
        series: String,
        /// The optimiser step at which it was measured, from 0.
        step: u64,
        /// The value; NaN and the infinities are counted and said in words.
        value: f32,
    },
    /// How far the training is.
    Progress(Progress),
    /// A line for the notes.
    Note(String),
    /// A strip of small pictures.
    Pictures(Pictures),
    /// What the library noticed by itself.
    Observation(Observation),
    /// One frame of a picture that changes.
    Frame(Frame),
}

/// How far the training is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The epoch being trained, from 1.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// Batches of this epoch that are done.
    pub batch: usize,
    /// Batches in an epoch.
    pub batches: usize,
}

/// Small greyscale pictures that belong together: a strip of digits, the filters of a layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pictures {
    /// What they show; a later strip with the same title replaces the earlier one.
    pub title: String,
    /// The pictures, left to right.
    pub pictures: Vec<Picture>,
}

/// One greyscale picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// A few words under it: `says 7 (98 %)`.
    pub caption: String,
    /// Whether what the caption says is right, where that is known.
    pub right: Option<bool>,
    /// Pixels in a row.
    pub width: usize,
    /// Row by row, 0 is the background.
    #[serde(with = "serde_bytes")]
    pub pixels: Vec<u8>,
}

/// The points of one metric, in the order in which they were reported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The name of the metric.
    pub series: String,
    /// `(step, value)`.
    pub points: Vec<(u64, f32)>,
}

/// Forgets the points of a series from `step` on: a program that was ended takes these steps again.
pub(crate) fn forget(curves: &mut [Curve], series: &str, step: u64) {
    if let Some(curve) = curves.iter_mut().find(|curve| curve.series == series) {
        curve.points.retain(|&(earlier, _)| earlier < step);
    }
}

/// Adds one point to the curve of its series.
pub fn record(curves: &mut Vec<Curve>, series: &str, step: u64, value: f32) {
    match curves.iter_mut().find(|curve| curve.series == series) {
        Some(curve) => curve.points.push((step, value)),
        None => curves.push(Curve {
            series: series.to_owned(),
            points: vec![(step, value)],
        }),
    }
}
