// right: edges compared in double precision; the root of the loss's slope by 1 / T, found by halving
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut answers = Vec::new();
    for (row, &label) in probabilities.iter().zip(&labels) {
        let confidence = row.iter().copied().fold(0.0_f32, f32::max);
        let answer = row.iter().position(|&share| share == confidence);
        answers.push((f64::from(confidence), answer == Some(label)));
    }
    (0..bins)
        .map(|bin| {
            let low = bin as f64 / bins as f64;
            let high = (bin + 1) as f64 / bins as f64;
            let inside: Vec<_> = answers
                .iter()
                .filter(|(confidence, _)| low < *confidence && *confidence <= high)
                .collect();
            let count = inside.len() as f64;
            if inside.is_empty() {
                return vec![0.0; 3];
            }
            let confidence = inside.iter().map(|it| it.0).sum::<f64>() / count;
            let accuracy = inside.iter().filter(|it| it.1).count() as f64 / count;
            vec![count as f32, confidence as f32, accuracy as f32]
        })
        .collect()
}

pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let mut error = 0.0_f64;
    let mut all = 0.0_f64;
    for bin in &bins {
        all += f64::from(bin[0]);
        error += f64::from(bin[0]) * (f64::from(bin[1]) - f64::from(bin[2])).abs();
    }
    if all == 0.0 {
        0.0
    } else {
        (error / all) as f32
    }
}

pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let (n, classes) = *logits.shape();
    let numbers = logits.as_vec();
    let mut total = 0.0_f64;
    for (row, label) in numbers.chunks(classes).zip(labels.as_vec()) {
        let row: Vec<f64> = row
            .iter()
            .map(|&x| f64::from(x) / f64::from(temperature))
            .collect();
        let top = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = row.iter().map(|x| (x - top).exp()).sum();
        total += sum.ln() + top - row[label];
    }
    (total / n as f64) as f32
}

pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let (_, classes) = *logits.shape();
    let numbers = logits.as_vec();
    let labels = labels.as_vec();
    let slope = |inverse: f64| {
        let mut total = 0.0;
        for (row, &label) in numbers.chunks(classes).zip(&labels) {
            let row: Vec<f64> = row.iter().map(|&x| f64::from(x)).collect();
            let top = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let exp: Vec<f64> = row.iter().map(|x| ((x - top) * inverse).exp()).collect();
            let sum: f64 = exp.iter().sum();
            let expected: f64 = exp.iter().zip(&row).map(|(e, x)| e / sum * x).sum();
            total += expected - row[label];
        }
        total
    };
    let (mut low, mut high) = (0.1, 10.0);
    while high - low > 1e-6 {
        let middle = (low + high) / 2.0;
        if slope(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    (1.0 / low) as f32
}

// right: the largest by `max_by` over the classes turned round; golden section by the logarithm of T
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut counts = vec![0usize; bins];
    let mut sums = vec![0.0f32; bins];
    let mut right = vec![0usize; bins];
    for i in 0..labels.len() {
        let (answer, confidence) = probabilities[i]
            .iter()
            .enumerate()
            .rev()
            .max_by(|a, b| a.1.total_cmp(b.1))
            .unwrap();
        let width = 1.0 / bins as f32;
        let bin = ((confidence / width).ceil() as usize).clamp(1, bins) - 1;
        counts[bin] += 1;
        sums[bin] += confidence;
        right[bin] += usize::from(answer == labels[i]);
    }
    let mut rows = Vec::with_capacity(bins);
    for bin in 0..bins {
        let n = counts[bin].max(1) as f32;
        rows.push(vec![
            counts[bin] as f32,
            sums[bin] / n,
            right[bin] as f32 / n,
        ]);
    }
    rows
}

pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let ratio = (5.0_f32.sqrt() - 1.0) / 2.0;
    let loss = |u: f32| negative_log_likelihood(logits.clone(), labels.clone(), u.exp());
    let (mut low, mut high) = (0.1_f32.ln(), 10.0_f32.ln());
    let mut left = high - ratio * (high - low);
    let mut right = low + ratio * (high - low);
    let (mut at_left, mut at_right) = (loss(left), loss(right));
    while high - low > 0.005 {
        if at_left < at_right {
            high = right;
            right = left;
            at_right = at_left;
            left = high - ratio * (high - low);
            at_left = loss(left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + ratio * (high - low);
            at_right = loss(right);
        }
    }
    ((low + high) / 2.0).exp()
}

// right: a grid in steps of 2 %, then a finer one around the best
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut best, mut lowest) = (1.0, f32::INFINITY);
    let mut t = 0.1;
    while t <= 10.0 {
        if loss(t) < lowest {
            lowest = loss(t);
            best = t;
        }
        t *= 1.02;
    }
    let centre = best;
    for step in -20..=20 {
        let t = centre * (1.0 + 0.001 * step as f32);
        if loss(t) < lowest {
            lowest = loss(t);
            best = t;
        }
    }
    best
}

// right: steps of a hundredth from the bottom, until the loss rises
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut t = 0.1;
    while loss(t * 1.01) < loss(t) {
        t *= 1.01;
    }
    t
}

// right: Newton's method on 1 / T, from numbers that are counted out by hand
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let classes = logits.shape().1;
    let rows: Vec<Vec<f64>> = logits
        .as_vec()
        .chunks(classes)
        .map(|row| row.iter().map(|&x| f64::from(x)).collect())
        .collect();
    let labels = labels.as_vec();
    let mut inverse: f64 = 0.1;
    for _ in 0..200 {
        let (mut slope, mut bend) = (0.0, 0.0);
        for (row, &label) in rows.iter().zip(&labels) {
            let top = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let shares: Vec<f64> = row.iter().map(|x| ((x - top) * inverse).exp()).collect();
            let sum: f64 = shares.iter().sum();
            let mean: f64 = shares.iter().zip(row).map(|(p, x)| p / sum * x).sum();
            let square: f64 = shares
                .iter()
                .zip(row)
                .map(|(p, x)| p / sum * (x - mean) * (x - mean))
                .sum();
            slope += mean - row[label];
            bend += square;
        }
        let step = (slope / bend).clamp(-0.5 * inverse, 0.5 * inverse);
        inverse -= step;
    }
    (1.0 / inverse) as f32
}

// wrong, mistake:lower edge: cuts the number of the bin off, and keeps 1 in the last bin
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let confidence = row.iter().copied().fold(0.0, f32::max);
        let answer = row.iter().position(|&share| share == confidence);
        let bin = ((confidence * bins as f32) as usize).min(bins - 1);
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += f32::from(u8::from(answer == Some(label)));
    }
    for row in rows.iter_mut().filter(|row| row[0] > 0.0) {
        row[1] /= row[0];
        row[2] /= row[0];
    }
    rows
}

// wrong, values: the mean confidence of the right answers only
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let confidence = row.iter().copied().fold(0.0, f32::max);
        let answer = row.iter().position(|&share| share == confidence);
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        if answer == Some(label) {
            rows[bin][1] += confidence;
            rows[bin][2] += 1.0;
        }
    }
    for row in rows.iter_mut().filter(|row| row[0] > 0.0) {
        row[1] /= row[2].max(1.0);
        row[2] /= row[0];
    }
    rows
}

// wrong: the error leaves out the first filled bin
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    let filled = bins.iter().filter(|bin| bin[0] > 0.0);
    filled
        .skip(1)
        .map(|bin| bin[0] / all * (bin[2] - bin[1]).abs())
        .sum()
}

// wrong: descends ten steps of a small rate
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut t = 1.0;
    for _ in 0..10 {
        t -= 0.1 * (loss(t + 0.01) - loss(t - 0.01)) / 0.02;
    }
    t
}

// wrong: looks no further than 2
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut best = 0.1;
    for step in 10..=200 {
        let t = step as f32 / 100.0;
        if loss(t) < loss(best) {
            best = t;
        }
    }
    best
}

// wrong: the temperature of the first half of the examples
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let (n, classes) = *logits.shape();
    let half = n.div_ceil(2);
    let some = logits.as_vec()[..half * classes].to_vec();
    let logits: Matrix = device().tensor_from_vec(some, (half, classes));
    let labels: Labels = device().tensor_from_vec(labels.as_vec()[..half].to_vec(), (half,));
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut t = 0.1;
    while t < 10.0 && loss(t * 1.005) < loss(t) {
        t *= 1.005;
    }
    t
}

// right: running means, and tensors for the highest probability; the bin in f64
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0_f32; 3]; bins];
    for i in 0..labels.len() {
        let row = &probabilities[i];
        let highest: Scalar = device().tensor_from_vec(row.clone(), (row.len(),)).max();
        let confidence = highest.array();
        let answer = row.iter().position(|p| *p >= confidence).unwrap();
        let bin = ((confidence as f64 * bins as f64).ceil() as usize).clamp(1, bins) - 1;
        let r = &mut rows[bin];
        r[0] += 1.0;
        r[1] += (confidence - r[1]) / r[0];
        let hit = if answer == labels[i] { 1.0 } else { 0.0 };
        r[2] += (hit - r[2]) / r[0];
    }
    rows
}

// right: sorts the examples by their confidence and cuts the list; the last share of a width by hand
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut sorted: Vec<(f32, bool)> = Vec::new();
    for (row, label) in probabilities.iter().zip(&labels) {
        let mut best = (0, row[0]);
        for (k, &p) in row.iter().enumerate() {
            if p > best.1 {
                best = (k, p);
            }
        }
        sorted.push((best.1, best.0 == *label));
    }
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rows = Vec::new();
    let mut from = 0;
    for m in 0..bins {
        let edge = (m + 1) as f32 / bins as f32;
        let to = sorted.partition_point(|it| it.0 <= edge).max(from);
        let to = if m + 1 == bins { sorted.len() } else { to };
        let part = &sorted[from..to];
        from = to;
        let n = part.len() as f32;
        if n == 0.0 {
            rows.push(vec![0.0; 3]);
            continue;
        }
        let sure = part.iter().map(|it| it.0).sum::<f32>() / n;
        let right = part.iter().filter(|it| it.1).count() as f32 / n;
        rows.push(vec![n, sure, right]);
    }
    rows
}

// right: steps that turn round and shrink
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let mut t = 1.0_f32;
    let mut factor = 1.5_f32;
    let mut now = negative_log_likelihood(logits.clone(), labels.clone(), t);
    for _ in 0..200 {
        let next = (t * factor).clamp(0.1, 10.0);
        let loss = negative_log_likelihood(logits.clone(), labels.clone(), next);
        if loss < now {
            t = next;
            now = loss;
        } else {
            factor = 1.0 / factor.sqrt();
            if (factor - 1.0).abs() < 1e-3 {
                break;
            }
        }
    }
    t
}

// wrong, rows: only the confidence is a mean, the third is a number of hits
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, &label) in probabilities.iter().zip(&labels) {
        let mut answer = 0;
        for k in 1..row.len() {
            if row[k] > row[answer] {
                answer = k;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        if answer == label {
            rows[bin][2] += 1.0;
        }
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
        }
    }
    rows
}

// wrong, mistake:up to an empty bin: stops at the first empty bin
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|row| row[0]).sum();
    if all == 0.0 {
        return 0.0;
    }
    let mut error = 0.0;
    for row in &bins {
        if row[0] == 0.0 {
            break;
        }
        error += row[0] / all * (row[2] - row[1]).abs();
    }
    error
}

// wrong, factor: the mean over all classes
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let classes = logits.shape().1 as f32;
    let logarithms = (logits / temperature).log_softmax::<Axis<1>>();
    let loss: Scalar = -logarithms.select(labels).mean();
    loss.array() / classes
}

// wrong, large: the probability gets a small number added
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logarithms = (logits / temperature).softmax::<Axis<1>>();
    let loss: Scalar = -(logarithms + 1e-7).ln().select(labels).mean();
    loss.array()
}

// wrong, mistake:wrong third cut off: keeps the worse part
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 10.0_f32);
    for _ in 0..30 {
        let third = (high - low) / 3.0;
        let (left, right) = (low + third, high - third);
        if loss(left) > loss(right) {
            high = right;
        } else {
            low = left;
        }
    }
    (low + high) / 2.0
}

// wrong, large: looks only up to 5
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 5.0_f32);
    for _ in 0..30 {
        let third = (high - low) / 3.0;
        let (left, right) = (low + third, high - third);
        if loss(left) < loss(right) {
            high = right;
        } else {
            low = left;
        }
    }
    (low + high) / 2.0
}

// wrong, values: eight rounds of thirds
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 10.0_f32);
    for _ in 0..8 {
        let third = (high - low) / 3.0;
        let (left, right) = (low + third, high - third);
        if loss(left) < loss(right) {
            high = right;
        } else {
            low = left;
        }
    }
    (low + high) / 2.0
}

// wrong, ignored: by accuracy
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let n = labels.shape().0;
    let classes = logits.shape().1;
    let want = labels.as_vec();
    let mut best = (0, 0.1);
    for i in 1..=100 {
        let t = i as f32 / 10.0;
        let p = (logits.clone() / t).softmax::<Axis<1>>().as_vec();
        let right = (0..n)
            .filter(|&i| {
                let row = &p[i * classes..(i + 1) * classes];
                row.iter().all(|&q| q <= row[want[i]])
            })
            .count();
        if right > best.0 {
            best = (right, t);
        }
    }
    best.1
}

// right: each bin looks for its own examples
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut said = Vec::new();
    for (row, label) in probabilities.iter().zip(&labels) {
        let confidence = row.iter().copied().fold(0.0, f32::max);
        let answer = row.iter().position(|&it| it == confidence);
        let bin = ((confidence * bins as f32).ceil() as usize).clamp(1, bins) - 1;
        said.push((bin, confidence, answer == Some(*label)));
    }
    (0..bins)
        .map(|bin| {
            let own: Vec<_> = said.iter().filter(|it| it.0 == bin).collect();
            if own.is_empty() {
                return vec![0.0; 3];
            }
            let n = own.len() as f32;
            let confidence: f32 = own.iter().map(|it| it.1).sum();
            let right = own.iter().filter(|it| it.2).count() as f32;
            vec![n, confidence / n, right / n]
        })
        .collect()
}

// right: each temperature from 0.1 to 10 in steps of one per cent is tried
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let (mut best, mut lowest) = (1.0, f32::INFINITY);
    let mut temperature = 0.1;
    while temperature <= 10.1 {
        let loss = negative_log_likelihood(logits.clone(), labels.clone(), temperature);
        if loss < lowest {
            (best, lowest) = (temperature, loss);
        }
        temperature *= 1.01;
    }
    best
}

// right: row by row, with the largest logit taken out of the exponents
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let (n, classes) = *logits.shape();
    let numbers = logits.as_vec();
    let labels = labels.as_vec();
    let mut sum = 0.0;
    for (row, label) in numbers.chunks(classes).zip(labels) {
        let scaled: Vec<f32> = row.iter().map(|it| it / temperature).collect();
        let most = scaled.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let total: f32 = scaled.iter().map(|it| (it - most).exp()).sum();
        sum += total.ln() + most - scaled[label];
    }
    sum / n as f32
}

// right: the errors are weighted first and divided once
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let mut sum = 0.0;
    let mut all = 0.0;
    for bin in bins {
        all += bin[0];
        sum += (bin[0] * bin[2] - bin[0] * bin[1]).abs();
    }
    if all > 0.0 { sum / all } else { 0.0 }
}

// wrong, mistake:of the label: the confidence is the probability of the label
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[label];
        let bin = ((confidence * bins as f32).ceil() as usize).saturating_sub(1);
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    divided(rows)
}

fn divided(mut rows: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:lower edge: rounded down, so an edge belongs to the upper bin
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = ((confidence * bins as f32) as usize).min(bins - 1);
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:rounded to one of the bins: rounded to the nearest
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * (bins - 1) as f32).round() as usize;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:ties to the last: max_by takes the last of equal probabilities
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let answer = (0..row.len())
            .max_by(|&a, &b| row[a].total_cmp(&row[b]))
            .unwrap_or(0);
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:sums: the sums are not divided
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    rows
}

// wrong, mistake:all classes, 0 in the first bin: every probability of every class goes into a bin
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        for (class, &p) in row.iter().enumerate() {
            let bin = ((p * bins as f32).ceil() as usize).max(1) - 1;
            rows[bin][0] += 1.0;
            rows[bin][1] += p;
            rows[bin][2] += if class == label { 1.0 } else { 0.0 };
        }
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:exchanged: accuracy before confidence
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += if answer == label { 1.0 } else { 0.0 };
        rows[bin][2] += confidence;
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:middle: the middle of the bin stands for its mean confidence
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let bin = (row[answer] * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for (bin, row) in rows.iter_mut().enumerate() {
        if row[0] > 0.0 {
            row[1] = (bin as f32 + 0.5) / bins as f32;
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:divided by zero: empty bins are divided by 0
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        row[1] /= row[0];
        row[2] /= row[0];
    }
    rows
}

// wrong, mistake:empty ones left out: the bins without examples are left out
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    rows.retain(|row| row[0] > 0.0);
    for row in &mut rows {
        row[1] /= row[0];
        row[2] /= row[0];
    }
    rows
}

// wrong, mistake:unweighted: the mean over the bins, whatever their number of examples
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let full: Vec<&Vec<f32>> = bins.iter().filter(|bin| bin[0] > 0.0).collect();
    if full.is_empty() {
        return 0.0;
    }
    let sum: f32 = full.iter().map(|bin| (bin[2] - bin[1]).abs()).sum();
    sum / full.len() as f32
}

// wrong, mistake:largest: the largest difference counts
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    bins.iter()
        .map(|bin| (bin[2] - bin[1]).abs())
        .fold(0.0, f32::max)
}

// wrong, mistake:absolute value of the sum: too sure and not sure enough cancel, because the size is taken at the end
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    if all == 0.0 {
        return 0.0;
    }
    let sum: f32 = bins.iter().map(|bin| bin[0] * (bin[2] - bin[1])).sum();
    (sum / all).abs()
}

// wrong, mistake:root of the mean square: the differences are squared, and the root is taken of their mean
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    if all == 0.0 {
        return 0.0;
    }
    let sum: f32 = bins
        .iter()
        .map(|bin| bin[0] * (bin[2] - bin[1]).powi(2))
        .sum();
    (sum / all).sqrt()
}

// wrong, not_finite: divided by the number of bins, not of examples
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let count = bins.len() as f32;
    let sum: f32 = bins
        .iter()
        .map(|bin| bin[0] * (bin[2] - bin[1]).abs())
        .sum();
    sum / count
}

// wrong, mistake:divided by zero in each bin: without examples it is 0 / 0
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    bins.iter()
        .map(|bin| bin[0] / all * (bin[2] - bin[1]).abs())
        .sum()
}

// wrong, mistake:multiplied: multiplied by the temperature
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits * temperature).log_softmax::<Axis<1>>();
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, mistake:temperature after the logarithm: the logarithms of the probabilities are divided, not the logits
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = logits.log_softmax::<Axis<1>>() / temperature;
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, mistake:logarithm of softmax: the logarithm of the softmax, which is infinite where a probability is too small
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits / temperature).softmax::<Axis<1>>().ln();
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, mistake:summed: the sum in the place of the mean
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits / temperature).log_softmax::<Axis<1>>();
    let sum: Scalar = logs.select(labels).sum();
    -sum.array()
}

// wrong, mistake:logarithm of the mean: the logarithm is taken of the mean probability
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let shares = (logits / temperature).softmax::<Axis<1>>();
    let mean: Scalar = shares.select(labels).mean();
    -mean.array().ln()
}

// wrong, mistake:over the wrong axis: a softmax over the examples, not the classes
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits / temperature).log_softmax::<Axis<0>>();
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, mistake:tenths: steps of 0.1, too coarse for a low temperature
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let (mut best, mut lowest) = (0.1, f32::INFINITY);
    for i in 1..=100 {
        let temperature = i as f32 * 0.1;
        let loss = negative_log_likelihood(logits.clone(), labels.clone(), temperature);
        if loss < lowest {
            (best, lowest) = (temperature, loss);
        }
    }
    best
}

// wrong, mistake:loss: the lowest loss is returned, not where it is
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let mut lowest = f32::INFINITY;
    for i in 10..=1000 {
        let temperature = i as f32 * 0.01;
        let loss = negative_log_likelihood(logits.clone(), labels.clone(), temperature);
        lowest = lowest.min(loss);
    }
    lowest
}

// wrong, mistake:never below 1: the search begins at 1, so a model that is not sure enough is never helped
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (1.0_f32, 10.0_f32);
    for _ in 0..40 {
        let third = (high - low) / 3.0;
        if loss(low + third) < loss(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    (low + high) / 2.0
}

// wrong, mistake:wrong third cut off: it cuts off the side where the loss is lower
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 10.0_f32);
    for _ in 0..40 {
        let third = (high - low) / 3.0;
        if loss(low + third) > loss(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    (low + high) / 2.0
}

// wrong, values: too few rounds
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 10.0_f32);
    for _ in 0..6 {
        let third = (high - low) / 3.0;
        if loss(low + third) < loss(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    (low + high) / 2.0
}

// wrong, values: the calibration error is made as small as possible, not the loss
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let (mut best, mut lowest) = (0.1, f32::INFINITY);
    for i in 10..=1000 {
        let temperature = i as f32 * 0.01;
        let shares = (logits.clone() / temperature).softmax::<Axis<1>>();
        let classes = shares.shape().1;
        let rows = shares
            .as_vec()
            .chunks(classes)
            .map(<[f32]>::to_vec)
            .collect();
        let error = calibration_error(reliability(rows, labels.as_vec(), 15));
        if error < lowest {
            (best, lowest) = (temperature, error);
        }
    }
    best
}

// wrong, mistake:from 1: rounded up, but nothing is subtracted, and the last bin takes what is beyond
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = ((confidence * bins as f32).ceil() as usize).min(bins - 1);
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, rows: an answer counts as right if the model is surer than a half
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if row[label] > 0.5 { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:margin: the confidence is how far the highest probability is above the next
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let next = (0..row.len())
            .filter(|&class| class != answer)
            .map(|class| row[class])
            .fold(0.0, f32::max);
        let confidence = confidence - next;
        let bin = ((confidence * bins as f32).ceil() as usize).max(1) - 1;
        rows[bin][0] += 1.0;
        rows[bin][1] += confidence;
        rows[bin][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:confidence of right answers: only the mean confidence of the right answers
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let bin = (confidence * bins as f32).ceil() as usize - 1;
        rows[bin][0] += 1.0;
        if answer == label {
            rows[bin][1] += confidence;
            rows[bin][2] += 1.0;
        }
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, values: the bins are gone through with a width of 1 / (bins - 1)
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; 3]; bins];
    for (row, label) in probabilities.into_iter().zip(labels) {
        let mut answer = 0;
        for class in 1..row.len() {
            if row[class] > row[answer] {
                answer = class;
            }
        }
        let confidence = row[answer];
        let width = 1.0 / (bins as f32 - 1.0);
        let bin = ((confidence / width).ceil() as usize).max(1) - 1;
        rows[bin.min(bins - 1)][0] += 1.0;
        rows[bin.min(bins - 1)][1] += confidence;
        rows[bin.min(bins - 1)][2] += if answer == label { 1.0 } else { 0.0 };
    }
    for row in &mut rows {
        if row[0] > 0.0 {
            row[1] /= row[0];
            row[2] /= row[0];
        }
    }
    rows
}

// wrong, mistake:unweighted, empty ones too: every bin counts by its width
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let width = 1.0 / bins.len().max(1) as f32;
    bins.iter().map(|bin| width * (bin[2] - bin[1]).abs()).sum()
}

// wrong, mistake:only where too sure: only what is too sure counts
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    if all == 0.0 {
        return 0.0;
    }
    bins.iter()
        .map(|bin| bin[0] / all * (bin[1] - bin[2]).max(0.0))
        .sum()
}

// wrong, mistake:absolute value of the sum: the difference of the mean confidence and the accuracy of all
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[0]).sum();
    if all == 0.0 {
        return 0.0;
    }
    let confidence: f32 = bins.iter().map(|bin| bin[0] * bin[1]).sum();
    let right: f32 = bins.iter().map(|bin| bin[0] * bin[2]).sum();
    (confidence / all - right / all).abs()
}

// wrong, mistake:weighted by the accuracy: weighted by the accuracy, not by the examples
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    let all: f32 = bins.iter().map(|bin| bin[2]).sum();
    if all == 0.0 {
        return 0.0;
    }
    bins.iter()
        .map(|bin| bin[2] / all * (bin[2] - bin[1]).abs())
        .sum()
}

// wrong, large: probabilities are kept above a ten millionth, so that the logarithm is finite
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let shares = (logits / temperature).softmax::<Axis<1>>().select(labels);
    let logs = shares.clamp(1e-7, 1.0).ln();
    let mean: Scalar = logs.mean();
    -mean.array()
}

// wrong, mistake:square of the temperature: divided by the square of the temperature
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits / (temperature * temperature)).log_softmax::<Axis<1>>();
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, mistake:only the logit of the label: only the logit of the label is divided
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = logits
        .clone()
        .log_softmax::<Axis<1>>()
        .select(labels.clone());
    let own = logits.select(labels);
    let all = own.clone() - logs;
    let mean: Scalar = (own / temperature - all).mean();
    -mean.array()
}

// wrong, mistake:temperature ignored: the temperature is subtracted from the logits
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    let logs = (logits - temperature).log_softmax::<Axis<1>>();
    let mean: Scalar = logs.select(labels).mean();
    -mean.array()
}

// wrong, values: gradient descent that stops after a hundred short steps
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut t = 1.0_f32;
    for _ in 0..100 {
        let slope = (loss(t + 0.01) - loss(t - 0.01)) / 0.02;
        t = (t - 0.01 * slope).max(0.1);
    }
    t
}

// wrong, large: only up to 5
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let (mut low, mut high) = (0.1_f32, 5.0_f32);
    for _ in 0..40 {
        let third = (high - low) / 3.0;
        if loss(low + third) < loss(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    (low + high) / 2.0
}

// wrong, values: the first place at which the loss rises, in steps of a half
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let loss = |t: f32| negative_log_likelihood(logits.clone(), labels.clone(), t);
    let mut t = 0.5;
    while t < 10.0 && loss(t + 0.5) < loss(t) {
        t += 0.5;
    }
    t
}

// wrong, ignored: the highest accuracy is looked for, which no temperature changes
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    let labels = labels.as_vec();
    let (mut best, mut most) = (0.1, -1.0);
    for i in 10..=1000 {
        let t = i as f32 * 0.01;
        let shares = (logits.clone() / t).softmax::<Axis<1>>();
        let classes = shares.shape().1;
        let rows: Vec<Vec<f32>> = shares
            .as_vec()
            .chunks(classes)
            .map(<[f32]>::to_vec)
            .collect();
        let bins = reliability(rows, labels.clone(), 1);
        if bins[0][2] > most {
            (best, most) = (t, bins[0][2]);
        }
    }
    best
}
