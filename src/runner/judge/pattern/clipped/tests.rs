//! The pattern "clipped": numbers are cut off below or above a limit.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds};

// Right: `sin x`.
// Wrong: that, but never under 0; never under -0.5; never over 0.5.
// Told:  where it is cut off, and that a ReLU cuts off at 0.
// Near:  so in all cases but one.
#[test]
fn a_limit_below_or_above_is_seen() {
    holds(
        elementwise(f32::sin, |x| x.sin().max(0.0)),
        "clipped",
        "The result of `f` is zero wherever it should be negative, and right elsewhere: there is a ReLU, or a `max` with \
         0, too many.",
    );
    holds(
        elementwise(f32::sin, |x| x.sin().max(-0.5)),
        "clipped",
        "The result of `f` is never under -0.5: where it should be smaller, it is -0.5.",
    );
    holds(
        elementwise(f32::sin, |x| x.sin().min(0.5)),
        "clipped",
        "The result of `f` is never over 0.5: where it should be larger, it is 0.5.",
    );
}

// Right: `sin x`.
// Near:  a tenth of it under 0, as a leaky ReLU has it.
// Told:  the numbers, and no limit.
#[test]
fn a_leak_below_zero_is_no_limit() {
    elementwise(f32::sin, |x| x.sin().max(0.1 * x.sin())).fails("values");
}
