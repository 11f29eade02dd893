//! What a training has reported so far, in a bounded amount of memory.

use std::time::Duration;

use crate::report::{Curve, Pictures, Progress, Report};
use crate::runner::outcome::HealthLine;
use crate::runner::tui::curve::History;

/// Curves kept; a program that names a new series at every step must not eat the memory.
const SERIES: usize = 24;
/// Strips of pictures kept.
const STRIPS: usize = 8;
/// Pictures kept of a strip.
const PICTURES: usize = 64;
/// A run that streams for longer than this is a training one wants to watch; a shorter one would only flash by.
const WORTH_WATCHING: Duration = Duration::from_millis(400);

/// What a series is about, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It falls.
    Loss,
    /// It lies between 0 and 1.
    Accuracy,
    /// Something else.
    Other,
}

impl Kind {
    /// The kind of a series.
    pub fn of(series: &str) -> Kind {
        let series = series.to_lowercase();
        if series.contains("loss") {
            Kind::Loss
        } else if series.contains("acc") {
            Kind::Accuracy
        } else {
            Kind::Other
        }
    }
}

/// The reports of one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Training {
    /// The learner's curves.
    pub curves: Vec<History>,
    /// The reference's, with the same seed.
    pub reference: Vec<History>,
    /// How far it is.
    pub progress: Option<Progress>,
    /// When the first report came.
    pub began: Option<Duration>,
    /// When the last report came.
    pub latest: Duration,
    /// What is not well with it, by now.
    pub health: Vec<HealthLine>,
    /// The strips of pictures, the last one of each title.
    pub pictures: Vec<Pictures>,
    /// Whether the screen went to the training by itself, or was sent away from it: either way it will not go again.
    pub settled: bool,
}

impl Training {
    /// Takes in a report. `Note`s are lines of the output and have no place here.
    pub fn take(&mut self, report: Report, now: Duration) {
        self.began.get_or_insert(now);
        self.latest = now;
        match report {
            Report::Metric {
                series,
                step,
                value,
            } => self.metric(&series, step, value),
            Report::Progress(progress) => self.progress = Some(progress),
            Report::Pictures(strip) => self.strip(strip),
            Report::Note(_) | Report::Observation(_) => {}
        }
    }

    fn metric(&mut self, series: &str, step: u64, value: f32) {
        if let Some(curve) = self.curves.iter_mut().find(|curve| curve.series == series) {
            curve.push(step, value);
        } else if self.curves.len() < SERIES {
            let mut curve = History::new(series);
            curve.push(step, value);
            self.curves.push(curve);
        }
    }

    fn strip(&mut self, mut strip: Pictures) {
        strip.pictures.truncate(PICTURES);
        match self
            .pictures
            .iter_mut()
            .find(|known| known.title == strip.title)
        {
            Some(known) => *known = strip,
            None => {
                if self.pictures.len() == STRIPS {
                    self.pictures.remove(0);
                }
                self.pictures.push(strip);
            }
        }
    }

    /// Takes in the curves of the reference.
    pub fn take_reference(&mut self, curves: &[Curve]) {
        self.reference = curves
            .iter()
            .take(SERIES)
            .map(|curve| {
                let mut history = History::new(&curve.series);
                for (step, value) in &curve.points {
                    history.push(*step, *value);
                }
                history
            })
            .collect();
    }

    /// Whether there is anything to look at.
    pub fn is_empty(&self) -> bool {
        self.curves.is_empty() && self.pictures.is_empty() && self.progress.is_none()
    }

    /// What the charts show, each a kind: at most two, the losses first.
    pub fn charts(&self) -> Vec<Kind> {
        let mut kinds = vec![Kind::Loss, Kind::Accuracy, Kind::Other];
        kinds.retain(|kind| {
            self.curves
                .iter()
                .any(|curve| Kind::of(&curve.series) == *kind)
        });
        kinds.truncate(2);
        kinds
    }

    /// The views that take turns where there is room for one only: the charts, then the pictures.
    pub fn views(&self) -> usize {
        self.charts().len() + usize::from(!self.pictures.is_empty())
    }

    /// Whether the screen should go to the training by itself.
    pub fn worth_watching(&self) -> bool {
        let lasts = self
            .began
            .is_some_and(|began| self.latest.saturating_sub(began) >= WORTH_WATCHING);
        !self.settled && lasts && !(self.curves.is_empty() && self.progress.is_none())
    }

    /// The share that is done, where the program says how far it is.
    pub fn share(&self) -> Option<f64> {
        let progress = self.progress?;
        let all = progress.epochs.checked_mul(progress.batches)?;
        if all == 0 {
            return None;
        }
        let done = progress
            .epoch
            .saturating_sub(1)
            .saturating_mul(progress.batches)
            .saturating_add(progress.batch);
        Some((done as f64 / all as f64).clamp(0.0, 1.0))
    }

    /// How long it will still take at the speed of so far.
    pub fn remaining(&self, now: Duration) -> Option<Duration> {
        let share = self.share().filter(|share| *share > 0.01)?;
        let elapsed = now.saturating_sub(self.began?).as_secs_f64();
        Duration::try_from_secs_f64(elapsed * (1.0 - share) / share).ok()
    }

    /// How many values were NaN or infinite, the series of the first of them, and its step.
    pub fn not_finite(&self) -> Option<(usize, &str, u64)> {
        let count = self.curves.iter().map(|curve| curve.not_finite).sum();
        self.curves
            .iter()
            .filter_map(|curve| Some((curve.first_not_finite?, curve)))
            .min_by_key(|(step, _)| *step)
            .map(|(step, curve)| (count, curve.series.as_str(), step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(title: String) -> Report {
        Report::Pictures(Pictures {
            title,
            pictures: Vec::new(),
        })
    }

    #[test]
    fn a_later_strip_with_the_same_title_replaces_the_earlier_one() {
        let mut training = Training::default();
        for title in ["digits", "filters", "digits"] {
            training.take(strip(title.to_owned()), Duration::ZERO);
        }
        assert_eq!(training.pictures.len(), 2);
    }

    #[test]
    fn a_program_that_invents_names_costs_a_bounded_amount_of_memory() {
        let mut training = Training::default();
        for step in 0..1_000 {
            let series = format!("loss {step}");
            let value = 0.0;
            training.take(
                Report::Metric {
                    series,
                    step,
                    value,
                },
                Duration::ZERO,
            );
            training.take(strip(format!("strip {step}")), Duration::ZERO);
        }
        assert_eq!(training.curves.len(), SERIES);
        assert_eq!(training.pictures.len(), STRIPS);
    }

    #[test]
    fn the_time_that_is_left_follows_from_the_share_that_is_done() {
        let mut training = Training::default();
        let progress = Progress {
            epoch: 2,
            epochs: 4,
            batch: 0,
            batches: 100,
        };
        training.take(Report::Progress(progress), Duration::from_secs(10));
        assert_eq!(training.share(), Some(0.25));
        assert_eq!(
            training.remaining(Duration::from_secs(20)),
            Some(Duration::from_secs(30))
        );
    }

    #[test]
    fn a_training_that_is_over_in_a_blink_does_not_take_the_screen() {
        let mut training = Training::default();
        let metric = |step| Report::Metric {
            series: "loss".to_owned(),
            step,
            value: 1.0,
        };
        training.take(metric(0), Duration::from_millis(100));
        training.take(metric(1), Duration::from_millis(300));
        assert!(!training.worth_watching());
        training.take(metric(2), Duration::from_millis(600));
        assert!(training.worth_watching());
        training.settled = true;
        assert!(!training.worth_watching());
    }
}
