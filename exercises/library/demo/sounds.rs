//! Spectrograms: of a sound that is made up, of a spoken digit, and of what a learner has recorded.

use std::f32::consts::TAU;

use gradlings::report;
use gradlings::trial::{Content, Given, Sound, Trial};

use crate::sounds::spoken_six;

/// Columns of a picture.
const COLUMNS: usize = 64;
/// A picture has so many rows at most: as many as there are frequencies in a frame of 64 samples.
const ROWS: usize = 33;
/// What is weaker than the loudest by more than this is black, in decibels.
const FLOOR: f32 = -60.0;

/// Shows a steady tone, a rising whistle and a click, in frames of 16, 64, 256 and 512 samples: long frames tell frequencies
/// apart, short ones moments. Beside it stands the word "six". Time goes to the right, frequency upwards; the colours
/// are decibels below the loudest place.
///
/// `spectrogram` gets samples, the size of a frame and the hop, and returns a row of magnitudes for each frame, from the
/// lowest frequency to the highest.
///
/// ```
/// use course::demo;
///
/// demo::sounds(|samples, size, hop| vec![vec![1.0; size / 2 + 1]; samples.len().div_ceil(hop)]);
/// ```
pub fn sounds(spectrogram: impl Fn(Vec<f32>, usize, usize) -> Vec<Vec<f32>>) {
    report::note(
        "time goes to the right, frequency upwards; frames of 16 samples show when, frames of 512 how high",
    );
    let sound = made_up();
    for size in [16, 64, 256, 512] {
        let rows = spectrogram(sound.clone(), size, sound.len() / COLUMNS);
        report::heat_map("a tone, a whistle and a click, dB", size, &picture(&rows));
    }
    let six = spoken_six();
    let samples = six.samples.into_data();
    let hop = samples.len().div_ceil(COLUMNS);
    let rows = spectrogram(samples, 256, hop);
    report::heat_map("the word \"six\", dB", 0, &picture(&rows));
}

/// One second at 8,000 samples a second: a tone of 600 Hz, a whistle that rises from 1,200 to 3,600 Hz, and a click.
fn made_up() -> Vec<f32> {
    const RATE: f32 = 8000.0;
    let sample = |at: usize| {
        let second = at as f32 / RATE;
        let tone = (TAU * 600.0 * second).sin();
        // The frequency is what the phase grows by in a second.
        let whistle = (TAU * (1200.0 + 1200.0 * second) * second).sin();
        let click = if at == 6008 { 8.0 } else { 0.0 };
        0.3 * tone + 0.3 * whistle + click
    };
    (0..RATE as usize).map(sample).collect()
}

/// Shows the spectrogram of every sound that is given, says how long it is and where it is strongest, and says of every
/// other file that it is no sound.
///
/// `spectrogram` is that of [`sounds`].
///
/// ```no_run
/// use course::demo;
/// use gradlings::prelude::*;
///
/// fn main() {
///     Exercise::new()
///         .to_try("shows your recording", |trial| {
///             demo::recordings(trial, |samples, size, hop| {
///                 vec![vec![0.0; size / 2 + 1]; samples.len().div_ceil(hop)]
///             })
///         })
///         .serve()
/// }
/// ```
pub fn recordings(trial: &Trial, spectrogram: impl Fn(Vec<f32>, usize, usize) -> Vec<Vec<f32>>) {
    each_sound(trial, |name, sound| {
        let (told, picture) = recording(sound, &spectrogram);
        trial.say(&format!("{name} {told}\n"));
        report::heat_map(&format!("{name}, dB"), 0, &picture);
    });
}

/// Goes through the sounds that are given, each with its name. Says of every other file that it is no sound, and what to do
/// where there is no file at all.
pub(crate) fn each_sound(trial: &Trial, mut show: impl FnMut(&str, &Sound)) {
    let mut files = 0;
    while let Some(Given { name, content }) = trial.file() {
        files += 1;
        match content {
            Content::Sound(sound) => show(&name, &sound),
            Content::Image(_) | Content::Table(_) | Content::Text(_) => {
                trial.say(&format!("{name} is no sound; give a WAV file.\n"));
            }
        }
    }
    if files == 0 {
        trial.say("Record something, save it as a WAV file, and name that file in the command.\n");
    }
}

/// What there is to say of a recording, behind its name, and its picture.
///
/// ```
/// use course::demo;
/// use gradlings::trial::{Array, Sound};
///
/// let hum = Sound { rate: 8000, samples: Array::vector(vec![0.1; 4000]) };
/// // A spectrogram that finds number 5 in everything.
/// let (told, picture) = demo::recording(&hum, &|samples, size, hop| {
///     let row: Vec<f32> = (0..=size / 2).map(|k| if k == 5 { 1.0 } else { 0.0 }).collect();
///     vec![row; samples.len().div_ceil(hop)]
/// });
/// assert_eq!(told, "lasts 0.50 s at 8000 samples a second. It is strongest near 200 Hz, 0.00 s from its beginning.");
/// assert_eq!((picture.len(), picture[0].len()), (26, 64));
///
/// let nothing = Sound { rate: 8000, samples: Array::default() };
/// let (told, _) = demo::recording(&nothing, &|_, _, _| vec![]);
/// assert_eq!(told, "lasts 0.00 s at 8000 samples a second. It is silent.");
/// ```
pub fn recording(
    sound: &Sound,
    spectrogram: &impl Fn(Vec<f32>, usize, usize) -> Vec<Vec<f32>>,
) -> (String, Vec<Vec<f32>>) {
    /// Frames of 25 ms, as most recognisers of speech have them.
    const FRAMES_A_SECOND: usize = 40;
    let (rate, samples) = (sound.rate as usize, sound.samples.data());
    let size = (rate / FRAMES_A_SECOND).max(2);
    let hop = samples.len().div_ceil(COLUMNS).max(1);
    let rows = spectrogram(samples.to_vec(), size, hop);
    let seconds = samples.len() as f32 / rate.max(1) as f32;
    let mut told = format!("lasts {seconds:.2} s at {rate} samples a second.");
    match strongest(&rows) {
        Some((frame, k)) => {
            let hertz = (k * rate) as f32 / size as f32;
            let second = (frame * hop) as f32 / rate.max(1) as f32;
            told +=
                &format!(" It is strongest near {hertz:.0} Hz, {second:.2} s from its beginning.");
        }
        None => told += " It is silent.",
    }
    (told, picture(&rows))
}

/// The frame and the frequency of the largest magnitude, if one is above 0. Frequency 0 is no sound: a microphone may add
/// a constant.
fn strongest(rows: &[Vec<f32>]) -> Option<(usize, usize)> {
    let places = rows.iter().enumerate().flat_map(|(frame, row)| {
        let of_row = row.iter().enumerate().skip(1);
        of_row.map(move |(k, &magnitude)| (magnitude, (frame, k)))
    });
    let mut best = None;
    let mut most = 0.0;
    for (magnitude, place) in places {
        if magnitude > most {
            (most, best) = (magnitude, Some(place));
        }
    }
    best
}

/// The magnitudes in decibels below the largest: a column for each frame, the highest frequencies in the first row.
/// Neighbours share a row where there are too many frequencies, and it shows the strongest of them.
pub(super) fn picture(rows: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let shared = count.div_ceil(ROWS).max(1);
    let peak = rows
        .iter()
        .flatten()
        .fold(0.0_f32, |most, &it| most.max(it));
    let level = |frame: &Vec<f32>, row: usize| {
        let some = frame.iter().skip(row * shared).take(shared);
        let magnitude = some.fold(0.0_f32, |most, &it| most.max(it));
        let decibels = 20.0 * (magnitude / peak).log10();
        // NaN, where all is silent, becomes the floor too.
        decibels.max(FLOOR)
    };
    let row = |row| rows.iter().map(|frame| level(frame, row)).collect();
    (0..count.div_ceil(shared)).rev().map(row).collect()
}
