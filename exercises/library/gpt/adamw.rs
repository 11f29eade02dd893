//! The optimizer of a small GPT.

use super::Gpt;

/// How much of a moment stays in each step.
const BETAS: [f32; 2] = [0.9, 0.99];
/// Keeps a moment of 0 from being divided by.
const EPSILON: f32 = 1e-8;
/// How hard matrices are pulled towards zero. Gains are left alone.
const DECAY: f32 = 0.1;
/// The largest norm that the gradients, all together, may have.
const MOST: f64 = 1.0;

/// AdamW with clipping: gradients whose global norm is above 1 are made shorter, matrices decay by 0.1 times the rate, and
/// the moments keep 0.9 and 0.99 of themselves in each step. (Loshchilov and Hutter: *Decoupled Weight Decay
/// Regularization*, 2019.)
///
/// ```
/// use course::{AdamW, Gpt};
/// use gradlings::prelude::*;
///
/// let mut weights = Gpt::new(3, 8, 4, &mut random(1));
/// let before = weights.numbers();
/// let gradients = before.iter().map(|list| vec![0.5; list.len()]).collect();
/// let mut adamw = AdamW::new(&weights);
/// adamw.step(&mut weights, gradients, 0.01);
/// // The first step of a gain is as long as the rate.
/// assert!((weights.numbers()[1][0] - before[1][0] + 0.01).abs() < 1e-5);
/// ```
pub struct AdamW {
    /// The mean gradient of every weight.
    m: Vec<Vec<f32>>,
    /// The mean square of every gradient.
    v: Vec<Vec<f32>>,
    steps: i32,
}

impl AdamW {
    /// Moments of zero for every weight.
    pub fn new(weights: &Gpt) -> Self {
        let numbers = weights.numbers().into_iter();
        let zeros: Vec<Vec<f32>> = numbers.map(|list| vec![0.0; list.len()]).collect();
        Self {
            m: zeros.clone(),
            v: zeros,
            steps: 0,
        }
    }

    /// Moves the weights by one step against these gradients, which come from [`Gpt::gradients`].
    pub fn step(&mut self, weights: &mut Gpt, gradients: Vec<Vec<f32>>, rate: f32) {
        let squares = gradients.iter().flatten().map(|g| f64::from(*g).powi(2));
        let norm = squares.sum::<f64>().sqrt();
        let factor = if norm > MOST {
            (MOST / norm) as f32
        } else {
            1.0
        };
        self.steps += 1;
        // Both moments begin with 0, and are too small by this much.
        let [of_m, of_v] = BETAS.map(|beta| 1.0 - beta.powi(self.steps));
        let mut numbers = weights.numbers();
        let gains = 1..=weights.gains.len();
        let moments = self.m.iter_mut().zip(&mut self.v);
        let lists = numbers.iter_mut().zip(gradients).zip(moments);
        for (place, ((list, gradients), (m, v))) in lists.enumerate() {
            let decay = if gains.contains(&place) { 0.0 } else { DECAY };
            let moments = m.iter_mut().zip(v);
            for ((weight, gradient), (m, v)) in list.iter_mut().zip(gradients).zip(moments) {
                let gradient = factor * gradient;
                *m = BETAS[0] * *m + (1.0 - BETAS[0]) * gradient;
                *v = BETAS[1] * *v + (1.0 - BETAS[1]) * gradient * gradient;
                *weight -= rate * decay * *weight;
                *weight -= rate * (*m / of_m) / ((*v / of_v).sqrt() + EPSILON);
            }
        }
        *weights = weights.with(numbers);
    }
}
