//! What a loss that takes logits is given.

use std::collections::VecDeque;

use crate::report::Observation;

/// How far a sum of probabilities in `f32` may be from 1.
const TOLERANCE: f32 = 1e-3;
/// Batches that have to look like probabilities before it is said.
const SURE: u32 = 3;
/// Batches at the start that are all looked at; later every `EVERY`th is.
const FIRST: u64 = 8;
const EVERY: u64 = 4;
/// Batches over which the accuracy is taken.
const LATELY: usize = 16;

/// One batch as a loss gets it.
pub(crate) struct Batch<'a> {
    /// Row by row.
    pub(crate) logits: &'a [f32],
    /// Row by row: one probability distribution each.
    pub(crate) targets: &'a [f32],
    /// Numbers in a row.
    pub(crate) classes: usize,
    /// The loss.
    pub(crate) loss: f32,
}

/// What the batches had in common.
#[derive(Debug, Default)]
pub(super) struct Logits {
    calls: u64,
    first: Option<Observation>,
    probabilities: Resembles,
    logarithms: Resembles,
    /// How many rows were right, and how many there were, in each of the last batches.
    right: VecDeque<(usize, usize)>,
}

/// Whether all batches so far were of a kind.
#[derive(Debug, Default)]
struct Resembles {
    first: u64,
    batches: u32,
    refuted: bool,
}

impl Resembles {
    fn take(&mut self, fits: bool, step: u64) {
        self.refuted |= !fits;
        if self.batches == 0 {
            self.first = step;
        }
        self.batches += 1;
    }

    fn holds(&self) -> bool {
        !self.refuted && self.batches >= SURE
    }
}

impl Logits {
    /// Whether the next batch is one of those that are looked at.
    pub(super) fn wanted(&mut self) -> bool {
        let call = self.calls;
        self.calls += 1;
        call < FIRST || call.is_multiple_of(EVERY)
    }

    pub(super) fn take(&mut self, batch: &Batch<'_>, step: u64) {
        let classes = batch.classes;
        if classes < 2 || batch.logits.is_empty() || !batch.loss.is_finite() {
            return;
        }
        let rows = batch.logits.chunks_exact(classes);
        if self.first.is_none() {
            self.first = Some(Observation::FirstLoss {
                classes,
                examples: rows.len(),
                loss: batch.loss,
            });
        }
        let sums_to_one = |sum: f32| (sum - 1.0).abs() < TOLERANCE;
        let mut both = rows.clone();
        let probabilities = both.all(|row| {
            row.iter().all(|it| (0.0..=1.0 + TOLERANCE).contains(it))
                && sums_to_one(row.iter().sum())
        });
        self.probabilities.take(probabilities, step);
        let logarithms = !probabilities
            && rows.clone().all(|row| {
                row.iter().all(|it| *it <= TOLERANCE)
                    && sums_to_one(row.iter().map(|it| it.exp()).sum())
            });
        self.logarithms.take(logarithms, step);
        let of = rows.len();
        let pairs = rows.zip(batch.targets.chunks_exact(classes));
        let right = pairs.filter(|(row, target)| largest(row) == largest(target));
        self.right.push_back((right.count(), of));
        if self.right.len() > LATELY {
            self.right.pop_front();
        }
    }

    /// What there is to say.
    pub(super) fn observations(&self, step: u64) -> Vec<Observation> {
        let mut said: Vec<Observation> = self.first.iter().cloned().collect();
        for (kind, logarithms) in [(&self.probabilities, false), (&self.logarithms, true)] {
            if kind.holds() {
                let step = kind.first;
                said.push(Observation::Probabilities { step, logarithms });
            }
        }
        let right: usize = self.right.iter().map(|it| it.0).sum();
        let examples: usize = self.right.iter().map(|it| it.1).sum();
        if examples > 0 {
            said.push(Observation::TrainingAccuracy {
                step,
                share: right as f32 / examples as f32,
                examples,
            });
        }
        said
    }
}

/// The position of the largest number.
fn largest(row: &[f32]) -> usize {
    let mut best = 0;
    for (at, value) in row.iter().enumerate() {
        if *value > row[best] {
            best = at;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of four batches of two rows like `row`.
    fn said(row: [f32; 3]) -> Vec<Observation> {
        let mut logits = Logits::default();
        for step in 0..4 {
            logits.take(
                &Batch {
                    logits: &[row, row].concat(),
                    targets: &[0.0, 1.0, 0.0, 1.0, 0.0, 0.0],
                    classes: 3,
                    loss: 1.1,
                },
                step,
            );
        }
        logits.observations(3)
    }

    #[test]
    fn probabilities_and_their_logarithms_are_told_from_logits() {
        let log = |p: f32| p.ln();
        let table = [
            ([0.2, 0.5, 0.3], Some(false)),
            ([log(0.2), log(0.5), log(0.3)], Some(true)),
            ([0.2, 0.5, 0.4], None),
            ([-0.5, 1.0, 0.5], None),
            ([-1.0, -2.0, -3.0], None),
            ([0.0, 0.0, 0.0], None),
            ([f32::NAN, 0.5, 0.5], None),
        ];
        for (row, expected) in table {
            let found = said(row).into_iter().find_map(|it| match it {
                Observation::Probabilities { logarithms, .. } => Some(logarithms),
                _ => None,
            });
            assert_eq!(found, expected, "{row:?}");
        }
    }

    #[test]
    fn the_accuracy_counts_rows_whose_largest_logit_stands_at_the_target() {
        let share = said([0.0, 3.0, 1.0]).into_iter().find_map(|it| match it {
            Observation::TrainingAccuracy { share, .. } => Some(share),
            _ => None,
        });
        assert_eq!(share, Some(0.5));
    }
}
