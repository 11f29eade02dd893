//! Rows and columns of numbers: heat maps and masks.

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};

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

/// Shows `rows` (`(rows, columns)`) as colours at step `step`: what is large, what is small, what is negative.
///
/// ```
/// use gradlings::report;
///
/// let attention = vec![vec![0.9, 0.1], vec![0.3, 0.7]];
/// report::heat_map("attention", 0, &attention);
/// ```
pub fn heat_map(title: &str, step: usize, rows: &(impl Rows + ?Sized)) {
    frame(title, Some(step), || Drawing::HeatMap(rows.grid()));
}

/// Shows which of `rows` (`(rows, columns)`) are zero, so what dropout or pruning took away, and how large the others
/// are.
///
/// ```
/// use gradlings::report;
///
/// report::mask("dropout, rate 0.5", 0, &vec![vec![0.0, 2.0], vec![2.0, 0.0]]);
/// ```
pub fn mask(title: &str, step: usize, rows: &(impl Rows + ?Sized)) {
    frame(title, Some(step), || Drawing::Mask(rows.grid()));
}
