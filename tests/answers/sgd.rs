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
