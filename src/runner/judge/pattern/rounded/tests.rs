//! The pattern "rounded": whole numbers where others are wanted.

use crate::runner::judge::tests::sheets::{CLOSE, Sheet, number, vector};

// Right: a window that fades in and out.
// Wrong: the same, rounded.
// Told:  it is rounded to a whole number.
// Near:  1 everywhere, which is a constant.
#[test]
fn one_number_in_the_place_of_all_is_no_rounding() {
    // What is right is a window that fades in and out.
    let windows = |yours: fn(f32) -> f32| {
        (4..10usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let angle = |i: usize| std::f32::consts::TAU * i as f32 / (n - 1) as f32;
            let right: Vec<f32> = (0..n).map(|i| 0.5 - 0.5 * angle(i).cos()).collect();
            let yours: Vec<f32> = right.iter().map(|&x| yours(x)).collect();
            sheet.case(vec![number(n as f32)], vector(right), vector(yours))
        })
    };
    windows(|_| 1.0).fails("constant");
    let rounded = windows(|x| (x + 1e-7).round()).fails("rounded");
    assert!(rounded.contains("rounded to a whole number"), "{rounded}");
}
