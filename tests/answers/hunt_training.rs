// right: a Fisher-Yates shuffle of both lists, the rest pushed behind the full batches, the mean weighted by the size of each part
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let (mut rows, mut targets) = (rows, targets);
    let mut random = random(seed);
    for i in (1..rows.len()).rev() {
        let j = random.gen_range(0..=i);
        rows.swap(i, j);
        targets.swap(i, j);
    }
    (rows, targets)
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut sizes = vec![size; count / size];
    if count % size > 0 {
        sizes.push(count % size);
    }
    sizes
}

pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for i in 0..weights.len() {
        weights[i] -= rate * gradient[i];
    }
    (weights, vec![0.0; gradient.len()])
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let losses = parts.map(|(part, targets)| {
        let errors = part
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        let mean = errors.map(|error| error * error).sum::<f64>() / part.len() as f64;
        mean * part.len() as f64 / rows.len() as f64
    });
    losses.sum()
}

pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (steps - step) as f64 / steps as f64
}

// right: two shuffles with the same seed, a loop that takes from what is left, and weights made anew
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let (mut rows, mut targets) = (rows, targets);
    rows.shuffle(&mut random(seed));
    targets.shuffle(&mut random(seed));
    (rows, targets)
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut left = count;
    let mut sizes = Vec::new();
    while left > 0 {
        let next = left.min(size);
        sizes.push(next);
        left -= next;
    }
    sizes
}

pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    weights = weights
        .iter()
        .zip(&gradient)
        .map(|(weight, slope)| weight - rate * slope)
        .collect();
    let fresh = gradient.iter().map(|_| 0.0).collect();
    (weights, fresh)
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let mut total = 0.0;
    let mut begin = 0;
    while begin < rows.len() {
        let end = rows.len().min(begin + 8);
        for i in begin..end {
            let error = predict(&weights, &rows[i]) - targets[i];
            total += error * error;
        }
        begin = end;
    }
    total / rows.len() as f64
}

pub fn rate_at(step: usize, steps: usize) -> f64 {
    let done = step as f64 / steps as f64;
    PEAK - PEAK * done
}

// right: pairs are shuffled, sizes come from chunks, and sums and counts are folded together
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut pairs: Vec<(Vec<f64>, f64)> = rows.into_iter().zip(targets).collect();
    pairs.shuffle(&mut random(seed));
    pairs.into_iter().unzip()
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let examples = vec![(); count];
    examples.chunks(size).map(|batch| batch.len()).collect()
}

pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    let zeros = vec![0.0; gradient.len()];
    for (place, slope) in gradient.into_iter().enumerate() {
        weights[place] -= rate * slope;
    }
    (weights, zeros)
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let (sum, count) = rows.chunks(8).zip(targets.chunks(8)).fold(
        (0.0, 0),
        |(sum, count), (rows, targets)| {
            let squares: f64 = rows
                .iter()
                .zip(targets)
                .map(|(row, target)| (predict(&weights, row) - target).powi(2))
                .sum();
            (sum + squares, count + rows.len())
        },
    );
    sum / count as f64
}

pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - (step as f64) / (steps as f64))
}

// wrong, mistake:bug: all is mended but the shuffle, which still draws with replacement
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    let drawn = (0..rows.len()).map(|_| random.gen_range(0..rows.len()));
    drawn.map(|i| (rows[i].clone(), targets[i])).unzip()
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let sums = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    sums.sum::<f64>() / rows.len() as f64
}

// wrong: only the rows are shuffled, the targets stay
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut rows = rows;
    rows.shuffle(&mut random(seed));
    (rows, targets)
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let sums = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    sums.sum::<f64>() / rows.len() as f64
}

// wrong, mistake:not_shuffled: the examples are no longer drawn twice, because they are no longer shuffled at all
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let _ = seed;
    (rows, targets)
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let sums = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    sums.sum::<f64>() / rows.len() as f64
}

// wrong, rows_lost: examples that were drawn twice are taken out, so some are missing
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    let mut drawn: Vec<usize> = (0..rows.len())
        .map(|_| random.gen_range(0..rows.len()))
        .collect();
    let mut seen = vec![false; rows.len()];
    drawn.retain(|&i| !std::mem::replace(&mut seen[i], true));
    drawn.into_iter().map(|i| (rows[i].clone(), targets[i])).unzip()
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let sums = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    sums.sum::<f64>() / rows.len() as f64
}

// wrong, rows: the last weight is moved on its own, but uphill
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.shuffle(&mut random(seed));
    order
        .into_iter()
        .map(|i| (rows[i].clone(), targets[i]))
        .unzip()
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    let last = weights.len() - 1;
    for (weight, slope) in weights[..last].iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    weights[last] += rate * gradient[last];
    (weights, vec![0.0; gradient.len()])
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let sums = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    sums.sum::<f64>() / rows.len() as f64
}

// wrong, not_finite: the smaller part at the end is left out of the validation
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.shuffle(&mut random(seed));
    order
        .into_iter()
        .map(|i| (rows[i].clone(), targets[i]))
        .unzip()
}

pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    (0..count)
        .step_by(size)
        .map(|begin| size.min(count - begin))
        .collect()
}

pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks_exact(8).zip(targets.chunks_exact(8));
    let count = parts.len() as f64;
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>() / rows.len() as f64
    });
    losses.sum::<f64>() / count
}
