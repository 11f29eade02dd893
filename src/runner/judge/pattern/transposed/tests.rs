//! The pattern "transposed": rows and columns changed places.

use crate::runner::judge::pattern::tests::matrices::{but_for_one, sheet, transpose};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, tensor};

// Right: the matrix `x`.
// Wrong: its transpose.
// Told:  it is transposed, with both shapes.
#[test]
fn a_transposed_matrix_is_seen() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    assert_eq!(
        sheet(right, transpose).fails("transposed"),
        "The values of the result of `f` are right but transposed: yours has shape [2, 1], [1, 2] is expected. Rows \
         and columns changed places."
    );
}

// Right: the matrix `x`.
// Near:  its transpose in all cases but one, which has only the shape of it.
// Told:  the two shapes.
#[test]
fn a_matrix_of_the_transposed_shape_with_other_values_in_one_case_is_not_called_transposed() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    let message = but_for_one(sheet(right, transpose)).fails("shape");
    assert_eq!(
        message,
        "The result of `f` has shape [2, 1]; [1, 2] is expected."
    );
}

// Right: the square matrix `x`.
// Wrong: its transpose.
// Told:  it is transposed, and nothing of shapes, which are the same.
#[test]
fn a_transposed_square_matrix_is_seen() {
    let mut random = Random(5);
    let sheet = (2..6).fold(Sheet::of(CLOSE), |sheet, n| {
        let x = random.vector(n * n);
        let right = tensor(&[n, n], x.clone());
        sheet.case(vec![right.clone()], right, transpose(n, n, &x))
    });
    assert_eq!(
        sheet.fails("transposed"),
        "The values of the result of `f` are right but transposed. Rows and columns changed places."
    );
}
