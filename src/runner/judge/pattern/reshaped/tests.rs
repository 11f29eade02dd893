//! The pattern "reshaped": the right numbers under another shape, or laid out along the wrong axes.

use crate::runner::judge::pattern::tests::matrices::{holds, sheet, transpose};
use crate::runner::judge::tests::sheets::{tensor, vector};

// Right: the transpose of `x`.
// Wrong: the elements of `x` as they are, under the shape of the transpose.
// Told:  a reshape stands in the place of a permutation.
// Near:  so in all cases but one.
#[test]
fn a_reshape_in_the_place_of_a_transpose_is_seen() {
    holds(
        sheet(transpose, |rows, columns, x| {
            tensor(&[columns, rows], x.to_vec())
        }),
        "reshaped",
        "The numbers of the result of `f` are right and the shape is, but they are laid out along the wrong axes: a \
         reshape stands where the axes have to be permuted.",
    );
}

// Right: the matrix `x`.
// Wrong: its elements in one line.
// Told:  the numbers are right, and the shape is not; in the case that is told, an axis of length 1 is missing.
// Near:  the same in reverse order: the shapes alone are told.
#[test]
fn the_right_numbers_under_another_shape_are_told_from_others() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    let line = sheet(right, |_, _, x| vector(x)).fails("shape");
    assert_eq!(
        line,
        "The numbers of the result of `f` are right and in the right order, but it has shape [2]; [1, 2] is expected. An \
         axis of length 1 is missing."
    );
    let reversed = sheet(right, |_, _, x| {
        vector(x.iter().rev().copied().collect::<Vec<_>>())
    });
    assert_eq!(
        reversed.fails("shape"),
        "The result of `f` has shape [2]; [1, 2] is expected."
    );
}
