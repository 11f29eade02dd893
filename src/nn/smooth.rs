//! The exponential function and its kin, written so that the compiler makes vectors of a loop over them.
//!
//! No branch depends on a number and nothing is called, so eight numbers are worked out together where `f32::exp` takes
//! them one by one. NaN stays NaN.

use super::sums;

/// What is added to a number to round it to a whole one: it leaves no bits for a fraction.
const ROUND: f32 = 12_582_912.0;
/// Where `exp` would leave the normal numbers of `f32`.
const SMALLEST: f32 = -87.3;
const LARGEST: f32 = 88.3;
/// The logarithm of 2 in two parts, the first of which has zeros at its end: a small whole number times it is exact.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];

/// `e^x` within 2 units of the last place, for `x` from -87.3 to 88.3; beyond that, what it is at the bound.
///
/// `x = n·ln 2 + r` with the whole number `n` next to `x / ln 2`, so `e^x = 2^n · e^r`, and `e^r` is a short series.
#[inline(always)]
pub(super) fn exp(x: f32) -> f32 {
    let x = x.clamp(SMALLEST, LARGEST);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = x - n * LN_2[0] - n * LN_2[1];
    let mut series = 1.0 / 5040.0;
    for coefficient in [
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ] {
        series = series * r + coefficient;
    }
    // The last bits of `shifted` are n; in the exponent of a float they multiply by 2^n.
    f32::from_bits(series.to_bits().wrapping_add(shifted.to_bits() << 23))
}

/// The logistic function `1 / (1 + e^-x)`.
#[inline(always)]
pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The hyperbolic tangent, `1 - 2 / (e^2x + 1)`; near 0, where that would cancel, its series.
#[inline(always)]
pub(super) fn tanh(x: f32) -> f32 {
    let square = x * x;
    let mut series = 62.0 / 2835.0;
    for coefficient in [-17.0 / 315.0, 2.0 / 15.0, -1.0 / 3.0, 1.0] {
        series = series * square + coefficient;
    }
    let far = 1.0 - 2.0 / (exp(2.0 * x) + 1.0);
    if x.abs() < 0.3 { x * series } else { far }
}

/// Makes `e^(x - largest)` of every number of a row; the largest, and the sum of what the row is now.
#[inline(always)]
pub(super) fn exponentials(row: &mut [f32]) -> (f32, f32) {
    let largest = sums::largest(row);
    for x in &mut *row {
        *x = exp(*x - largest);
    }
    (largest, sums::sum(row))
}

#[cfg(test)]
mod tests {
    use super::{exp, sigmoid, tanh};

    /// Numbers around zero, small and large ones.
    fn numbers() -> impl Iterator<Item = f32> {
        let steps = (-4000..=4000).map(|i| i as f32 * 0.0213);
        steps.chain((0..30).flat_map(|i| [1.0, -1.0].map(|sign| sign * 0.5_f32.powi(i))))
    }

    fn assert_within(what: &str, x: f32, found: f32, truth: f64, relative: f64) {
        let off = (f64::from(found) - truth).abs();
        assert!(
            off <= relative * truth.abs(),
            "{what}({x}) is {found}, not {truth}"
        );
    }

    #[test]
    fn the_exponential_and_its_kin_are_those_of_double_precision_to_a_few_roundings() {
        for x in numbers() {
            let wide = f64::from(x);
            assert_within("exp", x, exp(x), wide.exp(), 3e-7);
            assert_within("sigmoid", x, sigmoid(x), 1.0 / (1.0 + (-wide).exp()), 5e-7);
            assert_within("tanh", x, tanh(x), wide.tanh(), 5e-7);
        }
    }

    #[test]
    fn numbers_out_of_reach_end_at_a_bound_and_nan_stays_nan() {
        for (x, least, most) in [(-1e9, 0.0, 1.3e-38), (1e9, 2e38, f32::MAX)] {
            assert!((least..=most).contains(&exp(x)), "exp({x}) is {}", exp(x));
        }
        assert_eq!((tanh(50.0), tanh(-50.0)), (1.0, -1.0));
        assert_eq!((tanh(0.0), sigmoid(0.0), exp(0.0)), (0.0, 0.5, 1.0));
        for f in [exp, sigmoid, tanh] {
            assert!(f(f32::NAN).is_nan());
        }
    }
}
