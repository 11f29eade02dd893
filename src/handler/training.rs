//! Training runs.

use std::marker::PhantomData;

use dfdx::nn::Module;
use dfdx::prelude::*;

use super::{Function, Handler, function};
use crate::data::Digits;
use crate::data::mnist::{Images, PIXELS};
use crate::health;
use crate::nn::prepare;
use crate::report::Observation;
use crate::sheet::Kind;
use crate::tensor::{Dev, device};
use crate::values::{Unlabelled, Wire, to_array};
use crate::wire::{Array, Value};

/// See [`training`].
pub struct Training<H>(H);

/// A function that trains: like [`function`], but it has the training budget, and what it reports is compared too.
pub fn training<F, Arguments>(trains: F) -> Training<Function<F, Arguments>>
where
    Function<F, Arguments>: Handler,
{
    Training(function(trains))
}

impl<H: Handler> Handler for Training<H> {
    type Inputs = H::Inputs;
    type Function = H::Function;
    type Other = Training<H::Other>;
    const KIND: Kind = Kind::Training;
    fn part_names(&self, inputs: &[&str]) -> Vec<String> {
        self.0.part_names(inputs)
    }
    fn answer(&self, inputs: Self::Inputs) -> Vec<Value> {
        prepare();
        health::observe(|| self.0.answer(inputs))
    }
    fn other(function: Self::Function) -> Self::Other {
        Training(H::other(function))
    }
}

/// See [`classifier`].
pub struct Classifier<F, Network> {
    train: F,
    network: PhantomData<fn() -> Network>,
}

/// A training of a classifier of digits: `train(training set, validation set, epochs)` returns the trained network and
/// the accuracy on the validation set.
///
/// Inputs: the two labelled sets, the number of epochs, and the digits of the examination, which come without their
/// labels. Parts of the answer: the network's logits for the validation set, the accuracy that `train` claims for it,
/// and the logits for the examination.
pub fn classifier<F, Network>(train: F) -> Classifier<F, Network>
where
    F: Fn(Digits, Digits, usize) -> (Network, f32),
{
    Classifier {
        train,
        network: PhantomData,
    }
}

impl<F, Network> Handler for Classifier<F, Network>
where
    F: Fn(Digits, Digits, usize) -> (Network, f32),
    Network: Module<Images>,
    Network::Output: Logits,
{
    type Inputs = (Digits, Digits, usize, Unlabelled);
    type Function = fn(Digits, Digits, usize) -> (Network, f32);
    type Other = Classifier<fn(Digits, Digits, usize) -> (Network, f32), Network>;
    const KIND: Kind = Kind::Training;
    fn part_names(&self, _: &[&str]) -> Vec<String> {
        vec![
            "logits of the validation digits".to_owned(),
            "accuracy you return".to_owned(),
            "logits of the test digits".to_owned(),
        ]
    }
    fn answer(&self, (training, validation, epochs, examination): Self::Inputs) -> Vec<Value> {
        prepare();
        health::observe(|| {
            note_one_batch(&training, &validation, epochs);
            let (network, accuracy) = (self.train)(training, validation.clone(), epochs);
            note_dropout(&network, &validation);
            vec![
                logits(&network, &validation.images),
                accuracy.into_value(),
                logits(&network, &examination.0),
            ]
        })
    }
    fn other(function: Self::Function) -> Self::Other {
        classifier(function)
    }
}

/// A training set of one batch that is the validation set as well asks whether the network can learn it by heart.
fn note_one_batch(training: &Digits, validation: &Digits, epochs: usize) {
    /// More examples than that are no batch.
    const BATCH: usize = 64;
    /// Epochs that leave time to learn a batch by heart.
    const EPOCHS: usize = 10;
    if training.len() <= BATCH && epochs >= EPOCHS && training.images == validation.images {
        health::note(|_| Observation::OneBatch {
            examples: training.len(),
        });
    }
}

/// A trained network that answers twice to the same images, and not the same, still drops some of its units.
fn note_dropout<Network>(network: &Network, validation: &Digits)
where
    Network: Module<Images>,
    Network::Output: Logits,
{
    const EXAMPLES: usize = 16;
    /// What sums in another order may differ by.
    const ROUNDING: f32 = 1e-3;
    let few = validation.range(0..EXAMPLES.min(validation.len()));
    let ask = || match logits(network, &few.images) {
        Value::Numbers(array) => array.into_data(),
        _ => Vec::new(),
    };
    let (first, second) = (ask(), ask());
    let mut pairs = first.iter().zip(&second);
    if pairs.any(|(a, b)| (a - b).abs() > ROUNDING * (1.0 + a.abs())) {
        health::note(|step| Observation::DropoutInEvaluation {
            step: step.saturating_sub(1),
            series: None,
        });
    }
}

/// The output of a classifier: one row of logits per image.
pub trait Logits {
    /// Row-major.
    fn rows(self) -> Array<f32>;
}

impl<B: Dim, K: Dim> Logits for Tensor<(B, K), f32, Dev> {
    fn rows(self) -> Array<f32> {
        to_array(&self)
    }
}

/// The network's logits for digits of 784 bytes each, a few hundred at a time so that memory stays small.
fn logits<Network>(network: &Network, pixels: &[u8]) -> Value
where
    Network: Module<Images>,
    Network::Output: Logits,
{
    const AT_ONCE: usize = 250;
    let (mut rows, mut classes, mut all) = (0, 0, Vec::new());
    for some in pixels.chunks(AT_ONCE * PIXELS) {
        let count = some.len() / PIXELS;
        let floats = some.iter().map(|&pixel| f32::from(pixel) / 255.0).collect();
        let images = device().tensor_from_vec(floats, (count, Const, Const, Const));
        let part = network.forward(images).rows();
        classes = part.shape()[1];
        rows += part.shape()[0];
        all.extend(part.into_data());
    }
    // Every chunk has the same number of classes, because the network does.
    Value::Numbers(Array::new(vec![rows, classes], all).unwrap_or_default())
}
