// right: a matrix product with ones repeats the row
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let ones: Matrix = device().ones_like(&(rows, 1));
    let row: Matrix = row.reshape_like(&(1, columns));
    ones.matmul(row) + matrix
}

pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let ones: Matrix = device().ones_like(&(rows, 1));
    let factors: Matrix = factors.reshape_like(&(1, columns));
    ones.matmul(factors) * matrix
}

pub fn outer(column: Vector, row: Vector) -> Matrix {
    let (n, m) = (column.shape().0, row.shape().0);
    let column: Matrix = column.reshape_like(&(n, 1));
    let row: Matrix = row.reshape_like(&(1, m));
    column.matmul(row)
}

// right: subtracts the negative row, stacks copies of the factors, and stacks rows that are scaled
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let shape = *matrix.shape();
    matrix - (-row).broadcast_like::<_, Axis<0>>(&shape)
}

pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let (rows, _) = *matrix.shape();
    let copies: Vec<Vector> = (0..rows).map(|_| factors.clone()).collect();
    matrix * copies.stack()
}

pub fn outer(column: Vector, row: Vector) -> Matrix {
    let numbers = column.as_vec();
    let rows: Vec<Vector> = numbers.iter().map(|&c| row.clone() * c).collect();
    rows.stack()
}

// wrong, mistake:first row left out: the loop over the rows begins at 1
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let mut numbers = matrix.as_vec();
    let row = row.as_vec();
    for i in 1..rows {
        for j in 0..columns {
            numbers[i * columns + j] += row[j];
        }
    }
    device().tensor_from_vec(numbers, (rows, columns))
}

// wrong, mistake:axis exchanged: each row is multiplied by the factor with its own number
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let f = factors.as_vec();
    let mut numbers = matrix.as_vec();
    for i in 0..rows {
        for j in 0..columns {
            numbers[i * columns + j] *= f[i];
        }
    }
    device().tensor_from_vec(numbers, (rows, columns))
}

// wrong, batch_order: the stride of the flat numbers is the number of rows
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let mut numbers = matrix.as_vec();
    let row = row.as_vec();
    for i in 0..rows {
        for j in 0..columns {
            numbers[i * rows + j] += row[j];
        }
    }
    device().tensor_from_vec(numbers, (rows, columns))
}

// wrong, mistake:first factor for all: one factor for the whole matrix
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let factor = factors.as_vec()[0];
    matrix * factor
}

// wrong, values: only the diagonal of the product is filled
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let (c, r) = (column.as_vec(), row.as_vec());
    let mut out = vec![0.0; c.len() * r.len()];
    for i in 0..c.len() {
        out[i * r.len() + i] = c[i] * r[i];
    }
    device().tensor_from_vec(out, (c.len(), r.len()))
}
