//! What is true of all patterns. The tests of each one stand in its own folder.
//!
//! Above every test stands what it is about: the function that is right, one that is wrong, what is told of that one, and
//! one that is as near to it as can be, of which it must not be told. Where no function is called wrong, what is told is told
//! of the near one.

/// Sheets of twelve matrices.
pub mod matrices;

use crate::comparator::Comparator;
use crate::runner::judge::tests::sheets::{Sheet, integers, vector};
use matrices::elementwise;

// Right: `sin x`.
// Wrong: `-sin x`, in an empty case and one of zeros, too.
// Told:  the sign is flipped.
#[test]
fn an_empty_case_and_a_case_of_zeros_do_not_hide_a_pattern() {
    let sheet = elementwise(f32::sin, |x| -x.sin());
    sheet
        .case(vec![vector([])], vector([]), vector([]))
        .case(vec![vector([0.0])], vector([0.0]), vector([0.0]))
        .fails("sign");
}

// Right: `sin x`; in one more case, `x`.
// Near:  `-sin x`, but `x` in that case.
// Told:  the numbers, and no sign.
#[test]
fn a_pattern_that_a_passing_case_contradicts_is_not_claimed() {
    let x = vector([1.0, 2.0]);
    let sheet = elementwise(f32::sin, |x| -x.sin());
    sheet.case(vec![x.clone()], x.clone(), x).fails("values");
}

// Right: squares of whole numbers.
// Wrong: 1 more.
// Told:  by how much it is too large.
#[test]
fn whole_numbers_have_patterns_too() {
    let sheet = (3i64..9).fold(Sheet::of(Comparator::Exact), |sheet, n| {
        let right: Vec<i64> = (0..n).map(|i| i * i).collect();
        let yours: Vec<i64> = right.iter().map(|i| i + 1).collect();
        sheet.case(vec![integers([n])], integers(right), integers(yours))
    });
    assert_eq!(
        sheet.fails("offset"),
        "Every element of the result of `f` is 1 too large."
    );
}
