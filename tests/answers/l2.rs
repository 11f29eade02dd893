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
