//! Decodes sounds.

use std::io::Cursor;

use hound::{SampleFormat, WavReader};

use crate::runner::words::machine::given as words;
use crate::wire::{Array, Sound};

/// The most samples of a sound: five minutes at 48,000 a second.
const MOST_SAMPLES: u64 = 48_000 * 300;

/// Whether the first bytes are those of a WAV file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE")
}

/// The samples, from -1 to 1, the channels averaged.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<Sound, String> {
    let broken = |why: hound::Error| words::broken_sound(name, why);
    let mut reader = WavReader::new(Cursor::new(bytes)).map_err(broken)?;
    let spec = reader.spec();
    let channels = usize::from(spec.channels).max(1);
    let samples = u64::from(reader.duration());
    if samples > MOST_SAMPLES {
        return Err(words::long_sound(name, samples, MOST_SAMPLES));
    }
    let all: Vec<f32> = match spec.sample_format {
        SampleFormat::Float => reader.samples::<f32>().collect::<Result<_, _>>(),
        SampleFormat::Int => {
            let loudest = (1_u64 << (spec.bits_per_sample.clamp(1, 32) - 1)) as f32;
            let samples = reader.samples::<i32>();
            samples
                .map(|sample| sample.map(|sample| sample as f32 / loudest))
                .collect()
        }
    }
    .map_err(broken)?;
    let averaged = all.chunks(channels).map(|at_once| {
        let sum: f32 = at_once.iter().filter(|sample| sample.is_finite()).sum();
        sum / channels as f32
    });
    Ok(Sound {
        rate: spec.sample_rate,
        samples: Array::vector(averaged.collect()),
    })
}
