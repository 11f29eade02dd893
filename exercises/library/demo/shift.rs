//! A digit that moves about in its image.

use gradlings::prelude::*;
use gradlings::report::Picture;

use crate::mnist;

/// Frames of one way.
const STEPS: i64 = 24;
/// How far the digit goes, in pixels.
const REACH: f64 = 6.0;

/// Shows a digit beside four copies of it: one that goes round in a circle, one that goes right and left, one that goes
/// down and up, and one that leaves over the right edge.
///
/// `shift` gets the 784 pixels of an image, its width, and how far to go to the right and down.
///
/// ```
/// use course::demo;
///
/// demo::shifts(|image, _width, _dx, _dy| image);
/// ```
pub fn shifts(shift: impl Fn(Vec<f32>, usize, i64, i64) -> Vec<f32>) {
    let digit: Vec<f32> = mnist::one_digit()
        .iter()
        .map(|&ink| f32::from(ink) / 255.0)
        .collect();
    for step in 0..=STEPS {
        let angle = std::f64::consts::TAU * step as f64 / STEPS as f64;
        let (across, down) = (angle.sin() * REACH, (1.0 - angle.cos()) * REACH / 2.0);
        let (across, down) = (across.round() as i64, down.round() as i64);
        let ways = [
            ("as it is", (0, 0)),
            ("around", (across, down)),
            ("to the sides", (across, 0)),
            ("down", (0, down)),
            ("over the edge", (step, 0)),
        ];
        let pictures = ways.map(|(caption, (dx, dy))| {
            let shifted = shift(digit.clone(), mnist::SIDE, dx, dy);
            let pixels = shifted.iter().map(|ink| (ink * 255.0).round() as u8);
            Picture {
                caption: caption.to_owned(),
                right: None,
                width: mnist::SIDE,
                pixels: pixels.collect(),
            }
        });
        report::metric("shift to the right", step as usize, across as f32);
        report::pictures("a digit, moved", pictures.into());
    }
}
