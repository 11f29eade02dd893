// right: f64 inside, and loops
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let (n, features) = *x.shape();
    let (x, scale, shift) = (x.as_vec(), scale.as_vec(), shift.as_vec());
    let (mean, variance) = (mean.as_vec(), variance.as_vec());
    let mut y = vec![0.0f32; n * features];
    for i in 0..n {
        for k in 0..features {
            let z = (x[i * features + k] as f64 - mean[k] as f64) / (variance[k] as f64 + EPSILON as f64).sqrt();
            y[i * features + k] = (scale[k] as f64 * z + shift[k] as f64) as f32;
        }
    }
    device().tensor_from_vec(y, (n, features))
}

pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = *x.shape();
    let values = x.as_vec();
    let (mut m, mut v) = (vec![0.0f64; features], vec![0.0f64; features]);
    for i in 0..n {
        for k in 0..features {
            m[k] += values[i * features + k] as f64 / n as f64;
        }
    }
    for i in 0..n {
        for k in 0..features {
            v[k] += (values[i * features + k] as f64 - m[k]).powi(2);
        }
    }
    let vector = |values: Vec<f64>| -> Vector {
        device().tensor_from_vec(values.into_iter().map(|v| v as f32).collect::<Vec<f32>>(), (features,))
    };
    let (old_mean, old_variance) = (mean.as_vec(), variance.as_vec());
    let momentum = MOMENTUM as f64;
    let running_mean = (0..features).map(|k| (1.0 - momentum) * old_mean[k] as f64 + momentum * m[k]).collect();
    let running_variance =
        (0..features).map(|k| (1.0 - momentum) * old_variance[k] as f64 + momentum * v[k] / (n - 1) as f64).collect();
    let y = evaluate(x, scale, shift, vector(m), vector(v.into_iter().map(|v| v / n as f64).collect()));
    (y, vector(running_mean), vector(running_variance))
}

// right: one factor and one addend for each column, and running statistics moved by a difference
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let factor = scale / (variance + EPSILON).sqrt();
    let moved = shift - mean * factor.clone();
    let shape = *x.shape();
    x * factor.broadcast_like::<_, Axis<0>>(&shape) + moved.broadcast_like::<_, Axis<0>>(&shape)
}

pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean.clone() + (m - mean) * MOMENTUM;
    let running_variance = {
        let unbiased = v * n / (n - 1.0);
        variance.clone() + (unbiased - variance) * MOMENTUM
    };
    (y, running_mean, running_variance)
}

// right: the unbiased variance first, and y by what is left of it
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().sum::<_, Axis<0>>() / (n - 1.0);
    let y = {
        let shape = *x.shape();
        let root = (v.clone() * ((n - 1.0) / n) + EPSILON).sqrt();
        (x - (m.clone()).broadcast_like::<_, Axis<0>>(&shape)) / root.broadcast_like::<_, Axis<0>>(&shape)
            * scale.broadcast_like::<_, Axis<0>>(&shape)
            + shift.broadcast_like::<_, Axis<0>>(&shape)
    };
    let running_mean = mean * (1.0 - MOMENTUM) + m * MOMENTUM;
    let running_variance = variance * 0.9 + v * 0.1;
    (y, running_mean, running_variance)
}

// wrong, mistake:difference turned: x is subtracted from the mean
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let shape = *x.shape();
    let root = (variance + EPSILON).sqrt();
    let y = (mean.broadcast_like::<_, Axis<0>>(&shape) - x) / root.broadcast_like::<_, Axis<0>>(&shape);
    y * scale.broadcast_like::<_, Axis<0>>(&shape) + shift.broadcast_like::<_, Axis<0>>(&shape)
}

// wrong, mistake:mean of the squares for the variance: The mean is not subtracted before the squares
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let v: Vector = x.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    (y, mean * (1.0 - MOMENTUM) + m * MOMENTUM, variance * (1.0 - MOMENTUM) + v * (n / (n - 1.0)) * MOMENTUM)
}

// wrong, mistake:distances from the running mean: The distances are those from the running mean
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - mean.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean * (1.0 - MOMENTUM) + m * MOMENTUM;
    let running_variance = variance * (1.0 - MOMENTUM) + v * (n / (n - 1.0)) * MOMENTUM;
    (y, running_mean, running_variance)
}

// wrong, mistake:running mean corrected as well: The running mean is corrected as the variance is
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean * (1.0 - MOMENTUM) + m * (n / (n - 1.0)) * MOMENTUM;
    let running_variance = variance * (1.0 - MOMENTUM) + v * (n / (n - 1.0)) * MOMENTUM;
    (y, running_mean, running_variance)
}

// wrong, change: A momentum of 0.99, as in Keras
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean * 0.99 + m * 0.01;
    let running_variance = variance * 0.99 + v * (n / (n - 1.0)) * 0.01;
    (y, running_mean, running_variance)
}

// wrong, values: The whole running variance is corrected, the old part too
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean * (1.0 - MOMENTUM) + m * MOMENTUM;
    let running_variance = (variance * (1.0 - MOMENTUM) + v * MOMENTUM) * (n / (n - 1.0));
    (y, running_mean, running_variance)
}

// wrong, mistake:EPSILON in the variance of the batch: EPSILON is added to the variance once and for all
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let shape = *x.shape();
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x - m.clone().broadcast_like::<_, Axis<0>>(&shape);
    let v: Vector = d.clone().square().mean::<_, Axis<0>>() + EPSILON;
    let y = d * (scale / v.clone().sqrt()).broadcast_like::<_, Axis<0>>(&shape)
        + shift.broadcast_like::<_, Axis<0>>(&shape);
    let running_mean = mean * (1.0 - MOMENTUM) + m * MOMENTUM;
    let running_variance = variance * (1.0 - MOMENTUM) + v * (n / (n - 1.0)) * MOMENTUM;
    (y, running_mean, running_variance)
}

// wrong, mistake:EPSILON in the running variance: EPSILON is added to the variance without its bias
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let m: Vector = x.clone().mean::<_, Axis<0>>();
    let d = x.clone() - m.clone().broadcast_like::<_, Axis<0>>(x.shape());
    let v: Vector = d.square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, m.clone(), v.clone());
    let running_mean = mean * (1.0 - MOMENTUM) + m * MOMENTUM;
    let running_variance = variance * (1.0 - MOMENTUM) + (v * (n / (n - 1.0)) + EPSILON) * MOMENTUM;
    (y, running_mean, running_variance)
}
