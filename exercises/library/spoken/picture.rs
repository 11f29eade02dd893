//! From a sound to a picture.

use gradlings::trial::Sound;

use super::WIDTH;

/// A sound as the pictures of spoken digits were made: 32 frames from its beginning to its end, without the silence before
/// and after it.
///
/// `mel_picture` gets samples, how many there are in a second, the size of a frame and the hop, and returns a row for each
/// band, of a grey level for each frame. A frame lasts 23 ms: that is 512 samples at 22,050 a second.
///
/// ```
/// use course::spoken;
/// use gradlings::trial::{Array, Sound};
///
/// let hum = Sound { rate: 22_050, samples: Array::vector(vec![0.1; 4000]) };
/// let picture = spoken::picture(&hum, |samples, rate, size, hop| {
///     assert_eq!((samples.len(), rate, size, hop), (4000, 22_050, 512, 112));
///     vec![vec![255; samples.len().div_ceil(hop)]; 24]
/// });
/// assert_eq!((picture.len(), picture[0].len()), (24, 32));
/// ```
pub fn picture<N: Clone + Default>(
    sound: &Sound,
    mel_picture: impl Fn(Vec<f32>, usize, usize, usize) -> Vec<Vec<N>>,
) -> Vec<Vec<N>> {
    let samples = without_silence(sound.samples.data());
    let rate = sound.rate as usize;
    let (size, hop) = framing(samples.len(), rate);
    let mut rows = mel_picture(samples.to_vec(), rate, size, hop);
    // The sound has a frame or two more than fit, and a very short one fewer.
    for row in &mut rows {
        row.resize(WIDTH, N::default());
    }
    rows
}

/// The samples from the first to the last that has at least 2 % of the size of the largest.
///
/// ```
/// assert_eq!(course::spoken::without_silence(&[0.0, 0.01, -0.5, 0.0, 1.0, 0.001]), [-0.5, 0.0, 1.0]);
/// ```
pub fn without_silence(samples: &[f32]) -> &[f32] {
    let loudest = samples.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    let is_heard = |x: &f32| x.abs() >= 0.02 * loudest;
    let first = samples.iter().position(is_heard).unwrap_or(0);
    let after = samples
        .iter()
        .rposition(is_heard)
        .map_or(0, |last| last + 1);
    samples.get(first..after).unwrap_or_default()
}

/// The size of a frame and the hop with which so many samples become a picture of 32 columns.
fn framing(samples: usize, rate: usize) -> (usize, usize) {
    let size = (512 * rate + 22_050 / 2) / 22_050;
    let size = size.max(2);
    let hop = samples.saturating_sub(size) / (WIDTH - 1);
    (size, hop.max(1))
}
