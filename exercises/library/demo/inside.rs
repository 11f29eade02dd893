//! What can be seen inside of the network that is trained already.

use gradlings::prelude::*;
use gradlings::report::Picture;

use crate::mnist::{self, Digits, Images, PIXELS, SIDE};
use crate::trained;

/// How far below zero the ink is drawn, where the largest saliency is 1.
const INK: f32 = 0.4;
/// How many digits a saliency map is shown of.
const SHOWN: usize = 6;
/// How many digits are attacked.
const MISLED: usize = 50;
/// The layers that are probed, from the pixels to the logits.
const LAYERS: [&str; 5] = ["pixels", "first part", "second part", "hidden", "logits"];

type Channels = Tensor<(usize, usize, usize), f32, Dev>;

/// The first digits that the network has not been trained on.
fn unseen(count: usize) -> Digits {
    mnist::training().range(trained::SEEN..trained::SEEN + count)
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
    let digits = unseen(SHOWN);
    let all: Vec<usize> = (0..digits.len()).collect();
    let images = digits.images_tensor(&device(), &all);
    let logits = trained::logits(images.clone()).as_vec();
    let said: Vec<usize> = logits.chunks_exact(10).map(largest).collect();
    report::note(
        "above zero, up to 1: how much a pixel matters to what the network says; below zero: the ink of the digit",
    );
    let gradients = gradient(images, classes(said.clone())).as_vec();
    for (at, gradient) in gradients.chunks_exact(PIXELS).enumerate().take(SHOWN) {
        let gradient = device().tensor_from_vec(gradient.to_vec(), (1, SIDE, SIDE));
        let map = map(gradient).as_vec();
        let most = map
            .iter()
            .copied()
            .fold(f32::MIN_POSITIVE, |a, b| a.max(b.abs()));
        let shares: Vec<f32> = map.iter().map(|it| it / most).collect();
        let ink = digits.image(at);
        let bright = shares.iter().map(|share| (share * 255.0) as u8);
        let both = vec![
            picture(&format!("says {}", said[at]), ink.to_vec()),
            picture("what matters", bright.collect()),
        ];
        report::pictures("a digit, and what matters to the network", both);
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
}

/// Attacks digits with larger and larger steps: of four of them the digit and the attacked digit, with what the network says
/// and how sure it is; the change of the first; and the share of fifty about which it is still right. The network has not been
/// trained on any of them.
///
/// `attack` gets images, their labels, and how far a pixel may go.
///
/// ```
/// use course::demo;
///
/// demo::misled(|images, _labels, _epsilon| images);
/// ```
pub fn misled(attack: impl Fn(Images, Labels, f32) -> Images) {
    let digits = unseen(MISLED);
    let all: Vec<usize> = (0..digits.len()).collect();
    let images = digits.images_tensor(&device(), &all);
    let labels = digits.labels_at(&all);
    report::note(
        "step 9 is an epsilon of 0.09; of each digit the left picture is from before, the right one from after the attack",
    );
    let before = shares(images.clone());
    for step in (0..=30).step_by(3) {
        let epsilon = step as f32 / 100.0;
        let attacked = attack(images.clone(), classes(labels.clone()), epsilon);
        if attacked.shape() != images.shape() {
            return;
        }
        let after = shares(attacked.clone());
        let right = after.iter().zip(&labels);
        let right = right.filter(|(row, label)| largest(row) == **label).count();
        report::metric("still right", step, right as f32 / labels.len() as f32);
        let pixels = attacked.as_vec();
        let first = pixels[..PIXELS].iter().zip(digits.image(0));
        let change: Vec<f32> = first
            .map(|(&new, &ink)| new - f32::from(ink) / 255.0)
            .collect();
        let rows: Vec<Vec<f32>> = change.chunks_exact(SIDE).map(<[f32]>::to_vec).collect();
        report::heat_map("the change of the first digit", step, &rows);
        let mut strip = Vec::new();
        for at in 0..4 {
            let ink = digits.image(at);
            let attacked = &pixels[at * PIXELS..][..PIXELS];
            let attacked = attacked.iter().map(|ink| (ink * 255.0) as u8).collect();
            strip.push(says(&before[at], labels[at], ink.to_vec()));
            strip.push(says(&after[at], labels[at], attacked));
        }
        report::pictures("digits before and after", strip);
    }
}

/// The probabilities that the network gives the ten classes of each image.
fn shares(images: Images) -> Vec<Vec<f32>> {
    let shares = trained::logits(images).softmax::<Axis<1>>().as_vec();
    shares.chunks_exact(10).map(<[f32]>::to_vec).collect()
}

/// A digit with what the network says of it.
fn says(shares: &[f32], label: usize, pixels: Vec<u8>) -> Picture {
    let said = largest(shares);
    let percent = shares[said] * 100.0;
    Picture {
        right: Some(said == label),
        ..picture(&format!("says {said} ({percent:.0} %)"), pixels)
    }
}

/// Shows which layer knows whether a digit is even: how often a probe of each layer is right, after more and more steps.
/// Neither the network nor a probe has been trained on the digits that it is measured on.
///
/// `accuracies` gets training digits, test digits, and how many steps a probe takes.
///
/// ```
/// use course::demo;
///
/// demo::probed(|_training, _test, _steps| vec![0.5; 5]);
/// ```
pub fn probed(accuracies: impl Fn(Digits, Digits, usize) -> Vec<f32>) {
    let (_, unseen) = mnist::training().split_at(trained::SEEN);
    let (training, test) = (unseen.range(0..500), unseen.range(1000..1500));
    report::note(
        "the share of 500 digits that a probe of each layer is right about; a step is one of its training",
    );
    for steps in [1, 2, 5, 10, 20, 50, 100, 200] {
        let shares = accuracies(training.clone(), test.clone(), steps);
        let named = Vec::from_iter(LAYERS.into_iter().zip(shares));
        for (name, share) in &named {
            report::metric(&format!("right, {name}"), steps, *share);
        }
        report::bars("even or odd, by layer", steps, &named);
    }
}

fn picture(caption: &str, pixels: Vec<u8>) -> Picture {
    Picture {
        caption: caption.to_owned(),
        right: None,
        width: SIDE,
        pixels,
    }
}
