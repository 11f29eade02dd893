//! What the library noticed by itself, and the lines that follow from it.

use std::collections::BTreeMap;

use super::line::{line, number, percent};
use crate::report::{Named, Observation, Parameters};
use crate::runner::outcome::HealthLine;
use crate::runner::words::health as words;

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
    /// Whether the network was trained before, by a program that was ended on the way.
    goes_on: bool,
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

    /// What comes now is of a training that was begun before.
    pub(super) fn go_on(&mut self) {
        self.goes_on = true;
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
        // Whoever goes on does not begin by guessing.
        let first = self.first_loss.as_ref().filter(|_| !self.goes_on)?;
        let guess = (first.classes as f32).ln();
        // Small random weights stay within half of that distance; a mean over few examples varies more.
        let chance = 4.0 / (first.examples.max(1) as f32).sqrt();
        let above = first.loss > guess + guess.max(1.5) + chance;
        let below = first.examples >= 8 && first.loss < 0.4 * guess;
        if !above && !below {
            return None;
        }
        let sentence = match above {
            true => words::starts_above_guessing,
            false => words::starts_below_guessing,
        };
        let message = sentence(number(first.loss), first.classes, number(guess));
        Some(line("first_loss", 0, message))
    }

    fn softmaxed(&self) -> Option<HealthLine> {
        let (step, logarithms) = self.probabilities?;
        let message = match logarithms {
            true => words::log_softmax_twice(step),
            false => words::softmax_twice(step),
        };
        Some(line("softmax_twice", step, message))
    }

    fn gradients_kept(&self) -> Option<HealthLine> {
        let (step, _) = self.not_zeroed.filter(|(_, steps)| *steps >= LEFT_OVER)?;
        let message = words::gradients_not_zeroed(step);
        Some(line("gradients_not_zeroed", step, message))
    }

    fn unchanged(&self, sure: u64) -> Option<HealthLine> {
        if let Some((backwards, 0)) = self.updates
            && backwards >= sure
        {
            let step = backwards - 1;
            let message = words::never_updated(backwards, step);
            return Some(line("parameters_unchanged", step, message));
        }
        let known = &self.parameters;
        if known.updates < sure {
            return None;
        }
        let (first, more) = known.unchanged.split_first()?;
        let step = known.updates;
        let message = match (more.len() + 1 == known.tensors, more.len()) {
            (true, _) if known.copy_changed => words::all_unchanged_copy(step, known.tensors),
            (true, _) => words::all_unchanged(step, known.tensors),
            (false, 0) if known.copy_changed => words::one_unchanged_copy(step, named(first)),
            (false, 0) => words::one_unchanged(step, named(first)),
            (false, more) if known.copy_changed => {
                words::some_unchanged_copy(step, named(first), more)
            }
            (false, more) => words::some_unchanged(step, named(first), more),
        };
        Some(line("parameters_unchanged", step, message))
    }

    fn without_gradient(&self, sure: u64) -> Option<HealthLine> {
        let known = &self.parameters;
        if known.updates < sure {
            return None;
        }
        let (first, more) = known.zero_gradient.split_first()?;
        let step = known.updates;
        let message = match more.len() {
            0 => words::zero_gradient(named(first), step),
            more => words::zero_gradients(named(first), more, step),
        };
        Some(line("zero_gradient", step, message))
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
        let message = words::dead_relu(
            relu.dead,
            relu.units,
            layer + 1,
            share,
            relu.examples,
            relu.batches,
            relu.step,
        );
        Some((line("dead_relu", relu.step, message), whole))
    }

    fn dropout(&self) -> Option<HealthLine> {
        let (step, series) = self.dropout.as_ref()?;
        let message = match series {
            Some(series) => words::dropout_while_measured(series, step),
            None => words::dropout_after_training(step),
        };
        Some(line("dropout_in_evaluation", *step, message))
    }
}

/// A tensor with its shape: "`0.weight` (3 x 2)".
fn named(tensor: &Named) -> String {
    let shape: Vec<String> = tensor.shape.iter().map(usize::to_string).collect();
    let name = match crate::runner::text::plain(&tensor.name) {
        name if name.is_empty() => words::nameless_tensor().to_owned(),
        name => format!("`{name}`"),
    };
    match shape.is_empty() {
        true => name,
        false => format!("{name} ({})", shape.join(" x ")),
    }
}
