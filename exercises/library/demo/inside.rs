//! What can be seen inside of the network that is trained already.

use gradlings::prelude::*;
use gradlings::report::Picture;

use crate::mnist::{self, Digits, Images, PIXELS, SIDE};
use crate::trained;

/// How far below zero the ink is drawn, where the largest saliency is 1.
const INK: f32 = 0.4;
/// Digits that the network has not been trained on: places in the training set.
const SHOWN: [usize; 6] = [8000, 8001, 8002, 8003, 8004, 8005];

type Channels = Tensor<(usize, usize, usize), f32, Dev>;

/// Some digits that the network has not seen.
fn some() -> Digits {
    let all = mnist::training();
    let places = SHOWN.iter();
    let images = places.clone().flat_map(|&at| all.image(at)).copied();
    Digits {
        images: images.collect(),
        labels: places.map(|&at| all.labels[at]).collect(),
    }
}

/// The class of the largest logit.
fn largest(row: &[f32]) -> usize {
    let classes = 0..row.len();
    classes
        .max_by(|&a, &b| row[a].total_cmp(&row[b]))
        .unwrap_or(0)
}

fn classes(of: Vec<usize>) -> Labels {
    let count = of.len();
    device().tensor_from_vec(of, (count,))
}

/// Shows which pixels matter to what the network says of six digits it has not seen, each a frame: how much each pixel
/// matters is above zero, up to 1, and the ink of the digit is drawn below zero.
///
/// `gradient` gets images and a class for each, `map` the gradient of one image with its channel.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::salient(|images, _classes| images, |gradient| gradient.max::<_, Axis<0>>());
/// ```
pub fn salient(gradient: impl Fn(Images, Labels) -> Images, map: impl Fn(Channels) -> Matrix) {
    let digits = some();
    let all: Vec<usize> = (0..digits.len()).collect();
    let images = digits.images_tensor(&device(), &all);
    let logits = trained::logits(images.clone()).as_vec();
    let said: Vec<usize> = logits.chunks_exact(10).map(largest).collect();
    report::note(
        "above zero, up to 1: how much a pixel matters to what the network says; below zero: the ink of the digit",
    );
    let gradients = gradient(images, classes(said.clone())).as_vec();
    let mut strip = Vec::new();
    for (at, gradient) in gradients.chunks_exact(PIXELS).enumerate() {
        let gradient = device().tensor_from_vec(gradient.to_vec(), (1, SIDE, SIDE));
        let map = map(gradient).as_vec();
        let most = map
            .iter()
            .copied()
            .fold(f32::MIN_POSITIVE, |a, b| a.max(b.abs()));
        let shares: Vec<f32> = map.iter().map(|it| it / most).collect();
        let ink = digits.image(at);
        strip.push(picture(&format!("says {}", said[at]), ink.to_vec()));
        let bright = shares.iter().map(|share| (share * 255.0) as u8);
        strip.push(picture("what matters", bright.collect()));
        let over = shares.iter().zip(ink);
        let over: Vec<f32> = over
            .map(|(&share, &ink)| match f32::from(ink) / 255.0 * INK {
                ink if share.abs() > ink => share,
                ink => -ink,
            })
            .collect();
        let rows: Vec<Vec<f32>> = over.chunks_exact(SIDE).map(<[f32]>::to_vec).collect();
        report::heat_map("what matters, over the digit", at, &rows);
    }
    report::pictures("digits, and what matters to the network", strip);
}

fn picture(caption: &str, pixels: Vec<u8>) -> Picture {
    Picture {
        caption: caption.to_owned(),
        right: None,
        width: SIDE,
        pixels,
    }
}
