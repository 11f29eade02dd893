// right: plain loops in double precision, column by column; constant columns are found by comparing the numbers themselves
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let mut numbers = Vec::new();
    let mut count = 0;
    for row in &rows {
        if row.iter().all(|cell| cell.is_some()) {
            numbers.extend(row.iter().flatten().copied());
            count += 1;
        }
    }
    let columns = rows[0].len();
    device().tensor_from_vec(numbers, (count, columns))
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let (n, columns) = *training.shape();
    let mut numbers = [training.as_vec(), test.as_vec()];
    for c in 0..columns {
        let column: Vec<f64> = (0..n).map(|r| f64::from(training[[r, c]])).collect();
        let mean = column.iter().sum::<f64>() / n as f64;
        let variance = column.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n as f64;
        let constant = column.iter().all(|x| *x == column[0]);
        for set in &mut numbers {
            for x in set.iter_mut().skip(c).step_by(columns) {
                *x = if constant {
                    0.0
                } else {
                    ((f64::from(*x) - mean) / variance.sqrt()) as f32
                };
            }
        }
    }
    let [first, second] = numbers;
    (
        device().tensor_from_vec(first, *training.shape()),
        device().tensor_from_vec(second, *test.shape()),
    )
}

// right: divides by a deviation in which every 0 has become infinity, so that constant columns come out as 0
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let whole: Vec<Vec<f32>> = rows
        .into_iter()
        .filter(|row| !row.contains(&None))
        .map(|row| row.into_iter().flatten().collect())
        .collect();
    let (height, width) = (whole.len(), whole[0].len());
    device().tensor_from_vec(whole.into_iter().flatten().collect(), (height, width))
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviations: Vec<f32> = training
        .clone()
        .stddev::<_, Axis<0>>(0.0)
        .as_vec()
        .into_iter()
        .map(|d| if d > 0.0 { d } else { f32::INFINITY })
        .collect();
    let deviation: Vector = device().tensor_from_vec(deviations, *mean.shape());
    let on = |set: Matrix| -> Matrix {
        let shape = *set.shape();
        (set - mean.clone().broadcast_like::<_, Axis<0>>(&shape))
            / deviation.clone().broadcast_like::<_, Axis<0>>(&shape)
    };
    (on(training), on(test))
}

// right: Welford's running mean and sum of squares in one pass over the training rows, and helper functions
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let mut kept: Vec<Vec<f32>> = Vec::new();
    'next: for row in rows {
        let mut numbers = Vec::with_capacity(row.len());
        for cell in row {
            match cell {
                Some(number) => numbers.push(number),
                None => continue 'next,
            }
        }
        kept.push(numbers);
    }
    let shape = (kept.len(), kept[0].len());
    device().tensor_from_vec(kept.concat(), shape)
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let (n, columns) = *training.shape();
    let statistics: Vec<(f64, f64)> = (0..columns)
        .map(|c| moments((0..n).map(|r| f64::from(training[[r, c]]))))
        .collect();
    (apply(&training, &statistics), apply(&test, &statistics))
}

fn moments(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let (mut count, mut mean, mut squares) = (0.0, 0.0, 0.0);
    for x in numbers {
        count += 1.0;
        let off = x - mean;
        mean += off / count;
        squares += off * (x - mean);
    }
    (mean, (squares / count).sqrt())
}

fn apply(matrix: &Matrix, statistics: &[(f64, f64)]) -> Matrix {
    let numbers: Vec<f32> = matrix
        .as_vec()
        .into_iter()
        .zip(statistics.iter().cycle())
        .map(|(x, &(mean, deviation))| {
            if deviation == 0.0 {
                0.0
            } else {
                ((f64::from(x) - mean) / deviation) as f32
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *matrix.shape())
}

// wrong, mistake:own_statistics: the test rows are standardized with their own mean and deviation
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let rows: Vec<Vec<f32>> = rows
        .into_iter()
        .filter_map(|row| row.into_iter().collect::<Option<Vec<f32>>>())
        .collect();
    let shape = (rows.len(), rows[0].len());
    device().tensor_from_vec(rows.concat(), shape)
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    (by_itself(training), by_itself(test))
}

fn by_itself(matrix: Matrix) -> Matrix {
    let mean: Vector = matrix.clone().mean::<_, Axis<0>>();
    let deviation: Vector = matrix.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .into_iter()
        .map(|d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factor: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = matrix.clone() - mean.broadcast_like::<_, Axis<0>>(&matrix);
    moved * factor.broadcast_like::<_, Axis<0>>(&matrix)
}

// wrong, mistake:sample_deviation: the deviation is that of a sample, divided by n - 1
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let rows: Vec<Vec<f32>> = rows
        .into_iter()
        .filter_map(|row| row.into_iter().collect::<Option<Vec<f32>>>())
        .collect();
    let shape = (rows.len(), rows[0].len());
    device().tensor_from_vec(rows.concat(), shape)
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let n = training.shape().0 as f32;
    let deviation = deviation * (n / (n - 1.0)).sqrt();
    let factors: Vec<f32> = deviation
        .as_vec()
        .into_iter()
        .map(|d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factor = device().tensor_from_vec(factors, *deviation.shape());
    let transform = |matrix: Matrix| {
        let moved = matrix.clone() - mean.clone().broadcast_like::<_, Axis<0>>(&matrix);
        moved * factor.clone().broadcast_like::<_, Axis<0>>(&matrix)
    };
    (transform(training), transform(test))
}

// wrong, mistake:larger_number_under_the_root: a small number under the root stands in for the check for 0: constant columns blow up in the test rows, and columns of small numbers shrink
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let rows: Vec<Vec<f32>> = rows
        .into_iter()
        .filter_map(|row| row.into_iter().collect::<Option<Vec<f32>>>())
        .collect();
    let shape = (rows.len(), rows[0].len());
    device().tensor_from_vec(rows.concat(), shape)
}

pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(1e-5);
    let transform = |matrix: Matrix| {
        let moved = matrix.clone() - mean.clone().broadcast_like::<_, Axis<0>>(&matrix);
        moved / deviation.clone().broadcast_like::<_, Axis<0>>(&matrix)
    };
    (transform(training), transform(test))
}

// right: column by column in f64, over plain numbers
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let (n, columns) = *training.shape();
    let shape_of_test = *test.shape();
    let (mut known, mut unknown) = (training.as_vec(), test.as_vec());
    for column in 0..columns {
        let values: Vec<f64> = known
            .iter()
            .skip(column)
            .step_by(columns)
            .map(|&x| f64::from(x))
            .collect();
        let mean = values.iter().sum::<f64>() / n as f64;
        let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n as f64;
        let is_constant = values.iter().all(|x| *x == values[0]);
        for numbers in [&mut known, &mut unknown] {
            for x in numbers.iter_mut().skip(column).step_by(columns) {
                *x = match is_constant {
                    true => 0.0,
                    false => ((f64::from(*x) - mean) / variance.sqrt()) as f32,
                };
            }
        }
    }
    (
        device().tensor_from_vec(known, (n, columns)),
        device().tensor_from_vec(unknown, shape_of_test),
    )
}

// right: both sets in one closure, with the factors chosen where the deviation is above 0
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| if d > 0.0 { d.recip() } else { 0.0 })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = |set: Matrix| {
        let shape = *set.shape();
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&shape);
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&shape);
        set * factors.clone() - mean * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// right: the rows are counted off one by one, and their cells unwrapped by flattening
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let columns = rows[0].len();
    let mut numbers: Vec<f32> = vec![];
    for row in &rows {
        let full: Vec<f32> = row.iter().flatten().copied().collect();
        if full.len() == columns {
            numbers.extend(full);
        }
    }
    let n = numbers.len() / columns;
    device().tensor_from_vec(numbers, (n, columns))
}

// wrong, mistake:own_statistics: the test rows are standardized with their own mean and deviation
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let own = |set: Matrix| {
        let mean: Vector = set.clone().mean::<_, Axis<0>>();
        let deviation: Vector = set.clone().stddev::<_, Axis<0>>(0.0);
        let factors: Vec<f32> = deviation
            .as_vec()
            .iter()
            .map(|&d| if d == 0.0 { 0.0 } else { 1.0 / d })
            .collect();
        let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
        let mean = mean.broadcast_like::<_, Axis<0>>(&set);
        let factors = factors.broadcast_like::<_, Axis<0>>(&set);
        (set - mean) * factors
    };
    (own(training), own(test))
}

// wrong, mistake:divided_by_zero: a column without deviation is divided by 0
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let deviation = deviation.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) / deviation
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:small_number_under_the_root: a small number under the root keeps the division finite
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(1e-8);
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let deviation = deviation.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) / deviation
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:constant_only_moved: a column without deviation is divided by 1, so the test rows keep their distance there
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| if d == 0.0 { 1.0 } else { 1.0 / d })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:sample_deviation: the deviation divides by n - 1
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let n = training.shape().0 as f32;
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| {
            if d == 0.0 {
                0.0
            } else {
                1.0 / (d * (n / (n - 1.0)).sqrt())
            }
        })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:variance: the root is forgotten: divided by the variance
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let variance: Vector = training.clone().var::<_, Axis<0>>();
    let factors: Vec<f32> = variance
        .as_vec()
        .iter()
        .map(|&d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *variance.shape());
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:both_sets_together: mean and deviation of the training and the test rows together
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let (n, columns) = *training.shape();
    let mut all = training.as_vec();
    all.extend(test.as_vec());
    let all: Matrix = device().tensor_from_vec(all, (n + test.shape().0, columns));
    let mean: Vector = all.clone().mean::<_, Axis<0>>();
    let deviation: Vector = all.stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = |set: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&set);
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&set);
        (set - mean) * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:not_centred: only divided, the mean is not subtracted
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let moved = |set: Matrix| {
        let factors = factors.clone().broadcast_like::<_, Axis<0>>(&set);
        set * factors
    };
    let training = moved(training);
    (training, moved(test))
}

// wrong, mistake:whole_matrix: one mean and one deviation of all numbers
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let numbers = training.as_vec();
    let n = numbers.len() as f32;
    let mean = numbers.iter().sum::<f32>() / n;
    let deviation = (numbers.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / n).sqrt();
    let factor = if deviation == 0.0 {
        0.0
    } else {
        1.0 / deviation
    };
    ((training - mean) * factor, (test - mean) * factor)
}

// wrong, mistake:test_left_alone: the test rows are left as they are
pub fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors: Vec<f32> = deviation
        .as_vec()
        .iter()
        .map(|&d| if d == 0.0 { 0.0 } else { 1.0 / d })
        .collect();
    let factors: Vector = device().tensor_from_vec(factors, *deviation.shape());
    let mean = mean.broadcast_like::<_, Axis<0>>(&training);
    let factors = factors.broadcast_like::<_, Axis<0>>(&training);
    ((training - mean) * factors, test)
}

// wrong, mistake:gaps_are_zeros: a gap becomes 0 and the row is kept
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let shape = (rows.len(), rows[0].len());
    let numbers = rows
        .concat()
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:only_empty_rows: only rows without any number are left out, the other gaps are 0
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let columns = rows[0].len();
    let kept: Vec<Vec<f32>> = rows
        .into_iter()
        .filter(|row| row.iter().any(Option::is_some))
        .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
        .collect();
    let n = kept.len();
    device().tensor_from_vec(kept.concat(), (n, columns))
}

// wrong, mistake:up_to_the_first_gap: stops at the first row with a gap
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let columns = rows[0].len();
    let kept: Vec<Vec<f32>> = rows
        .into_iter()
        .map_while(|row| row.into_iter().collect::<Option<Vec<f32>>>())
        .collect();
    let n = kept.len();
    device().tensor_from_vec(kept.concat(), (n, columns))
}

// wrong, mistake:only_first_cell: looks for gaps in the first cell only
pub fn complete_rows(rows: Vec<Vec<Option<f32>>>) -> Matrix {
    let columns = rows[0].len();
    let kept: Vec<Vec<f32>> = rows
        .into_iter()
        .filter(|row| row[0].is_some())
        .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
        .collect();
    let n = kept.len();
    device().tensor_from_vec(kept.concat(), (n, columns))
}
