//! The pattern "ignored": the result does not depend on an input.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};
use crate::runner::judge::tests::sheets::{CLOSE, Sheet, number};

fn two_inputs(yours: fn(f32, f32) -> f32) -> Sheet {
    let mut sheet = Sheet::of(CLOSE);
    for x in [1.0f32, 2.5, -0.5] {
        for y in [0.3f32, 1.0, 4.0] {
            let right = x.sin() * y.sqrt() + x;
            sheet = sheet.case(
                vec![number(x), number(y)],
                number(right),
                number(yours(x, y)),
            );
        }
    }
    sheet
}

// Right: a function of `x` and `y`.
// Wrong: a function of `x` alone; then of `y` alone.
// Told:  which input it has to depend on.
// Near:  so in all cases but one; another function of both.
#[test]
fn an_input_that_is_ignored_is_named() {
    holds(
        two_inputs(|x, _| x.cos() + 2.0 * x),
        "ignored",
        "The result of `f` stayed the same with every other `y` that was tried: it has to depend on it.",
    );
    holds(
        two_inputs(|_, y| y.cos() + 2.0 * y),
        "ignored",
        "The result of `f` stayed the same with every other `x` that was tried: it has to depend on it.",
    );
    two_inputs(|x, y| x.cos() + y).fails("values");
}

// Right: another number in each case.
// Wrong: 7.
// Told:  it is the same in every case.
// Near:  so in all cases but one.
#[test]
fn a_result_that_ignores_everything_is_said_to() {
    let sheet = elementwise(shifted_square, |_| 0.0);
    let constant = sheet
        .check
        .cases
        .iter()
        .zip(1..)
        .fold(Sheet::of(CLOSE), |sheet, (case, i)| {
            let right = number((i as f32).sin());
            let inputs = vec![case.inputs[0].clone(), number(i as f32)];
            sheet.case(inputs, right, number(7.0))
        });
    holds(
        constant,
        "ignored",
        "The result of `f` is the same in every case, whatever the inputs are.",
    );
}

// Right: `sin x`.
// Near:  `sin x + cos x`.
// Told:  the numbers, and no input.
#[test]
fn an_input_that_is_the_same_in_all_cases_is_not_called_ignored() {
    let sheet = elementwise(f32::sin, |x| x.sin() + x.cos());
    sheet.fails("values");
}
