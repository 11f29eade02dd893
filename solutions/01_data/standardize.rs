//! # Standardize
//!
//! The penguins of this course have four measurements: three lengths in millimetres and a weight in grams. A weight
//! differs by 800 from bird to bird, the depth of a bill by 2. A model would listen to the weight alone, just because
//! of its unit. So every column is **standardized**: moved and stretched until its mean is 0 and its deviation 1.
//!
//! ```text
//! mean      = (x_0 + x_1 + ...) / n
//! deviation = sqrt(((x_0 - mean)^2 + ...) / n)
//! z_i       = (x_i - mean) / deviation
//! ```
//!
//! The sums go over the n rows of one column, and the deviation divides by n, not by n - 1.
//!
//! Two things are easy to get wrong. **Whose mean?** A model is trained on one set of rows and tested on others, which
//! stand for birds that nobody has seen yet. Their mean is not known in advance, so mean and deviation come from the
//! training rows, and *both* sets are transformed with them. **No deviation?** A column that is the same number in all
//! training rows has deviation 0 and tells birds apart by nothing. It becomes zeros, in both sets.
//!
//! First the rows must be fit for arithmetic. Where a measurement is missing, the cell is `None`, and a row with a
//! `None` is left out whole.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `training`, `test` | `(n, columns)`, `(m, columns)` | the same columns of two sets of birds |
//! | result | `(n, columns)`, `(m, columns)` | both sets, standardized |
//!
//! Worked by hand, with one column: training 1 and 5 have mean 3 and deviation `sqrt((4 + 4) / 2)` = 2, so they become
//! -1 and 1; a test row of 6 becomes `(6 - 3) / 2` = 1.5.
//!
//! `.mean::<_, Axis<0>>()` and `.stddev::<_, Axis<0>>(0.0)` give one number per column (the 0.0 is added under the
//! root; leave it). dfdx subtracts only equal shapes, so such a vector is first repeated in every row:
//! `mean.broadcast_like::<_, Axis<0>>(&matrix)` has the shape of `matrix`, and `Axis<0>` is the axis that is new.

use gradlings::prelude::*;

/// The rows without a gap, in their order. At least one row has none.
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    // Collecting options gives `None` as soon as one of them is.
    let complete: Vec<Vec<f32>> = rows
        .into_iter()
        .filter_map(|row| row.into_iter().collect())
        .collect();
    let shape = (complete.len(), complete[0].len());
    device().tensor_from_vec(complete.concat(), shape)
}

/// Both sets, every column moved by the mean and divided by the deviation that it has in `training`.
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

fn main() {
    Exercise::new()
        .offer("complete_rows", function(complete_rows))
        .offer("standardize", function(standardize))
        .serve()
}
