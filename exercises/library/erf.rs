//! The error function, which Rust's standard library does not have.

use std::f64::consts::FRAC_2_SQRT_PI;

/// Beyond this the result is 1 or -1 to the last digit of an `f64`.
const END: f64 = 6.0;
/// So many terms of the series are enough even there.
const TERMS: usize = 150;

/// The error function: 0 at 0, rising from -1 far to the left to 1 far to the right. `erf(x / sqrt(2))` is how likely a number
/// drawn from the standard normal distribution lies between `-x` and `x`.
///
/// ```
/// assert_eq!(course::erf(0.0), 0.0);
/// assert!((course::erf(1.0) - 0.842_700_792_949_715).abs() < 1e-15);
/// ```
pub fn erf(x: f64) -> f64 {
    if x.abs() > END {
        return x.signum();
    }
    // Abramowitz and Stegun, 7.1.6: all terms have one sign, so no digits are lost.
    let (mut term, mut sum) = (x, x);
    for n in 1..TERMS {
        term *= 2.0 * x * x / (2 * n + 1) as f64;
        sum += term;
    }
    FRAC_2_SQRT_PI * (-x * x).exp() * sum
}
