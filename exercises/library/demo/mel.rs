//! Mel bands: their filters, and sounds that go through them.

use gradlings::report;
use gradlings::trial::{Sound, Trial};

use super::sounds::{each_sound, picture};
use crate::sounds::spoken_six;
use crate::spoken;

/// Samples in a frame.
const SIZE: usize = 512;
/// Samples in a second.
const RATE: usize = 22_050;
/// Frequencies that are shown: up to 7,600 Hz, and a little more.
const FREQUENCIES: usize = 178;

type Rows = Vec<Vec<f32>>;

/// Shows the filters of 4, 8, 16 and 24 bands, frequencies to the right and bands upwards: the more bands, the narrower each of
/// them, and the low ones are narrower than the high ones. Beside them stands the word "six", once with all its
/// frequencies and once through 24 bands.
///
/// `bank` gets the number of bands, the size of a frame and the samples in a second, and returns a row for each band, from
/// the lowest to the highest. `spectrogram` is that of [`sounds`](super::sounds()), and `mel_picture` that of
/// [`spoken::picture`].
///
/// ```
/// use course::demo;
///
/// demo::mel_bands(
///     |bands, size, _| vec![vec![0.5; size / 2 + 1]; bands],
///     |samples, size, hop| vec![vec![1.0; size / 2 + 1]; samples.len().div_ceil(hop)],
///     |samples, _, _, hop| vec![vec![255; samples.len().div_ceil(hop)]; 24],
/// );
/// ```
pub fn mel_bands(
    bank: impl Fn(usize, usize, usize) -> Rows,
    spectrogram: impl Fn(Vec<f32>, usize, usize) -> Rows,
    mel_picture: impl Fn(Vec<f32>, usize, usize, usize) -> Vec<Vec<usize>>,
) {
    report::note(
        "filters: hertz to the right, up to 7,600, and the lowest band at the bottom; the word: time to the right",
    );
    for bands in [4, 8, 16, 24] {
        let mut filters = bank(bands, SIZE, RATE);
        filters.reverse();
        for filter in &mut filters {
            filter.truncate(FREQUENCIES);
        }
        report::heat_map("what each band hears", bands, &filters);
    }
    let six = spoken_six();
    // The frames in both pictures are the same.
    let all = spoken::picture(&six, |samples, _, size, hop| {
        picture(&spectrogram(samples, size, hop))
    });
    report::heat_map("\"six\" in 257 frequencies, dB", 0, &all);
    let bands = spoken::picture(&six, mel_picture);
    report::heat_map("\"six\" in 24 bands, grey levels", 0, &grey(bands));
}

/// Shows every sound that is given in mel bands, and says how long it is, and of every other file that it is no sound.
///
/// `mel_picture` is that of [`spoken::picture`].
///
/// ```no_run
/// use course::demo;
/// use gradlings::prelude::*;
///
/// fn main() {
///     Exercise::new()
///         .to_try("shows your recording", |trial| {
///             demo::mel_recordings(trial, |samples, _, _, hop| {
///                 vec![vec![0; samples.len().div_ceil(hop)]; 24]
///             })
///         })
///         .serve()
/// }
/// ```
pub fn mel_recordings(
    trial: &Trial,
    mel_picture: impl Fn(Vec<f32>, usize, usize, usize) -> Vec<Vec<usize>>,
) {
    each_sound(trial, |name, sound| {
        trial.say(&format!("{name} {}\n", lasts(sound)));
        if !sound.samples.data().is_empty() {
            let picture = grey(spoken::picture(sound, &mel_picture));
            report::heat_map(&format!("{name}, grey levels"), 0, &picture);
        }
    });
}

/// Grey levels as numbers that can be drawn.
pub(crate) fn grey(rows: Vec<Vec<usize>>) -> Rows {
    let row = |row: Vec<usize>| row.into_iter().map(|level| level as f32).collect();
    rows.into_iter().map(row).collect()
}

/// How long a sound is, behind its name.
///
/// ```
/// use course::demo;
/// use gradlings::trial::{Array, Sound};
///
/// let samples = [vec![0.0; 1000], vec![0.5; 3000]].concat();
/// let sound = Sound { rate: 8000, samples: Array::vector(samples) };
/// assert_eq!(
///     demo::lasts(&sound),
///     "lasts 0.50 s at 8000 samples a second, 0.38 s of it without the silence at its ends."
/// );
/// ```
pub fn lasts(sound: &Sound) -> String {
    let rate = sound.rate.max(1);
    let seconds = |samples: usize| samples as f32 / rate as f32;
    let samples = sound.samples.data();
    let heard = spoken::without_silence(samples);
    format!(
        "lasts {:.2} s at {rate} samples a second, {:.2} s of it without the silence at its ends.",
        seconds(samples.len()),
        seconds(heard.len())
    )
}
