//! Training runs.

use super::{Function, Handler, function};
use crate::health;
use crate::nn::prepare;
use crate::sheet::{CheckKind, Returned};

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
    const KIND: CheckKind = CheckKind::Training;
    fn written() -> String {
        "training(...)".to_owned()
    }
    fn part_names(&self, inputs: &[&str]) -> Vec<String> {
        self.0.part_names(inputs)
    }
    fn answer(&self, inputs: Self::Inputs) -> Returned {
        prepare();
        health::observe(|| self.0.answer(inputs))
    }
    fn other(function: Self::Function) -> Self::Other {
        Training(H::other(function))
    }
}
