//! Rows without gaps, and columns with mean 0 and deviation 1, both measured on the training rows.

use gradlings::prelude::*;

pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    // Collecting options gives `None` as soon as one of them is.
    let complete: Vec<Vec<f32>> = rows
        .into_iter()
        .filter_map(|row| row.into_iter().collect())
        .collect();
    let shape = (complete.len(), complete[0].len());
    device().tensor_from_vec(complete.concat(), shape)
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    // Multiplying by 0 is what turns a column without deviation into zeros.
    let factors = deviation.as_vec().into_iter();
    let factors = factors.map(|d| if d == 0.0 { 0.0 } else { 1.0 / d });
    let factor = device().tensor_from_vec(factors.collect(), *deviation.shape());

    let transform = |matrix: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&matrix);
        let factor = factor.clone().broadcast_like::<_, Axis<0>>(&matrix);
        (matrix - mean) * factor
    };
    (transform(training), transform(test))
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn gaps_are_zeros(rows: Vec<Vec<Option<f32>>>) -> Matrix {
        let rows = rows.into_iter();
        let filled = rows.map(|row| row.into_iter().map(|cell| Some(cell.unwrap_or(0.0))));
        super::complete_rows(filled.map(Iterator::collect).collect())
    }

    pub fn only_first_cell(rows: Vec<Vec<Option<f32>>>) -> Matrix {
        let rows = rows.into_iter().filter(|row| row[0].is_some());
        gaps_are_zeros(rows.collect())
    }

    pub fn only_empty_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
        let rows = rows.into_iter();
        let rows = rows.filter(|row| row.iter().any(Option::is_some));
        gaps_are_zeros(rows.collect())
    }

    /// `matrix` with the mean and the variance of each column given.
    fn with(matrix: &Matrix, statistics: &[(f32, f32)], constant: Constant) -> Matrix {
        let (_, columns) = *matrix.shape();
        let cells = matrix.as_vec().into_iter().enumerate();
        let cells = cells.map(|(at, x)| {
            let (mean, variance) = statistics[at % columns];
            match constant {
                Constant::Zeros if variance == 0.0 => 0.0,
                Constant::Moved if variance == 0.0 => x - mean,
                _ => (x - mean) / variance.sqrt(),
            }
        });
        device().tensor_from_vec(cells.collect(), *matrix.shape())
    }

    /// What becomes of a column without deviation.
    #[derive(Clone, Copy)]
    enum Constant {
        Zeros,
        Moved,
        Divided,
    }

    fn of_columns(matrix: &Matrix) -> Vec<(f32, f32)> {
        let means: Vector = matrix.clone().mean::<_, Axis<0>>();
        let variances: Vector = matrix.clone().var::<_, Axis<0>>();
        means.as_vec().into_iter().zip(variances.as_vec()).collect()
    }

    pub fn whole_matrix(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let (_, columns) = *training.shape();
        let mean: Scalar = training.clone().mean();
        let variance: Scalar = training.clone().var();
        let statistics = vec![(mean.array(), variance.array()); columns];
        (
            with(&training, &statistics, Constant::Zeros),
            with(&test, &statistics, Constant::Zeros),
        )
    }

    pub fn own_statistics(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        (
            with(&training, &of_columns(&training), Constant::Zeros),
            with(&test, &of_columns(&test), Constant::Zeros),
        )
    }

    pub fn own_statistics_and_zero(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        (
            with(&training, &of_columns(&training), Constant::Divided),
            with(&test, &of_columns(&test), Constant::Divided),
        )
    }

    pub fn both_sets_together(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let ((n, columns), (m, _)) = (*training.shape(), *test.shape());
        let numbers = [training.as_vec(), test.as_vec()].concat();
        let together = device().tensor_from_vec(numbers, (n + m, columns));
        let statistics = of_columns(&together);
        (
            with(&training, &statistics, Constant::Zeros),
            with(&test, &statistics, Constant::Zeros),
        )
    }

    pub fn test_left_alone(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_columns(&training);
        (with(&training, &statistics, Constant::Zeros), test)
    }

    pub fn divided_by_zero(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_columns(&training);
        (
            with(&training, &statistics, Constant::Divided),
            with(&test, &statistics, Constant::Divided),
        )
    }

    pub fn constant_only_moved(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_columns(&training);
        (
            with(&training, &statistics, Constant::Moved),
            with(&test, &statistics, Constant::Moved),
        )
    }

    fn of_sample(training: &Matrix) -> Vec<(f32, f32)> {
        let n = training.shape().0 as f32;
        let statistics = of_columns(training).into_iter();
        let statistics = statistics.map(|(mean, variance)| (mean, variance * n / (n - 1.0)));
        statistics.collect()
    }

    pub fn sample_deviation(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_sample(&training);
        (
            with(&training, &statistics, Constant::Zeros),
            with(&test, &statistics, Constant::Zeros),
        )
    }

    pub fn sample_deviation_and_zero(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_sample(&training);
        (
            with(&training, &statistics, Constant::Divided),
            with(&test, &statistics, Constant::Divided),
        )
    }

    pub fn variance(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_columns(&training).into_iter();
        let statistics: Vec<_> = statistics.map(|(mean, v)| (mean, v * v)).collect();
        (
            with(&training, &statistics, Constant::Zeros),
            with(&test, &statistics, Constant::Zeros),
        )
    }

    pub fn not_centred(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
        let statistics = of_columns(&training).into_iter();
        let statistics: Vec<_> = statistics.map(|(_, variance)| (0.0, variance)).collect();
        (
            with(&training, &statistics, Constant::Zeros),
            with(&test, &statistics, Constant::Zeros),
        )
    }
}

/// Rows of numbers in which about every fifth cell is missing; the first row is complete.
fn with_gaps(g: &mut Generator, rows: usize, columns: usize) -> Vec<Vec<Option<f32>>> {
    let mut gaps: Vec<Vec<Option<f32>>> = (0..rows)
        .map(|_| g.numbers(columns).into_iter().map(Some).collect())
        .collect();
    for row in gaps.iter_mut().skip(1) {
        for cell in row.iter_mut() {
            if g.integer(0..5) == 0 {
                *cell = None;
            }
        }
    }
    gaps
}

/// Numbers of which every column has its own mean and deviation, as measurements do.
fn measurements(g: &mut Generator, rows: usize, columns: usize) -> Matrix {
    let scaled = g.matrix(rows, columns).as_vec().into_iter().enumerate();
    let scaled = scaled.map(|(at, x)| {
        let column = (at % columns) as f32;
        x * (1.0 + column) + 2.0 - 3.0 * column
    });
    device().tensor_from_vec(scaled.collect(), (rows, columns))
}

/// The same, but the last column is the same number in all rows.
fn with_constant(g: &mut Generator, rows: usize, columns: usize, constant: f32) -> Matrix {
    let cells = measurements(g, rows, columns).as_vec().into_iter();
    let cells = cells.enumerate().map(|(at, x)| {
        let last = at % columns == columns - 1;
        if last { constant } else { x }
    });
    device().tensor_from_vec(cells.collect(), (rows, columns))
}

/// The birds whose place in the data set leaves `remainder` when divided by 5.
fn birds(remainders: &[usize]) -> Vec<Vec<Option<f32>>> {
    let birds = penguins::all().into_iter().enumerate();
    let birds = birds.filter(|(at, _)| remainders.contains(&(at % 5)));
    birds
        .map(|(_, bird)| bird.measurements().to_vec())
        .collect()
}

fn main() {
    Reference::of("complete_rows", function(complete_rows))
        .inputs(["rows"])
        .parts([("matrix", exact())])
        .case("nothing missing", |g| {
            let rows = g.rows(2, 3).into_iter();
            (rows.map(|row| row.into_iter().map(Some).collect()).collect(),)
        })
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
        .case("the penguins", |_| (birds(&[0, 1, 2, 3, 4]),))
        .mistake(
            "gaps_are_zeros",
            "You put 0 where a measurement is missing, and 0 is a measurement too; leave out the whole row.",
            function(mistakes::gaps_are_zeros),
        )
        .mistake(
            "only_first_cell",
            "You looked at the first cell of a row only; a gap in any cell is a reason to leave the row out.",
            function(mistakes::only_first_cell),
        )
        .mistake(
            "only_empty_rows",
            "You left out only the rows in which everything is missing; one gap is reason enough.",
            function(mistakes::only_empty_rows),
        )
        .and("standardize", function(standardize))
        .inputs(["training", "test"])
        .parts([("training", close()), ("test", close())])
        .case("one column", |g| {
            (measurements(g, 5, 1), measurements(g, 2, 1))
        })
        .case("two equal training rows: every column is constant", |g| {
            let row = measurements(g, 1, 2).as_vec();
            let twice = device().tensor_from_vec(row.repeat(2), (2, 2));
            (twice, measurements(g, 2, 2))
        })
        .case("one test row", |g| {
            (measurements(g, 6, 2), measurements(g, 1, 2))
        })
        // Four equal numbers have exactly their own mean, in whatever order they are added up.
        .case("a column that is always 5", |g| {
            (with_constant(g, 4, 2, 5.0), with_constant(g, 3, 2, 5.0))
        })
        .case("a column that is constant in the training rows only", |g| {
            (with_constant(g, 4, 3, -2.0), measurements(g, 3, 3))
        })
        .cases(10, |g, i| {
            (
                measurements(g, 5 + 2 * i, 1 + i % 4),
                measurements(g, 2 + i, 1 + i % 4),
            )
        })
        .case("the penguins", |_| {
            (
                complete_rows(birds(&[0, 1, 2, 3])),
                complete_rows(birds(&[4])),
            )
        })
        .mistake(
            "whole_matrix",
            "You used one mean and one deviation for the whole matrix; every column has its own.",
            function(mistakes::whole_matrix),
        )
        .mistake(
            "own_statistics",
            "You transformed the test rows with their own mean and deviation; use those of the training rows for both sets.",
            function(mistakes::own_statistics),
        )
        .mistake(
            "own_statistics_and_zero",
            "You transformed the test rows with their own mean and deviation; use those of the training rows for both sets. After that, look at the columns with deviation 0.",
            function(mistakes::own_statistics_and_zero),
        )
        .mistake(
            "both_sets_together",
            "You worked out mean and deviation over both sets together; the test rows must have no say in them.",
            function(mistakes::both_sets_together),
        )
        .mistake(
            "test_left_alone",
            "You left the test rows as they were; they are transformed too, with the numbers of the training rows.",
            function(mistakes::test_left_alone),
        )
        .mistake(
            "divided_by_zero",
            "You divided by a deviation of 0; a column that is constant in the training rows has to become zeros.",
            function(mistakes::divided_by_zero),
        )
        .mistake(
            "constant_only_moved",
            "You only took the mean off the constant column, so its test rows are not zero; it has to become zeros in both sets.",
            function(mistakes::constant_only_moved),
        )
        .mistake(
            "sample_deviation",
            "You divided the squares by n - 1; the deviation of this exercise divides by n.",
            function(mistakes::sample_deviation),
        )
        .mistake(
            "sample_deviation_and_zero",
            "You divided the squares by n - 1; the deviation of this exercise divides by n. After that, look at the columns with deviation 0.",
            function(mistakes::sample_deviation_and_zero),
        )
        .mistake(
            "variance",
            "You divided by the variance; the deviation is its square root.",
            function(mistakes::variance),
        )
        .mistake(
            "not_centred",
            "You divided by the deviation without taking the mean off first; do both.",
            function(mistakes::not_centred),
        )
        .run()
}
