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

// right: loops over plain numbers
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let shape = *matrix.shape();
    let (mut numbers, row) = (matrix.as_vec(), row.as_vec());
    for (k, number) in numbers.iter_mut().enumerate() {
        *number += row[k % shape.1];
    }
    device().tensor_from_vec(numbers, shape)
}

// right: the row is stacked by an outer product with ones
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let n = matrix.shape().0;
    let ones: Vector = device().tensor_from_vec(vec![1.0; n], (n,));
    outer(ones, row) + matrix
}

// right: the columns are taken one after the other
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let (rows, columns) = *matrix.shape();
    let mut numbers = matrix.as_vec();
    for (j, factor) in factors.as_vec().into_iter().enumerate() {
        for i in 0..rows {
            numbers[i * columns + j] *= factor;
        }
    }
    device().tensor_from_vec(numbers, (rows, columns))
}

// right: the outer product as scaled columns of a matrix of equal columns
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (column.shape().0, row.shape().0);
    scale_columns(column.broadcast_like::<_, Axis<1>>(&shape), row)
}

// wrong, mistake:axis exchanged: the numbers of the row go down the matrix
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let row = row.broadcast_like::<_, Axis<1>>(&matrix);
    matrix + row
}

// wrong, mistake:first row only: only the first row gets it
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let shape = *matrix.shape();
    let mut numbers = matrix.as_vec();
    for (number, add) in numbers.iter_mut().zip(row.as_vec()) {
        *number += add;
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:axis exchanged: the place in the row is worked out with the number of rows
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let shape = *matrix.shape();
    let row = row.as_vec();
    let numbers = matrix.as_vec().into_iter().enumerate();
    let numbers = numbers
        .map(|(k, number)| number + row[(k / shape.1) % row.len()])
        .collect::<Vec<f32>>();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:multiplied: multiplies by the row
pub fn add_row(matrix: Matrix, row: Vector) -> Matrix {
    let row = row.broadcast_like::<_, Axis<0>>(&matrix);
    matrix * row
}

// wrong, mistake:axis exchanged: the factors go to the rows
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let factors = factors.broadcast_like::<_, Axis<1>>(&matrix);
    matrix * factors
}

// wrong, mistake:added: the factors are added, a slip after add_row
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let factors = factors.broadcast_like::<_, Axis<0>>(&matrix);
    matrix + factors
}

// wrong, mistake:first factor for all: all columns get the first factor
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    matrix * factors.as_vec()[0]
}

// wrong, mistake:divided: divides by the factors
pub fn scale_columns(matrix: Matrix, factors: Vector) -> Matrix {
    let factors = factors.broadcast_like::<_, Axis<0>>(&matrix);
    matrix / factors
}

// wrong, mistake:transposed: row and column are exchanged
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (row.shape().0, column.shape().0);
    let row = row.broadcast_like::<_, Axis<1>>(&shape);
    let column = column.broadcast_like::<_, Axis<0>>(&shape);
    column * row
}

// wrong, mistake:added: sums in the place of products
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (column.shape().0, row.shape().0);
    let column = column.broadcast_like::<_, Axis<1>>(&shape);
    let row = row.broadcast_like::<_, Axis<0>>(&shape);
    column + row
}

// wrong, mistake:row left out: the column is repeated, the row is forgotten
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (column.shape().0, row.shape().0);
    column.broadcast_like::<_, Axis<1>>(&shape)
}

// wrong, mistake:transposed: the right numbers in the order of the columns
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (column.shape().0, row.shape().0);
    let mut numbers = vec![];
    for r in row.as_vec() {
        for c in column.as_vec() {
            numbers.push(c * r);
        }
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:transposed: each with the axis that it has
pub fn outer(column: Vector, row: Vector) -> Matrix {
    let shape = (column.shape().0, row.shape().0);
    let column = column.broadcast_like::<_, Axis<0>>(&shape);
    let row = row.broadcast_like::<_, Axis<1>>(&shape);
    column * row
}
