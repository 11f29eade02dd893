//! # Check a gradient
//!
//! The **gradient** of a function has one number for each coordinate of the point `x`: how fast the value rises when
//! that coordinate is raised. One written by hand is easily wrong, and a training with a wrong one often learns all the
//! same, only worse. So it is checked once, against a second one that needs no calculus: raise a coordinate by a small
//! step `h`, lower it by `h`, and see how far the value moves. That is the **central difference**:
//!
//! ```text
//! n_i = (f(x with x_i + h) - f(x with x_i - h))
//!       / (2 h)
//! ```
//!
//! Its error has two parts. **Truncation**: over a step the slope changes; this part falls with `h^2`. **Rounding**: a
//! value has 16 digits in `f64`, and few of them are left when two that are nearly equal are subtracted; this part
//! grows as `h` falls. The best `STEP` lies in between: see the picture.
//!
//! A claimed gradient is right if **every** coordinate `g_i` agrees with `n_i`. How near is near? A difference of 0.001
//! is nothing for a slope of a million and everything for one of 0.0001, so the error is **relative**:
//!
//! ```text
//! |g_i - n_i| <= TOLERANCE * max(|g_i|, |n_i|)
//! ```
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `terms` | one row per term | the function: a coefficient, then a power for each coordinate |
//! | `x` | `(n,)` | the point |
//! | `step` | | `h` |
//! | `claimed` | any | what somebody says the gradient at `x` is |
//! | results | `(n,)`; yes or no | the central differences; whether `claimed` is the gradient |
//!
//! The row `[5, 2, 1]` is the term `5 * x_0^2 * x_1`; the function is the sum of its terms. Worked by hand: `x^3` at 2,
//! whose slope is 12. With `h` = 0.1 the central difference is `(9.261 - 6.859) / 0.2` = 12.01. Going up only, from 8
//! to 9.261, would give 12.61.
//!
//! `is_gradient` is a check, and is judged as one: it gets claims that are right, which have to pass, and claims that
//! are wrong in the ways people get them wrong, which it has to catch. PyTorch has the same as
//! `torch.autograd.gradcheck`, and tests its own gradients with it. Source: Nocedal and Wright, *Numerical
//! Optimization*, 2nd edition (2006), section 8.1.

use gradlings::prelude::*;

/// The step of the check.
const STEP: f64 = 1e-5;

/// What a coordinate may be off, as a share of its size.
const TOLERANCE: f64 = 1e-6;

/// The gradient of the function at `x`, one central difference per coordinate.
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let value_at = |i: usize, moved: f64| {
        let mut x = x.clone();
        x[i] += moved;
        value(&terms, &x)
    };
    let slope = |i| (value_at(i, step) - value_at(i, -step)) / (2.0 * step);
    (0..x.len()).map(slope).collect()
}

/// Whether `claimed` is the gradient of the function at `x`.
pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let differences = central_difference(terms, x, STEP);
    let agrees = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == differences.len() && claimed.iter().zip(&differences).all(agrees)
}

/// Ready to use: the value of the function at `x`.
pub fn value(terms: &[Vec<f64>], x: &[f64]) -> f64 {
    let term = |term: &Vec<f64>| {
        let powers = x.iter().zip(&term[1..]).map(|(x, power)| x.powf(*power));
        term[0] * powers.product::<f64>()
    };
    terms.iter().map(term).sum()
}

/// How far the central difference is off for steps from 0.1 down to a trillionth, and what going up only would give.
fn error_by_step() {
    // x^3 + x at 1.3.
    let (terms, x, slope) = (vec![vec![1.0, 3.0], vec![1.0, 1.0]], 1.3, 6.07);
    let steps: Vec<f64> = (2..=24)
        .map(|k| 10.0_f64.powf(-0.5 * f64::from(k)))
        .collect();
    let central = |h: f64| central_difference(terms.clone(), vec![x], h)[0];
    let one_sided = |h: f64| (value(&terms, &[x + h]) - value(&terms, &[x])) / h;
    let draw = |title: &str, found: &dyn Fn(f64) -> f64| {
        let error = |&h: &f64| ((found(h) - slope).abs() / slope).max(1e-16).log10() as f32;
        let sizes: Vec<f32> = steps.iter().map(|h| h.log10() as f32).collect();
        let errors: Vec<f32> = steps.iter().map(error).collect();
        report::points(
            title,
            ("log10 of the step", "log10 of the error"),
            &sizes,
            &errors,
        );
    };
    draw("central difference", &central);
    draw("one-sided difference", &one_sided);
}

fn main() {
    Exercise::new()
        .offer("central_difference", function(central_difference))
        .offer("is_gradient", function(is_gradient))
        .show("the error against the step", error_by_step)
        .serve()
}
