//! # Half of the bits
//!
//! A number of 16 bits takes half the memory of an `f32` and half the time on the way, and cards multiply such numbers
//! several times as fast. What is given up is digits and range. There are two formats:
//!
//! | | `bf16` | `f16` |
//! |---|---|---|
//! | `digits`, the bits after the point | 7 | 10 |
//! | `least`, the smallest exponent | -126 | -14 |
//! | the largest number | about 3.39e38 | 65504 |
//!
//! Hardware **rounds to nearest**. A number `x` with the exponent `e`, so that `2^e <= |x| < 2^(e+1)`, lies between two
//! neighbours:
//!
//! ```text
//! step   = 2^(max(e, least) - digits)
//! result = step * (x / step, rounded to a whole
//!                  number; halves to the even one)
//! ```
//!
//! Below `2^least` the step stays as it is: these numbers are **subnormal**, and have fewer digits. What rounds to more
//! than the largest number is an infinity. Infinities and NaN stay what they are.
//!
//! By hand, in `f16`: 0.1 has the exponent -4, so the step is `2^-14`, and 1638.4 steps become 1638: 0.09997559. The
//! number `1 + 2^-11` lies halfway between 1024 and 1025 steps of `2^-10`, and becomes 1. The step at 65504 is 32: 65519
//! goes down to 65504, and 65520 to infinity. `2^-25` is half a step of `2^-24`, and becomes 0.
//!
//! Gradients are often that small. **Loss scaling** multiplies the loss by `scale`, and with it all that the backward pass
//! computes; the step takes it out again. And a step may be too small to change a weight of 16 bits, so master weights
//! are kept as `f32`. In `mixed`, each row of `gradients` is what exact arithmetic would give for one step:
//!
//! ```text
//! computed = f16(scale * gradient)
//! an infinity or NaN in the row: no step at all,
//!   and from the next row on half the scale
//! otherwise: weights = weights
//!              - rate * computed / scale
//! ```
//!
//! Worked by hand: weight 1, rate 0.001, scale 1024, and twice the gradient 100. `1024 * 100` is too much for `f16`, so
//! nothing moves, and the scale becomes 512. Then 51200 fits: the weight is `1 - 0.001 * 100` = 0.9.
//!
//! `x.round_ties_even()` rounds as above. `x.to_bits() >> 23 & 255` is the exponent of an `f32`, plus 127, and 0 for its own
//! subnormals. `2_f64.powi(n)` is exact down to `2^-1022`; an `f32` does not get as far as the steps of `bf16`.
//! (Micikevicius and others: *Mixed Precision Training*, 2018.)

use course::demo;
use gradlings::prelude::*;

/// The nearest number that `bf16` holds.
pub fn bf16(x: f32) -> f32 {
    nearest(x, 7, -126)
}

/// The nearest number that `f16` holds.
pub fn f16(x: f32) -> f32 {
    let result = nearest(x, 10, -14);
    if result.abs() > 65504.0 {
        return result.signum() * f32::INFINITY;
    }
    result
}

/// The master weights after a step for each row of gradients, and the scale after the last one.
pub fn mixed(
    mut weights: Vec<f32>,
    gradients: Vec<Vec<f32>>,
    mut scale: f32,
    rate: f32,
) -> (Vec<f32>, f32) {
    for row in gradients {
        let computed: Vec<f32> = row.iter().map(|gradient| f16(scale * gradient)).collect();
        if computed.iter().any(|number| !number.is_finite()) {
            scale /= 2.0;
            continue;
        }
        for (weight, number) in weights.iter_mut().zip(&computed) {
            *weight -= rate * number / scale;
        }
    }
    (weights, scale)
}

/// The nearest number with so many bits after the point, and exponents from `least` on.
fn nearest(x: f32, digits: i32, least: i32) -> f32 {
    let exponent = (x.to_bits() >> 23 & 255) as i32 - 127;
    let step = 2_f64.powi(exponent.max(least) - digits);
    ((f64::from(x) / step).round_ties_even() * step) as f32
}

fn main() {
    Exercise::new()
        .offer("bf16", function(bf16))
        .offer("f16", function(f16))
        .offer("mixed", function(mixed))
        .show("gradients that f16 cannot hold", || demo::lost(f16))
        .serve()
}
