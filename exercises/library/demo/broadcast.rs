//! What becomes of a small tensor beside a large one: a row added, columns scaled, an outer product.

use gradlings::prelude::*;

const ROWS: usize = 8;
const COLUMNS: usize = 16;

fn vector(length: usize, number: impl Fn(usize) -> f32) -> Vector {
    device().tensor_from_vec((0..length).map(number).collect(), (length,))
}

/// 1 at the place `top` of `length`, less and less beside it, and 0 from a distance of 4 on.
fn bump(length: usize, top: f32) -> Vector {
    vector(length, |at| (1.0 - (at as f32 - top).abs() / 4.0).max(0.0))
}

/// A matrix that grows from row to row, from 0 to 1.
fn steps() -> Matrix {
    let number = |cell| (cell / COLUMNS) as f32 / (ROWS - 1) as f32;
    device().tensor_from_vec((0..ROWS * COLUMNS).map(number).collect(), (ROWS, COLUMNS))
}

/// Shows three matrices of 8 rows and 16 columns while the vectors beside them change: a row with a bump that travels
/// to the right, added to a matrix that grows downwards; factors that are 1 up to a place and 0 behind it, on the same
/// matrix; and the outer product of two bumps, a spot that travels with both.
///
/// `add_row` and `scale_columns` get that matrix and 16 numbers, `outer` gets 8 numbers and 16.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// let outer = |_column: Vector, _row: Vector| device().zeros_like(&(8, 16));
/// demo::broadcasts(|matrix, _row| matrix, |matrix, _factors| matrix, outer);
/// ```
pub fn broadcasts(
    add_row: impl Fn(Matrix, Vector) -> Matrix,
    scale_columns: impl Fn(Matrix, Vector) -> Matrix,
    outer: impl Fn(Vector, Vector) -> Matrix,
) {
    report::note(
        "the matrix grows from row to row; what is added or multiplied is the same for all of its rows",
    );
    for step in 0..COLUMNS {
        let sums = add_row(steps(), bump(COLUMNS, step as f32));
        report::heat_map("a row added to every row", step, &sums);
        let open = vector(COLUMNS, |at| f32::from(u8::from(at <= step)));
        let scaled = scale_columns(steps(), open);
        report::heat_map("columns times 1, then times 0", step, &scaled);
        let down = (step * (ROWS - 1)) as f32 / (COLUMNS - 1) as f32;
        let spot = outer(bump(ROWS, down), bump(COLUMNS, step as f32));
        report::heat_map("the outer product of two bumps", step, &spot);
    }
}
