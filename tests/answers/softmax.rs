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
