// right: the queries are scaled before the product, and the softmax is written out, with the largest score subtracted
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let d = q.shape().2 as f32;
    let scaled = q * (1.0 / d.sqrt());
    scaled.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    let largest = scores.with_empty_tape().max::<_, Axis<2>>();
    let largest = largest.broadcast_like::<_, Axis<2>>(&scores);
    let powers = (scores - largest).exp();
    let sums = powers.with_empty_tape().sum::<_, Axis<2>>();
    let sums = sums.broadcast_like::<_, Axis<2>>(&powers);
    let weights = powers / sums;
    weights.matmul(v)
}

// right: the product the other way round, keys times transposed queries, then turned; the sum of the weighted values is divided last
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *k.shape();
    let by_key = k.matmul(q.permute::<_, Axes3<0, 2, 1>>());
    let by_query = by_key.permute::<_, Axes3<0, 2, 1>>();
    by_query * (d as f32).powf(-0.5)
}

// right: both sides are divided by the fourth root, and `attention` is written in one piece
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let root = (q.shape().2 as f32).powf(0.25);
    let keys = k / root;
    let queries = q / root;
    queries.matmul(keys.permute::<_, Axes3<0, 2, 1>>())
}

pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    let weights = scores.softmax::<Axis<2>>();
    weights.matmul(v)
}

pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    let keys = k.permute::<_, Axes3<0, 2, 1>>();
    let weights = (q.matmul(keys) / f32::sqrt(d as f32)).softmax::<Axis<2>>();
    weights.matmul(v)
}

// wrong, mistake:no scale: The scores are not divided by the square root of `d`
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

// wrong, mistake:scaled by d: The scores are divided by `d` and not by its square root
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / d as f32
}

// wrong, another_function: The root is rounded down to a whole number
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / d.isqrt() as f32
}

// wrong, proportion: The divisor is always 8, the root of 64 of the paper, whatever `d` is
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / 8.0
}

// wrong, factor: The weighted sum is divided by the number of keys, although the weights sum to 1 already
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    let keys = v.shape().1 as f32;
    scores.softmax::<Axis<2>>().matmul(v) / keys
}

// wrong, gradient: The scores are taken with an empty tape, so queries and keys get no gradient
pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    let scores = scores(q, k);
    attend(scores.with_empty_tape(), v)
}

// right: the queries are scaled first
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    let short = q / (d as f32).sqrt();
    short.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

// right: queries and keys are scaled by the fourth root each
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *k.shape();
    let root = (d as f32).powf(-0.25);
    let keys = (k * root).permute::<_, Axes3<0, 2, 1>>();
    (q * root).matmul(keys)
}

// right: the weights by the logarithm of the softmax
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.log_softmax::<Axis<2>>().exp().matmul(v)
}

// right: the keys times the queries, transposed afterwards
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    let turned = k.matmul(q.permute::<_, Axes3<0, 2, 1>>());
    turned.permute::<_, Axes3<0, 2, 1>>() * (1.0 / (d as f32).sqrt())
}

// wrong, mistake:no scale: no scaling
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

// wrong, mistake:scaled by d: divided by d
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / d as f32
}

// wrong, mistake:root of the keys: divided by the root of the number of keys
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, keys, _) = *k.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / (keys as f32).sqrt()
}

// wrong, mistake:multiplied by the root: multiplied by the root
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) * (d as f32).sqrt()
}

// wrong, mistake:keys first: a row for each key
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    k.matmul(q.permute::<_, Axes3<0, 2, 1>>()) / (d as f32).sqrt()
}

// wrong, mistake:root of the batch: the number of the batch is read in the place of d
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    let (d, _, _) = *q.shape();
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>()) / (d as f32).sqrt()
}

// wrong, mistake:softmax over the queries: the softmax goes over the queries
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.softmax::<Axis<1>>().matmul(v)
}

// wrong, mistake:softmax over the batch: the softmax goes over the batch
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.softmax::<Axis<0>>().matmul(v)
}

// wrong, mistake:no softmax: no softmax
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.matmul(v)
}

// wrong, mistake:not normalised: the exponentials are not divided by their sum
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    scores.exp().matmul(v)
}

// wrong, mistake:overflow: the exponentials and their sum, without the largest taken off
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    let powers = scores.exp();
    let sums = powers
        .with_empty_tape()
        .sum::<_, Axis<2>>()
        .broadcast_like::<_, Axis<2>>(&powers);
    (powers / sums).matmul(v)
}

// wrong, mistake:scores off the tape: the weights are lent, and their tape is lost
pub fn attend<T: Tape<f32, Dev>>(scores: Batch<T>, v: Batch<T>) -> Batch<T> {
    let weights = scores.softmax::<Axis<2>>();
    weights.with_empty_tape().matmul(v)
}

// wrong, mistake:scaled twice: the scores are scaled a second time
pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    let (_, _, d) = *q.shape();
    let scaled = scores(q, k) / (d as f32).sqrt();
    attend(scaled, v)
}

// wrong, mistake:queries and keys exchanged: queries and keys are exchanged
pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    attend(scores(k, q), v)
}

// wrong, mistake:keys and values exchanged: keys and values are exchanged
pub fn attention<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>, v: Batch<T>) -> Batch<T> {
    attend(scores(q, v), k)
}
