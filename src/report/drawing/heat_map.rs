//! Numbers as colours.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ramp, Ruler, share};
use crate::report::grid::{Grid, Rows};
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;

/// Numbers in rows, as colours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatMap(pub Grid);

/// Shows `rows` (`(rows, columns)`) as colours at step `step`: what is large, what is small, what is negative.
///
/// ```
/// use gradlings::report;
///
/// let attention = vec![vec![0.9, 0.1], vec![0.3, 0.7]];
/// report::heat_map("attention", 0, &attention);
/// ```
pub fn heat_map(title: &str, step: usize, rows: &(impl Rows + ?Sized)) {
    frame(title, Some(step), || HeatMap(rows.grid()));
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_heat_map";

        /// A matrix as colours. The size is "3 by 3", for instance.
        heat_map(title, size) = "Heat map, {title}: {size}, rows by columns.";

        /// Where the greatest number of a heat map is.
        largest(row, column) = "The largest is in row {row}, column {column}, counted from 0.";

        /// A heat map of NaN and infinities.
        nothing_finite = "None of its numbers is finite.";
    }

    labels! {
        "drawing_heat_map_labels";

        /// What a matrix of colours shows.
        shows = "each cell is a number, its colour says how large";
    }
}

impl Drawn for HeatMap {
    const NAME: &'static str = "heat map";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn bytes(&self) -> usize {
        self.0.bytes()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let grid = &self.0;
        let mut sentences = vec![words::heat_map(
            told.title,
            common::size(grid.rows(), grid.columns),
        )];
        let finite = grid.values.iter().enumerate();
        let finite = finite.filter(|(_, it)| it.is_finite());
        let largest = finite.max_by(|a, b| a.1.total_cmp(b.1));
        match (grid.range(), largest) {
            (Some((low, high)), Some((at, _))) if grid.columns > 0 => {
                sentences.push(common::range(spoken(low), spoken(high)));
                sentences.push(words::largest(at / grid.columns, at % grid.columns));
            }
            _ => sentences.push(words::nothing_finite().to_owned()),
        }
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        Caption {
            shows: words::shows(),
            ..Caption::default()
        }
    }

    fn rows(&self, _: usize, _: usize, _: &dyn Ruler) -> usize {
        self.0.rows().max(4) + 1
    }

    /// All frames have one scale.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let ranges = scene.all.iter().filter_map(|it| it.0.range());
        let range = ranges.fold(self.0.range(), |all, one| match all {
            None => Some(one),
            Some((low, high)) => Some((low.min(one.0), high.max(one.1))),
        });
        let Some((low, high)) = range else {
            let nothing = common::no_finite_number();
            easel.put((area.x, area.y), area.width, nothing, Ink::Dim);
            return;
        };
        // What has both signs is drawn around zero.
        let (ramp, low, high) = if low < 0.0 && high > 0.0 {
            let far = high.max(-low);
            (Ramp::Signed, -far, far)
        } else {
            (Ramp::Heat, low, high)
        };
        let mut area = area;
        if area.height > 3 {
            area.height -= 1;
            let place = (area.x, area.bottom());
            easel.scale(ramp, place, area.width, &value(low), &value(high));
        }
        self.0
            .paint(ramp, area, easel, |value| share(value, low, high));
    }
}
