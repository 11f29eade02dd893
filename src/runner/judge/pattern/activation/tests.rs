//! The pattern "activation": an activation too many, or one that is missing.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

// Right: `y = x² + 0.5`; then the sigmoid of `x`.
// Wrong: `tanh y`; then `x`.
// Told:  which activation is there once too often, or is missing.
// Near:  so in all cases but one.
#[test]
fn an_activation_too_many_and_one_that_is_missing_are_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x).tanh()),
        "activation",
        "Every element of the result of `f` is the tanh of what it should be: there is one too many.",
    );
    holds(
        elementwise(sigmoid, |x| x),
        "activation",
        "The sigmoid of every element of the result of `f` would be right: it is missing at the end.",
    );
}

// Right: the sigmoid of `x`.
// Near:  the sigmoid of `1.1 x`, of which no activation makes the right one.
// Told:  the numbers, and no activation.
#[test]
fn an_activation_of_something_else_is_not_called_one_too_many() {
    elementwise(sigmoid, |x| sigmoid(1.1 * x)).fails("values");
}
