//! Points, and a line that moves over them.

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};

/// Points that are drawn; more would be one grey cloud.
const AT_MOST: usize = 1000;

/// Points in a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scatter {
    /// What is measured to the right.
    pub x: String,
    /// What is measured upwards.
    pub y: String,
    /// `(x, y)`.
    pub points: Vec<(f32, f32)>,
}

/// A line over points: `y = slope * x + bias`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// How much `y` grows with `x`.
    pub slope: f32,
    /// `y` where `x` is 0.
    pub bias: f32,
}

/// Shows points. What [`line`] reports under the same title is drawn over them. Of more than a thousand points, every
/// second, third, ... is shown.
///
/// ```
/// use gradlings::report;
///
/// report::points("the line so far", ("x", "y"), &[0.0, 1.0, 2.0], &[1.1, 2.9, 5.2]);
/// report::line("the line so far", 0, 0.0, 0.0);
/// report::line("the line so far", 1, 1.2, 0.8);
/// ```
pub fn points(title: &str, axes: (&str, &str), x: &[f32], y: &[f32]) {
    frame(title, Some(0), || {
        let every = x.len().min(y.len()).div_ceil(AT_MOST).max(1);
        let points = x.iter().copied().zip(y.iter().copied());
        Drawing::Scatter(Scatter {
            x: axes.0.to_owned(),
            y: axes.1.to_owned(),
            points: points.step_by(every).collect(),
        })
    });
}

/// Where the line `y = slope * x + bias` over the points `title` is at step `step`; see [`points`].
///
/// ```
/// # use gradlings::report;
/// report::line("the line so far", 7, 1.9, 1.05);
/// ```
pub fn line(title: &str, step: usize, slope: f32, bias: f32) {
    frame(title, Some(step), || Drawing::Line(Line { slope, bias }));
}
