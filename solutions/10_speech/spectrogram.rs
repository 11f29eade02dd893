//! # Spectrogram
//!
//! A recording is a list of **samples**, the pressure of the air many thousand times a second. A **spectrogram** shows
//! what an ear hears in it: which frequencies, and when. It cuts the sound into short **frames** that overlap, fades each
//! of them in and out, and works out how much of every frequency there is:
//!
//! ```text
//! frame t  = samples[t * hop .. t * hop + size],
//!            for t = 0, 1, ... while t * hop < n
//! hann[i]  = 0.5 - 0.5 * cos(2 pi i / (size - 1))
//! x[i]     = frame[i] * hann[i]
//!
//! re[k]    = sum over i: x[i] * cos(2 pi k i / size)
//! im[k]    = sum over i: x[i] * sin(2 pi k i / size)
//! magnitude[k] = sqrt(re[k]^2 + im[k]^2)
//! ```
//!
//! So a frame begins at every `hop`-th sample of the sound. What the sound lacks at its end is **filled with zeros**.
//!
//! The sums are the **discrete Fourier transform**. Frequency `k` goes round `k` times within a frame: that is
//! `k * rate / size` hertz. From `size / 2` on the magnitudes repeat, mirrored, so only those from 0 to `size / 2`,
//! rounded down, are kept.
//!
//! A frame that begins and ends abruptly has edges, and an edge has all frequencies. The **Hann window** fades them out.
//! This is the symmetric one, with a zero at both ends; some libraries divide by `size` instead.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `samples` | `n` | the sound; may be shorter than a frame, or empty |
//! | `size` | 2 or more | how many samples a frame has |
//! | `hop` | 1 or more | from the beginning of one frame to that of the next |
//! | `frames` | `(n / hop, size)` | `n / hop` rounded **up**; cut and filled, without a window |
//! | `magnitudes` | `size / 2 + 1` | of one frame as it is given |
//! | `spectrogram` | `(n / hop, size / 2 + 1)` | a row for each frame, with the window |
//!
//! Worked by hand: `[4, 4, 4, 4]` with size 4 and hop 2. The frames are `[4, 4, 4, 4]` and `[4, 4, 0, 0]`, the window is
//! `[0, 0.75, 0.75, 0]`. Their products `[0, 3, 3, 0]` and `[0, 3, 0, 0]` have the magnitudes `[6, 4.24, 0]` and
//! `[3, 3, 3]`: what swells slowly is low, and a click has all frequencies alike.
//!
//! Whisper hears like this, in frames of 25 ms every 10 ms. A fast Fourier transform gives the same numbers in fewer
//! steps. (Harris: *On the Use of Windows for Harmonic Analysis with the Discrete Fourier Transform*, 1978.)

use std::f32::consts::TAU;

use course::demo;
use gradlings::prelude::*;

/// The symmetric Hann window.
pub fn hann(size: usize) -> Vec<f32> {
    let angle = |i: usize| TAU * i as f32 / (size - 1) as f32;
    (0..size).map(|i| 0.5 - 0.5 * angle(i).cos()).collect()
}

/// The sound in frames, the last ones filled with zeros.
pub fn frames(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let mut frames = Vec::new();
    for start in (0..samples.len()).step_by(hop) {
        let end = samples.len().min(start + size);
        let mut frame = samples[start..end].to_vec();
        frame.resize(size, 0.0);
        frames.push(frame);
    }
    frames
}

/// How much of every frequency is in a frame.
pub fn magnitudes(frame: Vec<f32>) -> Vec<f32> {
    let size = frame.len();
    let mut magnitudes = Vec::new();
    for k in 0..=size / 2 {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, x) in frame.iter().enumerate() {
            // Whole turns change nothing, and without them the angle is small, so `f32` has more digits left for it.
            let angle = TAU * (k * i % size) as f32 / size as f32;
            re += x * angle.cos();
            im += x * angle.sin();
        }
        magnitudes.push(f32::hypot(re, im));
    }
    magnitudes
}

/// The magnitudes of every frame, with the window.
pub fn spectrogram(samples: Vec<f32>, size: usize, hop: usize) -> Vec<Vec<f32>> {
    let window = hann(size);
    let mut rows = Vec::new();
    for frame in frames(samples, size, hop) {
        let faded = frame.iter().zip(&window).map(|(x, w)| x * w);
        rows.push(magnitudes(faded.collect()));
    }
    rows
}

fn main() {
    Exercise::new()
        .offer("hann", function(hann))
        .offer("frames", function(frames))
        .offer("magnitudes", function(magnitudes))
        .offer("spectrogram", function(spectrogram))
        .show("a sound, and a spoken digit", || demo::sounds(spectrogram))
        .to_try("shows the spectrogram of your own recording", |trial| {
            demo::recordings(trial, spectrogram)
        })
        .serve()
}
