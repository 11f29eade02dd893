//! # Saliency
//!
//! A network says 4. Which pixels made it say so? Ask of each one: if it got a little more ink, how fast would the **logit**
//! of the 4 rise or fall? That is a gradient, and the tape has it. In training the gradient is that of the loss with respect
//! to the weights, and the pixels stay as they are; here the weights stay, and the gradient is one with respect to the pixels.
//!
//! ```text
//! gradient    = gradient of the logit of a class,
//!               by the pixels
//! saliency of a pixel
//!   = the largest |gradient| of its channels
//! ```
//!
//! Take the logit itself. The cross-entropy mixes in the logits of all other classes, and where the network is sure, hardly
//! anything is left of its gradient. Nor does a sum of all ten logits say anything about the 4.
//!
//! The sign of the gradient says whether ink is for the 4 or against it; a pixel matters either way, so a **saliency map**
//! shows the size. A colour image has three channels, red, green and blue. The channel that matters most counts for the
//! whole pixel. The order is important: of -3 and 1 the largest is 1, but the largest size is 3.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `images` | `(batch, 1, 28, 28)` | digits, with pixels from 0 to 1 |
//! | `classes` | `(batch,)` | for each image the class that is asked about, right or wrong |
//! | result of `class_gradient` | `(batch, 1, 28, 28)` | each image's gradient of the logit of its class |
//! | `gradient` | `(channels, height, width)` | the gradient of one image |
//! | result of `saliency_map` | `(height, width)` | how much each pixel matters |
//!
//! `trained::forward(images.leaky_trace())` sends images, with a tape, through a network that is trained already, like the one
//! in `mnist_cnn` but smaller, and gives its `(batch, 10)` logits. No image changes the logits of another one. So if you add up
//! the logits that are asked about, one backward pass finds the gradients of all images.
//!
//! Worked by hand: one row of two pixels, and the channels have the gradients `[0.5, -1]`, `[-2, 0.25]` and `[1, 0]`. The
//! map is `[2, 1]`.
//!
//! A map shows what the logit reacts to, and not whether that is a good reason. Captum, PyTorch's library for looking into
//! networks, has such maps as `Saliency`. (Simonyan, Vedaldi and Zisserman: *Deep Inside Convolutional Networks*, 2013.)

use course::mnist::Images;
use course::{demo, trained};
use gradlings::prelude::*;

/// The gradient of the logit of each image's class, by its pixels.
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let asked: Scalar<Recording> = logits.select(classes).sum();
    asked.backward().get(&images)
}

/// The largest absolute gradient of each pixel over its channels.
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    gradient.abs().max::<_, Axis<0>>()
}

fn main() {
    Exercise::new()
        .offer("class_gradient", function(class_gradient))
        .offer("saliency_map", function(saliency_map))
        .show("which pixels matter to the network", || {
            demo::salient(class_gradient, saliency_map)
        })
        .serve()
}
