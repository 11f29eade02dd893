//! What the library noticed by itself, and the lines that follow from it.

use std::collections::BTreeMap;

use super::line::{line, number, ordinal, percent};
use crate::report::{Named, Observation, Parameters};
use crate::runner::outcome::HealthLine;

/// Updates after which it is believed that something is always so.
const SURE: u64 = 20;
/// Updates that have to do in a training that has ended.
const ENOUGH: u64 = 5;
/// Steps in a row that began with gradients left over.
const LEFT_OVER: u64 = 3;
/// ReLUs that are told apart, as in the library.
const LAYERS: usize = 64;

/// The latest observation of each sort.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    first_loss: Option<FirstLoss>,
    accuracy: Option<(u64, f32, usize)>,
    probabilities: Option<(u64, bool)>,
    relus: BTreeMap<usize, Relu>,
    parameters: Parameters,
    updates: Option<(u64, u64)>,
    not_zeroed: Option<(u64, u64)>,
    dropout: Option<(u64, Option<String>)>,
    one_batch: Option<usize>,
}

#[derive(Clone, Debug)]
struct FirstLoss {
    classes: usize,
    examples: usize,
    loss: f32,
}

#[derive(Clone, Debug)]
struct Relu {
    units: usize,
    dead: usize,
    step: u64,
    batches: usize,
    examples: usize,
}

impl Facts {
    pub(super) fn take(&mut self, observation: &Observation) {
        match *observation {
            Observation::FirstLoss {
                classes,
                examples,
                loss,
            } => {
                self.first_loss = Some(FirstLoss {
                    classes,
                    examples,
                    loss,
                });
            }
            Observation::TrainingAccuracy {
                step,
                share,
                examples,
            } => self.accuracy = Some((step, share, examples)),
            Observation::Probabilities { step, logarithms } => {
                self.probabilities = Some((step, logarithms));
            }
            Observation::Activations {
                layer,
                units,
                dead,
                step,
                batches,
                examples,
            } => {
                if layer < LAYERS {
                    let relu = Relu {
                        units,
                        dead,
                        step,
                        batches,
                        examples,
                    };
                    self.relus.insert(layer, relu);
                }
            }
            Observation::Parameters(ref parameters) => self.parameters = parameters.clone(),
            Observation::NotZeroed { step, steps } => self.not_zeroed = Some((step, steps)),
            Observation::Updates { backwards, updates } => {
                self.updates = Some((backwards, updates));
            }
            Observation::DropoutInEvaluation { step, ref series } => {
                self.dropout.get_or_insert_with(|| (step, series.clone()));
            }
            Observation::OneBatch { examples } => self.one_batch = Some(examples),
            // These are a curve.
            Observation::Losses { .. } => {}
        }
    }

    /// The loss of guessing among the classes, where the loss is a cross-entropy.
    pub(super) fn guessing(&self) -> Option<(usize, f32)> {
        let classes = self.first_loss.as_ref()?.classes;
        Some((classes, (classes as f32).ln()))
    }

    /// How often the training batches were right lately: the step, the share, and of how many examples.
    pub(super) fn accuracy(&self) -> Option<(u64, f32, usize)> {
        self.accuracy
    }

    /// Examples of the one batch that is to be learned by heart.
    pub(super) fn one_batch(&self) -> Option<usize> {
        self.one_batch
    }

    /// Whether there is an optimiser, so that unchanged parameters are seen and need not be guessed from the curve.
    pub(super) fn has_optimiser(&self) -> bool {
        self.updates.is_some()
    }

    pub(super) fn lines(&self, ended: bool) -> Vec<HealthLine> {
        let sure = if ended { ENOUGH } else { SURE };
        let mut lines = Vec::new();
        lines.extend(self.far_from_guessing());
        lines.extend(self.softmaxed());
        lines.extend(self.gradients_kept());
        lines.extend(self.unchanged(sure));
        let dead = self.dead();
        // A ReLU that lets nothing through is why the layers around it have no gradient.
        if !dead.as_ref().is_some_and(|it| it.1) {
            lines.extend(self.without_gradient(sure));
        }
        lines.extend(dead.map(|it| it.0));
        lines.extend(self.dropout());
        lines
    }

    fn far_from_guessing(&self) -> Option<HealthLine> {
        let first = self.first_loss.as_ref()?;
        let guess = (first.classes as f32).ln();
        // Small random weights stay within half of that distance; a mean over few examples varies more.
        let chance = 4.0 / (first.examples.max(1) as f32).sqrt();
        let above = first.loss > guess + guess.max(1.5) + chance;
        let below = first.examples >= 8 && first.loss < 0.4 * guess;
        if !above && !below {
            return None;
        }
        let look = if above {
            "Look at the scale of the inputs (pixels from 0 to 1, not to 255) and at the size of the first weights."
        } else {
            "Look whether the inputs give the labels away, and whether the network was trained before."
        };
        Some(line(
            "first_loss",
            0,
            format!(
                "The loss starts at {} in step 0, but guessing among {} classes costs ln {} = {}. {look}",
                number(first.loss),
                first.classes,
                first.classes,
                number(guess)
            ),
        ))
    }

    fn softmaxed(&self) -> Option<HealthLine> {
        let (step, logarithms) = self.probabilities?;
        let message = if logarithms {
            "The loss takes logits, but from step {step} on every row it gets is a log-softmax already. It does no harm, \
             but the loss applies it by itself: give it the output of the last linear layer."
        } else {
            "The loss takes logits, but from step {step} on every row it gets is probabilities that sum to 1. Remove the \
             softmax before the loss, which applies one itself."
        };
        let message = message.replace("{step}", &step.to_string());
        Some(line("softmax_twice", step, message))
    }

    fn gradients_kept(&self) -> Option<HealthLine> {
        let (step, _) = self.not_zeroed.filter(|(_, steps)| *steps >= LEFT_OVER)?;
        Some(line(
            "gradients_not_zeroed",
            step,
            format!(
                "The gradients are not zeroed between the steps: from step {step} on, each backward pass adds to those \
                 of the step before. Call `zero_grads` after each update."
            ),
        ))
    }

    fn unchanged(&self, sure: u64) -> Option<HealthLine> {
        if let Some((backwards, 0)) = self.updates
            && backwards >= sure
        {
            return Some(line(
                "parameters_unchanged",
                backwards - 1,
                format!(
                    "The parameters never change: there were {backwards} backward passes, up to step {}, and no update. \
                     Call the optimiser's `update` after each `backward`.",
                    backwards - 1
                ),
            ));
        }
        let known = &self.parameters;
        if known.unchanged.is_empty() || known.updates < sure {
            return None;
        }
        let look = if known.copy_changed {
            "The update changes a copy: give it the network that computes the loss."
        } else {
            "Look at the learning rate, which is zero or so small that `f32` does not see the step."
        };
        let last = known.updates;
        Some(line(
            "parameters_unchanged",
            last,
            format!(
                "The parameters never change: at step {last}, {} as before the first update. {look}",
                are(&known.unchanged, known.tensors)
            ),
        ))
    }

    fn without_gradient(&self, sure: u64) -> Option<HealthLine> {
        let known = &self.parameters;
        if known.zero_gradient.is_empty() || known.updates < sure {
            return None;
        }
        let last = known.updates;
        Some(line(
            "zero_gradient",
            last,
            format!(
                "The gradient of {} was zero in every step up to step {last}, so it cannot learn. Look for what stands \
                 between it and the loss: a layer that is left out, a copy without the tape, or weights that all start at zero.",
                named(&known.zero_gradient, "and of")
            ),
        ))
    }

    /// The line, and whether a whole layer is dead.
    fn dead(&self) -> Option<(HealthLine, bool)> {
        // A third of the units may rest in a network that is well, for as long as the batches do not need them.
        let bad = |relu: &Relu| {
            let most = relu.units >= 8 && relu.dead * 2 > relu.units;
            most || relu.dead == relu.units
        };
        let mut found = self.relus.iter().filter(|(_, relu)| bad(relu));
        let (layer, relu) = found.next()?;
        let whole = relu.dead == relu.units || found.any(|(_, it)| it.dead == it.units);
        let share = percent(relu.dead as f32 / relu.units as f32);
        let message = format!(
            "{} of the {} units of the {} ReLU ({share}) are dead: zero for all {} examples of the {} batches from step \
             {} on. Choose a smaller learning rate, and look at the biases and the first weights of the layer before it.",
            relu.dead,
            relu.units,
            ordinal(*layer),
            relu.examples,
            relu.batches,
            relu.step
        );
        Some((line("dead_relu", relu.step, message), whole))
    }

    fn dropout(&self) -> Option<HealthLine> {
        let (step, series) = self.dropout.as_ref()?;
        let message = match series {
            Some(series) => format!(
                "Dropout was on when `{series}` was measured at step {step}. Evaluate with `forward` and without a tape: \
                 `forward_mut` on a traced input drops units."
            ),
            None => format!(
                "The trained network, after step {step}, answers twice to the same images and not the same: dropout is \
                 still on. Switch it off for everything but the training."
            ),
        };
        Some(line("dropout_in_evaluation", *step, message))
    }
}

/// "all 4 of its tensors are", "`0.weight` (3 x 2) and 1 more are".
fn are(some: &[Named], of: usize) -> String {
    if some.len() == of {
        return format!("all {of} of its tensors are");
    }
    let verb = if some.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", named(some, "and"))
}

/// The first tensor with its shape, and how many more there are; `and` joins the two.
fn named(some: &[Named], and: &str) -> String {
    let Some(first) = some.first() else {
        return String::new();
    };
    let shape: Vec<String> = first.shape.iter().map(usize::to_string).collect();
    let name = crate::runner::text::plain(&first.name);
    let mut text = if name.is_empty() {
        "the tensor".to_owned()
    } else {
        format!("`{name}`")
    };
    if !shape.is_empty() {
        text.push_str(&format!(" ({})", shape.join(" x ")));
    }
    match some.len() - 1 {
        0 => text,
        more => format!("{text} {and} {more} more"),
    }
}
