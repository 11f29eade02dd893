//! How often numbers of each size occur.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Sign};
use crate::report::grid::Rows;
use crate::report::number::{percent, spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;

/// Columns of a histogram. An odd number, so that zero is in the middle of one.
const BINS: usize = 41;
/// Columns that can be drawn.
const MOST: usize = 1024;
/// Histograms whose widths differ by more than this are not of the same thing.
const OTHER: f32 = 5.0;

const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

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
    frame(title, Some(step), || Histogram::of(&values.grid().values));
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_histogram";

        /// How numbers are distributed.
        histogram(title, share, zeros, all) = "Histogram, {title}: the share of zeros is {share} % ({zeros} of {all} \
            numbers).";

        /// The numbers of a histogram.
        mean(mean, deviation) = "The mean is {mean}, and the deviation is {deviation}.";

        /// The numbers of a histogram.
        one_not_finite = "1 number is NaN or infinite.";

        /// The numbers of a histogram.
        not_finite(numbers) = "{numbers} numbers are NaN or infinite.";

        /// The numbers of a histogram at the start.
        at_first(zeros, deviation) = "At first the number of zeros was {zeros}, and the deviation was {deviation}.";
    }

    labels! {
        "drawing_histogram_labels";

        /// What a histogram shows.
        shows = "how many numbers there are of each size; zero is in the middle";
        /// What a histogram says.
        zeros(share, zeros, all, deviation) = "{share} % are zero ({zeros} of {all}), deviation {deviation}";
        /// What a histogram says, where some of the numbers are not finite.
        zeros_and_lost(share, zeros, all, deviation, lost) = "{share} % are zero ({zeros} of {all}), {lost} NaN or \
            infinite, deviation {deviation}";
    }
}

impl Drawn for Histogram {
    const NAME: &'static str = "histogram";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        self.counts.truncate(MOST);
    }

    fn bytes(&self) -> usize {
        size_of_val(&self.counts[..])
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let share = percent(f64::from(self.zeros), f64::from(self.all), 0);
        let mut sentences = vec![
            words::histogram(told.title, share, self.zeros, self.all),
            words::mean(spoken(self.mean), spoken(self.deviation)),
        ];
        match self.not_finite {
            0 => {}
            1 => sentences.push(words::one_not_finite().to_owned()),
            lost => sentences.push(words::not_finite(lost)),
        }
        sentences.extend(told.step());
        if let Some(first) = told.first {
            sentences.push(words::at_first(first.zeros, spoken(first.deviation)));
        }
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        let share = percent(f64::from(self.zeros), f64::from(self.all), 0);
        let deviation = value(self.deviation);
        let reads = match self.not_finite {
            0 => words::zeros(share, self.zeros, self.all, deviation),
            lost => words::zeros_and_lost(share, self.zeros, self.all, deviation, lost),
        };
        let shows = words::shows();
        Caption { shows, reads }
    }

    /// All frames have the same axes, so that one sees it move. So have the histograms beside it, so that two trainings
    /// can be compared, unless they are of another size altogether.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        if area.width < 12 || area.height < 3 {
            return;
        }
        let graph = Area {
            height: area.height - 2,
            // An odd number of columns, so that zero is in the middle of one.
            width: area.width - (area.width + 1) % 2,
            ..area
        };
        let widest = |film: &[&Histogram]| film.iter().map(|it| it.bound).fold(0.0, f32::max);
        let own = widest(&scene.all);
        let bounds = scene.beside.iter().map(|film| widest(film));
        let bound = bounds.filter(|it| *it <= OTHER * own).fold(own, f32::max);
        let beside = scene.beside.iter();
        let alike = beside.filter(|film| widest(film) * OTHER >= bound);
        let tallest = scene
            .all
            .iter()
            .chain(alike.flatten())
            .flat_map(|it| columns(it, bound, usize::from(graph.width)))
            .fold(1.0, f64::max);
        let heights = columns(self, bound, usize::from(graph.width));
        let middle = heights.len() / 2;
        for (number, height) in heights.iter().enumerate() {
            let ink = if number == middle {
                Ink::Accent
            } else {
                Ink::Warn
            };
            let eighths = (height / tallest * f64::from(graph.height) * 8.0).round() as usize;
            // What is there at all is seen.
            let eighths = if *height > 0.0 { eighths.max(1) } else { 0 };
            for up in 0..usize::from(graph.height) {
                let here = eighths.saturating_sub(8 * up).min(8);
                if here == 0 {
                    break;
                }
                let glyph = match easel.is_ascii() {
                    true if up == 0 && here < 4 => ".",
                    true => "#",
                    false => EIGHTHS[here],
                };
                let column = graph.x + u16::try_from(number).unwrap_or(0);
                let row = graph.bottom() - 1 - u16::try_from(up).unwrap_or(0);
                easel.put((column, row), 1, glyph, ink);
            }
        }
        let rule = easel.sign(Sign::Rule).repeat(usize::from(graph.width));
        easel.put((graph.x, graph.bottom()), graph.width, &rule, Ink::Dim);
        let row = graph.bottom() + 1;
        let (low, high) = (value(-bound), value(bound));
        let wide = u16::try_from(high.len()).unwrap_or(0);
        let right = graph.right().saturating_sub(wide);
        easel.put((graph.x, row), graph.width, &low, Ink::Dim);
        easel.put((graph.x + graph.width / 2, row), 1, "0", Ink::Dim);
        easel.put((right, row), wide, &high, Ink::Dim);
    }
}

/// How many numbers there are in each column of the picture. A column of the histogram is shared out among all it
/// overlaps.
fn columns(histogram: &Histogram, bound: f32, wide: usize) -> Vec<f64> {
    let mut heights = vec![0.0; wide];
    let bins = histogram.counts.len().max(1) as f64;
    let shrunk = f64::from(histogram.bound) / f64::from(bound);
    for (number, count) in histogram.counts.iter().enumerate() {
        let at = |edge: f64| ((2.0 * edge / bins - 1.0) * shrunk + 1.0) / 2.0 * wide as f64;
        let (from, to) = (at(number as f64), at(number as f64 + 1.0));
        // A bin that is not finite, or of no width, belongs nowhere.
        if !(from.is_finite() && to > from) {
            continue;
        }
        let first = from.max(0.0) as usize;
        for (column, height) in heights.iter_mut().enumerate().skip(first) {
            let (left, right) = (column as f64, column as f64 + 1.0);
            if left >= to {
                break;
            }
            let overlap = right.min(to) - left.max(from);
            *height += f64::from(*count) * overlap.max(0.0) / (to - from);
        }
    }
    heights
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

    #[test]
    fn every_number_is_drawn_once_however_wide_the_picture_is() {
        let histogram = Histogram::of(&[-0.9, -0.3, 0.0, 0.2, 0.2]);
        for (bound, wide) in [(1.0, 41), (1.0, 7), (5.0, 80), (2.0, 1)] {
            let sum: f64 = columns(&histogram, bound, wide).iter().sum();
            assert!((sum - 5.0).abs() < 1e-9, "{bound} {wide}: {sum}");
        }
    }
}
