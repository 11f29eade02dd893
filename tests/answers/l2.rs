// right: the squares are multiplied with the strength before they are added up, by powi
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let penalty: Scalar<T> = (weights.powi(2) * strength).sum();
    penalty + loss
}

// right: a product of the weights with a copy that has an identity of its own
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let same = weights.with_empty_tape() * 1.0;
    let total: Scalar<T> = (weights * same).sum();
    loss + total * strength
}

// right: one sum per unit first, then the sum of these
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let by_unit: Vector<T> = weights.square().sum::<_, Axis<0>>();
    let mut result: Scalar<T> = by_unit.sum();
    result = result * strength;
    loss + result
}

// right: the mean square times the number of weights; the biases are dropped by hand
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    drop(biases);
    let (inputs, outputs) = *weights.shape();
    let count = (inputs * outputs) as f32;
    let mean: Scalar<T> = weights.square().mean();
    loss + mean * (count * strength)
}

// wrong, mistake:biases included: the biases pay as well
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let squares: Scalar<T> = weights.square().sum();
    let of_biases: Scalar<T> = biases.square().sum();
    loss + (squares + of_biases) * strength
}

// wrong, mistake:averaged: the mean of the squares in the place of their sum
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let squares: Scalar<T> = weights.square().mean();
    loss + squares * strength
}

// wrong, gradient: the penalty is worked out from plain numbers: the value is right, but the weights get no gradient from it
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let mut penalty = 0.0;
    for weight in weights.as_vec() {
        penalty += weight * weight;
    }
    loss + penalty * strength
}

// wrong: the last row of the weights is left out, as if the biases stood there
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let (inputs, outputs) = *weights.shape();
    let mut mask = vec![1.0; inputs * outputs];
    for cell in &mut mask[(inputs - 1) * outputs..] {
        *cell = 0.0;
    }
    let mask: Matrix = device().tensor_from_vec(mask, (inputs, outputs));
    let squares: Scalar<T> = (weights.square() * mask).sum();
    loss + squares * strength
}

// wrong, ignored: the strength of the example, 0.1, is used always
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let _ = strength;
    let squares: Scalar<T> = weights.square().sum();
    loss + squares * 0.1
}

// right: the sums of the rows first, then the sum of those
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let rows: Vector<T> = weights.powi(2).sum::<_, Axis<1>>();
    let penalty: Scalar<T> = (rows * strength).sum();
    penalty + loss
}

// right: the mean of the squares, times how many there are
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let (rows, columns) = *weights.shape();
    let mean: Scalar<T> = weights.square().mean();
    loss + mean * (strength * (rows * columns) as f32)
}

// right: the sizes are squared, and each square has its price before they are added up
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    drop(biases);
    let prices = weights.abs().powf(2.0) * strength;
    let penalty: Scalar<T> = prices.sum();
    loss + penalty
}

// wrong, mistake:halved: half the penalty, as in books that write strength / 2
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    loss + total * (strength / 2.0)
}

// wrong, mistake:strength squared: the strength goes into the square
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = (weights * strength).square().sum();
    loss + total
}

// wrong, mistake:sum squared: the weights are added up first, and the sum is squared
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.sum();
    loss + total.square() * strength
}

// wrong, mistake:loss multiplied: the strength also multiplies the loss
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    (loss + total) * strength
}

// wrong, mistake:norm: the length of the weights, the root of the sum of the squares
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    loss + total.sqrt() * strength
}

// wrong, mistake:loss replaced: only the penalty is returned
pub fn l2<T: Tape<f32, Dev>>(
    _loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    total * strength
}

// wrong, gradient: the penalty is taken out of the tape as a number
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: f32 = weights.as_vec().iter().map(|w| w * w).sum();
    loss + strength * total
}

// wrong, mistake:mixed: the loss and the penalty are mixed in shares of 1 - strength and strength
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    loss * (1.0 - strength) + total * strength
}

// wrong, mistake:means of the columns: the squares of each column are averaged, and the means added up
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let columns: Vector<T> = weights.square().mean::<_, Axis<0>>();
    let total: Scalar<T> = columns.sum();
    loss + total * strength
}

// wrong, mistake:slope for the penalty: the slope of the penalty is added, not the penalty
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.sum();
    loss + total * (2.0 * strength)
}

// wrong, mistake:sum of the squares squared: the sum of the squares is squared once more
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    loss + total.square() * strength
}

// wrong, mistake:multiplied: the loss is multiplied by 1 plus the penalty
pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let total: Scalar<T> = weights.square().sum();
    let penalty = total * strength;
    loss * (penalty + 1.0)
}
