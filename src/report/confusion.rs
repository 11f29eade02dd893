//! What a classifier says of the examples of each class.

#[cfg(feature = "exercise")]
use dfdx::{
    shapes::{Dim, HasShape},
    tensor::{Storage, Tensor},
};
use serde::{Deserialize, Serialize};

#[cfg(feature = "exercise")]
use super::frame::{Drawing, frame};

/// A confusion matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confusion {
    /// How many classes there are.
    pub classes: usize,
    /// Row by row: the row is the right class, the column what the classifier says.
    pub counts: Vec<u32>,
}

impl Confusion {
    /// Counts predictions (`logits`, one row of `classes` numbers per example) of examples with these labels.
    pub fn of(logits: &[f32], classes: usize, labels: impl Iterator<Item = usize>) -> Confusion {
        let mut counts = vec![0; classes * classes];
        for (row, label) in logits.chunks_exact(classes.max(1)).zip(labels) {
            let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let said = row.iter().position(|logit| *logit == largest);
            // A row of NaN says nothing, and is counted nowhere.
            if let Some(said) = said
                && label < classes
            {
                counts[label * classes + said] += 1;
            }
        }
        Confusion { classes, counts }
    }

    /// How often `said` was said of examples of the class `right`.
    pub fn at(&self, right: usize, said: usize) -> u32 {
        if said >= self.classes {
            return 0;
        }
        let at = right.saturating_mul(self.classes).saturating_add(said);
        self.counts.get(at).copied().unwrap_or(0)
    }

    /// Examples of a class.
    pub fn of_class(&self, right: usize) -> u32 {
        (0..self.classes).fold(0, |sum, said| sum.saturating_add(self.at(right, said)))
    }

    /// Examples, and those of them that are right.
    pub fn counted(&self) -> (u32, u32) {
        let all = (0..self.classes).fold(0, |sum: u32, class| {
            sum.saturating_add(self.of_class(class))
        });
        let right = (0..self.classes).fold(0, |sum: u32, class| {
            sum.saturating_add(self.at(class, class))
        });
        (all, right)
    }

    /// The confusions, the most frequent first: the right class, the predicted one, how often.
    pub fn worst(&self) -> Vec<(usize, usize, u32)> {
        let pairs =
            (0..self.classes).flat_map(|right| (0..self.classes).map(move |said| (right, said)));
        let wrong = pairs.filter(|(right, said)| right != said);
        let mut worst: Vec<_> = wrong
            .map(|(right, said)| (right, said, self.at(right, said)))
            .filter(|(_, _, count)| *count > 0)
            .collect();
        worst.sort_by_key(|(right, said, count)| (u32::MAX - count, *right, *said));
        worst
    }
}

/// Shows what a classifier says of the examples of each class at step `step`, or with `None` at that of the last metric. `logits` is `(batch, classes)`; the
/// largest number of a row is the predicted class, and `labels[i]` is its right class.
///
/// ```
/// use gradlings::prelude::*;
///
/// let logits: Matrix = device().tensor_from_vec(vec![2.0, 0.1, 0.3, 1.5], (2, 2));
/// report::confusion("validation", 0, &logits, &[0, 1]);
/// ```
#[cfg(feature = "exercise")]
pub fn confusion<B, K, D, T>(
    title: &str,
    step: impl Into<Option<usize>>,
    logits: &Tensor<(B, K), f32, D, T>,
    labels: &[usize],
) where
    B: Dim,
    K: Dim,
    D: Storage<f32>,
{
    frame(title, step.into(), || {
        let classes = logits.shape().1.size();
        let labels = labels.iter().copied();
        Drawing::Confusion(Confusion::of(&logits.as_vec(), classes, labels))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_the_right_class_and_columns_what_is_said() {
        let logits = [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, f32::NAN, f32::NAN];
        let counted = Confusion::of(&logits, 2, [0, 1, 1, 0].into_iter());
        assert_eq!(counted.counts, [0, 1, 1, 1]);
        assert_eq!(counted.counted(), (3, 1));
        assert_eq!(counted.worst(), [(0, 1, 1), (1, 0, 1)]);
    }

    #[test]
    fn a_matrix_that_lies_about_its_size_hurts_nobody() {
        let liar = Confusion {
            classes: 3,
            counts: vec![5],
        };
        assert_eq!(liar.counted(), (5, 5));
        assert!(liar.worst().is_empty());
    }
}
