//! What the library itself notices about a training: facts, from which the runner says how healthy the training is.

use serde::{Deserialize, Serialize};

/// Steps are counted in updates of the optimiser from 0, or in backward passes where there is no optimiser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Observation {
    /// The first cross-entropy of the training.
    FirstLoss {
        /// Columns of the logits; 2 for a binary cross-entropy.
        classes: usize,
        /// Examples in that batch.
        examples: usize,
        /// The mean loss over them.
        loss: f32,
    },
    /// The losses that were played back since the last time. They speak for a training that reports no loss.
    Losses {
        /// The step of the first one.
        first: u64,
        /// One per backward pass.
        values: Vec<f32>,
    },
    /// How often the largest logit was the right one lately, in batches that were trained on.
    TrainingAccuracy {
        /// The last step that is in it.
        step: u64,
        /// From 0 to 1.
        share: f32,
        /// Examples that were looked at.
        examples: usize,
    },
    /// The loss takes logits, and got probabilities: every row of every batch so far.
    Probabilities {
        /// The step of the first batch.
        step: u64,
        /// Whether they are logarithms of probabilities.
        logarithms: bool,
    },
    /// The units of one ReLU over the last batches.
    Activations {
        /// Which ReLU, from 0, in the order of the forward pass.
        layer: usize,
        /// Features, or channels of images.
        units: usize,
        /// Units that were zero for every example of all those batches.
        dead: usize,
        /// The step of the first of the batches.
        step: u64,
        /// How many batches.
        batches: usize,
        /// How many examples.
        examples: usize,
    },
    /// The parameters of the optimiser's network; replaces what was said of them before.
    Parameters(Parameters),
    /// A step began with gradients of the step before in place, which backward adds to.
    NotZeroed {
        /// The first such step.
        step: u64,
        /// How many such steps in a row there were, at most.
        steps: u64,
    },
    /// There is an optimiser; how often it was used.
    Updates {
        /// Backward passes so far.
        backwards: u64,
        /// Updates so far.
        updates: u64,
    },
    /// A metric was reported right after a forward pass in which a dropout layer dropped, which is wrong where it is
    /// measured on data that is not trained on. It is told once of each metric.
    DropoutInEvaluation {
        /// The step.
        step: u64,
        /// The metric; `None` where the trained network itself answered twice, and not the same.
        series: Option<String>,
    },
    /// The training set is one batch, which is the validation set as well: whether a network can learn it by heart.
    OneBatch {
        /// Examples in it.
        examples: usize,
    },
}

/// What became of the parameters of a network, or of all networks that are trained together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// Updates so far.
    pub updates: u64,
    /// Tensors that are trained.
    pub tensors: usize,
    /// Tensors whose gradient was zero in every step.
    pub zero_gradient: Vec<Named>,
    /// Tensors that have a gradient, and yet the numbers that they had before the first update.
    pub unchanged: Vec<Named>,
    /// Whether the update did change those: it then changed a copy, which is not the one that is trained.
    pub copy_changed: bool,
}

/// One tensor of a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Where it is in the network, as one would write it in Rust: `2.0.weight`.
    pub name: String,
    /// Its shape.
    pub shape: Vec<usize>,
}
