// right: everything in f64 and in plain loops, and the frame is read sample by sample
use std::f32::consts::TAU;

pub fn hann(size: usize) -> Vec<f32> {
    let mut window = vec![0.0; size];
    for i in 0..size {
        let angle = std::f64::consts::TAU * i as f64 / (size as f64 - 1.0);
        window[i] = (0.5 - 0.5 * angle.cos()) as f32;
    }
    window
}

pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    let mut start = 0;
    while start < samples.len() {
        let mut frame = Vec::new();
        for i in start..start + size {
            if i < samples.len() {
                frame.push(samples[i]);
            } else {
                frame.push(0.0);
            }
        }
        all.push(frame);
        start += hop;
    }
    all
}

pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut result = vec![0.0; size / 2 + 1];
    for k in 0..result.len() {
        let mut re = 0.0f64;
        let mut im = 0.0f64;
        for i in 0..size {
            let angle = std::f64::consts::TAU * k as f64 * i as f64 / size as f64;
            re += f64::from(frame[i]) * angle.cos();
            im -= f64::from(frame[i]) * angle.sin();
        }
        result[k] = re.hypot(im) as f32;
    }
    result
}

pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    let mut rows = Vec::new();
    for mut frame in frames(samples, size, hop) {
        for i in 0..size {
            frame[i] *= window[i];
        }
        rows.push(magnitudes(frame));
    }
    rows
}

// right: the window as a squared sine, tables of cosines and sines that are read at k * i modulo size, frames from chained zeros
use std::f32::consts::TAU;

pub fn hann(size: usize) -> Vec<f32> {
    let half = std::f32::consts::PI / (size - 1) as f32;
    (0..size).map(|i| (half * i as f32).sin().powi(2)).collect()
}

pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let count = samples.len().div_ceil(hop);
    (0..count)
        .map(|t| {
            let rest = samples.iter().copied().skip(t * hop);
            rest.chain(std::iter::repeat(0.0)).take(size).collect()
        })
        .collect()
}

pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let table: Vec<(f32, f32)> = (0..size)
        .map(|n| (TAU * n as f32 / size as f32).sin_cos())
        .collect();
    (0..=size / 2)
        .map(|k| {
            let (im, re) = frame.iter().enumerate().fold((0.0f32, 0.0f32), |(im, re), (i, x)| {
                let (sin, cos) = table[k * i % size];
                (im + x * sin, re + x * cos)
            });
            f32::hypot(re, im)
        })
        .collect()
}

pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    frames(samples, size, hop)
        .into_iter()
        .map(|frame| magnitudes(frame.iter().zip(&window).map(|(x, w)| x * w).collect()))
        .collect()
}

// right: the sound is padded once and then cut with slices; a rotating complex number takes the place of cosine and sine
use std::f32::consts::TAU;

pub fn hann(size: usize) -> Vec<f32> {
    (0..size)
        .map(|i| 0.5 - 0.5 * (TAU * i as f32 / (size - 1) as f32).cos())
        .collect()
}

pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let count = samples.len().div_ceil(hop);
    let mut padded = samples;
    padded.resize(padded.len() + size, 0.0);
    (0..count).map(|t| padded[t * hop..][..size].to_vec()).collect()
}

pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut result = Vec::with_capacity(size / 2 + 1);
    for k in 0..=size / 2 {
        let (sin, cos) = (std::f64::consts::TAU * k as f64 / size as f64).sin_cos();
        let (mut c, mut s) = (1.0f64, 0.0f64);
        let mut sums = [0.0f64; 2];
        for &x in &frame {
            sums[0] += f64::from(x) * c;
            sums[1] += f64::from(x) * s;
            (c, s) = (c * cos - s * sin, s * cos + c * sin);
        }
        result.push(sums[0].hypot(sums[1]) as f32);
    }
    result
}

pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    let faded = |frame: &Vec<f32>| -> Vec<f32> { (0..size).map(|i| window[i] * frame[i]).collect() };
    let frames = frames(samples, size, hop);
    frames.iter().map(|frame| magnitudes(faded(frame))).collect()
}

// wrong, mistake:whole frames only: Only whole frames are made; what the sound lacks at its end is not filled with zeros
use std::f32::consts::TAU;

pub fn hann(size: usize) -> Vec<f32> {
    (0..size)
        .map(|i| 0.5 - 0.5 * (TAU * i as f32 / (size - 1) as f32).cos())
        .collect()
}

pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    let mut start = 0;
    while start + size <= samples.len() {
        all.push(samples[start..start + size].to_vec());
        start += hop;
    }
    all
}

pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut result = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0f32, 0.0f32);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * (k * i % size) as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        result.push((re * re + im * im).sqrt());
    }
    result
}

pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    frames(samples, size, hop)
        .into_iter()
        .map(|frame| magnitudes(frame.iter().zip(&window).map(|(x, w)| x * w).collect()))
        .collect()
}

// wrong, mistake:no window: The window is forgotten in the spectrogram
use std::f32::consts::TAU;

pub fn hann(size: usize) -> Vec<f32> {
    (0..size)
        .map(|i| 0.5 - 0.5 * (TAU * i as f32 / (size - 1) as f32).cos())
        .collect()
}

pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    (0..samples.len())
        .step_by(hop)
        .map(|start| {
            let end = samples.len().min(start + size);
            let mut frame = samples[start..end].to_vec();
            frame.resize(size, 0.0);
            frame
        })
        .collect()
}

pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut result = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0f32, 0.0f32);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * (k * i % size) as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        result.push((re * re + im * im).sqrt());
    }
    result
}

pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    frames(samples, size, hop).into_iter().map(magnitudes).collect()
}
