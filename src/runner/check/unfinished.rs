//! The outcome that every check begins with.

use crate::runner::outcome::{Outcome, Timings, Verdict};

/// The outcome of a check that has not ended.
pub(super) fn unfinished(name: &str) -> Outcome {
    Outcome {
        name: name.to_owned(),
        verdict: Verdict::NoAnswer,
        checks: Vec::new(),
        message: None,
        piece: None,
        timings: Timings::default(),
        metrics: Vec::new(),
        health: Vec::new(),
    }
}
