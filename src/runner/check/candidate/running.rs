//! The program that is judged, while it runs.

use std::path::Path;
use std::time::Duration;

use super::life::Life;
use super::printed::Printed;
use crate::message::{FromCandidate, Offer};
use crate::report::Curve;
use crate::runner::check::flood::Seen;
use crate::runner::check::run::Run;
use crate::runner::health::Checkup;
use crate::runner::program::Program;
use crate::runner::sandbox::candidate::Confined;

/// A candidate that runs, and what is kept of it.
pub(super) struct Candidate<'a> {
    pub(super) run: Run<'a>,
    pub(super) executable: &'a Path,
    pub(super) offers: Vec<Offer>,
    /// The wall time of all its budgets.
    pub(super) time: Duration,
    /// What started it, with its scratch folder.
    pub(super) confined: Confined,
    pub(super) program: Program<FromCandidate>,
    /// What it has done and saved since it was called.
    pub(super) life: Life,
    pub(super) printed: Printed,
    pub(super) seen: Seen,
    /// The curves of the call that is running.
    pub(super) curves: Vec<Curve>,
    /// The last value of each series.
    pub(super) metrics: Vec<(String, f32)>,
    /// What is not well with the trainings.
    pub(super) checkup: Checkup,
    /// What is left of the budget of everything that is no training.
    pub(super) left: Duration,
}
