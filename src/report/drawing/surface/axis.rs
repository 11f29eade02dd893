//! One direction of a picture, with its range.

use std::ops::Range;

use serde::{Deserialize, Serialize};

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
