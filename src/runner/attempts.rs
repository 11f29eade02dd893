//! Attempts: every version of an exercise's file that was judged, with its verdict and its curves, so that a learner can
//! look back, compare and restore.
//!
//! Attempt 7 of `mse` is `.gradlings/attempts/mse/0007.rs`, the text as it was, and `0007.toml` beside it, what came of
//! it. Both are for people to read as well.

mod archive;
mod entry;
mod recorder;
mod time;

pub use archive::{Archive, Limits};
pub use recorder::{Judged, Recorder};
pub use time::{ago, date};

use std::time::SystemTime;

use crate::report::Curve;
use crate::runner::outcome::Verdict;
use crate::sheet::CurvePart;

/// What a list says of an attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptSummary {
    /// Its number, from 1. A number is never given twice.
    pub number: u32,
    /// What came of it, the last time it was judged; `None` for a text that was put aside before it was checked.
    pub verdict: Option<Verdict>,
    /// When that was, or when the text was put aside.
    pub judged: Option<SystemTime>,
    /// The first sentence that says why it does not pass. Empty where there is none.
    pub message: String,
    /// Whether it has curves.
    pub has_curves: bool,
}

/// One version of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// What a list says of it.
    pub summary: AttemptSummary,
    /// The text. What was not UTF-8 in it is replaced here; a restore brings the bytes themselves back.
    pub text: String,
    /// The name of the training whose curves are kept; empty where there is none, or it is not known.
    pub training: String,
    /// What it reported, thinned; every value is finite.
    pub curves: Vec<Curve>,
    /// What the check declares of them, as far as it says which of them share a chart.
    pub declared: Vec<CurvePart>,
}

impl AttemptSummary {
    /// When it was judged, as a date and a time of day in UTC.
    pub fn judged_in_utc(&self) -> Option<String> {
        self.judged
            .and_then(time::date)
            .map(|date| date.to_string())
    }
}
