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
    let signed = weights
        .as_vec()
        .into_iter()
        .zip(sizes)
        .map(|(w, size)| size.copysign(w));
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

// right: the sums of the columns first
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let columns: Vector<T> = weights.abs().sum::<_, Axis<0>>();
    let all: Scalar<T> = columns.sum();
    loss + all * strength
}

// right: what is within the threshold of zero is taken away
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let near = weights.clone().clamp(-threshold, threshold);
    weights - near
}

// right: number by number, with a match
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let shape = *weights.shape();
    let numbers = weights
        .as_vec()
        .into_iter()
        .map(|w| match w {
            w if w > threshold => w - threshold,
            w if w < -threshold => w + threshold,
            _ => 0.0,
        })
        .collect::<Vec<f32>>();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:size of the sum: the size of the sum in the place of the sum of the sizes
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let total: Scalar<T> = weights.sum();
    loss + total.abs() * strength
}

// wrong, mistake:root of the square: the size is the root of the square, which has no gradient at zero
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sqrt().sum();
    loss + total * strength
}

// wrong, mistake:positive ones only: by a relu, so only positive weights cost anything
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let total: Scalar<T> = weights.relu().sum();
    loss + total * strength
}

// wrong, mistake:squared: the square is still there from l2
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let total: Scalar<T> = weights.abs().square().sum();
    loss + total * strength
}

// wrong, mistake:negative ones moved away: negative weights move away from zero
pub fn soft_threshold(mut weights: Matrix, threshold: f32) -> Matrix {
    let (rows, columns) = *weights.shape();
    for i in 0..rows {
        for j in 0..columns {
            let w = weights[[i, j]];
            weights[[i, j]] = if w.abs() <= threshold {
                0.0
            } else {
                w - threshold
            };
        }
    }
    weights
}

// wrong, mistake:shrunk in proportion: every weight is shrunk by a share of itself, as with weight decay
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    weights * (1.0 - threshold)
}

// wrong, not_finite: the sign is found by dividing, which is 0 / 0 for a weight of zero
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let sign = weights.clone() / weights.clone().abs();
    sign * (weights.abs() - threshold).relu()
}

// wrong, mistake:clamped: weights are clipped to the threshold
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    weights.clamp(-threshold, threshold)
}

// wrong, rows: the loop leaves out the last column
pub fn soft_threshold(mut weights: Matrix, threshold: f32) -> Matrix {
    let (rows, columns) = *weights.shape();
    for i in 0..rows {
        for j in 0..columns - 1 {
            let w = weights[[i, j]];
            weights[[i, j]] = w.signum() * (w.abs() - threshold).max(0.0);
        }
    }
    weights
}

// wrong, mistake:sign lost: both maxima are added, so negative weights come out positive
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let positive = (weights.clone() - threshold).relu();
    let negative = (-weights - threshold).relu();
    positive + negative
}

// wrong, mistake:signs: the signs are added up, as in the gradient
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let signs: f32 = weights
        .as_vec()
        .into_iter()
        .map(|w| if w == 0.0 { 0.0 } else { w.signum() })
        .sum();
    loss + strength * signs
}

// wrong, mistake:roots: the strength multiplies the weights before a square, so there is neither L1 nor L2
pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let total: Scalar<T> = weights.abs().sqrt().sum();
    loss + total * strength
}

// wrong, mistake:weight for its sign: the weight itself in the place of its sign
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let rest = (weights.clone().abs() - threshold).relu();
    weights * rest
}

// wrong, mistake:twice: moved by twice the threshold, because both steps are taken one after the other
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let shape = *weights.shape();
    let numbers = weights.as_vec().into_iter().map(|w| {
        let once = w.signum() * (w.abs() - threshold).max(0.0);
        once.signum() * (once.abs() - threshold).max(0.0)
    });
    device().tensor_from_vec(numbers.collect::<Vec<f32>>(), shape)
}

// wrong, values: the weight that is a threshold away from zero stops at the threshold
pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    let shape = *weights.shape();
    let numbers = weights
        .as_vec()
        .into_iter()
        .map(|w| w.signum() * (w.abs() - threshold).max(threshold));
    device().tensor_from_vec(numbers.collect::<Vec<f32>>(), shape)
}
