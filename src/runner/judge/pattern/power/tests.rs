//! The pattern "power": a square, a root or a division too many.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};

// Right: `y = x² + 0.5`.
// Wrong: `y²`; then the root of `y`; then `1 / y`.
// Told:  which of them it is.
// Near:  so in all cases but one.
#[test]
fn a_square_and_a_root_too_many_are_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x).powi(2)),
        "power",
        "Every element of the result of `f` is the square of what it should be: a root is missing, or there is a \
         square too many.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x).sqrt()),
        "power",
        "Every element of the result of `f` is the square root of what it should be: a square is missing, or there \
         is a root too many.",
    );
    holds(
        elementwise(shifted_square, |x| 1.0 / shifted_square(x)),
        "power",
        "Every element of the result of `f` is one divided by what it should be: the two sides of a division changed \
         places.",
    );
}
