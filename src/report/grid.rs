//! Rows and columns of numbers, and how they are painted: one cell of the picture for each number.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::report::easel::{Area, Easel, Ramp, Share};

/// A number is drawn at most eight times as large as the smallest dot.
const MOST_HALVES: usize = 16;
/// What is so many times as long as it is wide is no matrix whose shape matters: a spectrogram, a table.
const LONG: usize = 2;

/// Numbers in rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Numbers in a row.
    pub columns: usize,
    /// Row by row.
    pub values: Vec<f32>,
}

impl Grid {
    /// How many whole rows there are.
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// The number at a place, where there is one.
    pub fn at(&self, row: usize, column: usize) -> Option<f32> {
        if column >= self.columns {
            return None;
        }
        let at = row.checked_mul(self.columns)?.checked_add(column)?;
        self.values.get(at).copied()
    }

    /// The smallest and the largest finite number.
    pub fn range(&self) -> Option<(f32, f32)> {
        let finite = self
            .values
            .iter()
            .copied()
            .filter(|value| value.is_finite());
        finite.fold(None, |range, value| match range {
            None => Some((value, value)),
            Some((low, high)) => Some((value.min(low), value.max(high))),
        })
    }

    /// About how many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(&self.values[..])
    }

    /// Paints it as large as it fits in whole cells, and shrunk where it does not. Gives the area that was painted.
    pub fn paint(
        &self,
        ramp: Ramp,
        area: Area,
        easel: &mut dyn Easel,
        share: impl Fn(f32) -> Share,
    ) -> Area {
        let (columns, rows) = (self.columns, self.rows());
        if columns == 0 || rows == 0 || area.is_empty() {
            return Area {
                width: 0,
                height: 0,
                ..area
            };
        }
        let (wide, high) = (usize::from(area.width), 2 * usize::from(area.height));
        // In halves: a picture of 28 pixels is drawn 42 wide where 56 do not fit.
        let larger = (2 * wide / columns).min(2 * high / rows).min(MOST_HALVES);
        let (wide, high) = if larger >= 2 {
            (columns * larger / 2, rows * larger / 2)
        } else {
            shrunk(columns, rows, wide, high)
        };
        let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let painted = Area {
            width: cells(wide).min(area.width),
            height: cells(high.div_ceil(2)).min(area.height),
            ..area
        };
        easel.fill(ramp, painted, &|x, y| {
            if y >= high {
                return None;
            }
            share(self.largest(part(y, high, rows), part(x, wide, columns))?)
        });
        easel.picture(ramp, painted, high, (columns, rows), &|x, y| {
            share(self.at(y, x)?)
        });
        painted
    }

    /// The number in this part that is the farthest from zero: where several share a cell, the one that stands out is
    /// seen. NaN where none is finite.
    fn largest(&self, rows: Range<usize>, columns: Range<usize>) -> Option<f32> {
        let places = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        let values = places.filter_map(|(row, column)| self.at(row, column));
        values.reduce(|largest, value| {
            let is_larger = value.abs() > largest.abs() || !largest.is_finite();
            if value.is_finite() && is_larger {
                value
            } else {
                largest
            }
        })
    }
}

/// The size of a grid that does not fit into so many dots. A matrix keeps its shape; a long one, of which that would leave a
/// thin line, takes the room there is.
fn shrunk(columns: usize, rows: usize, wide: usize, high: usize) -> (usize, usize) {
    if columns > LONG * rows || rows > LONG * columns {
        return (columns.min(wide), rows.min(high));
    }
    if wide * rows <= high * columns {
        (wide, (wide * rows).div_ceil(columns))
    } else {
        ((high * columns).div_ceil(rows), high)
    }
}

/// Which of `of` numbers the cell `at` of `cells` stands for: at least one.
fn part(at: usize, cells: usize, of: usize) -> Range<usize> {
    let from = at * of / cells;
    from..((at + 1) * of / cells).max(from + 1)
}

/// What can be drawn as rows and columns: a matrix, a vector (one row), rows of numbers.
pub trait Rows {
    /// The numbers.
    fn grid(&self) -> Grid;
}

impl Rows for [Vec<f32>] {
    fn grid(&self) -> Grid {
        Grid {
            columns: self.first().map_or(0, Vec::len),
            values: self.concat(),
        }
    }
}

impl Rows for Vec<Vec<f32>> {
    fn grid(&self) -> Grid {
        self.as_slice().grid()
    }
}

impl Rows for [f32] {
    fn grid(&self) -> Grid {
        Grid {
            columns: self.len(),
            values: self.to_vec(),
        }
    }
}

impl Rows for Vec<f32> {
    fn grid(&self) -> Grid {
        self.as_slice().grid()
    }
}

/// A tensor: its last axis are the columns.
#[cfg(feature = "exercise")]
impl<S: dfdx::shapes::Shape, D: dfdx::tensor::Storage<f32>, T> Rows
    for dfdx::tensor::Tensor<S, f32, D, T>
{
    fn grid(&self) -> Grid {
        use dfdx::shapes::HasShape;
        let sizes: Vec<usize> = self.shape().concrete().into();
        Grid {
            columns: sizes.last().copied().unwrap_or(1),
            values: self.as_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::easel::paper::Paper;
    use crate::report::easel::share;

    /// A spectrogram: rows are frequencies from high to low, columns are moments. One tone is on all the time, and a click
    /// has all frequencies.
    fn spectrogram(rows: usize, columns: usize) -> Grid {
        let values = (0..rows * columns).map(|at| {
            let is_heard = at / columns == rows / 2 || at % columns == columns / 3;
            f32::from(u8::from(is_heard))
        });
        Grid {
            columns,
            values: values.collect(),
        }
    }

    #[test]
    fn a_tone_and_a_click_are_seen_however_much_a_spectrogram_is_shrunk() {
        for (width, height) in [(116, 28), (76, 14), (40, 9)] {
            for (rows, columns) in [(129, 1000), (33, 400), (257, 90), (12, 3000)] {
                let (mut paper, area) = Paper::new(width, height);
                let grid = spectrogram(rows, columns);
                let painted = grid.paint(Ramp::Heat, area, &mut paper, |it| share(it, 0.0, 1.0));
                let seen = paper.rows();
                let tone = seen.iter().filter(|row| row.contains("@@@@@@@@"));
                let click = seen.iter().filter(|row| row.contains('@'));
                assert_eq!(tone.count(), 1, "{seen:#?}");
                assert_eq!(click.count(), usize::from(painted.height), "{seen:#?}");
                let (wide, high) = (usize::from(width), usize::from(height));
                assert_eq!(usize::from(painted.height), rows.div_ceil(2).min(high));
                assert_eq!(usize::from(painted.width), columns.min(wide));
            }
        }
    }

    #[test]
    fn a_matrix_that_does_not_fit_keeps_its_shape() {
        for (columns, rows, expected) in [
            (100, 100, (56, 56)),
            (60, 65, (52, 56)),
            (200, 110, (102, 56)),
            (1000, 129, (116, 56)),
            (8, 300, (8, 56)),
        ] {
            assert_eq!(shrunk(columns, rows, 116, 56), expected);
        }
    }

    #[test]
    fn where_numbers_share_a_cell_the_farthest_from_zero_is_seen_and_nan_only_alone() {
        let grid = |values: &[f32]| Grid {
            columns: values.len(),
            values: values.to_vec(),
        };
        let (nan, inf) = (f32::NAN, f32::INFINITY);
        for (values, largest) in [
            (&[1.0, -3.0, 2.0][..], -3.0),
            (&[nan, 0.5, inf], 0.5),
            (&[0.0, 0.0], 0.0),
        ] {
            let found = grid(values).largest(0..1, 0..values.len());
            assert_eq!(found, Some(largest));
        }
        let lost = grid(&[nan, nan]).largest(0..1, 0..2);
        assert!(lost.is_some_and(f32::is_nan));
        assert_eq!(grid(&[]).largest(0..1, 0..1), None);
    }
}
