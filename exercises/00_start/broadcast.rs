//! # Broadcasting
//!
//! Say you want to add the same numbers to every row of a table, and to multiply every column by a factor of its own. Neither
//! needs a loop. You **broadcast** the small tensor: it is used as if its numbers were repeated along an axis that it lacks.
//!
//! ```text
//! [1, 2, 3], Axis<0> new    [1, 2], Axis<1> new
//!
//!         1 2 3                   1 1 1
//!         1 2 3                   2 2 2
//! ```
//!
//! `row.broadcast_like::<_, Axis<0>>(&matrix)` has the shape of `matrix`, and **the axis that you name is the new one**:
//! `Axis<0>` makes all rows alike, `Axis<1>` all columns. Where there is no matrix yet, a shape will do: `&(2, 3)`. Then
//! `+` and `*` work element by element, as they do on any two tensors of one shape. Row i, column j of the results is
//!
//! ```text
//! add_row        matrix[i][j] + row[j]
//! scale_columns  matrix[i][j] * factors[j]
//! outer          column[i] * row[j]
//! ```
//!
//! The last one, the **outer product**, multiplies every number of one vector by every number of another.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `matrix` | `(rows, columns)` | a table |
//! | `row`, `factors` | `(columns,)` | one number for each column |
//! | `column` | `(rows,)` | one number for each row |
//! | result | `(rows, columns)` | of all three |
//!
//! Worked by hand, with the matrix `[[1, 2, 3], [4, 5, 6]]`: plus the row `[10, 20, 30]` it is `[[11, 22, 33], [14, 25, 36]]`,
//! times the factors `[1, 0, -1]` it is `[[1, 0, -3], [4, 0, -6]]`. The outer product of `[1, 2]` and `[1, 2, 3]` is
//! `[[1, 2, 3], [2, 4, 6]]`.
//!
//! Later exercises add one row of numbers to every example like this, and in `backward` you add outer products up. NumPy
//! and PyTorch broadcast by themselves, from the last axis on. (Harris and others: *Array programming with NumPy*, 2020.)

use course::demo;
use gradlings::prelude::*;

/// The matrix with `row` added to each of its rows.
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    todo!("repeat the row until it has the shape of the matrix, then add")
}

/// The matrix with each column multiplied by its own factor.
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    todo!("repeat the factors, then multiply")
}

/// Every number of `column` times every number of `row`.
pub fn outer(column: Vector, row: Vector) -> Matrix {
    todo!("work out the shape, repeat both, then multiply")
}

fn main() {
    Exercise::new()
        .offer("add_row", function(add_row))
        .offer("scale_columns", function(scale_columns))
        .offer("outer", function(outer))
        .show("what a row does to a matrix", || {
            demo::broadcasts(add_row, scale_columns, outer)
        })
        .serve()
}
