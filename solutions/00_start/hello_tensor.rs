//! A tensor from rows, its shape, and the mean of each column.

use gradlings::prelude::*;

pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let shape = (rows.len(), rows[0].len());
    device().tensor_from_vec(rows.concat(), shape)
}

pub fn size(matrix: Matrix) -> (usize, usize) {
    *matrix.shape()
}

pub fn column_means(matrix: Matrix) -> Vector {
    matrix.mean::<_, Axis<0>>()
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn shape_swapped(rows: Vec<Vec<f32>>) -> Matrix {
        let shape = (rows[0].len(), rows.len());
        device().tensor_from_vec(rows.concat(), shape)
    }

    pub fn transposed(rows: Vec<Vec<f32>>) -> Matrix {
        super::from_rows(rows).permute()
    }

    pub fn column_by_column(rows: Vec<Vec<f32>>) -> Matrix {
        let (height, width) = (rows.len(), rows[0].len());
        let numbers = (0..width).flat_map(|column| rows.iter().map(move |row| row[column]));
        device().tensor_from_vec(numbers.collect(), (height, width))
    }

    pub fn size_swapped(matrix: Matrix) -> (usize, usize) {
        let (rows, columns) = *matrix.shape();
        (columns, rows)
    }

    pub fn row_means(matrix: Matrix) -> Vector {
        matrix.mean::<_, Axis<1>>()
    }

    pub fn column_sums(matrix: Matrix) -> Vector {
        matrix.sum::<_, Axis<0>>()
    }

    pub fn divided_by_columns(matrix: Matrix) -> Vector {
        let (_, columns) = *matrix.shape();
        matrix.sum::<_, Axis<0>>() / columns as f32
    }
}

fn main() {
    // Tables that are higher than wide, wider than high and square.
    let size_of_case = |number: usize| (1 + number, 1 + (3 * number + 2) % 7);

    Reference::of("from_rows", function(from_rows))
        .inputs(["rows"])
        .parts([("matrix", exact())])
        .case("a single number", |g| (g.rows(1, 1),))
        .case("one row", |g| (g.rows(1, 4),))
        .case("one column", |g| (g.rows(3, 1),))
        .cases(12, move |g, i| {
            let (rows, columns) = size_of_case(i);
            (g.rows(rows, columns),)
        })
        .mistake(
            "shape_swapped",
            "You gave the shape as (columns, rows); it is (rows, columns).",
            function(mistakes::shape_swapped),
        )
        .mistake(
            "transposed",
            "Your rows became columns; row 0 of the input has to be row 0 of the matrix.",
            function(mistakes::transposed),
        )
        .mistake(
            "column_by_column",
            "You put the numbers in one column after the other; a tensor is filled row by row.",
            function(mistakes::column_by_column),
        )
        .and("size", function(size))
        .inputs(["matrix"])
        .parts([("rows", exact()), ("columns", exact())])
        .case("a single number", |g| (g.matrix(1, 1),))
        .case("one row", |g| (g.matrix(1, 4),))
        .cases(12, move |g, i| {
            let (rows, columns) = size_of_case(i);
            (g.matrix(rows, columns),)
        })
        .mistake(
            "size_swapped",
            "You answered with the columns first; the rows come first, as in the shape.",
            function(mistakes::size_swapped),
        )
        .and("column_means", function(column_means))
        .inputs(["matrix"])
        .parts([("means", close())])
        .case("a single number", |g| (g.matrix(1, 1),))
        .case("one row", |g| (g.matrix(1, 4),))
        .case("one column", |g| (g.matrix(3, 1),))
        .case("all zeros", |_| (device().zeros_like(&(3, 2)),))
        .case("numbers in the thousands", |g| (g.matrix(4, 3) * 4000.0,))
        .cases(12, move |g, i| {
            let (rows, columns) = size_of_case(i);
            (g.matrix(rows, columns),)
        })
        .mistake(
            "row_means",
            "You took the mean of each row; `Axis<0>` is the one that has to disappear, so that one number per column is left.",
            function(mistakes::row_means),
        )
        .mistake(
            "column_sums",
            "You added up each column; the mean also divides by the number of rows.",
            function(mistakes::column_sums),
        )
        .mistake(
            "divided_by_columns",
            "You divided by the number of columns; each sum runs over the rows, so divide by how many rows there are.",
            function(mistakes::divided_by_columns),
        )
        .run()
}
