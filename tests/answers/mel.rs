// right: the natural logarithm with its own constant, running sums, everything in f64 and plain loops
pub fn mel(hertz: f32) -> f32 {
    (1127.0 * (1.0 + f64::from(hertz) / 700.0).ln()) as f32
}

pub fn edges(bands: usize, low: f32, high: f32) -> Vec<f32> {
    let step = (mel(high) - mel(low)) / (bands as f32 + 1.0);
    let mut all = vec![mel(low)];
    for _ in 0..bands {
        all.push(all[all.len() - 1] + step);
    }
    all.push(mel(high));
    all
}

pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let bands = edges.len() - 2;
    let mut all = vec![vec![0.0; size / 2 + 1]; bands];
    for b in 0..bands {
        for k in 0..size / 2 + 1 {
            let m = f64::from(mel(k as f32 * rate as f32 / size as f32));
            let (left, middle, right) = (f64::from(edges[b]), f64::from(edges[b + 1]), f64::from(edges[b + 2]));
            if m > left && m <= middle {
                all[b][k] = ((m - left) / (middle - left)) as f32;
            } else if m > middle && m < right {
                all[b][k] = ((right - m) / (right - middle)) as f32;
            }
        }
    }
    all
}

pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let mut all = power;
    let mut largest = f32::MIN;
    for frame in &mut all {
        for x in frame.iter_mut() {
            *x = 10.0 * (*x + 1e-9).log10();
            if *x > largest {
                largest = *x;
            }
        }
    }
    for frame in &mut all {
        for x in frame.iter_mut() {
            *x = (*x - largest).clamp(-60.0, 0.0);
        }
    }
    all
}

pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let sound = spectrogram(samples, size, hop);
    let mut power = vec![vec![0.0; BANDS]; sound.len()];
    for t in 0..sound.len() {
        for b in 0..BANDS {
            let mut sum = 0.0f64;
            for k in 0..sound[t].len() {
                sum += f64::from(bank[b][k]) * f64::from(sound[t][k]) * f64::from(sound[t][k]);
            }
            power[t][b] = sum as f32;
        }
    }
    let levels = decibels(power);
    let mut picture = vec![vec![0; levels.len()]; BANDS];
    for t in 0..levels.len() {
        for b in 0..BANDS {
            picture[BANDS - 1 - b][t] = ((levels[t][b] + 60.0) / 60.0 * 255.0).floor() as usize;
        }
    }
    picture
}

// right: decibels as ratios of powers, a picture that is turned by reversing it, grey levels that are rounded
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let most = power.concat().into_iter().fold(0.0f32, f32::max) + 1e-9;
    let one = |p: &f32| (10.0 * ((p + 1e-9) / most).log10()).max(-60.0);
    power.iter().map(|frame| frame.iter().map(one).collect()).collect()
}

pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let of = |row: &Vec<f32>, it: &Vec<f32>| -> f32 { (0..it.len()).map(|k| it[k] * row[k].powi(2)).sum() };
    let sound = spectrogram(samples, size, hop);
    let levels = decibels(sound.iter().map(|row| bank.iter().map(|it| of(row, it)).collect()).collect());
    let mut rows = Vec::new();
    for b in 0..BANDS {
        rows.push(levels.iter().map(|frame| (frame[b] * 4.25 + 255.0).round() as usize).collect());
    }
    rows.reverse();
    rows
}

// wrong, mistake:in hertz: the edges are evenly spaced in hertz
pub fn edges(bands: usize, low: f32, high: f32) -> Vec<f32> {
    let mut all = Vec::new();
    for i in 0..bands + 2 {
        all.push(mel(low + (high - low) * i as f32 / (bands as f32 + 1.0)));
    }
    all
}

// wrong, mistake:back in hertz: the edges as librosa has them
pub fn edges(bands: usize, low: f32, high: f32) -> Vec<f32> {
    let step = (mel(high) - mel(low)) / (bands as f32 + 1.0);
    let back = |m: f32| 700.0 * (10f32.powf(m / 2595.0) - 1.0);
    (0..bands + 2).map(|i| back(mel(low) + i as f32 * step)).collect()
}

// wrong, mistake:straight in hertz: the triangles are drawn over hertz
pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let back = |m: f32| 700.0 * (10f32.powf(m / 2595.0) - 1.0);
    let corners: Vec<f32> = edges.iter().map(|m| back(*m)).collect();
    let mut all = Vec::new();
    for b in 0..corners.len() - 2 {
        let mut row = Vec::new();
        for k in 0..=size / 2 {
            let f = k as f32 * rate as f32 / size as f32;
            let up = (f - corners[b]) / (corners[b + 1] - corners[b]);
            let down = (corners[b + 2] - f) / (corners[b + 2] - corners[b + 1]);
            row.push(up.min(down).max(0.0));
        }
        all.push(row);
    }
    all
}

// wrong, mistake:negative: nothing is cut off at 0
pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    for b in 0..edges.len() - 2 {
        let mut row = Vec::new();
        for k in 0..=size / 2 {
            let m = mel(k as f32 * rate as f32 / size as f32);
            let up = (m - edges[b]) / (edges[b + 1] - edges[b]);
            let down = (edges[b + 2] - m) / (edges[b + 2] - edges[b + 1]);
            row.push(up.min(down));
        }
        all.push(row);
    }
    all
}

// wrong, mistake:log of zero: nothing is added to the power
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let levels: Vec<Vec<f32>> = power.iter().map(|row| row.iter().map(|p| 10.0 * p.log10()).collect()).collect();
    let most = levels.concat().into_iter().fold(f32::MIN, f32::max);
    levels.iter().map(|row| row.iter().map(|x| (x - most).max(-60.0)).collect()).collect()
}

// wrong, mistake:20 for 10: the factor of magnitudes
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let levels: Vec<Vec<f32>> = power.iter().map(|row| row.iter().map(|p| 20.0 * (p + 1e-9).log10()).collect()).collect();
    let most = levels.concat().into_iter().fold(f32::MIN, f32::max);
    levels.iter().map(|row| row.iter().map(|x| (x - most).max(-60.0)).collect()).collect()
}

// wrong, mistake:low to high: the picture stands on its head
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let mut power = Vec::new();
    for frame in spectrogram(samples, size, hop) {
        let mut row = Vec::new();
        for filter in &bank {
            row.push((0..filter.len()).map(|k| filter[k] * frame[k] * frame[k]).sum());
        }
        power.push(row);
    }
    let levels = decibels(power);
    let grey = |x: f32| ((x + 60.0) / 60.0 * 255.0) as usize;
    (0..BANDS).map(|b| levels.iter().map(|row| grey(row[b])).collect()).collect()
}

// wrong, mistake:not squared: magnitudes for powers
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let mut power = Vec::new();
    for frame in spectrogram(samples, size, hop) {
        let mut row = Vec::new();
        for filter in &bank {
            row.push((0..filter.len()).map(|k| filter[k] * frame[k]).sum());
        }
        power.push(row);
    }
    let levels = decibels(power);
    let grey = |x: f32| ((x + 60.0) / 60.0 * 255.0) as usize;
    (0..BANDS).rev().map(|b| levels.iter().map(|row| grey(row[b])).collect()).collect()
}
