//! Random numbers: the same distribution, and no order in them that the reference has not.

use super::finding::{Fault, Statistic};

/// Five deviations of chance either way: about one run in a million would fail by bad luck.
const CHANCE: f64 = 5.0;

/// Where two samples differ by more than chance: in what they hold, or in where it stands.
pub fn statistics(yours: &[f64], expected: &[f64]) -> Option<Fault> {
    if let Some(at) = yours.iter().position(|x| !x.is_finite()) {
        return Some(Fault::Values { off: vec![at] });
    }
    let count = expected.len().max(1) as f64;
    let mean = |of: &[f64]| of.iter().sum::<f64>() / count;
    let deviation = |of: &[f64]| {
        let mean = mean(of);
        (of.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count).sqrt()
    };
    let zeros = |of: &[f64]| of.iter().filter(|&&x| x == 0.0).count() as f64 / count;
    let spread = deviation(expected);
    let share = zeros(expected);
    // A rare zero that happens to be missing in the reference's sample is not impossible: two more of each are assumed.
    // Where all or none are zero, that is no chance.
    let likely = if share == 0.0 || share == 1.0 {
        share
    } else {
        (share * count + 2.0) / (count + 4.0)
    };
    // The deviation of a deviation follows from the fourth moment; a bound that holds for two-valued samples too.
    let centre = mean(expected);
    let fourth = expected.iter().map(|x| (x - centre).powi(4)).sum::<f64>() / count;
    let of_variance = ((fourth - spread.powi(4)).max(0.0) / count).sqrt();
    let of_deviation = if spread > 0.0 {
        of_variance / (2.0 * spread)
    } else {
        0.0
    };
    let both = std::f64::consts::SQRT_2;
    let checks = [
        (
            Statistic::ShareOfZeros,
            share,
            zeros(yours),
            both * CHANCE * (likely * (1.0 - likely) / count).sqrt(),
        ),
        (
            Statistic::Mean,
            centre,
            mean(yours),
            both * CHANCE * spread / count.sqrt(),
        ),
        (
            Statistic::Deviation,
            spread,
            deviation(yours),
            both * CHANCE * of_deviation,
        ),
    ];
    checks
        .into_iter()
        .find(|&(_, expected, got, allowed)| {
            (got - expected).abs() > allowed + 1e-6 * (1.0 + expected.abs())
        })
        .map(|(what, expected, got, allowed)| Fault::Statistic {
            what,
            expected,
            got,
            allowed,
        })
        .or_else(|| order(yours, expected))
}

/// Fewer numbers than this show no order that is not chance.
const FEWEST: usize = 50;

/// How far apart two positions may be for the one to tell something of the other.
const FARTHEST: usize = 8;

/// An order that does not show among so many numbers is hardly one.
const MOST_PAIRS: usize = 2048;

/// With some twenty tests for every sample, six deviations are what one in ten million samples reaches.
const MOST_ORDER: f64 = 6.0;

/// An order in where the zeros stand, or in how the numbers follow each other. What the reference's own sample shows too
/// is no fault of yours.
fn order(yours: &[f64], expected: &[f64]) -> Option<Fault> {
    if yours.len() < FEWEST || yours.len() != expected.len() {
        return None;
    }
    let is_zero =
        |of: &[f64]| -> Vec<f64> { of.iter().map(|&x| f64::from(u8::from(x == 0.0))).collect() };
    let samples = [
        (true, is_zero(yours), is_zero(expected)),
        (false, yours.to_vec(), expected.to_vec()),
    ];
    for (zeros, yours, expected) in samples {
        let centred = Centred::of(&yours);
        for apart in 0..=FARTHEST {
            if centred.dependence(apart).abs() <= MOST_ORDER {
                continue;
            }
            let reference = Centred::of(&expected);
            if reference.dependence(apart).abs() < MOST_ORDER / 2.0 {
                let (first, second) = yours.split_at(yours.len() / 2);
                return Some(Fault::NotRandom {
                    zeros,
                    apart,
                    halves: (mean(first), mean(second)),
                });
            }
        }
    }
    None
}

fn mean(of: &[f64]) -> f64 {
    of.iter().sum::<f64>() / of.len().max(1) as f64
}

/// A sample as distances from its mean.
struct Centred {
    distances: Vec<f64>,
    variance: f64,
}

impl Centred {
    fn of(sample: &[f64]) -> Self {
        let centre = mean(sample);
        let distances: Vec<f64> = sample.iter().map(|x| x - centre).collect();
        let variance = distances.iter().map(|x| x * x).sum::<f64>() / distances.len() as f64;
        Self {
            distances,
            variance,
        }
    }

    /// In deviations of chance: how much numbers `apart` positions from each other have to do with each other, or, for 0,
    /// how much the first half differs from the second.
    fn dependence(&self, apart: usize) -> f64 {
        let count = self.distances.len() as f64;
        if self.variance <= 1e-12 {
            return 0.0;
        }
        if apart == 0 {
            let (first, second) = self.distances.split_at(self.distances.len() / 2);
            return (mean(first) - mean(second)) / (2.0 * self.variance.sqrt() / count.sqrt());
        }
        let pairs = self.distances.iter().zip(&self.distances[apart..]);
        let together: f64 = pairs.take(MOST_PAIRS).map(|(x, y)| x * y).sum();
        together / self.variance / count.min(MOST_PAIRS as f64).sqrt()
    }
}
