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

// wrong, values: a small number under the root stands in for the check for 0: constant columns blow up in the test rows, and columns of small numbers shrink
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
