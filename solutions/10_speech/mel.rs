//! # Mel bands and decibels
//!
//! A spectrogram has hundreds of frequencies, all equally far apart. The ear tells low ones apart much better than high
//! ones. The **mel scale** was fitted to what listeners heard as equal distances: on it, 7,000 Hz is as far from 7,856 as
//! 200 is from 300. So a few dozen **bands** are enough, narrow ones below and wide ones above. Loudness is heard in ratios:
//! ten times the power is 10 **decibels** more.
//!
//! ```text
//! mel(f)  = 2595 * log10(1 + f / 700)
//! edges   = bands + 2 numbers, evenly spaced
//!           from mel(low) to mel(high)
//! m       = mel(k * rate / size)
//! rise    = (m - edges[b])
//!           / (edges[b + 1] - edges[b])
//! fall    = (edges[b + 2] - m)
//!           / (edges[b + 2] - edges[b + 1])
//! filters[b][k] = the smaller of the two, or 0
//!                 where that is negative
//!
//! power[t][b] = sum over k:
//!     filters[b][k] * spectrogram[t][k]^2
//! level    = 10 * log10(power + 1e-9)
//! decibels = level - largest level of the sound,
//!            or -60 where that is less
//! grey     = (decibels + 60) / 60 * 255
//! ```
//!
//! So each filter is a **triangle** over three edges: 1 at the one in the middle, where the band before it ends and the next
//! one begins. Without the `1e-9`, the logarithm of silence would be minus infinity. `grey` is cut to a whole number.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `edges` | `bands + 2` | in mel; `filters` takes any that rise, evenly spaced or not |
//! | `filters` | `(bands, size / 2 + 1)` | the lowest band first |
//! | `power`, `decibels` | `(frames, bands)` | at least one frame; 0 dB is the loudest place, and every place in silence |
//! | `mel_picture` | `(24, frames)` | `grey`, the **highest** band first; `BANDS` from `LOW` to `HIGH` |
//!
//! `mel_picture` gets its magnitudes from your `spectrogram`. Worked by hand: two bands from 0 to 6,300 Hz have the edges 0,
//! 865, 1730 and 2595 mel, which are 0, 808, 2,549 and 6,300 Hz. 700 Hz is 781 mel: 0.90 of the first band (781 / 865) and
//! nothing of the second. The powers `[1, 0.1]` and `[0.01, 0]` are 0, -10, -20 and -60 dB, and 255, 212, 170 and 0 in grey.
//!
//! Whisper is given such pictures, with 80 bands and 80 dB. (Davis and Mermelstein: *Comparison of Parametric Representations
//! for Monosyllabic Word Recognition in Continuously Spoken Sentences*, 1980.)

use course::demo;
use gradlings::prelude::*;

#[path = "spectrogram.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod spectrogram;

use spectrogram::spectrogram;

/// The bands of a picture.
pub const BANDS: usize = 24;
/// Where the lowest band begins, in hertz.
pub const LOW: f32 = 80.0;
/// Where the highest band ends, in hertz.
pub const HIGH: f32 = 7600.0;

/// Hertz in mel.
pub fn mel(hertz: f32) -> f32 {
    2595.0 * (1.0 + hertz / 700.0).log10()
}

/// Where bands begin, peak and end, in mel; `low` and `high` are in hertz.
pub fn edges(bands: usize, low: f32, high: f32) -> Vec<f32> {
    let (low, high) = (mel(low), mel(high));
    let step = (high - low) / (bands + 1) as f32;
    (0..bands + 2).map(|i| low + step * i as f32).collect()
}

/// How much each band lets through of each frequency of a frame.
pub fn filters(edges: Vec<f32>, size: usize, rate: usize) -> Vec<Vec<f32>> {
    let frequencies: Vec<f32> = (0..=size / 2)
        .map(|k| mel((k * rate) as f32 / size as f32))
        .collect();
    let mut filters = Vec::new();
    for three in edges.windows(3) {
        let weight = |m: &f32| {
            let rise = (m - three[0]) / (three[1] - three[0]);
            let fall = (three[2] - m) / (three[2] - three[1]);
            rise.min(fall).max(0.0)
        };
        filters.push(frequencies.iter().map(weight).collect());
    }
    filters
}

/// Powers as decibels below the largest of them all, down to -60.
pub fn decibels(power: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let level = |power: f32| 10.0 * (power + 1e-9).log10();
    let levels = power.iter().flatten().map(|power| level(*power));
    let largest = levels.fold(f32::NEG_INFINITY, f32::max);
    let below = |power: f32| (level(power) - largest).max(-60.0);
    power
        .into_iter()
        .map(|frame| frame.into_iter().map(below).collect())
        .collect()
}

/// A sound as a picture: time to the right, bands upwards, 255 where it is loudest.
pub fn mel_picture(samples: Vec<f32>, rate: usize, size: usize, hop: usize) -> Vec<Vec<usize>> {
    let filters = filters(edges(BANDS, LOW, HIGH), size, rate);
    let mut power = Vec::new();
    for frame in spectrogram(samples, size, hop) {
        let through = |filter: &Vec<f32>| filter.iter().zip(&frame).map(|(w, x)| w * x * x).sum();
        power.push(filters.iter().map(through).collect());
    }
    let levels = decibels(power);
    let grey = |decibels: f32| ((decibels + 60.0) / 60.0 * 255.0) as usize;
    (0..BANDS)
        .rev()
        .map(|band| levels.iter().map(|frame| grey(frame[band])).collect())
        .collect()
}

fn main() {
    Exercise::new()
        .offer("mel", function(mel))
        .offer("edges", function(edges))
        .offer("filters", function(filters))
        .offer("decibels", function(decibels))
        .offer("mel_picture", function(mel_picture))
        .show("the filters, and a spoken digit through them", || {
            let bank = |bands, size, rate| filters(edges(bands, LOW, HIGH), size, rate);
            demo::mel_bands(bank, spectrogram, mel_picture)
        })
        .to_try("shows your own recording in mel bands", |trial| {
            demo::mel_recordings(trial, mel_picture)
        })
        .serve()
}
