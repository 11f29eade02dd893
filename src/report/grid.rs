//! Rows and columns of numbers, and how they are painted: one cell of the picture for each number.

use serde::{Deserialize, Serialize};

use crate::report::easel::{Area, Easel, Ramp, Share};

/// A number is drawn at most eight times as large as the smallest dot.
const MOST_HALVES: usize = 16;

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
        let shrunk = columns.div_ceil(wide).max(rows.div_ceil(high));
        let (wide, high) = if larger >= 2 {
            (columns * larger / 2, rows * larger / 2)
        } else {
            (columns.div_ceil(shrunk), rows.div_ceil(shrunk))
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
            let value = self.at(y * rows / high, x * columns / wide)?;
            share(value)
        });
        painted
    }
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
