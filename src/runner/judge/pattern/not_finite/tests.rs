//! The pattern "not finite": NaN or infinity where a number is wanted.

use crate::runner::judge::tests::sheets::{CLOSE, Sheet, matrix, number, vector};

// Right: four numbers.
// Wrong: NaN in two of their places.
// Told:  the first of these places, and what `x` is there.
#[test]
fn the_first_nan_is_shown_with_the_input_that_made_it() {
    let sheet = Sheet::of(CLOSE).case(
        vec![matrix([[1.0, 2.0], [-3.0, 4.0]])],
        matrix([[1.0, 1.5], [0.0, 2.0]]),
        matrix([[1.0, 1.5], [f32::NAN, f32::NAN]]),
    );
    assert_eq!(
        sheet.fails("not_finite"),
        "The result of `f` is NaN first at [1, 0] in case 1 of 1. There, `x` is -3. NaN comes from zero divided by \
         zero, infinity divided by infinity, zero times infinity, infinity minus infinity, and the logarithm or root of \
         a negative number: see which of these it is."
    );
}

// Right: 1.
// Wrong: infinity where `x` goes up to 1000; minus infinity where it goes down to -1000.
// Told:  `exp` of the one is infinite; that of the other is 0.
#[test]
fn an_overflow_of_exp_is_told_from_an_underflow() {
    let case = |x: f32, yours: f32| {
        Sheet::of(CLOSE).case(vec![vector([x, 0.0])], number(1.0), number(yours))
    };
    assert_eq!(
        case(1000.0, f32::INFINITY).fails("not_finite"),
        "The result of `f` is infinite in case 1 of 1. In this case `x` goes up to 1000, and `exp` of more than 88 is \
         infinite in f32."
    );
    assert_eq!(
        case(-1000.0, f32::NEG_INFINITY).fails("not_finite"),
        "The result of `f` is minus infinity in case 1 of 1. In this case `x` goes down to -1000, and `exp` of less \
         than -104 is 0 in f32: a logarithm of it is infinite."
    );
}

// Right: NaN and 1.
// Near:  NaN and 5.
// Told:  the numbers, and nothing of NaN.
#[test]
fn a_nan_where_the_right_answer_is_nan_too_is_not_blamed() {
    let sheet = Sheet::of(CLOSE).case(
        vec![vector([0.0, 1.0])],
        vector([f32::NAN, 1.0]),
        vector([f32::NAN, 5.0]),
    );
    sheet.fails("values");
}

// Right: 1.
// Wrong: NaN or infinity, where `x` is large, small or infinite.
// Told:  that `x` is so.
// Near:  `x` is 85 or 2, or is so in one of two such cases: all that makes NaN, or infinity, is told.
#[test]
fn a_number_that_is_not_finite_has_a_cause_only_where_every_such_case_has_it() {
    let sheet = |cases: &[(&[f32], f32)]| {
        cases.iter().fold(Sheet::of(CLOSE), |sheet, (x, yours)| {
            sheet.case(vec![vector(*x)], number(1.0), number(*yours))
        })
    };
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    type Cases<'a> = &'a [(&'a [f32], f32)];
    let table: [(Cases<'_>, &str); 9] = [
        (&[(&[100.0, 1.0], inf)], "goes up to 100"),
        (
            &[(&[100.0, 1.0], inf), (&[1.0, 2.0], inf)],
            "a division by zero, the logarithm of zero",
        ),
        // `exp` of this is not yet infinite.
        (
            &[(&[85.0, 1.0], inf)],
            "a division by zero, the logarithm of zero",
        ),
        (
            &[(&[-200.0, 1.0], nan)],
            "goes down to -200, and `exp` of less than -104 is 0 in f32: zero divided by zero is NaN",
        ),
        (&[(&[-200.0, 1.0], -inf)], "a logarithm of it is infinite"),
        (
            &[(&[-200.0, 1.0], nan), (&[1.0, 2.0], nan)],
            "zero times infinity, infinity minus infinity",
        ),
        (&[(&[-inf, 1.0], nan)], "`x` is infinite in places"),
        (
            &[(&[-inf, 1.0], nan), (&[0.0, 1.0], nan)],
            "see which of these",
        ),
        (
            &[(&[2.0, 1.0], nan)],
            "zero times infinity, infinity minus infinity",
        ),
    ];
    for (cases, words) in table {
        let sheet = sheet(cases);
        let message = sheet.fails("not_finite");
        assert!(message.contains(words), "{words}: {message}");
    }
}

// Right: 1.
// Wrong: NaN, in two cases.
// Told:  the numbers of the smaller case.
// Near:  the other case has larger ones, which are not told.
#[test]
fn the_numbers_beside_a_nan_are_those_of_the_case_that_is_told() {
    // Of the two the second is the smaller one, so it is told.
    let sheet = Sheet::of(CLOSE)
        .case(
            vec![vector([300.0, 200.0, 100.0]), number(0.0)],
            number(1.0),
            number(f32::NAN),
        )
        .case(
            vec![number(0.0), vector([-20.0, 95.0])],
            number(1.0),
            number(f32::NAN),
        );
    let message = sheet.fails("not_finite");
    assert!(message.contains("case 2 of 2"), "{message}");
    let own = "In this case `y` goes from -20 to 95.";
    assert!(message.contains(own), "{message}");
    assert!(!message.contains("300"), "{message}");
}
