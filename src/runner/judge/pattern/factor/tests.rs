//! The pattern "factor": yours is the right one times a number, or times a length of an input.

use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, sheet, sum_of_squares};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, number, said, tensor, vector};
use crate::wire::{Array, Value};

// Right: `sin x`.
// Wrong: `2 sin x`, and `sin x / 2`.
// Told:  it is twice, or half, what it should be.
// Near:  so in all cases but one.
#[test]
fn twice_and_half_are_seen() {
    holds(
        elementwise(f32::sin, |x| 2.0 * x.sin()),
        "factor",
        "Every element of the result of `f` is twice what it should be.",
    );
    holds(
        elementwise(f32::sin, |x| x.sin() / 2.0),
        "factor",
        "Every element of the result of `f` is half what it should be.",
    );
}

// Right: the mean over the rows of `x`; then the sum.
// Wrong: the sum; then the mean.
// Told:  it is n times too large, or too small, where n is the number of rows.
// Near:  so in all cases but one.
#[test]
fn a_sum_where_the_mean_of_the_batch_is_wanted_is_seen_and_so_is_the_reverse() {
    holds(
        sheet(
            |rows, _, x| number(sum_of_squares(x) / rows as f32),
            |_, _, x| number(sum_of_squares(x)),
        ),
        "factor",
        "The result of `f` is n times too large, where n is the length of the first axis of `x`. Look for a sum where the mean is wanted (in a divisor, for a mean where the sum is wanted), or for a factor too many.",
    );
    holds(
        sheet(
            |_, _, x| number(sum_of_squares(x)),
            |rows, _, x| number(sum_of_squares(x) / rows as f32),
        ),
        "factor",
        "The result of `f` is n times too small, where n is the length of the first axis of `x`. Look for a mean where the sum is wanted (in a divisor, for a sum where the mean is wanted), or for a division too many.",
    );
}

// Right: a sum divided by the number of columns; then by that of all elements.
// Wrong: the sum.
// Told:  which of the two n is.
#[test]
fn a_factor_of_the_features_and_one_of_all_elements_are_seen() {
    let message = sheet(
        |_, columns, x| number(sum_of_squares(x) / columns as f32),
        |_, _, x| number(sum_of_squares(x)),
    )
    .fails("factor");
    assert!(
        message.contains("n is the length of the second axis of `x`"),
        "{message}"
    );
    let message = sheet(
        |_, _, x| number(sum_of_squares(x) / x.len() as f32),
        |_, _, x| number(sum_of_squares(x)),
    )
    .fails("factor");
    assert!(
        message.contains("n is the number of elements of `x`"),
        "{message}"
    );
}

/// Six cases of a cube of this shape, with the sum of its squares times a factor of it.
fn cubes(shape: fn(usize) -> [usize; 3], factor: fn([usize; 3]) -> f32) -> Sheet {
    let mut random = Random(4);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let shape = shape(i);
        let x = random.vector(shape.iter().product());
        let sum: f32 = x.iter().map(|x| x * x).sum();
        let yours = number(sum * factor(shape));
        sheet.case(vec![tensor(&shape, x)], number(sum), yours)
    })
}

// Right: the sum of the squares of a cube.
// Wrong: that, times the root of the length of its third axis.
// Told:  n is the length of the third axis.
// Near:  the second axis is always as long as the third: both are named.
#[test]
fn an_axis_that_cannot_be_told_from_another_is_not_named_alone() {
    let root = |[.., last]: [usize; 3]| (last as f32).sqrt();
    let apart = said(&cubes(|i| [2, 3 + i, 4 + 2 * i], root));
    assert!(
        apart.contains("n is the length of the third axis of `x`:"),
        "{apart}"
    );
    let alike = said(&cubes(|i| [2, 2 + i, 2 + i], root));
    let both = "n is the length of the second axis of `x` or the length of the third axis of `x`:";
    assert!(alike.contains(both), "{alike}");
}

// Right: the mean of four numbers.
// Wrong: their sum.
// Told:  it is 4 times what it should be, and 4 is also the length of `x`.
#[test]
fn a_constant_factor_that_is_also_the_batch_says_so() {
    let case = |sheet: Sheet, x: [f32; 4]| {
        let sum: f32 = x.iter().sum();
        sheet.case(vec![vector(x)], number(sum / 4.0), number(sum))
    };
    let sheet = case(Sheet::of(CLOSE), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(
        case(sheet, [5.0, -2.0, 3.5, 4.0]).fails("factor"),
        "Every element of the result of `f` is 4 times what it should be. 4 is also the length of `x`."
    );
}

// Right: `ln |x|`.
// Wrong: the logarithm to base 2; then to base 10.
// Told:  which base it is.
#[test]
fn a_logarithm_to_another_base_is_seen() {
    let message = elementwise(|x| x.abs().ln(), |x| x.abs().log2()).fails("factor");
    assert!(
        message.ends_with("a logarithm to base 2 stands where the natural one, `ln`, is wanted."),
        "{message}"
    );
    let message = elementwise(|x| x.abs().ln(), |x| x.abs().log10()).fails("factor");
    assert!(message.contains("a logarithm to base 10"), "{message}");
}

// Right: 2.
// Near:  4, in the only case there is.
// Told:  the numbers, and neither a factor nor an offset.
#[test]
fn one_wrong_number_alone_is_no_factor_and_no_offset() {
    Sheet::of(CLOSE)
        .case(vec![vector([1.0])], number(2.0), number(4.0))
        .fails("values");
}

// Right: `x`.
// Near:  `1.00003 x`.
// Told:  anything but that it is 1 times what it should be.
#[test]
fn a_factor_so_near_to_one_that_it_cannot_be_said_is_not_said() {
    let message = elementwise(|x| x, |x| x * 1.000_03);
    let kind = message.judge().diagnosis.expect("it fails").message;
    assert!(!kind.contains("is 1 times"), "{kind}");
}

// Right: three numbers.
// Near:  0, 1e-40 and 0, beside an input so large that dividing by it leaves next to nothing.
// Told:  neither a factor nor an offset.
#[test]
fn numbers_next_to_zero_are_called_neither_a_division_nor_a_difference() {
    let mut random = Random(3);
    let mut sheet = Sheet::of(CLOSE);
    for n in 0..6 {
        let (x, large) = (random.vector(3), (1 << 60) + n);
        let almost_zero = vec![0.0, 1e-40, 0.0];
        let inputs = vec![vector(x.clone()), Value::Integers(Array::scalar(large))];
        sheet = sheet.case(inputs, vector(x), vector(almost_zero));
    }
    let told = sheet.judge().diagnosis.expect("it fails");
    assert!(
        !["factor", "offset"].contains(&told.kind.word()),
        "{}",
        told.message
    );
}
