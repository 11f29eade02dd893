//! The pattern "sign": yours is minus the right one.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds};

// Right: `sin x`.
// Wrong: `-sin x`.
// Told:  the sign is flipped.
// Near:  so in all cases but one.
#[test]
fn a_flipped_sign_is_seen() {
    holds(
        elementwise(f32::sin, |x| -x.sin()),
        "sign",
        "The sign of the result of `f` is flipped; the sizes are right.",
    );
}

// Right: `x`.
// Near:  `|x|`, where the sign is flipped for negative `x` alone.
// Told:  the sizes are right, and the sign is missing.
#[test]
fn a_sign_that_is_flipped_only_for_negative_inputs_is_not_called_a_flipped_sign() {
    let message = elementwise(|x| x, f32::abs).fails("power");
    assert!(message.contains("the right size but no sign"), "{message}");
}
