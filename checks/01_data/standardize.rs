//! How `complete_rows` and `standardize` are checked.

#[path = "../../solutions/01_data/standardize.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::penguins;
use gradlings::prelude::*;
use solution::{complete_rows, standardize};

const SMALL_NUMBER: &str = "You keep the division finite with a small number, so the test rows of a constant column \
                            become large; where the deviation is 0, both sets become zeros.";

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
fn both(training: Matrix, test: Matrix, change: fn(f32, f32, f32) -> f32) -> (Matrix, Matrix) {
    let means = training.clone().mean::<_, Axis<0>>().as_vec();
    let deviations = training.clone().stddev::<_, Axis<0>>(0.0).as_vec();
    let change = |column: usize, x| change(x, means[column], deviations[column]);
    (cells(&training, change), cells(&test, change))
}

/// `standardize` without a look at the deviation.
fn unguarded(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    both(training, test, |x, mean, d| (x - mean) / d)
}

/// 1 divided by a deviation, or 0 where that is 0.
fn inverse(d: f32) -> f32 {
    Some(d).filter(|&d| d != 0.0).map_or(0.0, f32::recip)
}

/// What comes out when the squares of `n` rows are divided by n - 1.
fn of_sample(n: usize, (training, test): (Matrix, Matrix)) -> (Matrix, Matrix) {
    let factor = ((n as f32 - 1.0) / n as f32).sqrt();
    (training * factor, test * factor)
}

/// Rows in which about every fifth cell is missing; the first `whole` rows are complete.
fn partial(g: &mut Generator, whole: usize, rows: usize, columns: usize) -> Gaps {
    let numbers = g.rows(rows, columns).into_iter().enumerate();
    let mut cell = |row, x| (row < whole || g.integer(0..5) != 0).then_some(x);
    let row = |(at, row): (usize, Vec<f32>)| row.into_iter().map(|x| cell(at, x)).collect();
    numbers.map(row).collect()
}

/// The birds whose place in the data set leaves one of these remainders when divided by 5.
fn birds(remainders: &[usize]) -> Gaps {
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

/// Measurements with the same number in all rows of the last column.
fn constant(g: &mut Generator, rows: usize, columns: usize, number: f32) -> Matrix {
    let change = |at, x| if at == columns - 1 { number } else { x };
    cells(&measurements(g, rows, columns), change)
}

fn main() {
    Reference::of("complete_rows", function(complete_rows))
        .inputs(["rows"])
        .parts([("matrix", exact())])
        .case("nothing missing", |g| (partial(g, 2, 2, 3),))
        .case("a gap in the last cell of a row", |g| {
            ([partial(g, 1, 1, 3), vec![vec![Some(1.0), Some(2.0), None]]].concat(),)
        })
        .case("a row of gaps only", |g| {
            ([vec![vec![None; 3]], partial(g, 1, 1, 3)].concat(),)
        })
        .case("zeros are no gaps", |_| {
            (vec![vec![Some(0.0), Some(0.0)], vec![Some(0.0), None]],)
        })
        .cases(10, |g, i| (partial(g, 1, 2 + 2 * i, 1 + i % 4),))
        .case("the penguins", |_| (birds(&[0, 1, 2, 3, 4]),))
        .wrong(
            "gaps_are_zeros",
            "You put 0 where a cell is missing, and 0 is a measurement too; leave out the row.",
            |rows| filled(rows, |_| true),
        )
        .wrong(
            "only_first_cell",
            "You looked at the first cell of a row only; a gap in any cell leaves the row out.",
            |rows| filled(rows, |row| row[0].is_some()),
        )
        .wrong(
            "up_to_the_first_gap",
            "You stopped at the first row with a gap; leave that row out, and go on with the next.",
            |rows| {
                let columns = rows[0].len();
                let kept = rows.into_iter();
                let kept = kept.map_while(|row| row.into_iter().collect::<Option<Vec<f32>>>());
                let kept = Vec::from_iter(kept);
                device().tensor_from_vec(kept.concat(), (kept.len(), columns))
            },
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
            let (row, test) = sets(g, 1, 2, 2);
            ((row.clone(), row).concat_along(Axis::<0>), test)
        })
        .case("one test row", |g| sets(g, 6, 1, 2))
        // Four equal numbers have exactly their own mean, in whatever order they are added up.
        .case("a column that is always 5", |g| {
            (constant(g, 4, 2, 5.0), constant(g, 3, 2, 5.0))
        })
        .case("a column that is constant in the training rows only", |g| {
            (constant(g, 4, 3, -2.0), measurements(g, 3, 3))
        })
        .case("columns of years", |g| {
            let years = |m: Matrix| m * 2.0 + 2000.0;
            (years(g.matrix(12, 3)), years(g.matrix(3, 3)))
        })
        .case("a column of thousandths", |g| {
            let (training, test) = sets(g, 6, 3, 1);
            (training * 0.001, test * 0.001)
        })
        .cases(10, |g, i| sets(g, 5 + 2 * i, 2 + i, 1 + i % 4))
        .case("the penguins", |_| {
            [birds(&[0, 1, 2, 3]), birds(&[4])]
                .map(complete_rows)
                .into()
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
            "You gave the test rows a mean of their own; both sets use that of the training rows.",
            |a, b| (standardize(a.clone(), a).0, standardize(b.clone(), b).0),
        )
        .wrong(
            "own_statistics_and_zero",
            "You transformed the test rows with their own mean and deviation; use those of the \
             training rows for both sets. After that, look at the columns with deviation 0.",
            |a, b| (unguarded(a.clone(), a).0, unguarded(b.clone(), b).0),
        )
        .wrong(
            "both_sets_together",
            "You measured both sets together; mean and deviation come from the training rows.",
            |a, b| {
                let all = (a.clone(), b.clone()).concat_along(Axis::<0>);
                (standardize(all.clone(), a).1, standardize(all, b).1)
            },
        )
        .wrong(
            "test_left_alone",
            "You left the test rows as they were; the training rows' numbers transform them too.",
            |a, b| (standardize(a, b.clone()).0, b),
        )
        .wrong(
            "divided_by_zero",
            "You divided by a deviation of 0; a column that is constant in training becomes zeros.",
            unguarded,
        )
        .wrong(
            "constant_only_moved",
            "You only took the mean off the constant column, so its test rows are not zero; it \
             has to become zeros in both sets.",
            |a, b| both(a, b, |x, mean, d| (x - mean) / (d + f32::from(d == 0.0))),
        )
        .wrong("small_number_under_the_root", SMALL_NUMBER, |a, b| {
            both(a, b, |x, mean, d| (x - mean) / (d * d + 1e-8).sqrt())
        })
        .wrong("larger_number_under_the_root", SMALL_NUMBER, |a, b| {
            both(a, b, |x, mean, d| (x - mean) / (d * d + 1e-5).sqrt())
        })
        .wrong("small_number_added", SMALL_NUMBER, |a, b| {
            both(a, b, |x, mean, d| (x - mean) / (d + 1e-8))
        })
        .wrong("larger_number_added", SMALL_NUMBER, |a, b| {
            both(a, b, |x, mean, d| (x - mean) / (d + 1e-6))
        })
        .wrong(
            "small_is_none",
            "You took a small deviation for none; only a column whose deviation is exactly 0 is \
             constant.",
            |a, b| both(a, b, |x, mean, d| if d < 0.1 { 0.0 } else { (x - mean) / d }),
        )
        .wrong(
            "one_pass",
            "You worked the deviation out as the mean of the squares less the square of the mean. \
             Beside a large mean, hardly a digit of that is left in `f32`: take the mean off first, \
             then square.",
            |a, b| {
                let square_of_mean = a.clone().mean::<_, Axis<0>>().square();
                let variance = a.clone().square().mean::<_, Axis<0>>() - square_of_mean;
                let deviations = variance.as_vec();
                let means = a.clone().mean::<_, Axis<0>>().as_vec();
                let change = |column: usize, x: f32| {
                    (x - means[column]) * inverse(deviations[column].max(0.0).sqrt())
                };
                (cells(&a, change), cells(&b, change))
            },
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
            |a, b| of_sample(a.shape().0, unguarded(a, b)),
        )
        .wrong(
            "variance",
            "You divided by the variance; the deviation is its square root.",
            |a, b| both(a, b, |x, mean, d| (x - mean) * inverse(d * d)),
        )
        .wrong(
            "not_centred",
            "You divided by the deviation without taking the mean off first; do both.",
            |a, b| both(a, b, |x, _, d| x * inverse(d)),
        )
        .run()
}
