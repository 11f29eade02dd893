//! How `add_row`, `scale_columns` and `outer` are checked. dfdx refuses a wrong axis where the two lengths differ, and takes
//! it where they are equal, so squares have a group of their own; what is right for squares alone shows in the others.

#[path = "../../solutions/00_start/broadcast.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{add_row, outer, scale_columns};

/// A matrix, and a number for each of its columns.
fn with_row(rows: usize, columns: usize) -> impl Fn(&mut Generator) -> (Matrix, Vector) {
    move |g| (g.matrix(rows, columns), g.vector(columns))
}

/// A number for each row, and one for each column.
fn both(rows: usize, columns: usize) -> impl Fn(&mut Generator) -> (Vector, Vector) {
    move |g| (g.vector(rows), g.vector(columns))
}

/// The matrix of the lesson, with a row for it.
fn lesson(row: [f32; 3]) -> (Matrix, Vector) {
    let matrix = device().tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    (matrix.realize(), vector(&row))
}

fn vector(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

fn constant(number: f32, length: usize) -> Vector {
    vector(&vec![number; length])
}

/// A vector made as large as `matrix` cell by cell: `place(cell, rows, columns)` says which of its numbers stands in a cell.
fn repeated(matrix: &Matrix, row: &Vector, place: fn(usize, usize, usize) -> usize) -> Matrix {
    let ((rows, columns), numbers) = (*matrix.shape(), row.as_vec());
    let cells = (0..rows * columns).map(|cell| numbers[place(cell, rows, columns)]);
    device().tensor_from_vec(cells.collect(), (rows, columns))
}

/// Each number as often as there are rows, then the next one.
fn number_by_number(matrix: &Matrix, row: &Vector) -> Matrix {
    repeated(matrix, row, |cell, rows, _| cell / rows)
}

const NUMBER_BY_NUMBER: &str = "You repeated each number of `row` before the next one came; repeat `row` as a whole, so \
    that 1 2 3 becomes 1 2 3 1 2 3.";
const FACTOR_BY_FACTOR: &str = "You repeated each factor before the next one came; repeat all of them together, so that \
    1 2 3 becomes 1 2 3 1 2 3.";

/// The same for two vectors: `places(cell, rows, columns)` says which two numbers are multiplied in a cell.
fn multiplied(
    column: &Vector,
    row: &Vector,
    places: fn(usize, usize, usize) -> (usize, usize),
) -> Matrix {
    let (column, row) = (column.as_vec(), row.as_vec());
    let shape = (column.len(), row.len());
    let cells = (0..shape.0 * shape.1).map(|cell| {
        let (i, j) = places(cell, shape.0, shape.1);
        column[i] * row[j]
    });
    device().tensor_from_vec(cells.collect(), shape)
}

/// The right numbers, put into the matrix down its columns.
fn column_by_column(column: Vector, row: Vector) -> Matrix {
    multiplied(&column, &row, |cell, rows, _| (cell % rows, cell / rows))
}

const COLUMN_BY_COLUMN: &str = "You filled the matrix column by column; a tensor is filled row by row, so repeat each \
    number of `column`, and `row` as a whole.";

/// `changed` in the first row, the matrix as it was in all others.
fn first_row_only(matrix: Matrix, changed: Matrix) -> Matrix {
    let (shape, columns) = (*matrix.shape(), matrix.shape().1);
    let (matrix, changed) = (matrix.as_vec(), changed.as_vec());
    let numbers = [&changed[..columns], &matrix[columns..]].concat();
    device().tensor_from_vec(numbers, shape)
}

/// `changed` in all rows but the first.
fn but_first_row(matrix: Matrix, changed: Matrix) -> Matrix {
    first_row_only(changed, matrix)
}

fn main() {
    Reference::of("add_row", function(add_row))
        .inputs(["matrix", "row"])
        .parts([("result", close())])
        .wrong(
            "first row only",
            "You added `row` to the first row alone; every row of the matrix gets it.",
            |matrix, row| first_row_only(matrix.clone(), add_row(matrix, row)),
        )
        .wrong(
            "first row left out",
            "You added `row` to every row but the first; rows count from 0, and every one of them \
             gets it.",
            |matrix, row| but_first_row(matrix.clone(), add_row(matrix, row)),
        )
        .wrong(
            "first number for all",
            "You added the first number of `row` everywhere; each column gets one of its own.",
            |matrix, row| matrix + row.as_vec()[0],
        )
        .wrong(
            "matrix left out",
            "You repeated `row` and left the matrix out; add the two.",
            |matrix, row| add_row(matrix * 0.0, row),
        )
        .wrong(
            "subtracted",
            "You subtracted `row`; it is added.",
            |matrix, row| add_row(matrix, -row),
        )
        .wrong(
            "multiplied",
            "You multiplied by `row`; here it is added, and `scale_columns` multiplies.",
            scale_columns,
        )
        .group("on squares")
        .case("a single number", with_row(1, 1))
        .cases(6, |g, i| with_row(2 + i, 2 + i)(g))
        .wrong(
            "axis exchanged",
            "You added one number of `row` all along a row of the matrix; each of them belongs \
             to a column, so every row gets the whole of `row`: the new axis is `Axis<0>`.",
            |matrix, row| {
                let row = repeated(&matrix, &row, |cell, _, columns| cell / columns);
                matrix + row
            },
        )
        .group("on wide tables")
        .case("one row", with_row(1, 4))
        .case("the example of the lesson", |_| lesson([10.0, 20.0, 30.0]))
        .case("a row of zeros", |g| (g.matrix(2, 4), constant(0.0, 4)))
        .cases(8, |g, i| with_row(2 + i / 2, 4 + i)(g))
        .wrong("numbers repeated", NUMBER_BY_NUMBER, |matrix, row| {
            let row = number_by_number(&matrix, &row);
            matrix + row
        })
        .wrong(
            "right for squares only",
            "You began `row` again after as many cells as there are rows, which is right for \
             squares only; it begins again after as many as there are columns.",
            |matrix, row| {
                let row = repeated(&matrix, &row, |cell, rows, _| cell % rows);
                matrix + row
            },
        )
        .group("on tall tables")
        .case("one column", with_row(3, 1))
        .case("a matrix of zeros", |g| {
            (device().zeros_like(&(4, 2)), g.vector(2))
        })
        .case("numbers in the thousands", |g| {
            (g.matrix(4, 3) * 4000.0, g.vector(3) * 4000.0)
        })
        .cases(8, |g, i| with_row(4 + i, 2 + i / 2)(g))
        .wrong("numbers repeated", NUMBER_BY_NUMBER, |matrix, row| {
            let row = number_by_number(&matrix, &row);
            matrix + row
        })
        .and("scale_columns", function(scale_columns))
        .inputs(["matrix", "factors"])
        .parts([("result", close())])
        .wrong(
            "first row only",
            "You multiplied the first row alone; every row of the matrix meets the factors.",
            |matrix, row| first_row_only(matrix.clone(), scale_columns(matrix, row)),
        )
        .wrong(
            "first row left out",
            "You multiplied every row but the first; rows count from 0, and every one of them meets \
             the factors.",
            |matrix, row| but_first_row(matrix.clone(), scale_columns(matrix, row)),
        )
        .wrong(
            "first factor for all",
            "You multiplied the whole matrix by the first factor; each column has a factor of its \
             own.",
            |matrix, factors| matrix * factors.as_vec()[0],
        )
        .wrong(
            "matrix left out",
            "You repeated the factors and left the matrix out; multiply the two.",
            |matrix, row| add_row(matrix * 0.0, row),
        )
        .wrong(
            "added",
            "You added the factors; each column is multiplied by its own.",
            add_row,
        )
        .wrong(
            "divided",
            "You divided by the factors; multiply.",
            |matrix, row| scale_columns(matrix, row.recip()),
        )
        .group("on squares")
        .case("a single number", with_row(1, 1))
        .cases(6, |g, i| with_row(2 + i, 2 + i)(g))
        .wrong(
            "axis exchanged",
            "You multiplied a whole row by one factor; each factor belongs to a column, so every \
             row meets all of them: the new axis is `Axis<0>`.",
            |matrix, row| {
                let row = repeated(&matrix, &row, |cell, _, columns| cell / columns);
                matrix * row
            },
        )
        .group("on wide tables")
        .case("one row", with_row(1, 4))
        .case("the example of the lesson", |_| lesson([1.0, 0.0, -1.0]))
        .case("factors of one", |g| (g.matrix(2, 4), constant(1.0, 4)))
        .cases(8, |g, i| with_row(2 + i / 2, 4 + i)(g))
        .wrong("numbers repeated", FACTOR_BY_FACTOR, |matrix, row| {
            let row = number_by_number(&matrix, &row);
            matrix * row
        })
        .wrong(
            "right for squares only",
            "You began the factors again after as many cells as there are rows, which is right \
             for squares only; they begin again after as many as there are columns.",
            |matrix, row| {
                let row = repeated(&matrix, &row, |cell, rows, _| cell % rows);
                matrix * row
            },
        )
        .group("on tall tables")
        .case("one column", with_row(3, 1))
        .case("factors of zero", |g| (g.matrix(4, 2), constant(0.0, 2)))
        .cases(8, |g, i| with_row(4 + i, 2 + i / 2)(g))
        .wrong("numbers repeated", FACTOR_BY_FACTOR, |matrix, row| {
            let row = number_by_number(&matrix, &row);
            matrix * row
        })
        .and("outer", function(outer))
        .inputs(["column", "row"])
        .parts([("result", close())])
        .wrong(
            "transposed",
            "Your result is transposed; row i belongs to number i of `column`, column j to \
             number j of `row`.",
            |column, row| outer(row, column),
        )
        .wrong(
            "added",
            "You added every number to every other; an outer product multiplies them.",
            |column, row| {
                let shape = (column.shape().0, row.shape().0);
                add_row(column.broadcast_like::<_, Axis<1>>(&shape), row)
            },
        )
        .wrong(
            "row left out",
            "You repeated `column` and left `row` out; multiply the two.",
            |column, row| outer(column, row * 0.0 + 1.0),
        )
        .wrong(
            "column left out",
            "You repeated `row` and left `column` out; multiply the two.",
            |column, row| outer(column * 0.0 + 1.0, row),
        )
        .group("of one length")
        .case("a single number each", both(1, 1))
        .cases(6, |g, i| both(2 + i, 2 + i)(g))
        .wrong(
            "one axis for both",
            "You repeated both vectors down the rows, so each number met one partner; `column` \
             gets its new axis the other way, `Axis<1>`.",
            |column, row| {
                multiplied(&column, &row, |cell, _, columns| {
                    (cell % columns, cell % columns)
                })
            },
        )
        .wrong(
            "the other axis for both",
            "You repeated both vectors along the columns, so each number met one partner; `row` \
             gets its new axis the other way, `Axis<0>`.",
            |column, row| {
                multiplied(&column, &row, |cell, _, columns| {
                    (cell / columns, cell / columns)
                })
            },
        )
        .group("of short and long")
        .case("one number in the column", both(1, 4))
        .case("the example of the lesson", |_| {
            (vector(&[1.0, 2.0]), vector(&[1.0, 2.0, 3.0]))
        })
        .cases(8, |g, i| both(2 + i / 2, 4 + i)(g))
        .wrong("column by column", COLUMN_BY_COLUMN, column_by_column)
        .group("of long and short")
        .case("one number in the row", both(4, 1))
        .case("a row of zeros", |g| (g.vector(4), constant(0.0, 3)))
        .cases(8, |g, i| both(4 + i, 2 + i / 2)(g))
        .wrong("column by column", COLUMN_BY_COLUMN, column_by_column)
        .wrong(
            "right for squares only",
            "You took each number of `column` as often as there are rows, which is right for \
             squares only; it is taken once for each column.",
            |column, row| {
                multiplied(&column, &row, |cell, rows, columns| {
                    (cell / rows, cell % columns)
                })
            },
        )
        .run()
}
