//! The pattern "size": right for small inputs, and wrong for large ones.

use crate::runner::judge::pattern::tests::matrices::{sheet, sum_of_squares};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, number, vector};

// Right: the sum of all squares; then the root of `x`.
// Near:  the sum of the first 20 only; then something else from 7.5 on. No case was asked for again with less.
// Told:  the numbers, and no size.
#[test]
fn a_size_is_not_blamed_where_no_failing_case_was_made_smaller() {
    let few = sheet(
        |_, _, x| number(sum_of_squares(x)),
        |_, _, x| number(sum_of_squares(&x[..x.len().min(20)])),
    );
    few.fails("values");
    let mut random = Random(2);
    let large = (0..12).fold(Sheet::of(CLOSE), |sheet, i| {
        let x = (random.uniform() as f32 - 0.5) / 10.0 + 1.0 + (i * 5 % 12) as f32;
        let yours = if x < 7.5 { x.sqrt() } else { 2.0 + x / 8.0 };
        sheet.case(vec![number(x)], number(x.sqrt()), number(yours))
    });
    large.fails("values");
}

// Right: n.
// Near:  something else from 2 on, in three cases.
// Told:  the numbers, and no size.
#[test]
fn two_wrong_cases_of_three_are_no_border() {
    let mut sheet = Sheet::of(CLOSE);
    for (n, yours) in [(1, 1.0), (2, 2.7), (3, 4.1)] {
        sheet = sheet.case(vec![vector(vec![0.5; n])], number(n as f32), number(yours));
    }
    sheet.fails("values");
}
