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
