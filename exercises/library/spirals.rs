//! Points on spirals that wind around each other: easy to see, impossible to separate with straight lines.

use std::f32::consts::TAU;

use gradlings::prelude::*;
use rand_distr::StandardNormal;

/// Points in the plane, each on one of several arms.
#[derive(Debug, Clone, PartialEq)]
pub struct Spirals {
    /// The points, `[x, y]`, in a circle of radius 1 but for the noise.
    pub points: Vec<[f32; 2]>,
    /// The arm of each point, from 0.
    pub arms: Vec<usize>,
}

/// `arms` spirals of `per_arm` points, one arm after the other, each three quarters of a turn from the centre outwards.
///
/// `noise` is the standard deviation of what is added to both coordinates. The same `seed` gives the same points.
pub fn spirals(arms: usize, per_arm: usize, noise: f32, seed: u64) -> Spirals {
    let mut rng = random(seed);
    let mut shake = || noise * rng.sample::<f32, _>(StandardNormal);
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for arm in 0..arms {
        for i in 0..per_arm {
            let radius = (i + 1) as f32 / per_arm as f32;
            let angle = TAU * (arm as f32 / arms as f32 + 0.75 * radius);
            points.push([
                radius * angle.cos() + shake(),
                radius * angle.sin() + shake(),
            ]);
            labels.push(arm);
        }
    }
    Spirals {
        points,
        arms: labels,
    }
}
