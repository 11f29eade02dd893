//! What a program streams while it runs, as data.

use serde::{Deserialize, Serialize};

use crate::report::observation::Observation;
use crate::report::sealed::Sealed;

/// One report. The runner draws it; outside the runner nothing is sent. `D` is a drawing: on its way it is sealed, and
/// whoever looks at it has opened it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report<D = Sealed> {
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
    /// What the library noticed by itself.
    Observation(Observation),
    /// One frame of a picture that changes.
    Frame(Frame<D>),
}

/// One frame. Frames with the same title are one picture that changes; the runner keeps them and can play them again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame<D = Sealed> {
    /// What it shows.
    pub title: String,
    /// The step that it belongs to, from 0; `None` is the step of the last metric.
    pub step: Option<u64>,
    /// What it shows.
    pub drawing: D,
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
        // Steps come in order, so this looks at no point twice.
        while curve.points.last().is_some_and(|&(last, _)| last >= step) {
            curve.points.pop();
        }
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
