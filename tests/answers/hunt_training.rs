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

// wrong, mistake:full_parts_alone: the smaller part at the end is left out of the validation
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

// right: pairs are shuffled
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut pairs: Vec<(Vec<f64>, f64)> = rows.into_iter().zip(targets).collect();
    pairs.shuffle(&mut random(seed));
    pairs.into_iter().unzip()
}

// right: the places are sorted by random keys
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    let mut keys: Vec<(u64, usize)> = (0..rows.len()).map(|i| (random.r#gen(), i)).collect();
    keys.sort_unstable();
    keys.iter()
        .map(|&(_, i)| (rows[i].clone(), targets[i]))
        .unzip()
}

// right: a while loop that takes batches off
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut left = count;
    let mut sizes = vec![];
    while left > 0 {
        let next = left.min(size);
        sizes.push(next);
        left -= next;
    }
    sizes
}

// right: each part is weighted with its length
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let total: f64 = (0..rows.len())
        .map(|i| (predict(&weights, &rows[i]) - targets[i]).powi(2) / rows.len() as f64)
        .sum();
    total
}

// right: the steps that are left
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (steps - step) as f64 / steps as f64
}

// wrong, mistake:parted: rows and targets are shuffled apart
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let (mut rows, mut targets) = (rows, targets);
    let mut random = random(seed);
    rows.shuffle(&mut random);
    targets.shuffle(&mut random);
    (rows, targets)
}

// wrong, mistake:parted: only the rows are shuffled
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut rows = rows;
    rows.shuffle(&mut random(seed));
    (rows, targets)
}

// wrong, mistake:not_shuffled: nothing is shuffled
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let _ = seed;
    (rows, targets)
}

// wrong, mistake:seed_ignored: the same order for each seed
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let _ = seed;
    let mut pairs: Vec<(Vec<f64>, f64)> = rows.into_iter().zip(targets).collect();
    pairs.shuffle(&mut random(0));
    pairs.into_iter().unzip()
}

// wrong, mistake:seed_ignored: turned round instead of shuffled
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let _ = seed;
    rows.into_iter().zip(targets).rev().unzip()
}

// wrong, mistake:turned: rolled by a random number
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let (mut rows, mut targets) = (rows, targets);
    let by = random(seed).gen_range(0..=rows.len());
    rows.rotate_left(by);
    targets.rotate_left(by);
    (rows, targets)
}

// wrong, mistake:padded: one batch more, of full size
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    vec![size; count.div_ceil(size)]
}

// wrong, mistake:empty: an empty batch where nothing is left
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut sizes = vec![size; count / size];
    sizes.push(count % size);
    sizes
}

// wrong, mistake:joined: the rest is added to the last batch
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut sizes = vec![size; count / size];
    if let Some(last) = sizes.last_mut() {
        *last += count % size;
    }
    sizes
}

// wrong, mistake:equal: the batches are made equally large
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let batches = count.div_ceil(size);
    (0..batches)
        .map(|i| count / batches + usize::from(i < count % batches))
        .collect()
}

// wrong, mistake:smaller_first: the smaller batch first
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let rest = count % size;
    let mut sizes = vec![size; count / size];
    if rest > 0 {
        sizes.insert(0, rest);
    }
    sizes
}

// wrong, mistake:not_zeroed: the gradient is handed on
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for (weight, slope) in weights.iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    (weights, gradient)
}

// wrong, rows: the first weight is left out now
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for (weight, slope) in weights[1..].iter_mut().zip(&gradient[1..]) {
        *weight -= rate * slope;
    }
    (weights, vec![0.0; gradient.len()])
}

// wrong, mistake:uphill: moves up
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for (weight, slope) in weights.iter_mut().zip(&gradient) {
        *weight += rate * slope;
    }
    (weights, vec![0.0; gradient.len()])
}

// wrong, shape: the zeros are one too few
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    let last = weights.len() - 1;
    for (weight, slope) in weights.iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    (weights, vec![0.0; last])
}

// wrong, rows: the last weight gets the gradient of the first
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    let last = weights.len() - 1;
    for (weight, slope) in weights[..last].iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    weights[last] -= rate * gradient[0];
    (weights, vec![0.0; gradient.len()])
}

// wrong, mistake:summed: the sum of the squares
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum()
}

// wrong, mistake:by_eight: divides by eight times the number of parts
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum::<f64>() / (8 * rows.len().div_ceil(8)) as f64
}

// wrong, mistake:full_parts: what is left after the full parts is dropped
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks_exact(8).zip(targets.chunks_exact(8));
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum::<f64>() / rows.len() as f64
}

// wrong, mistake:root: the root of the mean
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    (losses.sum::<f64>() / rows.len() as f64).sqrt()
}

// wrong, mistake:by_twenty: divides by 20, the number of examples in the training
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum::<f64>() / 20.0
}

// wrong, mistake:zero_at_the_last: zero is reached at the last step
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - step as f64 / (steps - 1) as f64)
}

// wrong, mistake:one_ahead: counted from 1
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - (step + 1) as f64 / steps as f64)
}

// wrong, mistake:bug: the rate stays at its peak
pub fn rate_at(step: usize, steps: usize) -> f64 {
    let _ = (step, steps);
    PEAK
}

// wrong, mistake:rises: the rate rises
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * step as f64 / steps as f64
}

// wrong, mistake:to_half: falls to half
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - 0.5 * step as f64 / steps as f64)
}

// wrong, mistake:parted: every row once, but rows and targets are shuffled one after the other, each in an order of its own
pub fn shuffle(
    mut rows: Vec<Vec<f64>>,
    mut targets: Vec<f64>,
    seed: u64,
) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    rows.shuffle(&mut random);
    targets.shuffle(&mut random);
    (rows, targets)
}

// wrong, rows_lost: a row that is drawn again is left out, so some are never there
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    let mut seen = vec![false; rows.len()];
    let (mut new_rows, mut new_targets) = (Vec::new(), Vec::new());
    for _ in 0..rows.len() {
        let i = random.gen_range(0..rows.len());
        if !seen[i] {
            seen[i] = true;
            new_rows.push(rows[i].clone());
            new_targets.push(targets[i]);
        }
    }
    (new_rows, new_targets)
}

// wrong, mistake:padded: the number of batches is rounded up, and all of them are full
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    vec![size; count.div_ceil(size)]
}

// wrong, mistake:empty: the rest is always a batch, even if it is 0
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut sizes = vec![size; count / size];
    sizes.push(count % size);
    sizes
}

// wrong, mistake:not_zeroed: every weight moves, but the gradient of this batch is handed on
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for (weight, slope) in weights.iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    (weights, gradient)
}

// wrong, mistake:full_parts_alone: `chunks_exact`, so that all parts weigh the same: the rest of the rows is not measured
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

// wrong, values: the parts are sums now, but their sum is still divided by the number of parts
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let count = parts.len() as f64;
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum::<f64>() / count
}

// wrong, mistake:zero_at_the_last: divides by `steps - 1`, so that the last step has a rate of 0
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - step as f64 / (steps as f64 - 1.0))
}
