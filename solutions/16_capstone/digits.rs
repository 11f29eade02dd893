//! # The whole program
//!
//! Everything so far comes together in one program: it trains a network for ten epochs, says how far it is and how long it
//! will take, survives being stopped, and in the end says what the network is worth. Programs of this shape train models
//! of every size.
//!
//! ## The network
//!
//! It is the one from `mnist_cnn`. `Network` is still a linear classifier; make it these layers:
//!
//! ```text
//! Conv2D 1 -> 32, kernel 3, ReLU, MaxPool2D 2
//! Flatten, to 5408 numbers
//! Linear 5408 -> 128, ReLU
//! Linear 128 -> 10: the logits
//! ```
//!
//! ## One epoch
//!
//! ```text
//! order = 0, 1, ..., training.len() - 1
//! shuffle(&mut order, &mut state.random)
//! for each batch of 32 places, the last smaller:
//!   logits   = of these digits
//!   loss     = cross_entropy_with_logits_loss
//!   report::metric("loss", step, loss)
//!   gradients by backward, one step of Adam
//! state.epoch += 1
//! ```
//!
//! Every epoch begins with the digits in their own order; `shuffle` changes `random`, so the next epoch gets another one.
//! `step` counts the batches over all epochs, from 0. `epoch` returns the mean loss of a digit, and the **training
//! accuracy**: the share of digits whose logits, before the step, were right. A last batch of 16 counts half as much as
//! one of 32. `mnist::right(&logits, &labels)` is the number of rows that are right, and leaves the tape alone.
//!
//! ## What survives
//!
//! `train` saves after **every** epoch, so whenever it is ended, no more than one epoch is lost; and it begins with what was
//! saved. As in `resume`, a checkpoint holds everything that the next epoch reads, under one name, here `"weights"`:
//!
//! | saved | with | loaded with |
//! |---|---|---|
//! | the weights | `.network(&network)` | `saved.load_network(&mut network)` |
//! | Adam's moments and its steps | `.adam(&adam)` | `saved.load_adam(&mut adam)` |
//! | epochs that are over, `random` | `.number("epoch", 3)` | `saved.get_number("epoch")` |
//!
//! `Checkpoint::new()` begins one, each call adds to it, and `.to_bytes()` makes a safetensors file of it.
//! `Checkpoint::from_bytes(bytes)` is a `Result`. The bytes are read by other programs too.
//!
//! ## What it says
//!
//! After each epoch, `train` prints such a line with `println!`:
//! `Epoch 3/10 - loss: 0.0412 - accuracy: 0.9871 - 12 s, 70 s to go`. After the last one it prints
//! `Test accuracy: 0.9760`: the accuracy on the **test set**, digits that no step has seen. No check reads what `train`
//! prints; you do, when you try it.
//!
//! `progress` makes the line. `seconds` holds the time of each epoch that **this** run of the program has done. The last
//! of them is shown, and what is to go is their mean times the epochs left. Worked by hand: after epoch 3 of 10, with the
//! times 9, 9 and 12, the mean is 10, and 7 epochs are left: 70 s. Seconds are written with `{:.0}`, the loss and the
//! accuracy with `{:.4}`. A program that was started again after epoch 7 has a single time after epoch 8, so it must not
//! divide by 8.
//!
//! Once it passes, `gradlings try digits` runs it on 9,000 digits, with 1,000 others for the test. Stop it with Ctrl-C or
//! Esc, start it again, and it goes on. It then reads pictures of your own, and `gradlings export digits FILE` writes the
//! weights for Python. (LeCun, Bottou, Bengio, Haffner: *Gradient-Based Learning Applied to Document Recognition*, 1998.)

use std::time::Instant;

use course::mnist::{self, Digits, Images};
use course::{Checkpoint, shuffle};
use gradlings::optim::SavableAdam;
use gradlings::prelude::*;

/// How many digits a step sees.
const BATCH: usize = 32;

/// The layers, first to last. `Built<Network>` is the network itself, with its weights.
pub type Network = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    Linear<128, 10>,
);

/// Everything that the next epoch reads.
pub struct State {
    pub network: Built<Network>,
    pub adam: SavableAdam<Built<Network>>,
    /// How many epochs are over.
    pub epoch: usize,
    /// What the next shuffle depends on.
    pub random: u64,
}

/// Ready to use: what a training begins with.
pub fn begin() -> State {
    let network = device().build_module::<Network, f32>();
    let adam = SavableAdam::new(&network, AdamConfig::default());
    State {
        network,
        adam,
        epoch: 0,
        random: 1,
    }
}

/// One epoch. Returns the mean loss of a digit and the training accuracy, from 0 to 1.
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut step = state.epoch * order.len().div_ceil(BATCH);
    let mut gradients = state.network.alloc_grads();
    let (mut loss_sum, mut right) = (0.0, 0);
    for batch in order.chunks(BATCH) {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", step, loss.array());
        step += 1;
        loss_sum += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        let updated = state.adam.update(&mut state.network, &gradients);
        updated.expect("every weight has a gradient");
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    let count = training.len() as f32;
    (loss_sum / count, right as f32 / count)
}

/// Ready to use: what `epoch` returns in so many epochs from the beginning, the losses and the accuracies.
pub fn first_epochs(training: Digits, epochs: usize) -> (Vec<f32>, Vec<f32>) {
    let mut state = begin();
    (0..epochs).map(|_| epoch(&mut state, &training)).unzip()
}

/// The checkpoint.
pub fn to_bytes(state: &State) -> Vec<u8> {
    Checkpoint::new()
        .network(&state.network)
        .adam(&state.adam)
        .number("epoch", state.epoch as u64)
        .number("random", state.random)
        .to_bytes()
}

/// What a training goes on with.
pub fn from_bytes(bytes: &[u8]) -> State {
    let saved = Checkpoint::from_bytes(bytes).expect("a checkpoint of this exercise");
    let mut state = begin();
    saved.load_network(&mut state.network);
    saved.load_adam(&mut state.adam);
    state.epoch = saved.get_number("epoch") as usize;
    state.random = saved.get_number("random");
    state
}

/// The share of digits that the network is right about, from 0 to 1. Take some 250 at a time: all at once need too much
/// memory.
pub fn evaluate(network: &Built<Network>, digits: &Digits) -> f32 {
    let all: Vec<usize> = (0..digits.len()).collect();
    let right = all.chunks(250).map(|some| {
        let logits = network.forward(digits.images_tensor(&device(), some));
        mnist::right(&logits, &digits.labels_at(some))
    });
    right.sum::<usize>() as f32 / digits.len() as f32
}

/// The line that is printed after an epoch; the first is 1.
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let last = seconds.last().unwrap_or(&0.0);
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

/// Trains until so many epochs are over, or goes on where an earlier run was ended. Returns the network and its accuracy
/// on the `test` digits.
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let start = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        store::save("weights", &to_bytes(&state));
        seconds.push(start.elapsed().as_secs_f32());
        let times = seconds.clone();
        println!("{}", progress(state.epoch, epochs, loss, accuracy, times));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    mnist::draw_tested(&state.network, &test);
    (state.network, accuracy)
}

fn main() {
    Exercise::new()
        .offer("network", model::<Network, Images>())
        .offer("progress", function(progress))
        .offer("train", classifier(train))
        .offer("epoch", training(first_epochs))
        .to_try("reads your handwriting", |trial| {
            let (training, test) = mnist::training().split_at(9000);
            mnist::read(trial, || train(training, test, 10).0)
        })
        .serve()
}
