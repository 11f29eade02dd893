//! The pattern "proportion": each row is the right one times a number of its own.

use crate::runner::judge::pattern::tests::matrices::sheet;
use crate::runner::judge::tests::sheets::{Sheet, tensor};

// Right: the matrix `x`.
// Wrong: each row times a factor of its own.
// Told:  that it is so within each row.
// Near:  one factor for all rows of a case.
#[test]
fn rows_with_the_same_factor_are_not_said_to_have_one_each() {
    fn scaled(x: &[f32], factor: impl Fn(usize) -> f32) -> Vec<f32> {
        x.iter().enumerate().map(|(at, x)| x * factor(at)).collect()
    }
    let of = |yours: fn(usize, usize, &[f32]) -> Vec<f32>| {
        sheet(
            |rows, columns, x| tensor(&[rows, columns], x.to_vec()),
            move |rows, columns, x| tensor(&[rows, columns], yours(rows, columns, x)),
        )
    };
    // A case whose rows are too short to tell anything, and whose largest element is 0.
    let zeros = |sheet: Sheet| {
        let x = || tensor(&[2, 2], vec![0.0; 4]);
        sheet.case(vec![x()], x(), tensor(&[2, 2], vec![f32::NAN; 4]))
    };
    let each = of(|_, columns, x| scaled(x, |at| 2.0 + (at / columns + x.len()) as f32));
    assert!(
        zeros(each)
            .fails("proportion")
            .starts_with("Within each row")
    );
    let whole = of(|_, _, x| scaled(x, |_| 2.0 + x.len() as f32));
    zeros(whole).fails("values");
}
