// right: the penalty comes first; the threshold by a map over plain numbers with signum and max
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.abs().sum();
    let penalty = sizes * strength;
    penalty + loss
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let numbers: Vec<f32> = weights
        .as_vec()
        .into_iter()
        .map(|w| w.signum() * (w.abs() - threshold).max(0.0))
        .collect();
    device().tensor_from_vec(numbers, *weights.shape())
}

// right: the size as relu of w plus relu of -w; the threshold as the weight minus itself clipped
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let positive = weights.with_empty_tape().relu();
    let negative = (-weights).relu();
    let sizes: Scalar<T> = (positive + negative).sum();
    loss + sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    weights.clone() - weights.clamp(-threshold, threshold)
}

// right: added up axis by axis; the threshold by two loops with three cases
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let by_output: Vector<T> = (weights.abs() * strength).sum::<_, Axis<0>>();
    let penalty: Scalar<T> = by_output.sum();
    loss + penalty
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let (rows, columns) = *weights.shape();
    let mut result = weights.clone();
    for r in 0..rows {
        for c in 0..columns {
            let w = weights[[r, c]];
            result[[r, c]] = if w > threshold {
                w - threshold
            } else if w < -threshold {
                w + threshold
            } else {
                0.0
            };
        }
    }
    result
}

// right: the mean size times the number of weights; the size after the step with relu, and the sign put back by hand
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let (inputs, outputs) = *weights.shape();
    let mean: Scalar<T> = weights.abs().mean();
    loss + mean * (inputs * outputs) as f32 * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let sizes = (weights.clone().abs() - threshold).relu().as_vec();
    let signed = weights.as_vec().into_iter().zip(sizes).map(|(w, size)| size.copysign(w));
    device().tensor_from_vec(signed.collect(), *weights.shape())
}

// wrong, mistake:squared: squares are added up, as in L2
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.square().sum();
    loss + sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let above = (weights.clone() - threshold).relu();
    let below = (-weights - threshold).relu();
    above - below
}

// wrong, mistake:signed: the weights are added up with their signs
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.sum();
    loss + sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let above = (weights.clone() - threshold).relu();
    let below = (-weights - threshold).relu();
    above - below
}

// wrong, change: the penalty is subtracted, so large weights are rewarded
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.abs().sum();
    loss - sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let above = (weights.clone() - threshold).relu();
    let below = (-weights - threshold).relu();
    above - below
}

// wrong, gradient: the sizes are added up in a loop over plain numbers, so the weights get no gradient
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let mut penalty = 0.0;
    for weight in weights.as_vec() {
        penalty += strength * weight.abs();
    }
    loss + penalty
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let above = (weights.clone() - threshold).relu();
    let below = (-weights - threshold).relu();
    above - below
}

// wrong, transposed: rows and columns are exchanged in the loop, so the result is transposed
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.abs().sum();
    loss + sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let (rows, columns) = *weights.shape();
    let mut numbers = Vec::new();
    for c in 0..columns {
        for r in 0..rows {
            let w = weights[[r, c]];
            numbers.push(w.signum() * (w.abs() - threshold).max(0.0));
        }
    }
    device().tensor_from_vec(numbers, (columns, rows))
}

// wrong, ignored: the threshold is ignored, 0.5 as in the example is used
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let sizes: Scalar<T> = weights.abs().sum();
    loss + sizes * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let _ = threshold;
    let threshold = 0.5;
    let above = (weights.clone() - threshold).relu();
    let below = (-weights - threshold).relu();
    above - below
}
