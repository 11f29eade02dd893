//! The training of `tiny_gpt` with something done differently.

use course::{AdamW, Alphabet, BATCH, Batch, Gpt, mean_nats};
use gradlings::prelude::*;

use crate::solution::schedule::learning_rate;
use crate::solution::{batch, next};
use crate::tiny_gpt_nats::seeing_all;

type Rows = Vec<Vec<usize>>;

/// What is done differently in the training.
#[derive(Clone, Copy)]
pub struct Slips {
    /// The step that is taken first.
    pub from: usize,
    /// How many steps are taken.
    pub steps: fn(usize) -> usize,
    /// The rate of a step, of so many.
    pub rate: fn(usize, usize) -> f32,
    /// Whether a character sees only those before it.
    pub masked: bool,
    /// What the loss compares with, of the inputs and the targets.
    pub targets: fn(Rows, Rows) -> Rows,
    /// Whether every step takes new pieces.
    pub draws: bool,
    /// Whether steps move the weights.
    pub moves: bool,
    /// Whether the optimizer is the same in all steps.
    pub remembers: bool,
    /// Whether the weights after all steps are returned, and not those before.
    pub returns: bool,
    /// The loss that is reported, of the step and the real one.
    pub reported: fn(usize, f32) -> f32,
}

pub const RIGHT: Slips = Slips {
    from: 0,
    steps: |steps| steps,
    rate: |step, steps| learning_rate(step, steps / 10, steps, 8e-3, 8e-4),
    masked: true,
    targets: |_, targets| targets,
    draws: true,
    moves: true,
    remembers: true,
    returns: true,
    reported: |_, loss| loss,
};

fn slipped(
    slips: Slips,
    text: String,
    width: usize,
    context: usize,
    steps: usize,
    seed: u64,
) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let first = weights.clone();
    let mut adamw = AdamW::new(&weights);
    let mut draw = || -> Vec<usize> {
        let starts = (0..BATCH).map(|_| random.gen_range(0..tokens.len() - context));
        starts.collect()
    };
    let mut starts = draw();
    for step in slips.from..(slips.steps)(steps) {
        let (inputs, targets) = batch(tokens.clone(), starts.clone(), context);
        let logits: Batch<Recording> = if slips.masked {
            next(&weights, &inputs)
        } else {
            seeing_all(&weights, &inputs)
        };
        let loss = mean_nats(logits, &(slips.targets)(inputs, targets));
        report::metric("loss", step, (slips.reported)(step, loss.array()));
        let gradients = weights.gradients(loss.backward());
        let rate = (slips.rate)(step, steps);
        report::metric("learning rate", step, rate);
        if slips.draws {
            starts = draw();
        }
        if !slips.remembers {
            adamw = AdamW::new(&weights);
        }
        if slips.moves {
            adamw.step(&mut weights, gradients, rate);
        }
    }
    if slips.returns { weights } else { first }
}

/// A training with these slips.
pub fn with(slips: Slips) -> impl Handler<Inputs = (String, usize, usize, usize, u64)> {
    training(move |text, width, context, steps, seed| {
        slipped(slips, text, width, context, steps, seed)
    })
}

/// What is left of a training for the answer sheet: the full one is judged by what its weights say, not by the reference's.
pub fn untrained(text: String, width: usize, context: usize, _: usize, seed: u64) -> Gpt {
    Gpt::new(Alphabet::of(&text).len(), width, context, &mut random(seed))
}
