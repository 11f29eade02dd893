// right: places in the place of chunks, sums in double precision, and the line handed on from the last row
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut lines = Vec::new();
    let mut begin = 0;
    while begin < points.len() {
        let end = usize::min(begin + batch, points.len());
        let mut sums = [0.0_f64; 2];
        for i in begin..end {
            let x = points[i][0];
            let error = f64::from(slope * x + bias - points[i][1]);
            sums[0] += error * f64::from(x);
            sums[1] += error;
        }
        let scale = 2.0 * f64::from(rate) / (end - begin) as f64;
        slope = (f64::from(slope) - scale * sums[0]) as f32;
        bias = (f64::from(bias) - scale * sums[1]) as f32;
        lines.push(vec![slope, bias]);
        begin = end;
    }
    lines
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut line = vec![0.0, 0.0];
    let mut path = vec![];
    for _ in 0..epochs {
        points.shuffle(&mut random);
        for next in epoch(points.clone(), batch, rate, line[0], line[1]) {
            line = next.clone();
            path.push(next);
        }
    }
    path
}

// right: an iterator that moves the line with each batch, means by fold, and an order that is shuffled anew from the start each time
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    points
        .chunks(batch)
        .map(|part| {
            let share = 1.0 / part.len() as f32;
            let (down, left) = part.iter().fold((0.0, 0.0), |(s, b), point| {
                let twice = 2.0 * share * (point[0] * slope + bias - point[1]);
                (s + twice * point[0], b + twice)
            });
            (slope, bias) = (slope - rate * down, bias - rate * left);
            vec![slope, bias]
        })
        .collect()
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = Vec::with_capacity(epochs * points.len().div_ceil(batch));
    points.reverse();
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..points.len()).collect();
        order.shuffle(&mut random);
        let shuffled: Vec<Vec<f32>> = order.into_iter().map(|i| points[i].clone()).collect();
        let (slope, bias) = path.last().map_or((0.0, 0.0), |line| (line[0], line[1]));
        let lines = epoch(shuffled, batch, rate, slope, bias);
        path.extend(lines);
    }
    path
}

// right: points are taken off a list until it is empty; the shuffle is written out by hand
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut rest = points;
    let mut path = Vec::new();
    while !rest.is_empty() {
        let later = rest.split_off(batch.min(rest.len()));
        let errors: Vec<f32> = rest.iter().map(|p| slope * p[0] + bias - p[1]).collect();
        let n = rest.len() as f32;
        let by_slope = errors.iter().zip(&rest).map(|(error, p)| error * p[0]).sum::<f32>() / n;
        let by_bias = errors.iter().sum::<f32>() / n;
        slope -= 2.0 * rate * by_slope;
        bias -= 2.0 * rate * by_bias;
        path.push(vec![slope, bias]);
        rest = later;
    }
    path
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut all = Vec::new();
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        for last in (1..points.len()).rev() {
            points.swap(last, random.gen_range(0..=last));
        }
        let mut lines = epoch(points.clone(), batch, rate, slope, bias);
        if let Some(line) = lines.last() {
            slope = line[0];
            bias = line[1];
        }
        all.append(&mut lines);
    }
    all
}

// wrong, mistake:divided by the batch size: the mean of the last, smaller batch is divided by the size of a full one
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = Vec::new();
    let n = batch as f32;
    for batch in points.chunks(batch) {
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in batch {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / n;
        bias -= rate * by_bias / n;
        path.push(vec![slope, bias]);
    }
    path
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = Vec::new();
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        points.shuffle(&mut random);
        path.extend(epoch(points.clone(), batch, rate, slope, bias));
        if let Some(line) = path.last() {
            (slope, bias) = (line[0], line[1]);
        }
    }
    path
}

// wrong, mistake:last batch lost: the points that are left at the end of an epoch are dropped
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = Vec::new();
    for batch in points.chunks_exact(batch) {
        let n = batch.len() as f32;
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in batch {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / n;
        bias -= rate * by_bias / n;
        path.push(vec![slope, bias]);
    }
    path
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = Vec::new();
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        points.shuffle(&mut random);
        path.extend(epoch(points.clone(), batch, rate, slope, bias));
        if let Some(line) = path.last() {
            (slope, bias) = (line[0], line[1]);
        }
    }
    path
}

// wrong, property: the next epoch begins at the first line of all, not at the last
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = Vec::new();
    for batch in points.chunks(batch) {
        let n = batch.len() as f32;
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in batch {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / n;
        bias -= rate * by_bias / n;
        path.push(vec![slope, bias]);
    }
    path
}

pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = Vec::new();
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        points.shuffle(&mut random);
        path.extend(epoch(points.clone(), batch, rate, slope, bias));
        if let Some(line) = path.first() {
            (slope, bias) = (line[0], line[1]);
        }
    }
    path
}

// right: in f64, batch by batch off the front of the list
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    slope: f32,
    bias: f32,
) -> Vec<Vec<f32>> {
    let (mut slope, mut bias, rate) = (f64::from(slope), f64::from(bias), f64::from(rate));
    let mut rest = points.as_slice();
    let mut path = vec![];
    while !rest.is_empty() {
        let (now, later) = rest.split_at(batch.min(rest.len()));
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in now {
            let (x, y) = (f64::from(point[0]), f64::from(point[1]));
            let error = slope * x + bias - y;
            by_slope += 2.0 * error * x / now.len() as f64;
            by_bias += 2.0 * error / now.len() as f64;
        }
        slope -= rate * by_slope;
        bias -= rate * by_bias;
        path.push(vec![slope as f32, bias as f32]);
        rest = later;
    }
    path
}

// right: the points are sorted by random keys
pub fn sgd(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut line = vec![0.0, 0.0];
    let mut path = vec![];
    for _ in 0..epochs {
        let mut keyed: Vec<(u64, Vec<f32>)> = points
            .iter()
            .map(|it| (random.r#gen(), it.clone()))
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        let points = keyed.into_iter().map(|(_, point)| point).collect();
        path.append(&mut epoch(points, batch, rate, line[0], line[1]));
        line = path.last().cloned().unwrap_or(line);
    }
    path
}

// right: always from the first order, drawn without putting back
pub fn sgd(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = vec![];
    for _ in 0..epochs {
        let mut urn = points.clone();
        let mut drawn = vec![];
        while !urn.is_empty() {
            let place = random.gen_range(0..urn.len());
            drawn.push(urn.swap_remove(place));
        }
        let (slope, bias) = path.last().map_or((0.0, 0.0), |line| (line[0], line[1]));
        path.extend(epoch(drawn, batch, rate, slope, bias));
    }
    path
}

// wrong, mistake:divided by the batch size: the smaller batch at the end is divided by the size of a full one
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / batch as f32;
        bias -= rate * by_bias / batch as f32;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:last batch lost: what is left at the end is dropped
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks_exact(batch) {
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / part.len() as f32;
        bias -= rate * by_bias / part.len() as f32;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:slope first: the bias sees the slope that has moved already
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        let n = part.len() as f32;
        let by_slope: f32 = part
            .iter()
            .map(|point| 2.0 * (slope * point[0] + bias - point[1]) * point[0])
            .sum();
        slope -= rate * by_slope / n;
        let by_bias: f32 = part
            .iter()
            .map(|point| 2.0 * (slope * point[0] + bias - point[1]))
            .sum();
        bias -= rate * by_bias / n;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:halved: the factor 2 is forgotten
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += error * point[0];
            by_bias += error;
        }
        slope -= rate * by_slope / part.len() as f32;
        bias -= rate * by_bias / part.len() as f32;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:summed: sums in the place of means
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope;
        bias -= rate * by_bias;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:accumulated: the sums are not set back between the batches
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut by_slope, mut by_bias) = (0.0, 0.0);
    for part in points.chunks(batch) {
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / part.len() as f32;
        bias -= rate * by_bias / part.len() as f32;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:before the step: the line is kept before it moves
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        path.push(vec![slope, bias]);
        let (mut by_slope, mut by_bias) = (0.0, 0.0);
        for point in part {
            let error = slope * point[0] + bias - point[1];
            by_slope += 2.0 * error * point[0];
            by_bias += 2.0 * error;
        }
        slope -= rate * by_slope / part.len() as f32;
        bias -= rate * by_bias / part.len() as f32;
    }
    path
}

// wrong, mistake:point by point in a batch: the line moves after every point, the batch is forgotten
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        for point in part {
            let error = slope * point[0] + bias - point[1];
            slope -= rate * 2.0 * error * point[0] / part.len() as f32;
            bias -= rate * 2.0 * error / part.len() as f32;
        }
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:gradient of the slope for both: the bias moves by the gradient of the slope, a slip of the pen
pub fn epoch(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    mut slope: f32,
    mut bias: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for part in points.chunks(batch) {
        let mut by_slope = 0.0;
        for point in part {
            by_slope += 2.0 * (slope * point[0] + bias - point[1]) * point[0];
        }
        by_slope /= part.len() as f32;
        slope -= rate * by_slope;
        bias -= rate * by_slope;
        path.push(vec![slope, bias]);
    }
    path
}

// wrong, mistake:from the start: every epoch begins from 0 and 0
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path = vec![];
    for _ in 0..epochs {
        points.shuffle(&mut random);
        path.extend(epoch(points.clone(), batch, rate, 0.0, 0.0));
    }
    path
}

// wrong, mistake:same order: the points are shuffled once, before the first epoch
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    points.shuffle(&mut random);
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        for line in epoch(points.clone(), batch, rate, slope, bias) {
            (slope, bias) = (line[0], line[1]);
            path.push(line);
        }
    }
    path
}

// wrong, mistake:same order: a new generator with the same seed shuffles a copy in each epoch
pub fn sgd(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        let mut points = points.clone();
        points.shuffle(&mut random(seed));
        for line in epoch(points, batch, rate, slope, bias) {
            (slope, bias) = (line[0], line[1]);
            path.push(line);
        }
    }
    path
}

// wrong, property: only the last line of each epoch is kept
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        points.shuffle(&mut random);
        let lines = epoch(points.clone(), batch, rate, slope, bias);
        let last = lines[lines.len() - 1].clone();
        (slope, bias) = (last[0], last[1]);
        path.push(last);
    }
    path
}

// wrong, mistake:drawn again: the points are drawn at random, so some come twice and others never
pub fn sgd(
    points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        let drawn = (0..points.len())
            .map(|_| points[random.gen_range(0..points.len())].clone())
            .collect();
        for line in epoch(drawn, batch, rate, slope, bias) {
            (slope, bias) = (line[0], line[1]);
            path.push(line);
        }
    }
    path
}

// wrong, mistake:seed ignored: the seed is not used
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    _seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(42);
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        points.shuffle(&mut random);
        for line in epoch(points.clone(), batch, rate, slope, bias) {
            (slope, bias) = (line[0], line[1]);
            path.push(line);
        }
    }
    path
}

// wrong, mistake:shuffled afterwards: the points are shuffled after each epoch, so the first one has them as they stand
pub fn sgd(
    mut points: Vec<Vec<f32>>,
    batch: usize,
    rate: f32,
    epochs: usize,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut path: Vec<Vec<f32>> = vec![];
    let (mut slope, mut bias) = (0.0, 0.0);
    for _ in 0..epochs {
        for line in epoch(points.clone(), batch, rate, slope, bias) {
            (slope, bias) = (line[0], line[1]);
            path.push(line);
        }
        points.shuffle(&mut random);
    }
    path
}
