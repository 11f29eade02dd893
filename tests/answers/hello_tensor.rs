// right: numbers pushed one by one, the shape taken apart, a sum divided by the number of rows
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let columns = rows[0].len();
    let mut numbers = Vec::with_capacity(rows.len() * columns);
    for row in &rows {
        for number in row {
            numbers.push(*number);
        }
    }
    device().tensor_from_vec(numbers, (rows.len(), columns))
}

pub fn size(matrix: Matrix) -> (usize, usize) {
    let (rows, columns) = *matrix.shape();
    (rows, columns)
}

pub fn column_means(matrix: Matrix) -> Vector {
    let rows = matrix.shape().0 as f32;
    let sums: Vector = matrix.sum::<_, Axis<0>>();
    sums / rows
}

// right: a matrix of zeros filled cell by cell, means by loops over plain numbers in double precision
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let (height, width) = (rows.len(), rows[0].len());
    let mut matrix: Matrix = device().zeros_like(&(height, width));
    for (r, row) in rows.iter().enumerate() {
        for (c, &value) in row.iter().enumerate() {
            matrix[[r, c]] = value;
        }
    }
    matrix
}

pub fn size(matrix: Matrix) -> (usize, usize) {
    let shape = matrix.shape();
    (shape.0, shape.1)
}

pub fn column_means(matrix: Matrix) -> Vector {
    let (rows, columns) = *matrix.shape();
    let mut sums = vec![0.0_f64; columns];
    for (place, number) in matrix.as_vec().into_iter().enumerate() {
        sums[place % columns] += f64::from(number);
    }
    let means: Vec<f32> = sums.iter().map(|sum| (sum / rows as f64) as f32).collect();
    device().tensor_from_vec(means, (columns,))
}

// right: the means as a product of a row of 1 / n with the matrix, the numbers flattened by an iterator
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let shape = (rows.len(), rows.first().map_or(0, Vec::len));
    let numbers: Vec<f32> = rows.into_iter().flatten().collect();
    device().tensor_from_vec(numbers, shape)
}

pub fn column_means(matrix: Matrix) -> Vector {
    let (rows, _) = *matrix.shape();
    let shares: Vector = device().tensor_from_vec(vec![1.0 / rows as f32; rows], (rows,));
    shares.matmul(matrix)
}

// right: turns the matrix first and then takes the mean along the other axis
pub fn column_means(matrix: Matrix) -> Vector {
    let turned: Matrix = matrix.permute::<_, Axes2<1, 0>>();
    turned.mean::<_, Axis<1>>()
}

// wrong, mistake:row_means: the mean is taken along axis 1, so it is one number per row and not per column
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.mean::<_, Axis<1>>()
}

// wrong, mistake:column_sums: adds up the columns and forgets to divide by the number of rows
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.sum::<_, Axis<0>>()
}

// wrong, not_finite: divides by the number of rows minus 1, as for a sample deviation; one row divides by 0
pub fn column_means(matrix: Matrix) -> Vector {
    let (rows, _) = *matrix.shape();
    let sums: Vector = matrix.sum::<_, Axis<0>>();
    sums / (rows as f32 - 1.0)
}

// wrong, rows: treats the first row as a header and leaves it out of the matrix
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let width = rows[0].len();
    let numbers: Vec<f32> = rows.iter().skip(1).flatten().copied().collect();
    device().tensor_from_vec(numbers, (rows.len() - 1, width))
}

// wrong: size is the answer of the example in the lesson, whatever the matrix is
pub fn size(matrix: Matrix) -> (usize, usize) {
    let _ = matrix;
    (2, 3)
}

// wrong, batch_order: a running mean that halves at every row, so that late rows weigh more than early ones
pub fn column_means(matrix: Matrix) -> Vector {
    let (rows, columns) = *matrix.shape();
    let mut means: Vec<f32> = (0..columns).map(|c| matrix[[0, c]]).collect();
    for r in 1..rows {
        for c in 0..columns {
            means[c] = (means[c] + matrix[[r, c]]) / 2.0;
        }
    }
    device().tensor_from_vec(means, (columns,))
}

// wrong: size gives the number of all numbers in the place of the number of columns
pub fn size(matrix: Matrix) -> (usize, usize) {
    let numbers = matrix.as_vec().len();
    (matrix.shape().0, numbers)
}

// wrong, constant: one mean over the whole matrix, repeated for every column
pub fn column_means(matrix: Matrix) -> Vector {
    let (_, columns) = *matrix.shape();
    let numbers = matrix.as_vec();
    let mean = numbers.iter().sum::<f32>() / numbers.len() as f32;
    device().tensor_from_vec(vec![mean; columns], (columns,))
}

// right: one number after the other is pushed
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let (n, columns) = (rows.len(), rows[0].len());
    let mut numbers = Vec::with_capacity(n * columns);
    for row in &rows {
        for &number in row {
            numbers.push(number);
        }
    }
    device().tensor_from_vec(numbers, (n, columns))
}

// right: the length of all numbers divided by the number of rows
pub fn size(matrix: Matrix) -> (usize, usize) {
    let rows = matrix.shape().concrete()[0];
    (rows, matrix.shape().concrete()[1])
}

// right: weights of 1 / n times the matrix
pub fn column_means(matrix: Matrix) -> Vector {
    let rows = matrix.shape().0;
    let weights: Vector = device().tensor_from_vec(vec![1.0 / rows as f32; rows], (rows,));
    weights.matmul(matrix)
}

// right: the sum divided by the number of rows
pub fn column_means(matrix: Matrix) -> Vector {
    let rows = matrix.shape().0 as f32;
    matrix.sum::<_, Axis<0>>() / rows
}

// wrong, mistake:shape_swapped: the shape the wrong way round
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let shape = (rows[0].len(), rows.len());
    device().tensor_from_vec(rows.concat(), shape)
}

// wrong, mistake:column_by_column: the numbers column by column
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let shape = (rows.len(), rows[0].len());
    let mut numbers = vec![];
    for j in 0..shape.1 {
        for row in &rows {
            numbers.push(row[j]);
        }
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, shape: all in one row
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let numbers = rows.concat();
    let n = numbers.len();
    device().tensor_from_vec(numbers, (1, n))
}

// wrong, panic: the shape of the example in the lesson
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    device().tensor_from_vec(rows.concat(), (2, 3))
}

// wrong, mistake:last_row_lost: the last row is left out
pub fn from_rows(rows: Vec<Vec<f32>>) -> Matrix {
    let n = rows.len() - 1;
    let columns = rows[0].len();
    device().tensor_from_vec(rows[..n].concat(), (n, columns))
}

// wrong, mistake:size_swapped: columns first
pub fn size(matrix: Matrix) -> (usize, usize) {
    let (rows, columns) = *matrix.shape();
    (columns, rows)
}

// wrong, ignored: how many numbers there are, in one row
pub fn size(matrix: Matrix) -> (usize, usize) {
    (1, matrix.as_vec().len())
}

// wrong, axis: the rows twice
pub fn size(matrix: Matrix) -> (usize, usize) {
    (matrix.shape().0, matrix.shape().0)
}

// wrong, offset: the last index in the place of the number
pub fn size(matrix: Matrix) -> (usize, usize) {
    let (rows, columns) = *matrix.shape();
    (rows - 1, columns - 1)
}

// wrong, mistake:row_means: the mean of each row
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.mean::<_, Axis<1>>()
}

// wrong, mistake:column_sums: the sum of each column
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.sum::<_, Axis<0>>()
}

// wrong, mistake:divided_by_columns: divided by the number of columns
pub fn column_means(matrix: Matrix) -> Vector {
    let columns = matrix.shape().1 as f32;
    matrix.sum::<_, Axis<0>>() / columns
}

// wrong, factor: divided by 2, the number of rows in the lesson
pub fn column_means(matrix: Matrix) -> Vector {
    matrix.sum::<_, Axis<0>>() / 2.0
}

// wrong, constant: the mean of all numbers for every column
pub fn column_means(matrix: Matrix) -> Vector {
    let columns = matrix.shape().1;
    let numbers = matrix.as_vec();
    let mean = numbers.iter().sum::<f32>() / numbers.len() as f32;
    device().tensor_from_vec(vec![mean; columns], (columns,))
}

// wrong, not_finite: divided by one row less
pub fn column_means(matrix: Matrix) -> Vector {
    let rows = matrix.shape().0 as f32;
    matrix.sum::<_, Axis<0>>() / (rows - 1.0)
}
