//! The oldest test of a training: can it learn one batch by heart?

use super::{Reference, accuracy, claim, ends_low};
use crate::data::Digits;
use crate::handler::{Classifier, Handler};
use crate::values::Unlabelled;

impl<F, Network> Reference<Classifier<F, Network>>
where
    Classifier<F, Network>: Handler<Inputs = (Digits, Digits, usize, Unlabelled)> + 'static,
{
    /// One case: `batch` is the training set and the validation set, `epochs` times over, and the loss has to come near
    /// 0. `batch` should be no larger than one batch of the training, so that an epoch is a step.
    ///
    /// A training that fails here is wired up wrong, whatever its data: the network, the loss, the gradients or the
    /// update.
    pub fn overfits_one_batch(self, batch: &Digits, epochs: usize) -> Self {
        let digits = batch.clone();
        self.inputs(["one batch", "the same batch", "epochs", "the same images"])
            .parts([
                ("logits of the batch", accuracy(&batch.labels, 0.9)),
                ("accuracy you return", claim(0, &batch.labels)),
                ("logits of the same images", accuracy(&batch.labels, 0.9)),
            ])
            .curve("loss", ends_low(2.0, 0.15))
            .case(&format!("{epochs} times the same batch"), move |_| {
                let images = Unlabelled(digits.images.clone());
                (digits.clone(), digits.clone(), epochs, images)
            })
    }
}
