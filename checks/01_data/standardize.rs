//! How `complete_rows` and `standardize` are checked.

use std::ops::Range;

use gradlings::prelude::*;

#[path = "../../solutions/01_data/standardize.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::{complete_rows, standardize};

/// Rows of which some cells are missing.
type Gaps = Vec<Vec<Option<f32>>>;

/// The rows to keep, with 0 in their gaps.
fn filled(rows: Gaps, keep: fn(&[Option<f32>]) -> bool) -> Matrix {
    let kept = rows.into_iter().filter(|row| keep(row));
    let zeros = kept.map(|row| row.iter().map(|cell| cell.or(Some(0.0))).collect());
    complete_rows(zeros.collect())
}

/// Every cell, changed by `change(column, cell)`.
fn cells(matrix: &Matrix, change: impl Fn(usize, f32) -> f32) -> Matrix {
    let (shape, numbers) = (*matrix.shape(), matrix.as_vec().into_iter().enumerate());
    let changed = numbers.map(|(at, x)| change(at % shape.1, x));
    device().tensor_from_vec(changed.collect(), shape)
}

/// Every cell of both sets, changed by `change(cell, mean, deviation)`; both are those of its column in `training`.
fn both(training: &Matrix, test: &Matrix, change: fn(f32, f32, f32) -> f32) -> (Matrix, Matrix) {
    let means = training.clone().mean::<_, Axis<0>>().as_vec();
    let deviations = training.clone().stddev::<_, Axis<0>>(0.0).as_vec();
    let change = |column: usize, x| change(x, means[column], deviations[column]);
    (cells(training, change), cells(test, change))
}

/// Infinite or no number where the deviation is 0.
fn unguarded(x: f32, mean: f32, deviation: f32) -> f32 {
    (x - mean) / deviation
}

/// The quotient, or `otherwise` where the deviation is 0.
fn divide(x: f32, deviation: f32, otherwise: f32) -> f32 {
    if deviation == 0.0 {
        otherwise
    } else {
        x / deviation
    }
}

/// What comes out when the squares of `n` rows are divided by n - 1.
fn of_sample(n: usize, (training, test): (Matrix, Matrix)) -> (Matrix, Matrix) {
    let factor = ((n as f32 - 1.0) / n as f32).sqrt();
    (training * factor, test * factor)
}

/// Rows of numbers without a gap.
fn whole(g: &mut Generator, rows: usize, columns: usize) -> Gaps {
    let rows = g.rows(rows, columns).into_iter();
    Vec::from_iter(rows.map(|row| row.into_iter().map(Some).collect()))
}

/// Rows in which about every fifth cell is missing; the first row is complete.
fn with_gaps(g: &mut Generator, rows: usize, columns: usize) -> Gaps {
    let mut rows = whole(g, rows, columns);
    for cell in rows.iter_mut().skip(1).flatten() {
        *cell = cell.filter(|_| g.integer(0..5) != 0);
    }
    rows
}

/// The birds whose place in the data set leaves one of `remainders` when divided by 5.
fn birds(remainders: Range<usize>) -> Gaps {
    let birds = penguins::all().into_iter().enumerate();
    let birds = birds.filter(|(at, _)| remainders.contains(&(at % 5)));
    Vec::from_iter(birds.map(|(_, bird)| bird.measurements().to_vec()))
}

/// Numbers of which every column has its own mean and deviation, as measurements do.
fn measurements(g: &mut Generator, rows: usize, columns: usize) -> Matrix {
    let (factor, shift) = (|at| 1.0 + at as f32, |at| 2.0 - 3.0 * at as f32);
    cells(&g.matrix(rows, columns), |at, x| x * factor(at) + shift(at))
}

/// Both sets: `n` training rows and `m` test rows.
fn sets(g: &mut Generator, n: usize, m: usize, columns: usize) -> (Matrix, Matrix) {
    (measurements(g, n, columns), measurements(g, m, columns))
}

/// The same number in all rows of the last column.
fn with_constant(matrix: Matrix, constant: f32) -> Matrix {
    let last = matrix.shape().1 - 1;
    cells(&matrix, |at, x| if at == last { constant } else { x })
}

fn main() {
    Reference::of("complete_rows", function(complete_rows))
        .inputs(["rows"])
        .parts([("matrix", exact())])
        .case("nothing missing", |g| (whole(g, 2, 3),))
        .case("a gap in the last cell of a row", |g| {
            let mut rows = with_gaps(g, 1, 3);
            rows.push(vec![Some(1.0), Some(2.0), None]);
            (rows,)
        })
        .case("a row of gaps only", |g| {
            let mut rows = vec![vec![None; 3]];
            rows.extend(with_gaps(g, 1, 3));
            (rows,)
        })
        .case("zeros are no gaps", |_| {
            (vec![vec![Some(0.0), Some(0.0)], vec![Some(0.0), None]],)
        })
        .cases(10, |g, i| (with_gaps(g, 2 + 2 * i, 1 + i % 4),))
        .case("the penguins", |_| (birds(0..5),))
        .wrong(
            "gaps_are_zeros",
            "You put 0 where a measurement is missing, and 0 is a measurement too; leave out the \
             whole row.",
            |rows| filled(rows, |_| true),
        )
        .wrong(
            "only_first_cell",
            "You looked at the first cell of a row only; a gap in any cell is a reason to leave \
             the row out.",
            |rows| filled(rows, |row| row[0].is_some()),
        )
        .wrong(
            "only_empty_rows",
            "You left out only the rows in which everything is missing; one gap is reason enough.",
            |rows| filled(rows, |row| row.iter().any(Option::is_some)),
        )
        .and("standardize", function(standardize))
        .inputs(["training", "test"])
        .parts([("training", close()), ("test", close())])
        .case("one column", |g| sets(g, 5, 2, 1))
        .case("two equal training rows: every column is constant", |g| {
            let row = measurements(g, 1, 2).as_vec();
            let twice = device().tensor_from_vec(row.repeat(2), (2, 2));
            (twice, measurements(g, 2, 2))
        })
        .case("one test row", |g| sets(g, 6, 1, 2))
        // Four equal numbers have exactly their own mean, in whatever order they are added up.
        .case("a column that is always 5", |g| {
            let (training, test) = sets(g, 4, 3, 2);
            (with_constant(training, 5.0), with_constant(test, 5.0))
        })
        .case("a column that is constant in the training rows only", |g| {
            let (training, test) = sets(g, 4, 3, 3);
            (with_constant(training, -2.0), test)
        })
        .cases(10, |g, i| sets(g, 5 + 2 * i, 2 + i, 1 + i % 4))
        .case("the penguins", |_| {
            (complete_rows(birds(0..4)), complete_rows(birds(4..5)))
        })
        .wrong(
            "whole_matrix",
            "You used one mean and one deviation for the whole matrix; every column has its own.",
            |a, b| {
                let column = |m: &Matrix| m.clone().reshape_like(&(m.as_vec().len(), 1));
                let (x, y) = standardize(column(&a), column(&b));
                (x.reshape_like(a.shape()), y.reshape_like(b.shape()))
            },
        )
        .wrong(
            "own_statistics",
            "You transformed the test rows with their own mean and deviation; use those of the \
             training rows for both sets.",
            |a, b| (standardize(a.clone(), a).0, standardize(b.clone(), b).0),
        )
        .wrong(
            "own_statistics_and_zero",
            "You transformed the test rows with their own mean and deviation; use those of the \
             training rows for both sets. After that, look at the columns with deviation 0.",
            |a, b| (both(&a, &a, unguarded).0, both(&b, &b, unguarded).0),
        )
        .wrong(
            "both_sets_together",
            "You worked out mean and deviation over both sets together; the test rows must have \
             no say in them.",
            |a, b| {
                let all = (a.clone(), b.clone()).concat_along(Axis::<0>);
                (standardize(all.clone(), a).1, standardize(all, b).1)
            },
        )
        .wrong(
            "test_left_alone",
            "You left the test rows as they were; they are transformed too, with the numbers of \
             the training rows.",
            |a, b| (standardize(a, b.clone()).0, b),
        )
        .wrong(
            "divided_by_zero",
            "You divided by a deviation of 0; a column that is constant in the training rows has \
             to become zeros.",
            |a, b| both(&a, &b, unguarded),
        )
        .wrong(
            "constant_only_moved",
            "You only took the mean off the constant column, so its test rows are not zero; it \
             has to become zeros in both sets.",
            |a, b| both(&a, &b, |x, mean, d| divide(x - mean, d, x - mean)),
        )
        .wrong(
            "sample_deviation",
            "You divided the squares by n - 1; the deviation of this exercise divides by n.",
            |a, b| of_sample(a.shape().0, standardize(a, b)),
        )
        .wrong(
            "sample_deviation_and_zero",
            "You divided the squares by n - 1; the deviation of this exercise divides by n. After \
             that, look at the columns with deviation 0.",
            |a, b| of_sample(a.shape().0, both(&a, &b, unguarded)),
        )
        .wrong(
            "variance",
            "You divided by the variance; the deviation is its square root.",
            |a, b| both(&a, &b, |x, mean, d| divide(x - mean, d * d, 0.0)),
        )
        .wrong(
            "not_centred",
            "You divided by the deviation without taking the mean off first; do both.",
            |a, b| both(&a, &b, |x, _, d| divide(x, d, 0.0)),
        )
        .run()
}
