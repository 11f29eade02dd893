//! Points on spirals that wind around each other: easy to see, impossible to separate with straight lines.

use std::f32::consts::TAU;

use gradlings::prelude::*;
use rand_distr::StandardNormal;

/// How often a spiral goes round.
const TURNS: f32 = 1.5;
/// How far from the centre it begins: nearer, the noise would mix the arms.
const INNER: f32 = 0.1;

/// Points in the plane, each on one of several arms.
#[derive(Debug, Clone, PartialEq)]
pub struct Spirals {
    /// The points, `[x, y]`, in a circle of radius 1 but for the noise.
    pub points: Vec<[f32; 2]>,
    /// The arm of each point, from 0.
    pub arms: Vec<usize>,
}

/// `arms` spirals of `per_arm` points, one arm after the other, each one and a half turns from near the centre outwards.
///
/// `noise` is the standard deviation of what is added to both coordinates. The same `seed` gives the same points.
///
/// ```
/// use course::spirals;
///
/// let two = spirals(2, 100, 0.02, 1);
/// assert_eq!((two.points.len(), two.arms[0], two.arms[199]), (200, 0, 1));
/// ```
pub fn spirals(arms: usize, per_arm: usize, noise: f32, seed: u64) -> Spirals {
    let mut rng = random(seed);
    let mut shake = || noise * rng.sample::<f32, _>(StandardNormal);
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for arm in 0..arms {
        for i in 0..per_arm {
            let share = (i + 1) as f32 / per_arm as f32;
            let radius = INNER + (1.0 - INNER) * share;
            let angle = TAU * (arm as f32 / arms as f32 + TURNS * share);
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

impl Spirals {
    /// The points, a row for each: shape `(n, 2)`.
    pub fn x(&self) -> Matrix {
        device().tensor_from_vec(self.points.concat(), (self.points.len(), 2))
    }

    /// The arms as class numbers: shape `(n,)`.
    pub fn labels(&self) -> Labels {
        device().tensor_from_vec(self.arms.clone(), (self.arms.len(),))
    }
}
