//! Trainings of a classifier, on any data set.

use std::marker::PhantomData;

use dfdx::nn::Module;
use dfdx::prelude::*;

use super::Handler;
use crate::comparator::CurveComparator;
use crate::data_set::{Examples, Labelled};
use crate::health;
use crate::nn::prepare;
use crate::report::Observation;
use crate::sheet::{CheckKind, CurvePart, Returned};
use crate::tensor::Dev;
use crate::values::{Wire, to_array};
use crate::wire::{Array, Value};

/// See [`classifier`].
pub struct Classifier<F, Set, Network> {
    train: F,
    types: PhantomData<fn(Set) -> Network>,
}

/// A training of a classifier: `train(training set, validation set, epochs)` returns the trained network and the accuracy
/// on the validation set.
///
/// Inputs: the two labelled sets, the number of epochs, and the examples of the examination, which come without their
/// labels. Parts of the answer: the network's logits for the validation set, `(examples, classes)`, the accuracy that
/// `train` claims for it, and the logits for the examination.
///
/// What it reports as `accuracy`, `validation loss` and `validation accuracy` is watched for health, and not judged.
pub fn classifier<F, Set, Network>(train: F) -> Classifier<F, Set, Network>
where
    F: Fn(Set, Set, usize) -> (Network, f32),
{
    Classifier {
        train,
        types: PhantomData,
    }
}

/// What a network of [`classifier`] takes.
type Batch<Set> = <<Set as Labelled>::Examples as Examples>::Batch;

impl<F, Set, Network> Handler for Classifier<F, Set, Network>
where
    F: Fn(Set, Set, usize) -> (Network, f32),
    Set: Labelled + Wire,
    Set::Examples: Wire,
    Network: Module<Batch<Set>>,
    Network::Output: Logits,
{
    type Inputs = (Set, Set, usize, Set::Examples);
    type Function = fn(Set, Set, usize) -> (Network, f32);
    type Other = Classifier<fn(Set, Set, usize) -> (Network, f32), Set, Network>;
    const KIND: CheckKind = CheckKind::Training;
    fn written() -> String {
        "classifier(...)".to_owned()
    }
    fn part_names(&self, _: &[&str]) -> Vec<String> {
        vec![
            "logits of the validation set".to_owned(),
            "accuracy you return".to_owned(),
            "logits of the test set".to_owned(),
        ]
    }
    fn watched(&self) -> Vec<CurvePart> {
        let series = [
            ("accuracy", CurveComparator::Rises, false),
            ("validation loss", CurveComparator::Falls, true),
            ("validation accuracy", CurveComparator::Rises, true),
        ];
        let watched = series.map(|(name, comparator, is_held_out)| CurvePart {
            series: name.to_owned(),
            is_share: comparator == CurveComparator::Rises,
            comparator,
            is_held_out,
            is_optional: true,
            is_setting: false,
        });
        watched.into()
    }
    fn answer(&self, (training, validation, epochs, examination): Self::Inputs) -> Returned {
        prepare();
        health::observe(|| {
            let held_out = validation.examples();
            note_one_batch(&training.examples(), &held_out, epochs);
            let (network, accuracy) = (self.train)(training, validation, epochs);
            note_dropout(&network, &held_out);
            Returned::of(vec![
                logits(&network, &held_out, held_out.count()),
                accuracy.into_value(),
                logits(&network, &examination, examination.count()),
            ])
        })
    }
    fn other(function: Self::Function) -> Self::Other {
        classifier(function)
    }
}

/// A training set of one batch that is the validation set as well asks whether the network can learn it by heart.
fn note_one_batch<E: Examples>(training: &E, validation: &E, epochs: usize) {
    /// More examples than that are no batch.
    const BATCH: usize = 64;
    /// Epochs that leave time to learn a batch by heart.
    const EPOCHS: usize = 10;
    let examples = training.count();
    if examples <= BATCH && epochs >= EPOCHS && training == validation {
        health::note(|_| Observation::OneBatch { examples });
    }
}

/// A trained network that answers twice to the same examples, and not the same, still drops some of its units.
fn note_dropout<E, Network>(network: &Network, validation: &E)
where
    E: Examples,
    Network: Module<E::Batch>,
    Network::Output: Logits,
{
    const EXAMPLES: usize = 16;
    /// What sums in another order may differ by.
    const ROUNDING: f32 = 1e-3;
    let ask = || match logits(network, validation, EXAMPLES.min(validation.count())) {
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

/// The output of a classifier: one row of logits per example.
pub trait Logits {
    /// Row-major.
    fn rows(self) -> Array<f32>;
}

impl<B: Dim, K: Dim> Logits for Tensor<(B, K), f32, Dev> {
    fn rows(self) -> Array<f32> {
        to_array(&self)
    }
}

/// The network's logits for the first `count` examples, a few hundred at a time so that memory stays small.
fn logits<E, Network>(network: &Network, examples: &E, count: usize) -> Value
where
    E: Examples,
    Network: Module<E::Batch>,
    Network::Output: Logits,
{
    const AT_ONCE: usize = 250;
    let (mut rows, mut classes, mut all) = (0, 0, Vec::new());
    for start in (0..count).step_by(AT_ONCE) {
        let batch = examples.batch(start..count.min(start + AT_ONCE));
        let part = network.forward(batch).rows();
        classes = part.shape()[1];
        rows += part.shape()[0];
        all.extend(part.into_data());
    }
    // Every batch has the same number of classes, because the network does.
    Value::Numbers(Array::new(vec![rows, classes], all).unwrap_or_default())
}
