// right: -1e9 instead of minus infinity, and the mask turned into a subtraction
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let future = device().upper_tri_like(scores.shape(), 1e9_f32, 1);
    scores - future
}

// right: makes the mask from a list of numbers, in plain loops
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (batch, time, keys) = *scores.shape();
    let mut mask = Vec::with_capacity(batch * time * keys);
    for _ in 0..batch {
        for i in 0..time {
            for j in 0..keys {
                mask.push(if j > i { f32::NEG_INFINITY } else { 0.0 });
            }
        }
    }
    let mask: Batch = device().tensor_from_vec(mask, (batch, time, keys));
    scores + mask
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let masked = causal_mask(scores);
    masked.softmax::<Axis<2>>()
}

// right: one matrix for all sequences, repeated along the batch; the softmax written out
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (_, time, _) = *scores.shape();
    let numbers = (0..time * time)
        .map(|n| if n % time > n / time { -1.0e9 } else { 0.0 })
        .collect();
    let matrix: Matrix = device().tensor_from_vec(numbers, (time, time));
    let mask = matrix.broadcast_like::<_, Axis<0>>(&scores);
    scores + mask
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let masked = causal_mask(scores);
    let largest = masked.with_empty_tape().max::<_, Axis<2>>();
    let largest = largest.broadcast_like::<_, Axis<2>>(&masked);
    let powers = (masked - largest).exp();
    let sums = powers.with_empty_tape().sum::<_, Axis<2>>();
    let sums = sums.broadcast_like::<_, Axis<2>>(&powers);
    powers / sums
}

// right: chooses between the scores and minus infinity by a tensor of true and false
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let shape = *scores.shape();
    let (batch, time, keys) = shape;
    let seen: Vec<bool> = (0..batch * time * keys)
        .map(|n| n % keys <= n / keys % time)
        .collect();
    let seen = device().tensor_from_vec(seen, shape);
    let nothing: Batch = device().tensor_from_vec(vec![-1e9; batch * time * keys], shape);
    seen.choose(scores, nothing)
}

// wrong, mistake:diagonal hidden: The diagonal is hidden too, so a token cannot see itself and the first one sees nothing
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let mask = device().upper_tri_like(&scores, f32::NEG_INFINITY, 0);
    scores + mask
}

// wrong, mistake:past hidden: The past is hidden and the future is left: the wrong triangle
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let mask = device().lower_tri_like(&scores, f32::NEG_INFINITY, -1);
    scores + mask
}

// wrong, not_finite: A mask of ones and zeros is multiplied by minus infinity, and 0 times infinity is NaN
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let mask = device().upper_tri_like(&scores, 1.0_f32, 1) * f32::NEG_INFINITY;
    scores + mask
}

// wrong, mistake:first sequence only: Only the first sequence of the batch is masked
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (batch, time, keys) = *scores.shape();
    let mut mask = vec![0.0; batch * time * keys];
    for i in 0..time {
        for j in i + 1..keys {
            mask[i * keys + j] = f32::NEG_INFINITY;
        }
    }
    let mask: Batch = device().tensor_from_vec(mask, (batch, time, keys));
    scores + mask
}

// wrong, not_finite: The largest score, which is subtracted for safety, is looked for in the future as well, so all that is seen may vanish
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let mask = device().upper_tri_like(&scores, f32::NEG_INFINITY, 1);
    scores + mask
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let largest = scores.with_empty_tape().max::<_, Axis<2>>();
    let largest = largest.broadcast_like::<_, Axis<2>>(&scores);
    let powers = (scores - largest).exp().lower_tri(None);
    let sums = powers.with_empty_tape().sum::<_, Axis<2>>();
    let sums = sums.broadcast_like::<_, Axis<2>>(&powers);
    powers / sums
}

// wrong, ignored: The scores are ignored: it returns the weights of the example, 1 / (i + 1) for each key that is seen
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let mask = device().upper_tri_like(&scores, f32::NEG_INFINITY, 1);
    scores + mask
}

pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (batch, time, keys) = *scores.shape();
    let numbers = (0..batch * time * keys)
        .map(|n| {
            let (i, j) = (n / keys % time, n % keys);
            if j > i { 0.0 } else { 1.0 / (i + 1) as f32 }
        })
        .collect();
    let weights: Batch = device().tensor_from_vec(numbers, (batch, time, keys));
    scores * 0.0 + weights
}

// wrong, gradient: The scores are copied as plain numbers, so the gradient is lost
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (_, time, keys) = *scores.shape();
    let mut numbers = scores.as_vec();
    for (n, number) in numbers.iter_mut().enumerate() {
        if n % keys > n / keys % time {
            *number = f32::NEG_INFINITY;
        }
    }
    device().tensor_from_vec(numbers, *scores.shape()).retaped()
}

// right: minus ten thousand, which is low enough for scores in the thousands
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let future = device().upper_tri_like(&scores, -1e4, 1);
    scores + future
}

// wrong, another_function: a window: what lies three places back or further is hidden too
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let future = device().upper_tri_like(&scores, f32::NEG_INFINITY, 1);
    let far = device().lower_tri_like(&scores, f32::NEG_INFINITY, -3);
    scores + future + far
}

// wrong, axis: queries and keys change places
pub fn causal_mask<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let future = device().upper_tri_like(&scores, f32::NEG_INFINITY, 1);
    scores.permute::<_, Axes3<0, 2, 1>>() + future
}

// wrong, not_finite: the weights of the future are set to zero after the softmax, and the others made to sum to 1 again
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let weights = scores.softmax::<Axis<2>>();
    let seen = device().lower_tri_like(&weights, 1.0, 0);
    let kept = weights * seen;
    let sums = kept.with_empty_tape().sum::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&kept);
    kept / sums
}

// wrong, mistake:divided again: the scores are divided by the root of the number of tokens
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    let (_, time, _) = *scores.shape();
    causal_mask(scores / (time as f32).sqrt()).softmax::<Axis<2>>()
}

// wrong, exponent: log_softmax
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    causal_mask(scores).log_softmax::<Axis<2>>()
}
