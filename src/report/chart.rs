//! Histograms and bars.

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};
use super::grid::Rows;

/// Columns of a histogram. An odd number, so that zero is in the middle of one.
const BINS: usize = 41;
/// Bars that are drawn.
const MOST_BARS: usize = 32;

/// How often numbers of each size occur.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The histogram reaches from minus this to this.
    pub bound: f32,
    /// How many numbers lie in each of the equally wide columns.
    pub counts: Vec<u32>,
    /// Numbers that are exactly zero.
    pub zeros: u32,
    /// Finite numbers in all.
    pub all: u32,
    /// NaN and infinities, which are in no column.
    pub not_finite: u32,
    /// The mean of the finite numbers.
    pub mean: f32,
    /// Their deviation: the root of the mean squared distance to the mean.
    pub deviation: f32,
}

impl Histogram {
    /// The histogram of these numbers.
    pub fn of(values: &[f32]) -> Histogram {
        let finite: Vec<f32> = values.iter().copied().filter(|v| v.is_finite()).collect();
        let largest = finite
            .iter()
            .fold(0.0_f32, |largest, v| largest.max(v.abs()));
        let bound = round_up(largest);
        let mut counts = vec![0; BINS];
        for value in &finite {
            let share = (f64::from(*value) / f64::from(bound) + 1.0) / 2.0;
            let at = (share * BINS as f64) as usize;
            counts[at.min(BINS - 1)] += 1;
        }
        let count = finite.len().max(1) as f64;
        let mean = finite.iter().map(|v| f64::from(*v)).sum::<f64>() / count;
        let square = |v: &f32| (f64::from(*v) - mean).powi(2);
        let variance = finite.iter().map(square).sum::<f64>() / count;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Histogram {
            bound,
            counts,
            zeros: number(finite.iter().filter(|v| **v == 0.0).count()),
            all: number(finite.len()),
            not_finite: number(values.len() - finite.len()),
            mean: mean as f32,
            deviation: variance.sqrt() as f32,
        }
    }
}

/// The next of 1, 2, 5, 10, 20, ... so that the axis does not move with every step.
fn round_up(largest: f32) -> f32 {
    if !(largest > 1e-30 && largest < 1e30) {
        return if largest >= 1e30 { f32::MAX } else { 1.0 };
    }
    let power = 10.0_f32.powf(largest.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0];
    steps
        .into_iter()
        .map(|step| step * power)
        .find(|bound| *bound >= largest)
        .unwrap_or(largest)
}

/// Shows how often numbers of each size occur among `values` at step `step` (an epoch, say): weights that shrink move
/// to the middle, weights that vanish are counted.
///
/// ```
/// use gradlings::report;
///
/// for (epoch, weights) in [[0.8, -0.5, 0.1], [0.6, -0.3, 0.0]].iter().enumerate() {
///     report::histogram("weights", epoch, weights.as_slice());
/// }
/// ```
pub fn histogram(title: &str, step: usize, values: &(impl Rows + ?Sized)) {
    frame(title, Some(step), || {
        Drawing::Histogram(Histogram::of(&values.grid().values))
    });
}

/// A few named numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    /// Name and number, from top to bottom.
    pub bars: Vec<(String, f32)>,
}

/// Shows a few named numbers at step `step`, each as a bar: the probability of each class, the norm of each layer. At
/// most 32 are shown.
///
/// ```
/// use gradlings::report;
///
/// report::bars("probabilities", 0, &[("cat", 0.7), ("dog", 0.2), ("bird", 0.1)]);
/// ```
pub fn bars<Name: AsRef<str>>(title: &str, step: usize, bars: &[(Name, f32)]) {
    frame(title, Some(step), || {
        let named = bars.iter().take(MOST_BARS);
        Drawing::Bars(Bars {
            bars: named
                .map(|(name, value)| (name.as_ref().to_owned(), *value))
                .collect(),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_every_number_once_and_says_what_is_none() {
        let histogram = Histogram::of(&[-1.5, 0.0, 0.0, 1.5, f32::NAN, f32::INFINITY]);
        assert_eq!(histogram.bound, 2.0);
        assert_eq!(
            (histogram.zeros, histogram.all, histogram.not_finite),
            (2, 4, 2)
        );
        assert_eq!(histogram.counts.iter().sum::<u32>(), 4);
        assert_eq!(histogram.counts[BINS / 2], 2);
        assert_eq!(histogram.mean, 0.0);
        assert!((histogram.deviation - 1.125_f32.sqrt()).abs() < 1e-6);
    }

    #[test]
    fn a_histogram_of_nothing_or_of_extremes_is_one_too() {
        for values in [
            &[][..],
            &[f32::MAX, f32::MIN],
            &[1e-40],
            &[0.0],
            &[f32::NAN],
        ] {
            let histogram = Histogram::of(values);
            assert!(histogram.bound > 0.0 && histogram.bound.is_finite());
            assert_eq!(histogram.counts.iter().sum::<u32>(), histogram.all);
        }
    }
}
