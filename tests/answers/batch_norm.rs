// right: f64 inside, and loops
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let (n, features) = *x.shape();
    let (x, scale, shift) = (x.as_vec(), scale.as_vec(), shift.as_vec());
    let (mean, variance) = (mean.as_vec(), variance.as_vec());
    let mut y = vec![0.0f32; n * features];
    for i in 0..n {
        for k in 0..features {
            let z = (x[i * features + k] as f64 - mean[k] as f64)
                / (variance[k] as f64 + EPSILON as f64).sqrt();
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
        device().tensor_from_vec(
            values.into_iter().map(|v| v as f32).collect::<Vec<f32>>(),
            (features,),
        )
    };
    let (old_mean, old_variance) = (mean.as_vec(), variance.as_vec());
    let momentum = MOMENTUM as f64;
    let running_mean = (0..features)
        .map(|k| (1.0 - momentum) * old_mean[k] as f64 + momentum * m[k])
        .collect();
    let running_variance = (0..features)
        .map(|k| (1.0 - momentum) * old_variance[k] as f64 + momentum * v[k] / (n - 1) as f64)
        .collect();
    let y = evaluate(
        x,
        scale,
        shift,
        vector(m),
        vector(v.into_iter().map(|v| v / n as f64).collect()),
    );
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
        (x - (m.clone()).broadcast_like::<_, Axis<0>>(&shape))
            / root.broadcast_like::<_, Axis<0>>(&shape)
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
    let y =
        (mean.broadcast_like::<_, Axis<0>>(&shape) - x) / root.broadcast_like::<_, Axis<0>>(&shape);
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
    (
        y,
        mean * (1.0 - MOMENTUM) + m * MOMENTUM,
        variance * (1.0 - MOMENTUM) + v * (n / (n - 1.0)) * MOMENTUM,
    )
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

// wrong, mistake:old variance corrected too: The whole running variance is corrected, the old part too
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

// right: the scale over the root is one vector, and the rest goes into a second shift
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let factor = scale / (variance + EPSILON).sqrt();
    let shape = *x.shape();
    let centred = x - mean.broadcast_like::<_, Axis<0>>(&shape);
    centred * factor.broadcast_like::<_, Axis<0>>(&shape)
        + shift.broadcast_like::<_, Axis<0>>(&shape)
}

// right: the unbiased variance as a sum over n - 1
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let squares: Vector = (x.clone() - own_rows).square().sum::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), squares.clone() / n);
    let mean = mean.clone() + (own - mean) * MOMENTUM;
    let unbiased = squares / (n - 1.0);
    let variance = variance.clone() + (unbiased - variance) * MOMENTUM;
    (y, mean, variance)
}

// right: in loops over plain numbers
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mut mean: Vector,
    mut variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = *x.shape();
    let mut y = x.clone();
    for k in 0..features {
        let column: Vec<f32> = (0..n).map(|i| x[[i, k]]).collect();
        let middle = column.iter().sum::<f32>() / n as f32;
        let spread = column
            .iter()
            .map(|a| (a - middle) * (a - middle))
            .sum::<f32>();
        let root = (spread / n as f32 + EPSILON).sqrt();
        for i in 0..n {
            y[[i, k]] = scale[[k]] * (x[[i, k]] - middle) / root + shift[[k]];
        }
        mean[[k]] += MOMENTUM * (middle - mean[[k]]);
        variance[[k]] += MOMENTUM * (spread / (n as f32 - 1.0) - variance[[k]]);
    }
    (y, mean, variance)
}

// wrong, mistake:EPSILON outside: EPSILON is added to the root
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let shape = *x.shape();
    let centred = x - mean.broadcast_like::<_, Axis<0>>(&shape);
    let root = variance.sqrt() + EPSILON;
    centred / root.broadcast_like::<_, Axis<0>>(&shape) * scale.broadcast_like::<_, Axis<0>>(&shape)
        + shift.broadcast_like::<_, Axis<0>>(&shape)
}

// wrong, mistake:root forgotten: divided by the variance, not its root
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let shape = *x.shape();
    let centred = x - mean.broadcast_like::<_, Axis<0>>(&shape);
    let variance = variance + EPSILON;
    centred / variance.broadcast_like::<_, Axis<0>>(&shape)
        * scale.broadcast_like::<_, Axis<0>>(&shape)
        + shift.broadcast_like::<_, Axis<0>>(&shape)
}

// wrong, mistake:shift inside: the shift is added before the scale multiplies
pub fn evaluate(x: Matrix, scale: Vector, shift: Vector, mean: Vector, variance: Vector) -> Matrix {
    let shape = *x.shape();
    let centred = x - mean.broadcast_like::<_, Axis<0>>(&shape);
    let root = (variance + EPSILON).sqrt();
    let normal = centred / root.broadcast_like::<_, Axis<0>>(&shape);
    (normal + shift.broadcast_like::<_, Axis<0>>(&shape))
        * scale.broadcast_like::<_, Axis<0>>(&shape)
}

// wrong, mistake:statistics of the batch: the batch's own mean and variance in evaluation too
pub fn evaluate(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    _mean: Vector,
    _variance: Vector,
) -> Matrix {
    let shape = *x.shape();
    let own = x.clone().mean::<_, Axis<0>>();
    let centred = x - own.broadcast_like::<_, Axis<0>>(&shape);
    let spread = centred.clone().square().mean::<_, Axis<0>>();
    let root = (spread + EPSILON).sqrt();
    centred / root.broadcast_like::<_, Axis<0>>(&shape) * scale.broadcast_like::<_, Axis<0>>(&shape)
        + shift.broadcast_like::<_, Axis<0>>(&shape)
}

// wrong, mistake:momentum the other way round: MOMENTUM and 1 - MOMENTUM are exchanged
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * MOMENTUM + own * (1.0 - MOMENTUM);
    let variance = variance * MOMENTUM + spread * (n / (n - 1.0)) * (1.0 - MOMENTUM);
    (y, mean, variance)
}

// wrong, mistake:old variance corrected too: the running variance as a whole is multiplied by n / (n - 1)
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = (variance * (1.0 - MOMENTUM) + spread * MOMENTUM) * (n / (n - 1.0));
    (y, mean, variance)
}

// wrong, mistake:correction upside down: the factor is upside down, (n - 1) / n
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * ((n - 1.0) / n * MOMENTUM);
    (y, mean, variance)
}

// wrong, mistake:normalised by the new running statistics: y is made with the running mean and variance after this batch
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * (n / (n - 1.0)) * MOMENTUM;
    let y = evaluate(x, scale, shift, mean.clone(), variance.clone());
    (y, mean, variance)
}

// wrong, mistake:mean of the squares for the variance: the variance is the mean of the squares, and the mean is never subtracted
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let spread = x.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * (n / (n - 1.0)) * MOMENTUM;
    (y, mean, variance)
}

// wrong, mistake:statistics of the batch returned: the mean and variance of the batch are returned, not the running ones
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    _mean: Vector,
    _variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    (y, own, spread * (n / (n - 1.0)))
}

// wrong, mistake:deviation: the running variance is moved by the deviation, the root of the variance
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let spread = (x.clone() - own_rows).square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + (spread * (n / (n - 1.0))).sqrt() * MOMENTUM;
    (y, mean, variance)
}

// wrong, mistake:over everything: one mean and one variance for all features
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let n = x.shape().0 as f32;
    let whole: Scalar = x.clone().mean();
    let own: Vector = whole.broadcast_like(&scale);
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let squares: Scalar = (x.clone() - own_rows).square().mean();
    let spread: Vector = squares.broadcast_like(&scale);
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * (n / (n - 1.0)) * MOMENTUM;
    (y, mean, variance)
}

// wrong, change: the running statistics are the plain mean of old and new
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = (mean + own) / 2.0;
    let variance = (variance + spread * (n / (n - 1.0))) / 2.0;
    (y, mean, variance)
}

// wrong, not_finite: the features are counted for the correction, not the examples
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread.clone());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * (features / (features - 1.0)) * MOMENTUM;
    (y, mean, variance)
}

// wrong, ignored: the running statistics are those of y
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own, spread);
    let mean_of_y = y.clone().mean::<_, Axis<0>>();
    let off_y = y.clone() - mean_of_y.clone().broadcast_like::<_, Axis<0>>(&y);
    let spread_of_y = off_y.square().mean::<_, Axis<0>>();
    let mean = mean * (1.0 - MOMENTUM) + mean_of_y * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread_of_y * (n / (n - 1.0)) * MOMENTUM;
    (y, mean, variance)
}

// wrong, mistake:mean distance: the mean distance in the place of the deviation
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let distance = off.abs().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), distance.square());
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    let variance = variance * (1.0 - MOMENTUM) + spread * (n / (n - 1.0)) * MOMENTUM;
    (y, mean, variance)
}

// wrong, mistake:running statistics left: the running statistics are returned as they came
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own, spread);
    (y, mean, variance)
}

// wrong, ignored: only the mean is moved
pub fn train(
    x: Matrix,
    scale: Vector,
    shift: Vector,
    mean: Vector,
    variance: Vector,
) -> (Matrix, Vector, Vector) {
    let (n, features) = (x.shape().0 as f32, x.shape().1 as f32);
    let _ = (n, features);
    let own = x.clone().mean::<_, Axis<0>>();
    let own_rows = own.clone().broadcast_like::<_, Axis<0>>(&x);
    let off = x.clone() - own_rows;
    let spread = off.clone().square().mean::<_, Axis<0>>();
    let y = evaluate(x, scale, shift, own.clone(), spread);
    let mean = mean * (1.0 - MOMENTUM) + own * MOMENTUM;
    (y, mean, variance)
}
