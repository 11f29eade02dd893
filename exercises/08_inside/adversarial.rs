//! # Adversarial examples
//!
//! In training the loss goes down, because the weights take a small step against its gradient. Leave the weights as they
//! are, and let the **pixels** take a step **along** its gradient: then the loss goes up, and soon the network says something
//! else. What comes out is an **adversarial example**: to a person it is the same digit.
//!
//! A person notices a large change of one pixel more easily than a tiny change of all of them. So no pixel may change by more
//! than `epsilon`. The largest step within this limit moves every pixel by `epsilon`, up or down, whichever raises the loss.
//! That is the **fast gradient sign method**:
//!
//! ```text
//! attacked = images + epsilon * sign(gradient)
//!            then no pixel below 0 or above 1
//!
//! sign(g) = 1 if g > 0, -1 if g < 0, 0 if g = 0
//! ```
//!
//! Pixels go from 0, paper, to 1, ink. A pixel that leaves this range is set to the end that it passed.
//! Only the sign of a gradient counts, not its size. Where it is 0, as behind a ReLU that gives 0, the pixel stays as it is.
//! (In Rust, `0.0_f32.signum()` is 1.)
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `images`, `gradient` | `(batch, 1, 28, 28)` | digits, with pixels from 0 to 1; the gradient of the loss by each pixel |
//! | `labels` | `(batch,)` | which digit each image shows |
//! | `epsilon` | a number | how far a pixel may go, 0.1 for example |
//! | results | `(batch, 1, 28, 28)` | the gradient; the attacked images |
//!
//! The loss is the mean cross-entropy over the batch, as in training. `trained::forward` gives the logits, as in
//! `saliency`, and `.log_softmax::<Axis<1>>()` and `.select(labels)` lead from them to the loss, as in `cross_entropy`.
//!
//! Worked by hand, with `epsilon` 0.25: pixels of 0.5, 0.5, 0.9, 0.1 and 0.3 whose gradients are 2, -0.01, 1, -3 and 0 become
//! 0.75, 0.25, 1, 0 and 0.3.
//!
//! `images.as_vec()` has all pixels in one list, and `device().tensor_from_vec(pixels, *images.shape())` makes images from a
//! list. `x.clamp(0.0, 1.0)` keeps a number within the range.
//!
//! This network reads 197 of 200 digits that it has not seen. After such a step of 0.1 it reads 154 of them; where each pixel
//! goes as far, but up or down at random, hardly fewer than before. Training on such examples makes a network harder to
//! mislead. (Goodfellow, Shlens and Szegedy: *Explaining and Harnessing Adversarial Examples*, 2014.)

use course::mnist::Images;
use course::{demo, trained};
use gradlings::prelude::*;

/// The gradient of the mean cross-entropy of the network, by the pixels.
pub fn loss_gradient(images: Images, labels: Labels) -> Images {
    todo!("work out the loss of the images with a tape, and play it back")
}

/// The images after one step of `epsilon` along the sign of the gradient, still with pixels from 0 to 1.
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    todo!("move each pixel by epsilon, up or down, and keep it between 0 and 1")
}

/// Ready to use: the images as the network gets them wrong most easily.
pub fn attack(images: Images, labels: Labels, epsilon: f32) -> Images {
    let gradient = loss_gradient(images.clone(), labels);
    fast_gradient_sign(images, gradient, epsilon)
}

fn main() {
    Exercise::new()
        .offer("loss_gradient", function(loss_gradient))
        .offer("fast_gradient_sign", function(fast_gradient_sign))
        .show("digits that are taken for others", || demo::misled(attack))
        .serve()
}
