// right: the sum of the squares, divided by their number
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let n = prediction.shape().0 as f32;
    let total: Scalar<T> = (prediction - target).powi(2).sum();
    total / n
}

// right: each error times a copy of itself that has an identity of its own
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let error = prediction - target;
    let same = error.with_empty_tape() * 1.0;
    (error * same).mean()
}

// right: target minus prediction, by negating the prediction first
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let error = -prediction + target;
    error.square().mean()
}

// right: dfdx's own mse_loss
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    mse_loss(prediction, target)
}

// right: each square is weighted with 1 / n before they are added up, by a helper function
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let weight = share(*prediction.shape());
    let weighted = (prediction - target).abs().square() * weight;
    weighted.sum()
}

fn share((n,): (usize,)) -> f32 {
    (n as f32).recip()
}

// wrong, mistake:summed: the squares are added up, but the sum is not divided by n
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).square().sum()
}

// wrong, mistake:absolute: the absolute value is taken in the place of the square: mean absolute error
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).abs().mean()
}

// wrong, not_finite: divides by n - 1 and so by 0 for a batch of one
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let n = prediction.shape().0 as f32;
    let total: Scalar<T> = (prediction - target).square().sum();
    total / (n - 1.0)
}

// wrong, sign: prediction and target are added, the sign is wrong
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction + target).square().mean()
}

// wrong, gradient: computed in a loop over plain numbers: the value is right, but nothing is on the tape, so there is no gradient
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let (p, t) = (prediction.as_vec(), target.as_vec());
    let mut loss = 0.0;
    for i in 0..p.len() {
        loss += (p[i] - t[i]) * (p[i] - t[i]);
    }
    device()
        .tensor_from_vec(vec![loss / p.len() as f32], ())
        .retaped::<T>()
}

// wrong, ignored: the target is ignored
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let _ = target;
    prediction.square().mean()
}

// wrong, values: errors beyond 5 are clipped, so outliers have no more weight and no gradient
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).clamp(-5.0, 5.0).square().mean()
}

// wrong, factor: divides by 2, the n of the example in the lesson, whatever the batch is
pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let total: Scalar<T> = (prediction - target).square().sum();
    total / 2.0
}
