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

// right: the window is the square of half a sine
pub fn hann(size: usize) -> Vec<f32> {
    let last = (size - 1) as f32;
    (0..size)
        .map(|i| (TAU / 2.0 * i as f32 / last).sin().powi(2))
        .collect()
}

// right: the sound is filled with zeros first, and then cut
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let count = samples.len().div_ceil(hop);
    let mut padded = samples;
    padded.extend(vec![0.0; size]);
    (0..count)
        .map(|t| {
            padded[t * hop..]
                .iter()
                .take(size)
                .copied()
                .collect::<Vec<f32>>()
        })
        .map(|mut frame| {
            frame.resize(size, 0.0);
            frame
        })
        .collect()
}

// right: every frequency by turning a pointer on from sample to sample
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let of = |k: usize| {
        let turn = std::f64::consts::TAU * k as f64 / size as f64;
        let (mut re, mut im) = (0.0_f64, 0.0_f64);
        // Horner's scheme, from the last sample to the first.
        for &x in frame.iter().rev() {
            (re, im) = (
                re * turn.cos() - im * turn.sin(),
                re * turn.sin() + im * turn.cos(),
            );
            re += f64::from(x);
        }
        re.hypot(im) as f32
    };
    (0..=size / 2).map(of).collect()
}

// right: the window is worked out for each frame, in place
pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut rows = frames(samples, size, hop);
    for row in &mut rows {
        for (x, w) in row.iter_mut().zip(hann(size)) {
            *x *= w;
        }
    }
    rows.into_iter().map(magnitudes).collect()
}

// wrong, mistake:periodic: the window divides by size: the periodic one
pub fn hann(size: usize) -> Vec<f32> {
    (0..size)
        .map(|i| 0.5 - 0.5 * (TAU * i as f32 / size as f32).cos())
        .collect()
}

// wrong, mistake:half a turn: half a turn: PI in the place of 2 pi
pub fn hann(size: usize) -> Vec<f32> {
    let last = (size - 1) as f32;
    (0..size)
        .map(|i| 0.5 - 0.5 * (TAU / 2.0 * i as f32 / last).cos())
        .collect()
}

// wrong, mistake:upside down: the window is added and not subtracted, so it is upside down
pub fn hann(size: usize) -> Vec<f32> {
    let last = (size - 1) as f32;
    (0..size)
        .map(|i| 0.5 + 0.5 * (TAU * i as f32 / last).cos())
        .collect()
}

// wrong, mistake:whole frames only: only frames that are full
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    for start in (0..samples.len())
        .step_by(hop)
        .filter(|start| start + size <= samples.len())
    {
        let end = samples.len().min(start + size);
        let mut frame = samples[start..end].to_vec();
        frame.resize(size, 0.0);
        all.push(frame);
    }
    all
}

// wrong, mistake:not filled: the last frames are not filled
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    for start in (0..samples.len()).step_by(hop) {
        let end = samples.len().min(start + size);
        let frame = samples[start..end].to_vec();

        all.push(frame);
    }
    all
}

// wrong, mistake:hop ignored: frames do not overlap: they begin at every size-th sample
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let _ = hop;
    let mut all = Vec::new();
    for start in (0..samples.len()).step_by(size) {
        let end = samples.len().min(start + size);
        let mut frame = samples[start..end].to_vec();
        frame.resize(size, 0.0);
        all.push(frame);
    }
    all
}

// wrong, mistake:rounded down: the number of frames is rounded down
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut all = Vec::new();
    for start in (0..samples.len() / hop).map(|t| t * hop) {
        let end = samples.len().min(start + size);
        let mut frame = samples[start..end].to_vec();
        frame.resize(size, 0.0);
        all.push(frame);
    }
    all
}

// wrong, array_count: one frame is always there, so an empty sound has one of zeros
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let count = samples.len().saturating_sub(1) / hop + 1;
    (0..count)
        .map(|t| {
            (t * hop..t * hop + size)
                .map(|at| samples.get(at).copied().unwrap_or(0.0))
                .collect()
        })
        .collect()
}

// wrong, panic: an empty sound is not minded
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let count = (samples.len() - 1) / hop + 1;
    (0..count)
        .map(|t| {
            (t * hop..t * hop + size)
                .map(|at| samples.get(at).copied().unwrap_or(0.0))
                .collect()
        })
        .collect()
}

// wrong, mistake:middle lost: the frequency at size / 2 is missing
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut all = Vec::new();
    for k in 0..size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * k as f32 * i as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        all.push((re * re + im * im).sqrt());
    }
    all
}

// wrong, mistake:squared: the power, without the root
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut all = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * k as f32 * i as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        all.push(re * re + im * im);
    }
    all
}

// wrong, mistake:divided by the size: divided by the size of the frame
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut all = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * k as f32 * i as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        all.push((re * re + im * im).sqrt() / size as f32);
    }
    all
}

// wrong, mistake:sums added: the sums of real and imaginary part are added as they are
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut all = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU * k as f32 * i as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        all.push((re + im).abs());
    }
    all
}

// wrong, mistake:half a turn: the angle lacks the 2
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut all = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            let angle = TAU / 2.0 * k as f32 * i as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        all.push((re * re + im * im).sqrt());
    }
    all
}

// wrong, mistake:no window: no window
pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    frames(samples, size, hop)
        .into_iter()
        .map(magnitudes)
        .collect()
}

// wrong, mistake:window of the frequencies: the window is applied to the magnitudes
pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size / 2 + 1);
    let fade = |row: Vec<f32>| row.iter().zip(&window).map(|(x, w)| x * w).collect();
    frames(samples, size, hop)
        .into_iter()
        .map(magnitudes)
        .map(fade)
        .collect()
}

// wrong, exchanged: size and hop are exchanged
pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    frames(samples, hop, size)
        .into_iter()
        .map(|frame| magnitudes(frame.iter().zip(&window).map(|(x, w)| x * w).collect()))
        .collect()
}
