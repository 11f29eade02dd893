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
            let (left, middle, right) = (
                f64::from(edges[b]),
                f64::from(edges[b + 1]),
                f64::from(edges[b + 2]),
            );
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
    power
        .iter()
        .map(|frame| frame.iter().map(one).collect())
        .collect()
}

pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let of = |row: &Vec<f32>, it: &Vec<f32>| -> f32 {
        (0..it.len()).map(|k| it[k] * row[k].powi(2)).sum()
    };
    let sound = spectrogram(samples, size, hop);
    let levels = decibels(
        sound
            .iter()
            .map(|row| bank.iter().map(|it| of(row, it)).collect())
            .collect(),
    );
    let mut rows = Vec::new();
    for b in 0..BANDS {
        rows.push(
            levels
                .iter()
                .map(|frame| (frame[b] * 4.25 + 255.0).round() as usize)
                .collect(),
        );
    }
    rows.reverse();
    rows
}

// right: logarithms by `ln_1p`, a triangle in pieces, ratios of powers in f64, the picture filled from below
pub fn mel(hertz: f32) -> f32 {
    2595.0 / 10f32.ln() * (hertz / 700.0).ln_1p()
}

pub fn edges(bands: usize, low: f32, high: f32) -> Vec<f32> {
    let mut edges = vec![mel(low)];
    for i in 1..=bands {
        let part = i as f32 / (bands as f32 + 1.0);
        edges.push((1.0 - part) * mel(low) + part * mel(high));
    }
    edges.push(mel(high));
    edges
}

pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let mut all = vec![vec![0.0; size / 2 + 1]; edges.len() - 2];
    for k in 0..size / 2 + 1 {
        let m = mel(k as f32 * (rate as f32 / size as f32));
        for b in 0..all.len() {
            if edges[b] < m && m <= edges[b + 1] {
                all[b][k] = (m - edges[b]) / (edges[b + 1] - edges[b]);
            } else if edges[b + 1] < m && m < edges[b + 2] {
                all[b][k] = 1.0 - (m - edges[b + 1]) / (edges[b + 2] - edges[b + 1]);
            }
        }
    }
    all
}

pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let most = power.iter().flatten().copied().fold(0.0, f32::max) as f64 + 1e-9;
    let mut all = power;
    for p in all.iter_mut().flatten() {
        let ratio = (f64::from(*p) + 1e-9) / most;
        *p = (10.0 * ratio.log10()).max(-60.0) as f32;
    }
    all
}

pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let bank = filters(edges(BANDS, LOW, HIGH), size, rate);
    let sound = spectrogram(samples, size, hop);
    let mut power = vec![vec![0.0; BANDS]; sound.len()];
    for (t, frame) in sound.iter().enumerate() {
        for (k, x) in frame.iter().enumerate() {
            for b in 0..BANDS {
                power[t][b] += bank[b][k] * x.powi(2);
            }
        }
    }
    let mut picture = vec![vec![0; sound.len()]; BANDS];
    for (t, frame) in decibels(power).into_iter().enumerate() {
        for (b, level) in frame.into_iter().enumerate() {
            picture[BANDS - 1 - b][t] = (4.25 * (level + 60.0)).floor() as usize;
        }
    }
    picture
}

// wrong, mistake:both sides alike: the fall is as steep as the rise
pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    edges
        .windows(3)
        .map(|e| {
            (0..=size / 2)
                .map(|k| {
                    let m = mel((k * rate) as f32 / size as f32);
                    (1.0 - (m - e[1]).abs() / (e[1] - e[0])).max(0.0)
                })
                .collect()
        })
        .collect()
}

// wrong, mistake:half the rate at the end: the last frequency is taken for half the rate, which it is for even sizes only
pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let half = size / 2;
    edges
        .windows(3)
        .map(|e| {
            (0..=half)
                .map(|k| {
                    let m = mel(k as f32 / half as f32 * rate as f32 / 2.0);
                    let rise = (m - e[0]) / (e[1] - e[0]);
                    let fall = (e[2] - m) / (e[2] - e[1]);
                    rise.min(fall).max(0.0)
                })
                .collect()
        })
        .collect()
}

// wrong, mistake:largest from 0: the search for the largest level begins at 0
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let levels: Vec<Vec<f32>> = power
        .iter()
        .map(|frame| frame.iter().map(|p| 10.0 * (p + 1e-9).log10()).collect())
        .collect();
    let most = levels
        .iter()
        .flatten()
        .fold(0.0_f32, |most, x| most.max(*x));
    levels
        .iter()
        .map(|frame| frame.iter().map(|x| (x - most).max(-60.0)).collect())
        .collect()
}

// wrong, mistake:log of zero: divides by the largest power first and adds the 1e-9 to the share
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let most = power
        .iter()
        .flatten()
        .fold(f32::NEG_INFINITY, |most, x| most.max(*x));
    power
        .iter()
        .map(|frame| {
            frame
                .iter()
                .map(|p| (10.0 * (p / most + 1e-9).log10()).max(-60.0))
                .collect()
        })
        .collect()
}

// wrong, mistake:at least 1e-9: the 1e-9 is the least that a power may be
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let levels: Vec<Vec<f32>> = power
        .iter()
        .map(|frame| frame.iter().map(|p| 10.0 * p.max(1e-9).log10()).collect())
        .collect();
    let most = levels
        .iter()
        .flatten()
        .fold(f32::NEG_INFINITY, |most, x| most.max(*x));
    levels
        .iter()
        .map(|frame| frame.iter().map(|x| (x - most).max(-60.0)).collect())
        .collect()
}

// wrong, mistake:cut too early: the share is cut to a whole number before it is multiplied by 255
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let filters = filters(edges(BANDS, LOW, HIGH), size, rate);
    let power: Vec<Vec<f32>> = spectrogram(samples, size, hop)
        .iter()
        .map(|frame| {
            filters
                .iter()
                .map(|filter| filter.iter().zip(frame).map(|(w, x)| w * x * x).sum())
                .collect()
        })
        .collect();
    let decibels = decibels(power);
    (0..BANDS)
        .rev()
        .map(|b| {
            decibels
                .iter()
                .map(|frame| ((frame[b] + 60.0) / 60.0) as usize * 255)
                .collect()
        })
        .collect()
}

// wrong, mistake:up to half the rate: the bands end at half the rate
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let filters = filters(edges(BANDS, LOW, rate as f32 / 2.0), size, rate);
    let power: Vec<Vec<f32>> = spectrogram(samples, size, hop)
        .iter()
        .map(|frame| {
            filters
                .iter()
                .map(|filter| filter.iter().zip(frame).map(|(w, x)| w * x * x).sum())
                .collect()
        })
        .collect();
    let decibels = decibels(power);
    (0..BANDS)
        .rev()
        .map(|b| {
            decibels
                .iter()
                .map(|frame| ((frame[b] + 60.0) / 60.0 * 255.0) as usize)
                .collect()
        })
        .collect()
}

// wrong, mistake:squared afterwards: squares the sum of the magnitudes of a band
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let filters = filters(edges(BANDS, LOW, HIGH), size, rate);
    let power: Vec<Vec<f32>> = spectrogram(samples, size, hop)
        .iter()
        .map(|frame| {
            filters
                .iter()
                .map(|filter| {
                    filter
                        .iter()
                        .zip(frame)
                        .map(|(w, x)| w * x)
                        .sum::<f32>()
                        .powi(2)
                })
                .collect()
        })
        .collect();
    let decibels = decibels(power);
    (0..BANDS)
        .rev()
        .map(|b| {
            decibels
                .iter()
                .map(|frame| ((frame[b] + 60.0) / 60.0 * 255.0) as usize)
                .collect()
        })
        .collect()
}
