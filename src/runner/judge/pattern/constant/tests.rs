//! The pattern "constant": one number in all places of a case.

use crate::runner::judge::pattern::tests::matrices::{holds, sheet};
use crate::runner::judge::tests::sheets::tensor;

// Right: the elements of `x`.
// Wrong: the number of columns in the place of each.
// Told:  that they are one number, with that of one case.
// Near:  so in all cases but one; another number in the last place of each case.
#[test]
fn one_number_in_the_place_of_all_is_seen() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    let same =
        |rows, columns, _: &[f32]| tensor(&[rows, columns], vec![columns as f32; rows * columns]);
    let but_the_last = |rows, columns, x: &[f32]| {
        let mut data = vec![columns as f32; x.len()];
        data[x.len() - 1] += 1.0;
        tensor(&[rows, columns], data)
    };
    holds(
        sheet(right, same),
        "constant",
        "All elements of the result of `f` are one number in each case, 3 in case 2 of 12, and they have to differ. Look \
         for what is worked out once for all of them, and for a division of whole numbers, which drops what is after the \
         point.",
    );
    sheet(right, but_the_last).fails("values");
}
