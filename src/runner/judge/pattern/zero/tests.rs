//! The pattern "zero": nothing of the result was written.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};

// Right: `x² + 0.5`.
// Wrong: 0.
// Told:  it is zero everywhere, and where to look.
// Near:  so in all cases but one.
#[test]
fn zero_everywhere_is_seen() {
    holds(
        elementwise(shifted_square, |_| 0.0),
        "zero",
        "The result of `f` is zero everywhere, in every case. Look whether what you work out reaches it, and for a \
         division of whole numbers, which drops what is after the point.",
    );
}
