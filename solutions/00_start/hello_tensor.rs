//! # Hello, tensor
//!
//! Everything in deep learning is arithmetic on **tensors**: boxes of numbers with a **shape**. A single number has
//! shape `()`, a row of n numbers shape `(n,)`, a table shape `(rows, columns)`. By custom, a row of a table is one
//! example (a bird, a picture) and a column is one thing that was measured of all of them.
//!
//! The course has short names for these three kinds of tensors, all of them made of `f32`:
//!
//! | name | shape | is |
//! |---|---|---|
//! | `Scalar` | `()` | one number |
//! | `Vector` | `(n,)` | numbers in a row |
//! | `Matrix` | `(rows, columns)` | a table |
//!
//! The memory behind a tensor is one long row of numbers. dfdx, the library you will use, fills it **row by row**: all
//! of row 0, then all of row 1, and so on. So a matrix needs the numbers in that order, and its shape:
//!
//! ```text
//! device().tensor_from_vec(
//!     vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], (2, 3))
//!
//! is    1 2 3
//!       4 5 6
//! ```
//!
//! `device()` is where the tensors of the course live: the processor of this computer. `.shape()` of a matrix is a
//! reference to its two lengths, `&(2, 3)` here.
//!
//! An operation that turns many numbers into fewer has to know which direction disappears. Directions are called axes
//! and numbered from 0: `Axis<0>` runs down the rows, `Axis<1>` along the columns. `.sum::<_, Axis<1>>()` adds along
//! the columns, so that one number per *row* is left: `[6, 15]` above. The `_` is the new shape, which Rust works out.
//!
//! The mean of each *column* of the matrix above, the sum divided by the number of rows, is `[2.5, 3.5, 4.5]`.

use gradlings::prelude::*;

/// The matrix with these rows. There is at least one row, and all are equally long.
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let shape = (rows.len(), rows[0].len());
    device().tensor_from_vec(rows.concat(), shape)
}

/// How many rows `matrix` has, and how many columns, in this order.
pub fn size(matrix: Matrix) -> (usize, usize) {
    *matrix.shape()
}

/// The mean of each column: one number per column.
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.mean::<_, Axis<0>>()
}

fn main() {
    Exercise::new()
        .offer("from_rows", function(from_rows))
        .offer("size", function(size))
        .offer("column_means", function(column_means))
        .serve()
}
