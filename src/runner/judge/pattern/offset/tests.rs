//! The pattern "offset": yours is the right one plus a number.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};

// Right: `x² + 0.5`.
// Wrong: 1 more; then 0.25 less.
// Told:  by how much it is too large, or too small.
// Near:  so in all cases but one.
#[test]
fn a_constant_offset_is_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x) + 1.0),
        "offset",
        "Every element of the result of `f` is 1 too large.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x) - 0.25),
        "offset",
        "Every element of the result of `f` is 0.25 too small.",
    );
}
