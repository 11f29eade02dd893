//! A loss over two parameters, and the paths of descent on it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};
use super::grid::Grid;

/// Columns and rows at which a surface is measured: as fine as a terminal can draw it.
const COLUMNS: usize = 64;
const ROWS: usize = 48;

/// One direction of a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// What is measured along it.
    pub name: String,
    /// Where it begins.
    pub low: f32,
    /// Where it ends.
    pub high: f32,
}

impl Axis {
    /// An axis with this name over this range.
    pub fn new(name: &str, range: Range<f32>) -> Axis {
        Axis {
            name: name.to_owned(),
            low: range.start,
            high: range.end,
        }
    }

    /// How far along the axis a value is: 0 at its beginning, 1 at its end. `None` outside, and for what is no number.
    pub fn share(&self, value: f32) -> Option<f32> {
        let share = (value - self.low) / (self.high - self.low);
        (0.0..=1.0).contains(&share).then_some(share)
    }
}

/// A loss over two parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Surface {
    /// The parameter to the right.
    pub x: Axis,
    /// The parameter upwards.
    pub y: Axis,
    /// The losses; the first row belongs to the lowest `y`, the first column to the lowest `x`.
    pub loss: Grid,
}

impl Surface {
    /// The loss at the measured point that is nearest; `None` off the surface.
    pub fn at(&self, x: f32, y: f32) -> Option<f32> {
        let nearest = |share: f32, count: usize| (share * count.saturating_sub(1) as f32).round();
        let column = nearest(self.x.share(x)?, self.loss.columns) as usize;
        let row = nearest(self.y.share(y)?, self.loss.rows()) as usize;
        self.loss.at(row, column)
    }
}

/// One place of a path over a surface.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Which path: `rate 0.1`.
    pub path: String,
    /// The first parameter.
    pub x: f32,
    /// The second one.
    pub y: f32,
}

/// Shows `loss` as a landscape over two parameters, each with its name and range. What [`path`] reports under the same
/// title is drawn on it.
///
/// ```
/// use gradlings::report;
///
/// // A bowl that is steeper in one direction, and one step down from its edge.
/// report::surface("a valley", ("a", -3.0..3.0), ("b", -3.0..3.0), |a, b| a * a + 4.0 * b * b);
/// report::path("a valley", "rate 0.1", 0, 2.5, 2.0);
/// report::path("a valley", "rate 0.1", 1, 2.0, 0.4);
/// ```
pub fn surface(
    title: &str,
    x: (&str, Range<f32>),
    y: (&str, Range<f32>),
    loss: impl Fn(f32, f32) -> f32,
) {
    frame(title, Some(0), || {
        let (x, y) = (Axis::new(x.0, x.1), Axis::new(y.0, y.1));
        let between = |axis: &Axis, at: usize, count: usize| {
            axis.low + (axis.high - axis.low) * at as f32 / (count - 1) as f32
        };
        let values = (0..ROWS * COLUMNS).map(|at| {
            loss(
                between(&x, at % COLUMNS, COLUMNS),
                between(&y, at / COLUMNS, ROWS),
            )
        });
        let values = values.collect();
        let columns = COLUMNS;
        Drawing::Surface(Surface {
            x,
            y,
            loss: Grid { columns, values },
        })
    });
}

/// One more place of a path over the surface `title`: where the parameters are at step `step`. Paths with different
/// names, several rates or methods, are drawn side by side and played together.
///
/// ```
/// # use gradlings::report;
/// for (rate, name) in [(0.1, "rate 0.1"), (0.4, "rate 0.4")] {
///     let mut a = 2.5;
///     for step in 0..20 {
///         report::path("a valley", name, step, a, 0.0);
///         a -= rate * 2.0 * a;
///     }
/// }
/// ```
pub fn path(title: &str, name: &str, step: usize, x: f32, y: f32) {
    frame(title, Some(step), || {
        Drawing::Place(Place {
            path: name.to_owned(),
            x,
            y,
        })
    });
}
