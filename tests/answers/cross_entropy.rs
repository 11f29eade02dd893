// right: by hand, as in the second formula: the largest logit is subtracted, and the loss is ln of the sum minus the shifted logit
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let shape = *logits.shape();
    let most = logits.with_empty_tape().max::<_, Axis<1>>();
    let shifted = logits - most.broadcast_like::<_, Axis<1>>(&shape);
    let sums = shifted.with_empty_tape().exp().sum::<_, Axis<1>>();
    let right: Vector<T> = shifted.select(labels);
    (sums.ln() - right).mean()
}

// right: dfdx's logsumexp minus the logit of the right class
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let all: Vector<T> = logits.with_empty_tape().logsumexp::<_, Axis<1>>();
    let right: Vector<T> = logits.select(labels);
    (all - right).mean()
}

// right: a matrix with a 1 at the right class of each row picks the logarithms, and the sum is divided by the batch
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let (batch, classes) = *logits.shape();
    let mut mask = vec![0.0; batch * classes];
    for (row, label) in labels.as_vec().into_iter().enumerate() {
        mask[row * classes + label] = 1.0;
    }
    let mask: Matrix = device().tensor_from_vec(mask, (batch, classes));
    let total: Scalar<T> = (logits.log_softmax::<Axis<1>>() * mask).sum();
    total / -(batch as f32)
}

// right: the largest logit is found with plain numbers and is a constant; ln p is written out as x - m - ln(sum)
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let (batch, classes) = *logits.shape();
    let largest: Vec<f32> = logits
        .as_vec()
        .chunks(classes)
        .map(|row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max))
        .collect();
    let largest: Vector = device().tensor_from_vec(largest, (batch,));
    let x = logits - largest.broadcast_like::<_, Axis<1>>(&(batch, classes));
    let logs: Vector<T> = x.with_empty_tape().exp().sum::<_, Axis<1>>().ln();
    let of_right: Vector<T> = x.select(labels);
    let gain: Scalar<T> = (of_right - logs).mean();
    gain.negate()
}

// wrong, mistake:along_the_batch: the softmax goes along the examples of the batch, not along the classes
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let chosen: Vector<T> = logits.log_softmax::<Axis<0>>().select(labels);
    let mean: Scalar<T> = chosen.mean();
    -mean
}

// wrong, mistake:sign: the minus sign is forgotten
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let chosen: Vector<T> = logits.log_softmax::<Axis<1>>().select(labels);
    chosen.mean()
}

// wrong: the largest logit of the whole batch is subtracted from all, so an example with much smaller logits has the sum 0
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let largest = logits.as_vec().into_iter().fold(f32::NEG_INFINITY, f32::max);
    let shifted = logits - largest;
    let sums = shifted.with_empty_tape().exp().sum::<_, Axis<1>>();
    let right: Vector<T> = shifted.select(labels);
    (sums.ln() - right).mean()
}

// wrong, large: logits are clipped to -80..80 so that exp stays finite: large logits have a wrong loss and no gradient
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let chosen: Vector<T> = logits
        .clamp(-80.0, 80.0)
        .log_softmax::<Axis<1>>()
        .select(labels);
    let mean: Scalar<T> = chosen.mean();
    -mean
}

// wrong, factor: logarithms to base 2 in the place of natural ones
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let chosen: Vector<T> = logits.log_softmax::<Axis<1>>().select(labels);
    let mean: Scalar<T> = chosen.mean();
    -mean / std::f32::consts::LN_2
}

// wrong, gradient: a loop over plain numbers finds the right value, but nothing is recorded and the gradient is lost
pub fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
    let (batch, classes) = *logits.shape();
    let (numbers, labels) = (logits.as_vec(), labels.as_vec());
    let mut total = 0.0;
    for (row, label) in numbers.chunks(classes).zip(labels) {
        let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum: f32 = row.iter().map(|x| (x - most).exp()).sum();
        total += sum.ln() + most - row[label];
    }
    device()
        .tensor_from_vec(vec![total / batch as f32], ())
        .retaped::<T>()
}
