//! What a classifier says of the examples of each class.

#[cfg(feature = "exercise")]
use dfdx::{
    shapes::{Dim, HasShape},
    tensor::{Storage, Tensor},
};
use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ruler};
use crate::report::number::percent;
#[cfg(feature = "exercise")]
use crate::report::send::frame;
use crate::sentence::Sentence;

/// Confusions that are told of.
const TOLD: usize = 3;

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

/// Shows what a classifier says of the examples of each class at step `step`, or with `None` at that of the last metric.
/// `logits` is `(batch, classes)`; the largest number of a row is the predicted class, and `labels[i]` is its right class.
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
        Confusion::of(&logits.as_vec(), classes, labels)
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_confusion";

        /// How often a classifier is right.
        confusion(title, share, right, all) = "Confusion matrix, {title}: the share of right answers is {share} % \
            ({right} of {all}).";

        /// Before the worst confusions, each a sentence.
        worst = "The worst confusions are these:";

        /// A class that was taken for another one.
        taken_once(class, other) = "Once, {class} is taken for {other}.";

        /// A class that was taken for another one.
        taken(times, class, other) = "{times} times, {class} is taken for {other}.";
    }

    labels! {
        "drawing_confusion_labels";

        /// What a confusion matrix shows.
        shows = "rows: which class it is; columns: which it is taken for; right answers on the diagonal";
        /// What a confusion matrix says.
        right(share) = "{share} % right";
        /// What a confusion matrix says; `is` and `said` are the numbers of classes.
        right_worst_once(share, is, said) = "{share} % right; most often {is} is taken for {said} (1 time)";
        /// What a confusion matrix says; `is` and `said` are the numbers of classes.
        right_worst(share, is, said, times) = "{share} % right; most often {is} is taken for {said} ({times} times)";
        /// The signs of a confusion matrix that has no room for numbers: the share of each class.
        shares = ". <1 %  : <3 %  + <10 %  @ more";
    }
}

impl Drawn for Confusion {
    const NAME: &'static str = "confusion";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    /// One that claims more classes than it has counts for would be gone through for hours.
    fn limit(&mut self) {
        self.classes = self.classes.min(self.counts.len().isqrt());
    }

    fn bytes(&self) -> usize {
        size_of_val(&self.counts[..])
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let (all, right) = self.counted();
        let share = percent(f64::from(right), f64::from(all), 1);
        let mut sentences = vec![words::confusion(told.title, share, right, all)];
        let worst = self.worst();
        if !worst.is_empty() {
            sentences.push(words::worst().to_owned());
        }
        let worst = worst.into_iter().take(TOLD);
        sentences.extend(worst.map(|(is, said, times)| match times {
            1 => words::taken_once(is, said),
            times => words::taken(times, is, said),
        }));
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        let (all, right) = self.counted();
        let share = percent(f64::from(right), f64::from(all), 1);
        let reads = match self.worst().first() {
            None => words::right(share),
            Some((is, said, 1)) => words::right_worst_once(share, is, said),
            Some((is, said, times)) => words::right_worst(share, is, said, times),
        };
        let shows = words::shows();
        Caption { shows, reads }
    }

    fn rows(&self, _: usize, most: usize, _: &dyn Ruler) -> usize {
        self.classes.min(most) + 1
    }

    /// Counts where there is room, signs where there is not.
    fn draw(&self, _: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let classes = self.classes;
        let width = usize::from(area.width);
        let largest = self.counts.iter().max().copied().unwrap_or(0);
        let digits = largest.to_string().len();
        let label = classes.saturating_sub(1).to_string().len();
        let whole = digits.max(label) + 1;
        let (cell, counts) = if label + 1 + classes.saturating_mul(whole) <= width {
            (whole, true)
        } else {
            (label + 1, false)
        };
        // What lies to the right of the area is not drawn.
        let columns = classes.min(width);
        let mut heading = " ".repeat(label + 1);
        for said in 0..columns {
            heading.push_str(&format!("{said:>cell$}"));
        }
        easel.put((area.x, area.y), area.width, &heading, Ink::Dim);
        let rows = (area.y.saturating_add(1)..area.bottom()).zip(0..classes);
        let mut last = area.y;
        for (row, right) in rows {
            let mut parts = vec![(format!("{right:>label$} "), Ink::Dim)];
            for said in 0..columns {
                let count = self.at(right, said);
                let share = f64::from(count) / f64::from(self.of_class(right).max(1));
                let text = if counts && count > 0 {
                    count.to_string()
                } else {
                    glyph(share, counts).to_owned()
                };
                parts.push((format!("{text:>cell$}"), ink(right == said, share)));
            }
            easel.line((area.x, row), area.width, &parts);
            last = row;
        }
        if !counts && last + 1 < area.bottom() {
            easel.put((area.x, last + 1), area.width, words::shares(), Ink::Dim);
        }
    }
}

fn glyph(share: f64, counts: bool) -> &'static str {
    match share {
        _ if counts => ".",
        share if share < 0.01 => ".",
        share if share < 0.03 => ":",
        share if share < 0.10 => "+",
        _ => "@",
    }
}

fn ink(is_right: bool, share: f64) -> Ink {
    match (is_right, share) {
        (true, _) => Ink::Good,
        (false, share) if share >= 0.03 => Ink::Worst,
        (false, share) if share > 0.0 => Ink::Warn,
        _ => Ink::Dim,
    }
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
        let mut endless = Confusion {
            classes: usize::MAX,
            counts: vec![1; 6],
        };
        endless.limit();
        assert_eq!(endless.counted(), (4, 2));
    }
}
