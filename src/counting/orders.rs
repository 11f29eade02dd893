//! In which order a training sees its batches.
//!
//! A batch is known by its right answers: two shuffles of a few hundred examples do not have the same ones in the same order.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// More batches than this are not remembered, and then nothing is told.
const MOST: usize = 1 << 16;

/// The batches of a training that were played back, in the order in which they were.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    /// The right answers of the loss that was recorded last.
    recorded: Option<u64>,
    /// One for each backward pass.
    batches: Vec<u64>,
    /// There was a backward pass from a loss that was not seen.
    is_unknown: bool,
}

impl Orders {
    pub(super) fn recorded(&mut self, right: &[f32]) {
        let mut hasher = DefaultHasher::new();
        for number in right {
            number.to_bits().hash(&mut hasher);
        }
        self.recorded = Some(hasher.finish());
    }

    pub(super) fn played_back(&mut self) {
        match self.recorded.take() {
            Some(batch) if self.batches.len() < MOST => self.batches.push(batch),
            _ => self.is_unknown = true,
        }
    }

    /// How many times all batches came once more in the very order of the time before, from the first to the last batch of
    /// the training: 0 where any epoch has an order of its own, or where it is not known.
    pub(super) fn repeated(&self) -> usize {
        let all = &self.batches;
        let repeats = |&length: &usize| {
            all.iter()
                .zip(&all[length..])
                .all(|(one, next)| one == next)
        };
        let length = (1..=all.len() / 2).find(repeats);
        match length {
            Some(length) if !self.is_unknown => all.len() / length - 1,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Orders;

    fn repeated(steps: &[&[f32]]) -> usize {
        let mut orders = Orders::default();
        for step in steps {
            orders.recorded(step);
            orders.played_back();
        }
        orders.repeated()
    }

    #[test]
    fn an_order_counts_as_repeated_only_where_the_whole_training_repeats_it() {
        let [a, b, c, d]: [&[f32]; 4] = [&[1.0, 0.0], &[0.0, 1.0], &[1.0], &[0.0]];
        let table: [(&[&[f32]], usize); 9] = [
            (&[], 0),
            (&[a], 0),
            (&[a, b, a, b], 1),
            (&[a, b, c, a, b, c, a, b, c], 2),
            // The last one was cut off.
            (&[a, b, c, a, b, c, a], 1),
            // One epoch has an order of its own.
            (&[a, b, c, a, b, c, b, a, c], 0),
            // The same batches, one after the other in another order.
            (&[a, b, c, d, d, b, c, a], 0),
            // The first epoch as it comes, and one order from then on.
            (&[a, b, c, b, a, c, b, a, c], 0),
            (&[a, a, a], 2),
        ];
        for (steps, times) in table {
            assert_eq!(repeated(steps), times, "{steps:?}");
        }
    }

    #[test]
    fn nothing_is_told_of_losses_that_were_not_seen() {
        let mut orders = Orders::default();
        for right in [1.0, 0.0, 1.0, 0.0] {
            orders.recorded(&[right]);
            orders.played_back();
        }
        assert_eq!(orders.repeated(), 1);
        orders.played_back();
        assert_eq!(orders.repeated(), 0);
    }

    #[test]
    fn a_loss_that_is_only_measured_is_no_step() {
        let mut orders = Orders::default();
        for right in [1.0, 0.0, 0.5, 1.0, 0.0, 0.5] {
            orders.recorded(&[right]);
            // Half is what the examples that are put aside have: nothing is played back.
            if right != 0.5 {
                orders.played_back();
            }
        }
        assert_eq!(orders.batches.len(), 4);
        assert_eq!(orders.repeated(), 1);
    }
}
