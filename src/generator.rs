//! The source of the inputs of a case.

mod signal;
mod text;

use std::ops::Range;

use dfdx::prelude::*;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::StandardNormal;

use crate::counting::{Layer, Metered};
use crate::tensor::{Dev, Labels, Matrix, Vector, device};

/// Makes inputs: the same ones for the same seed, check and case.
///
/// Numbers come from a normal distribution with mean 0 and deviation 1 unless a range is given, so that signs, sizes
/// and differences all occur and no two elements are alike.
pub struct Generator {
    random: StdRng,
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            random: StdRng::seed_from_u64(seed),
        }
    }

    /// One number in a range.
    pub fn number(&mut self, range: Range<f32>) -> f32 {
        self.random.gen_range(range)
    }

    /// One number in a range, in double precision.
    pub fn double(&mut self, range: Range<f64>) -> f64 {
        self.random.gen_range(range)
    }

    /// One whole number in a range.
    pub fn integer(&mut self, range: Range<usize>) -> usize {
        self.random.gen_range(range)
    }

    /// A seed for the learner's own random numbers.
    pub fn seed(&mut self) -> u64 {
        // A wire integer is an `i64`, so the highest bit stays clear.
        self.random.r#gen::<u64>() >> 1
    }

    /// `n` numbers.
    pub fn numbers(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| self.random.sample(StandardNormal)).collect()
    }

    /// `n` numbers in double precision.
    pub fn doubles(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.random.sample(StandardNormal)).collect()
    }

    /// `rows` rows of `columns` numbers.
    pub fn rows(&mut self, rows: usize, columns: usize) -> Vec<Vec<f32>> {
        (0..rows).map(|_| self.numbers(columns)).collect()
    }

    /// A vector of shape `(n,)`.
    pub fn vector(&mut self, n: usize) -> Vector {
        let numbers = self.numbers(n);
        device().tensor_from_vec(numbers, (n,))
    }

    /// A matrix of shape `(rows, columns)`.
    pub fn matrix(&mut self, rows: usize, columns: usize) -> Matrix {
        let numbers = self.numbers(rows * columns);
        device().tensor_from_vec(numbers, (rows, columns))
    }

    /// A tensor of any shape: `g.tensor((2, 3, 5, 5))`.
    pub fn tensor<S: Shape>(&mut self, shape: S) -> Tensor<S, f32, Dev> {
        let numbers = self.numbers(shape.num_elements());
        device().tensor_from_vec(numbers, shape)
    }

    /// A matrix whose products and bytes are counted.
    pub fn metered(&mut self, rows: usize, columns: usize) -> Metered {
        let numbers = self.numbers(rows * columns);
        Metered::from_data(rows, columns, numbers)
    }

    /// A stack of layers from `widths[0]` inputs to so many outputs of each, with weights of deviation `1 / sqrt(inputs)`.
    pub fn layers(&mut self, widths: &[usize]) -> Vec<Layer> {
        let weights = widths.windows(2).map(|ends| {
            let scale = 1.0 / (ends[0].max(1) as f32).sqrt();
            let numbers = self.numbers(ends[0] * ends[1]).into_iter();
            Metered::from_data(ends[0], ends[1], numbers.map(|x| x * scale).collect())
        });
        Layer::stack(weights.collect())
    }

    /// `n` class numbers below `classes`.
    pub fn labels(&mut self, n: usize, classes: usize) -> Labels {
        let labels = (0..n).map(|_| self.integer(0..classes)).collect();
        device().tensor_from_vec(labels, (n,))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_and_another_seed_something_else() {
        let all = |seed| {
            let mut g = Generator::new(seed);
            let made = (
                g.words(5),
                g.text(20),
                g.characters(9),
                g.bytes(9),
                g.sequences(&[0, 3, 9], 50),
                g.permutation(20),
                g.mask(40, 0.5),
            );
            let drawn = [
                g.probabilities(3, 4).as_vec(),
                g.image(8, 6).as_vec(),
                g.sound(50, 1000),
            ];
            format!("{made:?} {drawn:?}")
        };
        assert_eq!(all(7), all(7));
        assert_ne!(all(7), all(8));
    }

    #[test]
    fn what_is_made_is_what_its_name_says() {
        let mut g = Generator::new(1);
        for n in 0..30 {
            assert!((2..8).contains(&g.word(2..8).len()));
            assert_eq!(g.text(n).split_whitespace().count(), n);
            assert_eq!(g.characters(n).chars().count(), n);
            let mut order = g.permutation(n);
            order.sort_unstable();
            assert!(order.into_iter().eq(0..n));
            let lengths: Vec<usize> = g.sequences(&[n, 1], 9).iter().map(Vec::len).collect();
            assert_eq!(lengths, [n, 1]);
            assert!(g.tokens(n, 9).iter().all(|token| *token < 9));
            let rows = g.probabilities(n + 1, 5).as_vec();
            for row in rows.chunks(5) {
                assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{row:?}");
            }
            let image = g.image(8, 6).as_vec();
            assert!(image.iter().all(|pixel| (0.0..=1.0).contains(pixel)));
            assert!(image.iter().any(|pixel| *pixel > 0.3), "{image:?}");
            assert_eq!(g.metered(n, 3).shape(), (n, 3));
            let layers = g.layers(&[4, 2, n]).into_iter();
            let shapes: Vec<_> = layers.map(|layer| layer.into_weights().shape()).collect();
            assert_eq!(shapes, [(4, 2), (2, n)]);
            assert!(g.sound(100, 8000).iter().all(|x| (-1.0..=1.0).contains(x)));
        }
        let longest = g.text(100);
        let mut different: Vec<&str> = longest.split(' ').collect();
        different.sort_unstable();
        different.dedup();
        assert!(different.len() < 60, "words come back");
    }
}
