//! # A network that reads digits
//!
//! You describe a **convolutional network**, train it on real handwriting, and measure how often it is right on digits
//! it has never seen.
//!
//! ## The network
//!
//! dfdx describes a network by a type: a tuple of layers, applied from left to right. Grow `Network`, which is only a
//! linear classifier, into this one. `Linear<A, B>` turns A numbers into B, `ReLU` is `max(x, 0)`, `MaxPool2D<2>` keeps the
//! largest of every 2 x 2 pixels (**max pooling**), and `Flatten<N>` lays the N numbers of an image out in one row.
//!
//! | layer | from | to |
//! |---|---|---|
//! | `Conv2D<1, 32, 3>`: 32 kernels of 3 x 3 on 1 channel | 1 x 28 x 28 | 32 x 26 x 26 |
//! | `ReLU`, then `MaxPool2D<2>` | 32 x 26 x 26 | 32 x 13 x 13 |
//! | `Flatten<5408>` | 32 x 13 x 13 | 5408 |
//! | a linear layer, then `ReLU` | 5408 | 128 |
//! | a linear layer | 128 | 10 **logits**, one per digit; the largest is the answer |
//!
//! ## The training
//!
//! Once through all training images is an **epoch**. Each epoch goes through them in a new order, 32 at a time (a
//! **batch**):
//!
//! ```text
//! network = device().build_module::<Network, f32>()
//! adam = Adam::new(&network, AdamConfig::default())
//! gradients = network.alloc_grads()
//! random = random(1)
//! order = 0 .. training.len() in a Vec<usize>
//! for each epoch:
//!   order.shuffle(&mut random)
//!   for each batch in order.chunks(32):
//!     images = training.images_tensor(
//!         &device(), batch)
//!     targets = training.one_hot(&device(), batch)
//!     logits = network.forward_mut(
//!         images.traced(gradients))
//!     loss = cross_entropy_with_logits_loss(
//!         logits, targets)
//!     report::metric("loss", step, loss.array())
//!     gradients = loss.backward()
//!     adam.update(&mut network, &gradients).unwrap()
//!     network.zero_grads(&mut gradients)
//!   measure(&network, &validation), and report both
//! ```
//!
//! `step` counts the batches over all epochs, from 0. The gradients are set to zero because `backward` adds to what is there.
//!
//! **Validation digits** are kept out of the training, so they tell what it is worth: report `"validation loss"` and
//! `"validation accuracy"`. Two more calls help to watch it: `report::progress(epoch, epochs, batch, batches)`, which
//! counts from 1, and `report::predictions("validation digits", &validation, &logits)` with the logits of the first 12 of
//! them.
//!
//! Before you trust a training, let it learn **one batch** by heart: a network that is wired up right brings the loss of
//! 32 digits near 0 within a few dozen steps. `train on one batch` calls your `train` with 32 digits to see it.
//!
//! ## The accuracy
//!
//! The share of rows whose largest logit stands at the label. With only three classes and the rows `[2, 5, 1]` and
//! `[0, 1, 3]`, the network says 1 and 2; if the labels are 1 and 0, one of two is right: 0.5.
//! `logits.as_vec().chunks(10)` goes through the rows.

use course::mnist::{self, Digits, Images};
use gradlings::prelude::*;

/// The layers, first to last. `Built<Network>` is the network itself, with its weights.
pub type Network = (Flatten<784>, Linear<784, 10>);

/// One row of ten numbers per image.
pub type Logits = Tensor<(usize, Const<10>), f32, Dev>;

/// The share of rows whose largest logit stands at the label, from 0 to 1.
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    todo!("find the largest logit of every row, and count the rows that are right")
}

/// Trains a new network on `training` for some `epochs`. Returns it with its accuracy on `validation`.
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    todo!("train the network, then measure it")
}

/// Ready to use: the mean loss over all `digits`, and the accuracy. A part at a time, so that memory stays small. It
/// also shows what the network says of the digits, which it gets wrong, and its filters.
pub fn measure(network: &Built<Network>, digits: &Digits) -> (f32, f32) {
    let all: Vec<usize> = (0..digits.len()).collect();
    let (mut loss, mut right, mut said) = (0.0, 0.0, Vec::new());
    for some in all.chunks(250) {
        let logits = network.forward(digits.images_tensor(&device(), some));
        said.extend(logits.as_vec());
        let count = some.len() as f32;
        right += count * accuracy(logits.clone(), digits.labels_at(some));
        loss +=
            count * cross_entropy_with_logits_loss(logits, digits.one_hot(&device(), some)).array();
    }
    let said: Logits = device().tensor_from_vec(said, (digits.len(), Const));
    mnist::draw_classifier(network, digits, &said);
    (loss / digits.len() as f32, right / digits.len() as f32)
}

fn main() {
    Exercise::new()
        .offer("network", model::<Network, Images>())
        .offer("accuracy", function(accuracy))
        .offer("train", classifier(train))
        .offer("orders", classifier(train).counting(RepeatedOrders))
        .serve()
}
