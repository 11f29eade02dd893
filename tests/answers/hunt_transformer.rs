// right: the shortest repairs
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, time, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / (d as f32).sqrt()
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let shape = *scores.shape();
    (scores + device().upper_tri_like(&shape, f32::NEG_INFINITY, 1)).softmax::<Axis<2>>()
}

pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = first * sin + second * cos;
    (left, right).concat_along(Axis::<2>)
}

pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    x.with_empty_tape() + swiglu(rms_norm(x, gain), gate, up, down)
}

pub fn guesses(piece: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let later = piece.iter().skip(1);
    piece.iter().copied().zip(later.copied()).unzip()
}

// right: exp in place of softmax, with the largest seen score taken away
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let shape = *scores.shape();
    let future = device().upper_tri_like(&shape, 1e9_f32, 1);
    let masked = scores - future;
    let most = masked.with_empty_tape().max::<_, Axis<2>>();
    let powers = (masked - most.broadcast_like::<_, Axis<2>>(&shape)).exp().lower_tri(0);
    let sums = powers.with_empty_tape().sum::<_, Axis<2>>();
    powers / sums.broadcast_like::<_, Axis<2>>(&shape)
}

pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let lent = x.with_empty_tape();
    swiglu(rms_norm(x, gain), gate, up, down) + lent
}

pub fn guesses(piece: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let mut inputs = Vec::new();
    let mut targets = Vec::new();
    for at in 1..piece.len() {
        inputs.push(piece[at - 1]);
        targets.push(piece[at]);
    }
    (inputs, targets)
}

// right: both factors scaled by the fourth root, slices for the guesses
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, time, d) = *q.shape();
    let root = (d as f32).sqrt().sqrt();
    (q / root).matmul((k / root).permute::<_, Axes3<0, 2, 1>>())
}

pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = second * cos + first * sin;
    (left, right).concat_along(Axis::<2>)
}

pub fn guesses(piece: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let n = piece.len();
    (piece[..n - 1].to_vec(), piece[1..].to_vec())
}

// wrong, not_finite: the weights are divided by their sum; where a later score is far higher, all that is left are 0
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, time, d) = *q.shape();
    (q * (d as f32).powf(-0.5)).matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let shape = *scores.shape();
    let kept = scores.softmax::<Axis<2>>().lower_tri(0);
    let sums = kept.with_empty_tape().sum::<_, Axis<2>>();
    let sums = sums.broadcast_like::<_, Axis<2>>(&shape);
    kept / sums
}

pub fn guesses(piece: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    piece.windows(2).map(|two| (two[0], two[1])).unzip()
}

// wrong, transposed: the keys come first
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, time, d) = *q.shape();
    k.matmul(q.permute::<_, Axes3<0, 2, 1>>()) / (d as f32).sqrt()
}

// wrong, exchanged: gate and up are handed on in the other order
pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    x.with_empty_tape() + swiglu(rms_norm(x, gain), up, gate, down)
}

// wrong, order: the halves are put together in the other order
pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = first * sin + second * cos;
    (right, left).concat_along(Axis::<2>)
}

// wrong, gradient: x is lent both times
pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let normed = rms_norm(x.with_empty_tape(), gain);
    x.with_empty_tape() + swiglu(normed, gate, up, down)
}

// wrong, mistake:norm added too: the feed-forward layer adds its norm and x, and what is found
pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let normed = rms_norm(x.with_empty_tape(), gain);
    x + normed.with_empty_tape() + swiglu(normed, gate, up, down)
}
