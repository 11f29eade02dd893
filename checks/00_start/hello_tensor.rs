//! How `from_rows`, `size` and `column_means` are checked.

#[path = "../../solutions/00_start/hello_tensor.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{column_means, from_rows, size};

/// Rows and columns of a case: tables that are higher than wide, wider than high and square.
fn shape(case: usize) -> (usize, usize) {
    (1 + case, 1 + (3 * case + 2) % 7)
}

fn main() {
    Reference::of("from_rows", function(from_rows))
        .inputs(["rows"])
        .parts([("matrix", exact())])
        .case("a single number", |g| (g.rows(1, 1),))
        .case("one row", |g| (g.rows(1, 4),))
        .case("one column", |g| (g.rows(3, 1),))
        .cases(12, |g, i| (g.rows(shape(i).0, shape(i).1),))
        .wrong(
            "shape_swapped",
            "You gave the shape as (columns, rows); it is (rows, columns).",
            |rows| device().tensor_from_vec(rows.concat(), (rows[0].len(), rows.len())),
        )
        .wrong(
            "last_row_lost",
            "You left out the last row; the matrix has all of them.",
            |rows| {
                let kept = &rows[..rows.len() - 1];
                device().tensor_from_vec(kept.concat(), (kept.len(), rows[0].len()))
            },
        )
        .wrong(
            "transposed",
            "Your rows became columns; row 0 of the input has to be row 0 of the matrix.",
            |rows| from_rows(rows).permute(),
        )
        .wrong(
            "column_by_column",
            "You put the numbers in one column after the other; a tensor is filled row by row.",
            |rows| {
                let shape = (rows.len(), rows[0].len());
                let columns: Matrix = from_rows(rows).permute();
                device().tensor_from_vec(columns.as_vec(), shape)
            },
        )
        .and("size", function(size))
        .inputs(["matrix"])
        .parts([("rows", exact()), ("columns", exact())])
        .case("a single number", |g| (g.matrix(1, 1),))
        .case("one row", |g| (g.matrix(1, 4),))
        .cases(12, |g, i| (g.tensor(shape(i)),))
        .wrong(
            "size_swapped",
            "You answered with the columns first; the rows come first, as in the shape.",
            |matrix| (matrix.shape().1, matrix.shape().0),
        )
        .and("column_means", function(column_means))
        .inputs(["matrix"])
        .parts([("means", close())])
        .case("a single number", |g| (g.matrix(1, 1),))
        .case("one row", |g| (g.matrix(1, 4),))
        .case("one column", |g| (g.matrix(3, 1),))
        .case("all zeros", |_| (device().zeros_like(&(3, 2)),))
        .case("a zero in every column", |_| {
            (from_rows(vec![
                vec![0.0, 6.0],
                vec![3.0, 0.0],
                vec![6.0, 9.0],
            ]),)
        })
        .case("numbers in the thousands", |g| (g.matrix(4, 3) * 4000.0,))
        .cases(12, |g, i| (g.tensor(shape(i)),))
        .wrong(
            "row_means",
            "You took the mean of each row; the rows have to disappear, and that is `Axis<0>`.",
            |matrix| matrix.mean::<_, Axis<1>>(),
        )
        .wrong(
            "column_sums",
            "You added up each column; the mean also divides by the number of rows.",
            |matrix| matrix.sum::<_, Axis<0>>(),
        )
        .wrong(
            "zeros_left_out",
            "You left the zeros out of the mean; a zero is a number like any other, so divide by \
             the number of all rows.",
            |matrix| {
                let (rows, columns) = *matrix.shape();
                let numbers = matrix.as_vec();
                let mean = |column: usize| {
                    let column = (0..rows).map(|row| numbers[row * columns + column]);
                    let (sum, count) = column
                        .filter(|x| *x != 0.0)
                        .fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
                    if count == 0.0 { 0.0 } else { sum / count }
                };
                device().tensor_from_vec((0..columns).map(mean).collect(), (columns,))
            },
        )
        .wrong(
            "divided_by_columns",
            "You divided by the number of columns; the sum runs over the rows: divide by those.",
            |matrix| matrix.clone().sum::<_, Axis<0>>() / matrix.shape().1 as f32,
        )
        .run()
}
