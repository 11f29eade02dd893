//! Probabilities, images and sounds.

use std::f32::consts::TAU;

use rand::Rng;

use super::Generator;
use crate::tensor::{Matrix, device};
use dfdx::prelude::TensorFromVec;

impl Generator {
    /// Rows of probabilities: none is negative, and each row sums to 1.
    pub fn probabilities(&mut self, rows: usize, columns: usize) -> Matrix {
        let mut data = Vec::with_capacity(rows * columns);
        for _ in 0..rows {
            let exponentials: Vec<f32> = self.numbers(columns).into_iter().map(f32::exp).collect();
            let sum: f32 = exponentials.iter().sum();
            data.extend(exponentials.iter().map(|x| x / sum));
        }
        device().tensor_from_vec(data, (rows, columns))
    }

    /// A gray image with values from 0 to 1: a bright stroke on dark ground, as in a picture of a digit.
    pub fn image(&mut self, height: usize, width: usize) -> Matrix {
        let (y0, x0) = (self.share(), self.share());
        let (y1, x1) = (self.share(), self.share());
        let mut data = Vec::with_capacity(height * width);
        for row in 0..height {
            for column in 0..width {
                let (y, x) = (place(row, height), place(column, width));
                // The distance from the line between the two ends, in heights of the image.
                let (dy, dx) = (y1 - y0, x1 - x0);
                let length = dy * dy + dx * dx;
                let along = match length > 0.0 {
                    true => (((y - y0) * dy + (x - x0) * dx) / length).clamp(0.0, 1.0),
                    false => 0.0,
                };
                let (off_y, off_x) = (y - y0 - along * dy, x - x0 - along * dx);
                let distance = (off_y * off_y + off_x * off_x).sqrt();
                data.push((1.0 - distance / 0.15).clamp(0.0, 1.0));
            }
        }
        device().tensor_from_vec(data, (height, width))
    }

    /// A sound of so many samples at so many a second, from -1 to 1: three tones of the lower half of what the rate can
    /// hold, and a little noise.
    pub fn sound(&mut self, samples: usize, rate: usize) -> Vec<f32> {
        let highest = rate as f32 / 4.0;
        let tones: Vec<(f32, f32)> = (0..3)
            .map(|_| (self.number(0.02..1.0) * highest, self.number(0.0..TAU)))
            .collect();
        let sample = |at: usize| {
            let second = at as f32 / rate as f32;
            let tones = tones.iter();
            let sum: f32 = tones
                .map(|(frequency, phase)| (TAU * frequency * second + phase).sin())
                .sum();
            let noise: f32 = self.random.gen_range(-0.02..0.02);
            0.3 * sum + noise
        };
        (0..samples).map(sample).collect()
    }

    fn share(&mut self) -> f32 {
        self.number(0.1..0.9)
    }
}

/// The middle of a pixel, from 0 to 1.
fn place(at: usize, of: usize) -> f32 {
    (at as f32 + 0.5) / of as f32
}
