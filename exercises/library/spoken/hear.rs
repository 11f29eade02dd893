//! A network that listens to recordings.

use gradlings::prelude::*;
use gradlings::trial::{Sound, Trial};

use super::{Pictures, picture, tensor};
use crate::demo::{each_sound, grey};
use crate::sounds::spoken_six;

/// Trains a network and lets it hear every sound that is given: says which digit that is and how sure the network is, and shows
/// the picture that it gets. First it hears the "six" that ships.
///
/// `mel_picture` is that of [`picture`].
///
/// ```no_run
/// use course::spoken;
/// use gradlings::prelude::*;
///
/// type Network = (Flatten<768>, Linear<768, 10>);
///
/// fn main() {
///     Exercise::new()
///         .to_try("says which digit it hears", |trial| {
///             let mel_picture = |samples: Vec<f32>, _, _, hop| vec![vec![0; samples.len().div_ceil(hop)]; 24];
///             spoken::hear(trial, mel_picture, || device().build_module::<Network, f32>())
///         })
///         .serve()
/// }
/// ```
pub fn hear<Network>(
    trial: &Trial,
    mel_picture: impl Fn(Vec<f32>, usize, usize, usize) -> Vec<Vec<usize>>,
    train: impl FnOnce() -> Network,
) where
    Network: Module<Pictures, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    trial.say("Your network is being trained; it has never heard a human being, only a speech synthesiser.\n");
    let network = train();
    let hear = |name: &str, sound: &Sound| {
        if sound.samples.data().is_empty() {
            trial.say(&format!("{name} is empty.\n"));
            return;
        }
        let rows = picture(sound, &mel_picture);
        trial.say(&format!("{name}: {}\n", answer(&network, &rows)));
        report::heat_map(&format!("{name}, grey levels"), 0, &grey(rows));
    };
    hear("the \"six\" that ships", &spoken_six());
    each_sound(trial, hear);
}

/// What a network hears in a picture of 24 rows and 32 columns, from 0 to 255: the digit it takes for the most likely, and the
/// next one, each with its probability.
///
/// ```
/// use course::spoken;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<(Flatten<768>, Linear<768, 10>), f32>();
/// let heard = spoken::answer(&network, &vec![vec![0; 32]; 24]);
/// assert_eq!(heard, "0 (10 %), or else 1 (10 %).");
/// ```
pub fn answer<Network>(network: &Network, rows: &[Vec<usize>]) -> String
where
    Network: Module<Pictures, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    let levels: Vec<u8> = rows.concat().into_iter().map(|level| level as u8).collect();
    let logits = network.forward(tensor(&device(), levels.iter(), 1));
    let shares = logits.softmax::<Axis<1>>().as_vec();
    let mut digits: Vec<usize> = (0..shares.len()).collect();
    digits.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]));
    let said = |place: usize| {
        let digit = digits.get(place).copied().unwrap_or_default();
        let share = shares.get(digit).copied().unwrap_or_default();
        format!("{digit} ({:.0} %)", 100.0 * share)
    };
    format!("{}, or else {}.", said(0), said(1))
}
