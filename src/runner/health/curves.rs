//! What the curves say.

use super::facts::Facts;
use super::line::{line, number, percent};
use super::series::{Series, median, quantile};
use crate::runner::outcome::HealthLine;
use crate::runner::words::health as words;

/// Points after which a curve is judged while it grows, and at its end.
const SURE: usize = 50;
const ENOUGH: usize = 10;
/// Points in which a swing shows.
const SWING: usize = 30;
/// A training accuracy from which on the network knows its training set.
const LEARNED: f32 = 0.85;
/// How far below the validation may stay.
const GAP: f32 = 0.15;

/// The curves that say something about health.
pub(super) struct Curves<'a> {
    /// What has to fall.
    pub(super) loss: &'a Series,
    /// What it is called at the start of a sentence.
    pub(super) loss_name: String,
    pub(super) accuracy: Option<&'a Series>,
    pub(super) held_out_loss: Option<&'a Series>,
    pub(super) held_out_accuracy: Option<&'a Series>,
    pub(super) facts: &'a Facts,
}

impl Curves<'_> {
    /// The lines; `alone` if no cause is known yet that would explain a loss that does not fall.
    pub(super) fn lines(&self, ended: bool, alone: bool) -> Vec<HealthLine> {
        if let Some(line) = self.not_finite() {
            return vec![line];
        }
        let mut lines = Vec::new();
        if ended {
            lines.extend(self.one_batch());
        }
        if alone && lines.is_empty() && self.loss.len() >= if ended { ENOUGH } else { SURE } {
            let found = self.constant().or_else(|| self.not_falling());
            lines.extend(found.or_else(|| self.swinging()));
        }
        lines.extend(self.overfitting());
        lines
    }

    fn not_finite(&self) -> Option<HealthLine> {
        let (before, step, value) = self.loss.not_finite()?;
        let grew = before.zip(self.loss.first());
        let grew = grew.filter(|(before, (_, first))| *before > 100.0 * first.abs());
        let value = number(value);
        let message = match grew {
            Some((before, (_, first))) => {
                words::loss_exploded(&self.loss_name, value, step, number(first), number(before))
            }
            None => words::loss_not_finite(&self.loss_name, value, step),
        };
        Some(line("loss_not_finite", step, message))
    }

    /// One batch, over and over, has to be learned by heart.
    fn one_batch(&self) -> Option<HealthLine> {
        let examples = self.facts.one_batch()?;
        let (_, first) = self.loss.first()?;
        let start = self.facts.guessing().map_or(first, |(_, guess)| guess);
        let end = median(&self.loss.tail(3));
        let step = self.loss.last_step()?;
        (end > 0.1 * start).then(|| {
            let message = words::one_batch(examples, step, number(end));
            line("one_batch", step, message)
        })
    }

    /// A loss that is the same to the last bit, where nobody watches the parameters.
    fn constant(&self) -> Option<HealthLine> {
        let points = self.loss.points();
        let (_, first) = self.loss.first()?;
        let step = self.loss.last_step()?;
        let same = points.iter().all(|(_, value)| *value == first) && first != 0.0;
        (same && !self.facts.has_optimiser()).then(|| {
            let message = words::loss_constant(&self.loss_name, number(first), step);
            line("parameters_unchanged", step, message)
        })
    }

    fn not_falling(&self) -> Option<HealthLine> {
        let window = self.loss.window();
        let (_, first) = self.loss.first()?;
        let step = self.loss.last_step()?;
        let (head, tail) = (self.loss.head(window), self.loss.tail(window));
        let (start, end) = (median(&head), median(&tail));
        let distances: Vec<f32> = tail.windows(2).map(|it| (it[1] - it[0]).abs()).collect();
        let noise = median(&distances);
        // Where the first value stands out, the loss has fallen before the first window could show it.
        if first > 1.2 * end + 3.0 * noise {
            return None;
        }
        if end > 1.2 * start + 2.0 * noise {
            let message = words::loss_rising(&self.loss_name, number(start), number(end), step);
            return Some(line("loss_rising", step, message));
        }
        // A cross-entropy that stays at ln K guesses, also where the first weights were a little worse than that.
        let guess = self.facts.guessing();
        let guess = guess.filter(|(_, guess)| (0.97..1.1).contains(&(end / guess)));
        let flat = if guess.is_some() { 0.93 } else { 0.97 };
        if end <= flat * start {
            return None;
        }
        let (start, end) = (number(start), number(end));
        let message = match guess {
            Some((classes, guess)) => words::loss_flat_at_guessing(
                &self.loss_name,
                start,
                end,
                step,
                classes,
                number(guess),
            ),
            None => words::loss_flat(&self.loss_name, start, end, step),
        };
        Some(line("loss_flat", step, message))
    }

    /// A loss that comes down and goes up again as far as it began.
    fn swinging(&self) -> Option<HealthLine> {
        if self.loss.len() < 2 * SWING {
            return None;
        }
        let count = (self.loss.len() / 3).max(SWING);
        let (_, first) = self.loss.first()?;
        let step = self.loss.last_step()?;
        let tail = self.loss.tail(count);
        let (low, high) = (quantile(&tail, 0.05), quantile(&tail, 0.95));
        let swings = high > 0.8 * first && low < 0.3 * high;
        (swings && self.loss.correlation(count).abs() > 0.5).then(|| {
            let message = words::loss_swings(&self.loss_name, step, number(low), number(high));
            line("loss_flat", step, message)
        })
    }

    fn overfitting(&self) -> Option<HealthLine> {
        self.accuracy_gap().or_else(|| self.losses_part())
    }

    fn accuracy_gap(&self) -> Option<HealthLine> {
        let held_out = self.held_out_accuracy?;
        let step = held_out.last_step()?;
        let validation = share(median(&held_out.tail(3)));
        let reported = self.accuracy.filter(|it| it.len() > 0);
        let training = match reported {
            Some(series) => {
                let tail = series.tail((series.len() / 10).max(1));
                share(tail.iter().sum::<f32>() / tail.len() as f32)
            }
            None => {
                let seen = self.facts.accuracy();
                seen.filter(|(_, _, examples)| *examples >= 32)?.1
            }
        };
        let gap = training - validation;
        (training >= LEARNED && gap >= GAP).then(|| {
            let points = format!("{:.0}", 100.0 * gap);
            let message = words::accuracy_gap(step, percent(training), percent(validation), points);
            line("overfitting", step, message)
        })
    }

    /// The validation loss rises while the training loss goes on to fall.
    fn losses_part(&self) -> Option<HealthLine> {
        let held_out = self.held_out_loss.filter(|it| it.len() >= 4)?;
        let (at, lowest) = held_out
            .points()
            .iter()
            .copied()
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        let step = held_out.last_step()?;
        let now = median(&held_out.tail(3));
        let training = median(&self.loss.tail((self.loss.len() / 10).max(1)));
        (at < step && now > 1.5 * lowest && training < 0.25 * now).then(|| {
            let (lowest, now, training) = (number(lowest), number(now), number(training));
            let message = words::losses_part(at, lowest, now, step, training);
            line("overfitting", step, message)
        })
    }
}

/// An accuracy as a share, also where it was reported in percent.
fn share(accuracy: f32) -> f32 {
    if accuracy > 1.5 {
        accuracy / 100.0
    } else {
        accuracy
    }
}
