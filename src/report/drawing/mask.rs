//! Numbers of which some were dropped.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Scene, Told};
use crate::report::easel::{Area, Easel, Ramp, Ruler, share};
use crate::report::grid::{Grid, Rows};
use crate::report::number::{percent, spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;

/// Numbers in rows, of which those that are zero were dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mask(pub Grid);

/// Shows which of `rows` (`(rows, columns)`) are zero, so what dropout or pruning took away, and how large the others
/// are.
///
/// ```
/// use gradlings::report;
///
/// report::mask("dropout, rate 0.5", 0, &vec![vec![0.0, 2.0], vec![2.0, 0.0]]);
/// ```
pub fn mask(title: &str, step: usize, rows: &(impl Rows + ?Sized)) {
    frame(title, Some(step), || Mask(rows.grid()));
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_mask";

        /// A mask of dropout.
        mask(title, share, zeros, all) = "Mask, {title}: the share of dropped numbers is {share} % ({zeros} of {all}).";

        /// What a mask of dropout leaves.
        others(mean) = "The others are {mean} on average.";
    }

    labels! {
        "drawing_mask_labels";

        /// What dropout shows.
        shows = "each cell is an activation; an empty one was dropped";
        /// What dropout did, where it left nothing.
        dropped(share) = "{share} % dropped";
        /// What dropout did; `mean` is the mean of what it left.
        dropped_others(share, mean) = "{share} % dropped, the others are {mean} on average";
    }
}

impl Mask {
    /// How many numbers were dropped, how many there are in all, and the mean of those that are left.
    fn counted(&self) -> (usize, usize, f32) {
        let values = &self.0.values;
        let zeros = values.iter().filter(|value| **value == 0.0).count();
        let left = values.len() - zeros;
        let sum: f32 = values.iter().filter(|value| **value != 0.0).sum();
        (zeros, values.len(), sum / left.max(1) as f32)
    }
}

impl Drawn for Mask {
    const NAME: &'static str = "mask";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn bytes(&self) -> usize {
        self.0.bytes()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let (zeros, all, mean) = self.counted();
        let share = percent(zeros as f64, all as f64, 0);
        let mut sentences = vec![
            words::mask(told.title, share, zeros, all),
            words::others(spoken(mean)),
        ];
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        let (zeros, all, mean) = self.counted();
        let share = percent(zeros as f64, all as f64, 0);
        Caption {
            shows: words::shows(),
            reads: match all - zeros {
                0 => words::dropped(share),
                _ => words::dropped_others(share, value(mean)),
            },
        }
    }

    fn rows(&self, _: usize, _: usize, _: &dyn Ruler) -> usize {
        self.0.rows().max(4) + 1
    }

    /// What is zero is nothing, and the rest as large as it is.
    fn draw(&self, _: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let largest = self.0.range().map_or(1.0, |(low, high)| high.max(-low));
        self.0.paint(Ramp::Heat, area, easel, |value| {
            // Half of the scale is for the size, so that the smallest is still seen.
            (value != 0.0)
                .then(|| share(value.abs(), 0.0, largest).map(|it| 0.5 + it / 2.0))
                .flatten()
        });
    }
}
