//! How `layers`, `probe` and `accuracies` are checked. The digits are those that the network has not been trained on.

#[path = "../../solutions/08_inside/probe.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod probe_accuracies;
mod probe_training;

use course::mnist::{self, Images};
use course::trained;
use gradlings::prelude::*;
use solution::layers;

/// `count` unseen images.
fn some(count: usize) -> impl Fn(&mut Generator) -> (Images,) {
    let (_, unseen) = mnist::training().split_at(trained::SEEN);
    move |g| {
        let places: Vec<usize> = (0..count).map(|_| g.integer(0..unseen.len())).collect();
        (unseen.images_tensor(&device(), &places),)
    }
}

fn main() {
    let layers = Reference::of("layers", function(layers))
        .inputs(["images"])
        .parts([("layers", close())])
        .case("one image", some(1))
        .case("paper", |_| (device().zeros_like(&(1, Const, Const, Const)),))
        .cases(3, |g, i| some(2 + i)(g))
        .wrong(
            "without the pixels",
            "The pixels are missing; the list begins with them.",
            |images| layers(images).split_off(1),
        )
        .wrong(
            "without the logits",
            "The logits are missing; the list ends with them, because they are a layer like the others.",
            |images| {
                let mut layers = layers(images);
                layers.pop();
                layers
            },
        )
        .wrong(
            "from the last",
            "Your list begins with the logits; it begins with the pixels.",
            |images| {
                let mut layers = layers(images);
                layers.reverse();
                layers
            },
        )
        .wrong(
            "softmax at the end",
            "You applied a softmax to the logits; take what the last part gives, as it is.",
            |images| {
                let mut layers = layers(images);
                let shares = layers.pop().map(|logits| logits.softmax::<Axis<1>>());
                layers.extend(shares);
                layers
            },
        )
        .wrong(
            "first part twice",
            "You put what the first part gives into the list twice, and what the second one gives is missing.",
            |images| {
                let mut layers = layers(images);
                layers[2] = layers[1].clone();
                layers
            },
        )
        .wrong(
            "second part twice",
            "You put what the second part gives into the list twice, and what the third one gives is missing.",
            |images| {
                let mut layers = layers(images);
                layers[3] = layers[2].clone();
                layers
            },
        )
        .wrong(
            "pixels again",
            "You put the pixels into the list twice; each part of the network gives something new.",
            |images| {
                let mut layers = layers(images);
                layers[1] = layers[0].clone();
                layers
            },
        );
    probe_accuracies::after(probe_training::after(layers)).run()
}
