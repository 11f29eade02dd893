// right: three loops over plain numbers
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b).as_vec();
    let (n, inputs) = *x.shape();
    let outputs = w.shape().1;
    let (x, w, dy) = (x.as_vec(), w.as_vec(), dy.as_vec());
    let mut dx = vec![0.0; n * inputs];
    let mut dw = vec![0.0; inputs * outputs];
    let mut db = vec![0.0; outputs];
    for i in 0..n {
        for k in 0..outputs {
            if z[i * outputs + k] > 0.0 {
                let dz = dy[i * outputs + k];
                db[k] += dz;
                for j in 0..inputs {
                    dx[i * inputs + j] += dz * w[j * outputs + k];
                    dw[j * outputs + k] += dz * x[i * inputs + j];
                }
            }
        }
    }
    let d = device();
    (
        d.tensor_from_vec(dx, (n, inputs)),
        d.tensor_from_vec(dw, (inputs, outputs)),
        d.tensor_from_vec(db, (outputs,)),
    )
}

// right: `dz` is transposed once, and both products the other way round
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.le(0.0).choose(zeros, dy);
    let turned: Matrix = dz.clone().permute::<_, Axes2<1, 0>>();
    let dw: Matrix = turned.clone().matmul(x).permute::<_, Axes2<1, 0>>();
    let dx: Matrix = w.matmul(turned.clone()).permute::<_, Axes2<1, 0>>();
    (dx, dw, turned.sum::<_, Axis<1>>())
}

// right: `dz` by a tape, as if `dy` were the weights of a sum
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b.clone());
    let y = z.leaky_trace().relu();
    let total: Scalar<Recording> = (y * dy).sum();
    let dz = total.backward().get(&z);
    (
        dz.clone().matmul(w.permute::<_, Axes2<1, 0>>()),
        x.permute::<_, Axes2<1, 0>>().matmul(dz.clone()),
        dz.sum::<_, Axis<0>>(),
    )
}

// wrong, mistake:mask of z and of dy: `dz` goes through a ReLU itself
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros).relu();
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:w not transposed: `w` is given the other shape in place of being transposed
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let (rows, columns) = *w.shape();
    let turned: Matrix = w.reshape_like(&(columns, rows));
    let dx = dz.clone().matmul(turned);
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:from 0 on: `z` of exactly 0 lets the gradient through
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.ge(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:ReLU forgotten: the size of `z` is asked whether it is above 0
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.abs().gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, ignored: the outputs stand in the place of `dz` in `dw`
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.clone().gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(z.relu());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}
