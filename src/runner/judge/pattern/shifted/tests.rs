//! The pattern "shifted": everything stands one place too early or too late.

use crate::runner::judge::pattern::tests::matrices::{holds, sheet, shifted_square};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, number, tensor, vector};

// Right: a window of `x`.
// Wrong: the window that begins one place before it; then one place after it.
// Told:  it is one position too late, or too early.
// Near:  so in all cases but one.
#[test]
fn values_one_place_too_late_or_too_early_are_seen() {
    let shifted = |by: usize| {
        let mut random = Random(11);
        (4..12).fold(Sheet::of(CLOSE), |sheet, n| {
            let x = random.vector(n + 2);
            let (right, yours) = (&x[1..=n], &x[by..by + n]);
            sheet.case(vec![number(n as f32)], vector(right), vector(yours))
        })
    };
    holds(
        shifted(0),
        "shifted",
        "The result of `f` has the right values one position too late: look for an index that is off by one.",
    );
    holds(
        shifted(2),
        "shifted",
        "The result of `f` has the right values one position too early: look for an index that is off by one.",
    );
}

// Right: `x² + 0.5`.
// Wrong: the same, with each row rotated by one.
// Told:  it is one column too late.
#[test]
fn columns_that_went_round_by_one_are_seen() {
    let message = sheet(
        |rows, columns, x| {
            let data = x.iter().map(|&x| shifted_square(x)).collect();
            tensor(&[rows, columns], data)
        },
        |rows, columns, x| {
            let mut data: Vec<f32> = x.iter().map(|&x| shifted_square(x)).collect();
            for row in data.chunks_mut(columns) {
                row.rotate_right(1);
            }
            tensor(&[rows, columns], data)
        },
    )
    .fails("shifted");
    assert!(message.contains("one column too late"), "{message}");
}
