//! How far an element may be off.

use super::elements::elements;
use crate::comparator::Tolerance;
use crate::sheet::Case;
use crate::wire::Value;

/// What an element of one part of one case is allowed, in full.
///
/// Without a tolerance of the author's own it is the sum of three things, with `ε = 2⁻²³` (`2⁻⁵²` for parts in `f64`) and
/// `n` the number of elements of the largest input:
///
/// - `relative`: adding `n` numbers in another order moves the sum by about `ε·√n` of its size, and so `32·ε·√n` of the
///   expected value are allowed, but never so much that one part in two thousand could get lost;
/// - `absolute`: what is left where all cancels out, `16·ε` of the inputs' or the result's size, whichever is smaller;
/// - `noise`: the reference has measured how far one rounding of every input moves this element. An algorithm that
///   adds in another order rounds about `√n` times as often, so `4·(2 + √n)` times that is allowed.
///
/// Where nothing was measured, `absolute` is `16·ε` of the largest input.
#[derive(Clone, Copy, Debug)]
pub struct Allowance<'a> {
    pub tolerance: Tolerance,
    noise: &'a [f32],
    times: f64,
}

/// A wrong factor of 1.001 must stay visible however large the case is.
const MOST_RELATIVE: f32 = 5e-4;

impl<'a> Allowance<'a> {
    /// For part `part`: the tolerance given by the author, or the one that follows from the case.
    pub fn of(given: Option<Tolerance>, case: &'a Case, part: usize) -> Self {
        if let Some(tolerance) = given {
            return Self {
                tolerance,
                noise: &[],
                times: 0.0,
            };
        }
        let (mut longest, mut largest) = (1usize, 1.0f32);
        for input in &case.inputs {
            longest = longest.max(input.element_count());
            largest = largest.max(largest_number(input));
        }
        let root = (longest as f32).sqrt();
        let noise = case.noise.get(part).map_or(&[][..], Vec::as_slice);
        let right = case.right.parts.get(part);
        let result = right.map_or(1.0, largest_number);
        let epsilon = match right.is_some_and(Value::is_double) {
            true => f64::EPSILON as f32,
            false => f32::EPSILON,
        };
        let scale = if noise.is_empty() {
            largest
        } else {
            largest.min(result).max(1.0)
        };
        Self {
            tolerance: Tolerance {
                absolute: 16.0 * epsilon * scale,
                relative: (32.0 * epsilon * root).min(MOST_RELATIVE),
            },
            noise,
            times: 4.0 * (2.0 + f64::from(root)),
        }
    }

    /// Nothing at all.
    pub fn exact() -> Self {
        Self {
            tolerance: Tolerance {
                absolute: 0.0,
                relative: 0.0,
            },
            noise: &[],
            times: 0.0,
        }
    }

    /// What rounding of the inputs adds for element `at`.
    pub fn rounding(&self, at: usize) -> f64 {
        self.times * self.noise.get(at).map_or(0.0, |&noise| f64::from(noise))
    }

    /// Whether `yours` is close enough to `expected` at position `at`.
    pub fn allows(&self, at: usize, yours: f64, expected: f64) -> bool {
        self.tolerance.allows(yours, expected)
            || (yours.is_finite()
                && expected.is_finite()
                && (yours - expected).abs() <= self.tolerance.allowed(expected) + self.rounding(at))
    }

    /// One tolerance for all elements, wide enough for each of them: where positions are not fixed.
    pub fn widest(&self) -> Tolerance {
        let most = (0..self.noise.len())
            .map(|at| self.rounding(at))
            .fold(0.0, f64::max);
        Tolerance {
            absolute: self.tolerance.absolute + most as f32,
            relative: self.tolerance.relative,
        }
    }
}

fn largest_number(value: &Value) -> f32 {
    if !value.is_floating() {
        return 0.0;
    }
    let finite = elements(value).into_iter().filter(|x| x.is_finite());
    finite.fold(0.0, |largest: f32, x| largest.max(x.abs() as f32))
}

impl Tolerance {
    /// How far from `expected` is still close.
    pub(in crate::runner::judge) fn allowed(&self, expected: f64) -> f64 {
        f64::from(self.absolute) + f64::from(self.relative) * expected.abs()
    }

    /// Whether `yours` is close enough to `expected`. NaN is close to NaN, an infinity to itself.
    pub(super) fn allows(&self, yours: f64, expected: f64) -> bool {
        if yours.is_nan() || expected.is_nan() {
            return yours.is_nan() && expected.is_nan();
        }
        if yours.is_infinite() || expected.is_infinite() {
            return yours == expected;
        }
        (yours - expected).abs() <= self.allowed(expected)
    }
}
