//! Sounds that ship with the course.

use gradlings::trial::{Array, Sound};

use super::DataError;

/// "Six", spoken by a speech synthesiser (espeak-ng, its voice "victor"): 0.46 s at 22,050 samples a second. It hisses at
/// both ends, and has a vowel and a short silence in between.
pub fn spoken_six() -> Sound {
    from_wav(include_bytes!("files/spoken-six.wav"))
        .expect("the sound that is built into the course is sound")
}

/// Reads a WAV file of one channel and 16 bits. Samples are from -1 to 1.
///
/// # Errors
///
/// If it is no WAV file, or one of another kind: the sentence says what it is.
pub fn from_wav(bytes: &[u8]) -> Result<Sound, DataError> {
    let is_wave = |header: &[u8]| header.starts_with(b"RIFF") && header.ends_with(b"WAVE");
    let Some((_, mut rest)) = bytes.split_at_checked(12).filter(|(it, _)| is_wave(it)) else {
        return Err(DataError::new(
            "A WAV file begins with RIFF and WAVE, and this one does not.",
        ));
    };
    let (mut rate, mut samples) = (None, None);
    // Four letters, the number of bytes that follow, the bytes; where their number is odd, one more.
    while let Some((name, after)) = rest.split_first_chunk::<4>()
        && let Some((length, after)) = after.split_first_chunk::<4>()
    {
        let length = u32::from_le_bytes(*length) as usize;
        let Some((chunk, after)) = after.split_at_checked(length) else {
            return Err(DataError::new(
                "The WAV file ends in the middle of its samples.",
            ));
        };
        match name {
            b"fmt " => rate = Some(rate_of(chunk)?),
            b"data" => samples = Some(chunk),
            _ => {}
        }
        rest = after.get(length % 2..).unwrap_or_default();
    }
    let (Some(rate), Some(samples)) = (rate, samples) else {
        return Err(DataError::new(
            "The WAV file has no samples, or does not say how many there are in a second.",
        ));
    };
    let (samples, _) = samples.as_chunks::<2>();
    let sample = |bytes: &[u8; 2]| f32::from(i16::from_le_bytes(*bytes)) / 32768.0;
    let samples = Array::vector(samples.iter().map(sample).collect());
    Ok(Sound { rate, samples })
}

/// Samples in a second, from the description of the format.
fn rate_of(format: &[u8]) -> Result<u32, DataError> {
    let pair = |at: usize| Some(u16::from_le_bytes([*format.get(at)?, *format.get(at + 1)?]));
    let numbers = (pair(0), pair(2), pair(4), pair(6), pair(14));
    match numbers {
        (Some(1), Some(1), Some(low), Some(high), Some(16)) => {
            Ok(u32::from(high) << 16 | u32::from(low))
        }
        _ => Err(DataError::new(
            "The course reads WAV files of one channel and 16 bits, not compressed; this one is another kind.",
        )),
    }
}
