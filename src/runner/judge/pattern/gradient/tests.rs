//! The pattern "gradient": the value is right, and its gradient is not.
//!
//! The right function is `x²` in all of them, with the gradient `2x`.

use crate::runner::judge::tests::sheets::{Random, Sheet, number, returned, vector};
use crate::sheet::{Answer, Lent};

fn gradient(value: impl Fn(f32) -> f32, yours: impl Fn(f32) -> f32) -> Sheet {
    let mut random = Random(3);
    (0..8).fold(Sheet::gradient(), |sheet, _| {
        let x = random.normal() as f32;
        sheet.case_of(
            vec![number(x)],
            vec![number(x * x), number(2.0 * x)],
            returned([number(value(x)), number(yours(x))]),
        )
    })
}

// Wrong: the gradient 0.
// Told:  that input left the tape.
#[test]
fn a_gradient_of_zero_under_a_right_value_left_the_tape() {
    let message = gradient(|x| x * x, |_| 0.0).fails("gradient");
    assert!(
        message.starts_with("The value is right, but the gradient of x is zero everywhere: that input left the tape."),
        "{message}"
    );
}

// Wrong: the gradient 0, and it is known that the input was only lent.
// Told:  how to keep its tape.
#[test]
fn an_input_that_was_only_lent_lost_its_tape_and_is_told_how_to_keep_it() {
    let mut sheet = gradient(|x| x * x, |_| 0.0);
    for judged in &mut sheet.answers {
        if let Answer::Returned(returned) = &mut judged.answer {
            returned.lent = vec![Lent { part: 1, tensor: 0 }];
        }
    }
    assert_eq!(
        sheet.fails("gradient"),
        "The value is right, but the tape of `x` is lost: where `x` comes from an operation, nothing before it would \
         learn. `with_empty_tape` and `retaped` lend the numbers without what has been recorded, so use `x` itself \
         once, where you need it for the last time."
    );
}

// Wrong: the gradient `x`; then `-2x`.
// Told:  it is half of what it should be; it has the wrong sign.
// Near:  the gradient `cos x`: that it is not the value's is told, and no factor.
#[test]
fn a_wrong_gradient_under_a_right_value_is_said_to_be_one() {
    let message = |yours: fn(f32) -> f32| gradient(|x| x * x, yours).fails("gradient");
    assert_eq!(
        message(|x| x),
        "The value is right, but the gradient of x is half what it should be."
    );
    assert!(message(|x| -2.0 * x).contains("has the wrong sign"));
    assert!(message(|x| x.cos()).contains("is not its gradient"));
}

// Near:  the gradient `cos x`, and in one case the value is wrong, too.
// Told:  the numbers of the value.
#[test]
fn a_wrong_gradient_under_a_value_that_is_wrong_elsewhere_is_not_blamed_on_the_tape() {
    let sheet = gradient(|x| x * x, |x| x.cos());
    let sheet = sheet.case_of(
        vec![vector([1.0, 2.0])],
        vec![number(5.0), number(1.0)],
        returned([number(6.0), number(1.0)]),
    );
    sheet.fails("values");
}

// Wrong: the value `2x²`, with its own gradient `4x`.
// Told:  the value is twice what it should be, and nothing of the gradient.
#[test]
fn a_wrong_value_is_told_before_its_gradient() {
    let sheet = gradient(|x| 2.0 * x * x, |x| 4.0 * x);
    let message = sheet.fails("factor");
    assert!(message.contains("twice"), "{message}");
    assert_eq!(
        sheet.judge().numbers.expect("there are numbers").part,
        "value"
    );
}
