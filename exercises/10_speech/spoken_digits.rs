//! # A network that hears digits
//!
//! A mel picture is a picture, so a network that sees can hear. The words here are "zero" to "nine", spoken by a speech
//! synthesiser: pictures of 24 bands by 32 frames. In the end your network listens to recordings of your own, which your
//! `mel_picture` turns into such pictures.
//!
//! ## The network
//!
//! A hiss, a vowel that rises, a silence: each of these is a pattern of a few bands and frames, and may be anywhere. Kernels
//! find such patterns, and the kernels of a second convolution find patterns of those.
//!
//! | layer | from | to |
//! |---|---|---|
//! | `Conv2D<1, 16, 3>`, `ReLU`, `MaxPool2D<2>` | 1 x 24 x 32 | 16 x 11 x 15 |
//! | `Conv2D<16, 24, 3>`, `ReLU`, `MaxPool2D<2>` | 16 x 11 x 15 | 24 x 4 x 6 |
//! | `Flatten<...>` | 24 x 4 x 6 | all of them in one row |
//! | a linear layer, then `ReLU` | that row | 64 |
//! | a linear layer | 64 | 10 **logits**, one per digit |
//!
//! Worked by hand: a kernel of 3 has two places fewer than there are pixels, so 24 x 32 becomes 22 x 30, and pooling halves
//! that: 11 x 15. The second kernel leaves 9 x 13. Pooling leaves out what does not fill a window, here the last row and
//! the last column: 4 x 6.
//!
//! ## The training
//!
//! It is that of `mnist_cnn`, with other pictures. There are few of them, so the steps are larger; another rate is right, too,
//! if the network passes the examination:
//!
//! ```text
//! a new network, gradients that are zero
//! adam = Adam::new(&network, AdamConfig {
//!     lr: 0.002, ..Default::default() })
//! for each epoch:
//!   shuffle the places 0 .. training.len()
//!   for each batch of 32 of them:
//!     x = training.pictures_tensor(
//!         &device(), batch)
//!     targets = training.one_hot(&device(), batch)
//!     logits = network.forward_mut(
//!         x.traced(gradients))
//!     the loss, backward, update, zero_grads
//!     report::metric("loss", step, loss)
//!   (loss, accuracy) =
//!     spoken::measure(&network, &validation)
//! ```
//!
//! `step` counts the batches over all epochs, from 0. `spoken::measure` also draws what the network hears. Return the
//! accuracy after the last epoch, with the network. To see loss and accuracy as curves, report them as `"validation loss"`
//! and `"validation accuracy"`.
//!
//! ## The examination
//!
//! **97 %** of 120 pictures have to be right, all of them in **voices that the network has never heard**. A recogniser is
//! worth what it understands of strangers: whoever has heard a voice say "six" knows something of its "seven" already. So
//! whole voices were put aside, not single words. And a network is worth what it adds to a baseline: here, the linear
//! classifier that you are given does nearly as well, because all voices come from one synthesiser, and every word fills
//! its picture.
//!
//! Phones that wait for a spoken word have listened with small networks of this kind. (Sainath and Parada: *Convolutional
//! Neural Networks for Small-footprint Keyword Spotting*, 2015.)

use course::spoken::{self, Pictures, Spoken};
use gradlings::prelude::*;

#[path = "mel.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod mel;

use mel::mel_picture;

/// The layers, first to last. `Built<Network>` is the network itself, with its weights.
pub type Network = (Flatten<768>, Linear<768, 10>);

/// Trains a new network on `training` for some `epochs`. Returns it with its accuracy on `validation`.
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    todo!("train the network, and measure it after each epoch")
}

fn main() {
    Exercise::new()
        .offer("network", model::<Network, Pictures>())
        .offer("train", classifier(train))
        .offer("orders", classifier(train).counting(RepeatedOrders))
        .to_try("says which digit it hears in your recording", |trial| {
            let (training, validation) = spoken::training().split_at(860);
            spoken::hear(trial, mel_picture, || train(training, validation, 16).0)
        })
        .serve()
}
