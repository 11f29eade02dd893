//! The oldest test of a training: can it learn one batch by heart?

use super::{Reference, accuracy, claim};
use crate::data_set::Labelled;
use crate::handler::{Classifier, Handler};
use crate::values::Wire;
use crate::words::predictions as words;

impl<F, Set, Network> Reference<Classifier<F, Set, Network>>
where
    Set: Labelled + Wire + 'static,
    Set::Examples: Wire,
    Classifier<F, Set, Network>: Handler<Inputs = (Set, Set, usize, Set::Examples)> + 'static,
{
    /// One case: `batch` is the training set and the validation set, `epochs` times over, and the loss has to come near
    /// 0. `batch` should be no larger than one batch of the training, so that an epoch is a step.
    ///
    /// A training that fails here is wired up wrong, whatever its data: the network, the loss, the gradients or the
    /// update.
    pub fn overfits_one_batch(self, batch: &Set, epochs: usize) -> Self {
        let (set, labels) = (batch.clone(), batch.labels());
        self.inputs(["one batch", "the same batch", "epochs", "the same examples"])
            .parts([
                ("logits of the batch", accuracy(&labels, 0.9)),
                ("accuracy you return", claim(0, &labels)),
                ("logits of the same examples", accuracy(&labels, 0.9)),
            ])
            .series("loss")
            .ends_low(2.0, 0.15)
            .case(&words::same_batch(epochs), move |_| {
                (set.clone(), set.clone(), epochs, set.examples())
            })
    }
}
