//! A training in lines: one for each of about ten epochs while it runs, and one for each curve at its end.

use std::collections::HashSet;

use super::budget::Budget;
use crate::report::{Curve, Progress};
use crate::runner::plain::sentence::Series;
use crate::runner::words::plain::training as words;

/// Epochs of one training that are told, about as many: a listener has to sit through all of them.
const EPOCHS: usize = 10;
/// Curves of one training.
const SERIES: usize = 50;

/// What a training has reported so far. Its lines count against the budget of all reports.
#[derive(Debug, Default)]
pub struct TrainingLines {
    progress: Option<Progress>,
    curves: Vec<Series>,
    reference: Vec<Curve>,
    /// The curves that had a value in this epoch.
    heard: HashSet<String>,
}

impl TrainingLines {
    /// Takes in a value of a curve, and gives the line of the epoch before where it is the first of the next one.
    pub fn metric(&mut self, series: &str, value: f32, reports: &mut Budget) -> Option<String> {
        // A curve that goes on after the last batch is that of the next epoch.
        let complete = |progress: &Progress| progress.batch >= progress.batches;
        let before = if self.heard.contains(series) {
            self.progress.take_if(|it| complete(it))
        } else {
            None
        };
        let line = before.and_then(|before| self.epoch(before, reports));
        if let Some(known) = self.curves.iter_mut().find(|it| it.name() == series) {
            known.add(value);
        } else if self.curves.len() < SERIES {
            // A program that invents a name for every value must not fill the memory.
            let mut new = Series::new(series);
            new.add(value);
            self.curves.push(new);
        }
        if self.curves.iter().any(|it| it.name() == series) {
            self.heard.insert(series.to_owned());
        }
        line
    }

    /// Takes in how far it is, and gives the line of the epoch before where that has changed.
    pub fn progress(&mut self, progress: &Progress, reports: &mut Budget) -> Option<String> {
        let before = self.progress.replace(*progress);
        let before = before.filter(|before| before.epoch != progress.epoch);
        before.and_then(|before| self.epoch(before, reports))
    }

    /// Takes in what the curves are held against at the end.
    pub fn reference(&mut self, curves: &[Curve]) {
        self.reference = curves.to_vec();
    }

    /// The lines at its end, after which the next training may begin.
    pub fn end(&mut self, reports: &mut Budget) -> Vec<String> {
        let last = self.progress.take();
        let last = last.and_then(|last| self.epoch(last, reports));
        let curves = std::mem::take(&mut self.curves);
        let reference = std::mem::take(&mut self.reference);
        let ends = curves.iter().map(|series| series.end(&reference));
        last.into_iter().chain(ends).collect()
    }

    /// The line of an epoch, once everything that was measured in it has come.
    fn epoch(&mut self, progress: Progress, reports: &mut Budget) -> Option<String> {
        self.heard.clear();
        let every = progress.epochs.div_ceil(EPOCHS).max(1);
        let complete = progress.batch >= progress.batches;
        if complete && !progress.epoch.is_multiple_of(every) && progress.epoch != progress.epochs {
            return None;
        }
        if !reports.take() {
            return None;
        }
        let values: Vec<String> = self.curves.iter().map(Series::now).collect();
        let line = match values.is_empty() {
            true => words::epoch(progress.epoch, progress.epochs),
            false => words::epoch_with(progress.epoch, progress.epochs, values.join(", ")),
        };
        Some(match complete {
            true => line,
            false => {
                let stopped = words::stopped_at(progress.batch, progress.batches);
                format!("{line} {stopped}")
            }
        })
    }
}
