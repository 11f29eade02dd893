//! What the curves say.

use super::facts::Facts;
use super::line::{line, number, percent};
use super::series::{Series, median, quantile};
use crate::runner::outcome::HealthLine;

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
    pub(super) loss: &'a Series,
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
        let message = match grew {
            Some((before, (_, first))) => format!(
                "The loss is {} at step {step}, after it had grown from {} to {}. Choose a smaller learning rate, and \
                 look whether the gradient is subtracted.",
                number(value),
                number(first),
                number(before)
            ),
            None => format!(
                "The loss is {} at step {step}. Look for a logarithm or a division of zero, the root of a negative \
                 number or an exponential of a large one, and for a learning rate that is far too large.",
                number(value)
            ),
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
            line(
                "one_batch",
                step,
                format!(
                    "One batch of {examples} examples cannot be learned by heart: at step {step} its loss is still {}, \
                     and it should be near 0. Look at the loss, at the update, and whether images and labels belong together.",
                    number(end)
                ),
            )
        })
    }

    /// A loss that is the same to the last bit, where nobody watches the parameters.
    fn constant(&self) -> Option<HealthLine> {
        let points = self.loss.points();
        let (_, first) = self.loss.first()?;
        let step = self.loss.last_step()?;
        let same = points.iter().all(|(_, value)| *value == first) && first != 0.0;
        (same && !self.facts.has_optimiser()).then(|| {
            line(
                "parameters_unchanged",
                step,
                format!(
                    "The parameters never change: the loss is exactly {} in every step up to step {step}. Look whether \
                     each step stores the new parameters, and whether the next one uses them.",
                    number(first)
                ),
            )
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
            let message = format!(
                "The loss rises: it was {} at the start and is {} at step {step}. Look whether the gradient is \
                 subtracted, and choose a smaller learning rate.",
                number(start),
                number(end)
            );
            return Some(line("loss_rising", step, message));
        }
        // A cross-entropy that stays at ln K guesses, also where the first weights were a little worse than that.
        let guess = self.facts.guessing();
        let guess = guess.filter(|(_, guess)| (0.97..1.1).contains(&(end / guess)));
        let flat = if guess.is_some() { 0.93 } else { 0.97 };
        if end <= flat * start {
            return None;
        }
        let of = guess.map_or_else(String::new, |(classes, guess)| {
            format!(
                ", where guessing among {classes} classes costs {}",
                number(guess)
            )
        });
        let message = format!(
            "The loss is flat: it was {} at the start and is {} at step {step}{of}. Look at the learning rate, at the \
             scale of the inputs, and whether inputs and targets belong together.",
            number(start),
            number(end)
        );
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
            line(
                "loss_flat",
                step,
                format!(
                    "The loss does not settle: at step {step} it still swings between {} and {}. Look whether the \
                     gradients of earlier steps are added to those of this one, and choose a smaller learning rate.",
                    number(low),
                    number(high)
                ),
            )
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
        (training >= LEARNED && training - validation >= GAP).then(|| {
            line(
                "overfitting",
                step,
                format!(
                    "Overfitting: at step {step} the network is right in {} of the training set and in {} of the \
                     validation set, a gap of {:.0} points. Try fewer steps, more data, dropout or a penalty on the weights.",
                    percent(training),
                    percent(validation),
                    100.0 * (training - validation)
                ),
            )
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
            line(
                "overfitting",
                step,
                format!(
                    "Overfitting: the validation loss was lowest at step {at} ({}) and is {} at step {step}, while the \
                     training loss is {}. Stop earlier, or try more data, dropout or a penalty on the weights.",
                    number(lowest),
                    number(now),
                    number(training)
                ),
            )
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
