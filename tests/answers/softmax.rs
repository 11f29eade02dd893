// right: along the other axis of the transposed logits
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let (batch, classes) = *logits.shape();
    let turned = (logits / temperature).permute::<_, Axes2<1, 0>>();
    let shape = (classes, batch);
    let top = turned
        .with_empty_tape()
        .max::<_, Axis<0>>()
        .broadcast_like::<_, Axis<0>>(&shape);
    let e = (turned - top).exp();
    let sum = e
        .with_empty_tape()
        .sum::<_, Axis<0>>()
        .broadcast_like::<_, Axis<0>>(&shape);
    (e / sum).permute::<_, Axes2<1, 0>>()
}

// wrong, mistake:sums of columns: the largest of each row, and the sum of each column
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let e = (scaled - largest).exp();
    let sum = e
        .with_empty_tape()
        .sum::<_, Axis<0>>()
        .broadcast_like::<_, Axis<0>>(&shape);
    e / sum
}

// wrong, mistake:clamped: clamps the logits instead of subtracting the largest
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let e = scaled.clamp(-80.0, 80.0).exp();
    let sum = e
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    e / sum
}

// wrong, not_finite: adds the largest instead of subtracting it
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let e = (scaled + largest).exp();
    let sum = e
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    e / sum
}

// wrong, mistake:one sum for all: one sum for the whole batch
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let e = (scaled - largest).exp();
    let sum = e
        .with_empty_tape()
        .sum::<Rank0, _>()
        .broadcast_like::<_, Axes2<0, 1>>(&shape);
    e / sum
}

// wrong, mistake:temperature twice: divides by the temperature before and after the largest is subtracted
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let e = ((scaled - largest) / temperature).exp();
    let sum = e
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    e / sum
}

// wrong, mistake:no exp: shares of the logits themselves
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let sum = scaled
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    scaled / sum
}

// wrong, factor: divides by the mean of the row instead of its sum
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let e = (scaled - largest).exp();
    let sum = e
        .with_empty_tape()
        .mean::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    e / sum
}

// right: the exponential of dfdx's log_softmax
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    (logits / temperature).log_softmax::<Axis<1>>().exp()
}

// right: the logarithm of the sum is subtracted before the only exp that counts
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits * temperature.recip();
    let whole = scaled
        .with_empty_tape()
        .logsumexp::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    (scaled - whole).exp()
}

// right: the largest of each row is found with a loop over plain numbers and is a constant for the tape
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let largest: Vec<f32> = logits
        .as_vec()
        .chunks(shape.1)
        .map(|row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max) / temperature)
        .collect();
    let largest = device()
        .tensor_from_vec(largest, (shape.0,))
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (logits / temperature - largest).exp();
    let share = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .recip()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers * share
}

// wrong, mistake:temperature multiplied: multiplies by the temperature
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits * temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - largest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sum
}

// wrong, mistake:temperature left out: divides by the temperature after the exp, where it cancels
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let largest = logits
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (logits - largest).exp() / temperature;
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sum
}

// wrong, mistake:sums of columns: the sums are those of the columns
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - largest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<0>>()
        .broadcast_like::<_, Axis<0>>(&shape);
    powers / sum
}

// wrong, mistake:one sum for all: one sum of the whole matrix
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - largest).exp();
    let sum: Scalar<T> = powers.with_empty_tape().sum();
    let sum = sum.broadcast_like::<_, Axes2<0, 1>>(&shape);
    powers / sum
}

// wrong, mistake:largest before the temperature: the largest of the logits as they were before the division is subtracted after it
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let largest = logits
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (logits / temperature - largest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sum
}

// wrong, mistake:largest of the batch: the largest logit of the whole batch is subtracted
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest: Scalar<T> = scaled.with_empty_tape().max();
    let largest = largest.broadcast_like::<_, Axes2<0, 1>>(&shape);
    let powers = (scaled - largest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sum
}

// wrong, mistake:smallest: the smallest of each row is subtracted
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let smallest = scaled
        .with_empty_tape()
        .min::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - smallest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sum
}

// wrong, mistake:sum off the tape: the sums are taken out of the tape, so half of the gradient is missing
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - largest).exp();
    let sums: Vec<f32> = powers
        .as_vec()
        .chunks(shape.1)
        .map(|row| row.iter().sum())
        .collect();
    let sums = device()
        .tensor_from_vec(sums, (shape.0,))
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / sums
}

// wrong, mistake:logarithms: the logarithms of the probabilities
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    (logits / temperature).log_softmax::<Axis<1>>()
}

// wrong, proportion: a small number is added to the sum to be on the safe side
pub fn softmax<T: Tape<f32, Dev>>(logits: Matrix<T>, temperature: f32) -> Matrix<T> {
    let shape = *logits.shape();
    let scaled = logits / temperature;
    let largest = scaled
        .with_empty_tape()
        .max::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    let powers = (scaled - largest).exp();
    let sum = powers
        .with_empty_tape()
        .sum::<_, Axis<1>>()
        .broadcast_like::<_, Axis<1>>(&shape);
    powers / (sum + 0.01)
}
