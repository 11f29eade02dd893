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

// right: with loops over plain numbers
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let ((n, inputs), outputs) = (*x.shape(), w.shape().1);
    let z = sums(x.clone(), w.clone(), b).as_vec();
    let (x, w, dy) = (x.as_vec(), w.as_vec(), dy.as_vec());
    let (mut dx, mut dw, mut db) = (vec![0.0; x.len()], vec![0.0; w.len()], vec![0.0; outputs]);
    for i in 0..n {
        for k in 0..outputs {
            if z[i * outputs + k] > 0.0 {
                let slope = dy[i * outputs + k];
                db[k] += slope;
                for j in 0..inputs {
                    dx[i * inputs + j] += slope * w[j * outputs + k];
                    dw[j * outputs + k] += slope * x[i * inputs + j];
                }
            }
        }
    }
    (
        device().tensor_from_vec(dx, (n, inputs)),
        device().tensor_from_vec(dw, (inputs, outputs)),
        device().tensor_from_vec(db, (outputs,)),
    )
}

// right: a mask of ones, and products the other way round, transposed at the end
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let mask: Vec<f32> = z
        .as_vec()
        .iter()
        .map(|z| if *z > 0.0 { 1.0 } else { 0.0 })
        .collect();
    let mask: Matrix = device().tensor_from_vec(mask, *z.shape());
    let dz = dy * mask;
    let turned = dz.clone().permute::<_, Axes2<1, 0>>();
    let dx = w.matmul(turned.clone()).permute::<_, Axes2<1, 0>>();
    let dw = turned.clone().matmul(x).permute::<_, Axes2<1, 0>>();
    let n = dz.shape().0;
    let ones: Vector = device().tensor_from_vec(vec![1.0; n], (n,));
    let db = turned.matmul(ones);
    (dx, dw, db)
}

// right: the tape does it
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let traced = x.leaky_trace().matmul(w.clone());
    let bias = b.clone().broadcast_like::<_, Axis<0>>(&dy);
    let total: Scalar<Recording> = ((traced + bias).relu() * dy.clone()).sum();
    let dx = total.backward().get(&x);
    let traced = w.leaky_trace().permute::<_, Axes2<1, 0>>();
    let traced = traced.matmul(x.clone().permute::<_, Axes2<1, 0>>());
    let bias = b.leaky_trace().broadcast_like::<_, Axis<1>>(traced.shape());
    let dy = dy.permute::<_, Axes2<1, 0>>();
    let total: Scalar<Recording> = ((traced + bias).relu() * dy).sum();
    let gradients = total.backward();
    (dx, gradients.get(&w), gradients.get(&b))
}

// wrong, mistake:ReLU forgotten: the ReLU is forgotten
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let _ = b;
    let dz = dy;
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:mask of dy: the mask looks at dy
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let _ = b;
    let zeros: Matrix = device().zeros_like(&dy);
    let dz = dy.gt(0.0).choose(dy.clone(), zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:from 0 on: the mask lets a 0 through
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.ge(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:mask the other way round: the mask is the wrong way round
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(zeros, dy);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:bias left out of the mask: the bias is left out of z
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let _ = b;
    let z = x.clone().matmul(w.clone());
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:mean in db: the bias is the mean over the batch
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.mean::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:means: everything is divided by n
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let n = x.shape().0 as f32;
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone()) / n;
    let db = dz.sum::<_, Axis<0>>() / n;
    (dx, dw, db)
}

// wrong, mistake:dx without the ReLU: dx is made of dy and not of dz
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy.clone(), zeros);
    let dx = dy.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:dw without the ReLU: dw is made of dy and not of dz
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy.clone(), zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dy.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:db without the ReLU: db is made of dy and not of dz
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy.clone(), zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dy.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:dx and dw exchanged: dx and dw are exchanged in the result
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dw, dx, db)
}

// wrong, mistake:db times the bias: db is multiplied by the bias
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let bias = b.clone();
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>() * bias;
    (dx, dw, db)
}

// wrong, mistake:times the output: dz is multiplied by z
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(z.clone() * dy, zeros);
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, mistake:dw of the outputs: dw takes the output of the layer in the place of its input
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let z = sums(x.clone(), w.clone(), b);
    let zeros: Matrix = device().zeros_like(&z);
    let dz = z.gt(0.0).choose(dy, zeros);
    let _ = &x;
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = {
        let y = z.relu();
        let p: Matrix = y.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
        p
    };
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}

// wrong, ignored: the weights are masked, not their gradient
pub fn backward(x: Matrix, w: Matrix, b: Vector, dy: Matrix) -> (Matrix, Matrix, Vector) {
    let _ = b;
    let dz = dy;
    let w = w.relu();
    let dx = dz.clone().matmul(w.permute::<_, Axes2<1, 0>>());
    let dw = x.permute::<_, Axes2<1, 0>>().matmul(dz.clone());
    let db = dz.sum::<_, Axis<0>>();
    (dx, dw, db)
}
