//! What the weights of a candidate say of the last tenth of the book.

use course::{Alphabet, BATCH, Batch, Gpt, alice, lend, retaped};
use gradlings::prelude::*;
use gradlings::values::Wire;

use crate::solution::block::heads::attention::{attend, scores};
use crate::solution::block::heads::rope::rope;
use crate::solution::block::heads::{merge, split};
use crate::solution::block::rms_norm::rms_norm;
use crate::solution::block::swiglu;
use crate::solution::{batch, next};

/// What a bigram table has there: counted on the rest of the book, with 1 added to every count.
const BIGRAM: f64 = 2.39;
/// The heads of every block.
const HEADS: usize = 4;
/// So much better is no model that sees only what is before a character.
const TOO_GOOD: f64 = 0.3;

/// The logits where the causal mask is missing, and every character sees all others of its piece.
pub fn seeing_all<T: Tape<f32, Dev>>(weights: &Gpt, tokens: &[Vec<usize>]) -> Batch<T> {
    let mut x: Batch<T> = weights.vectors(tokens);
    let gains: Vec<Vector<T>> = retaped(&weights.gains);
    let attention: Vec<Matrix<T>> = retaped(&weights.attention);
    let layers: Vec<Matrix<T>> = retaped(&weights.feed_forward);
    let heads = weights.heads;
    for n in 0..attention.len() / 4 {
        let normed = rms_norm(x.with_empty_tape(), gains[2 * n].with_empty_tape());
        let w = lend(&attention[4 * n..4 * n + 4]);
        let [q, k, v] = [0, 1, 2].map(|part| {
            let w = w[part].with_empty_tape();
            split(normed.with_empty_tape().matmul(w), heads)
        });
        let (q, k, v) = rope(q, k, v, 0);
        let fetched = merge(attend(scores(q, k), v), heads);
        x = x + fetched.matmul(w[3].with_empty_tape());
        let normed = rms_norm(x.with_empty_tape(), gains[2 * n + 1].with_empty_tape());
        let [gate, up, down] = [0, 1, 2].map(|part| layers[3 * n + part].with_empty_tape());
        x = x + swiglu(normed, gate, up, down);
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(weights.output.retaped::<T>())
}

/// The logits that a model has for symbols.
type Logits = fn(&Gpt, &[Vec<usize>]) -> Batch;

/// The mean number of nats of a character, of the first `most` batches. The targets come `ahead` places after the inputs.
fn nats(weights: &Gpt, tokens: &[usize], most: usize, ahead: usize, logits: Logits) -> f64 {
    let (symbols, context) = (weights.embedding.shape().0, weights.context);
    let starts: Vec<usize> = (0..tokens.len() - context - 1).step_by(context).collect();
    let (mut sum, mut count) = (0.0, 0.0);
    for starts in starts.chunks_exact(BATCH).take(most) {
        let (inputs, _) = batch(tokens.to_vec(), starts.to_vec(), context);
        let later = starts.iter().map(|start| start + ahead).collect();
        let (targets, _) = batch(tokens.to_vec(), later, context);
        let losses = logits(weights, &inputs).log_softmax::<Axis<2>>().as_vec();
        for (row, target) in losses.chunks(symbols).zip(targets.iter().flatten()) {
            sum -= f64::from(row[*target]);
            count += 1.0;
        }
    }
    sum / count
}

/// What is wrong with weights that should have at most so many nats on the last tenth of the book, by the steps of the training.
pub fn more_than(
    held_out: &str,
    most: fn(usize) -> f64,
) -> impl Fn(&[Value], &[Value]) -> Option<String> {
    let alphabet = Alphabet::of(alice());
    let held_out = alphabet.encode(held_out);
    let chance = (alphabet.len() as f64).ln();
    move |inputs, answer| {
        let width = usize::from_value(inputs[1].clone()).ok()?;
        let context = usize::from_value(inputs[2].clone()).ok()?;
        let steps = usize::from_value(inputs[3].clone()).ok()?;
        let shape = (alphabet.len(), width);
        let weights = match Gpt::from_value(answer[0].clone()) {
            Ok(weights)
                if *weights.embedding.shape() == shape
                    && weights.context == context
                    && weights.heads == HEADS =>
            {
                weights
            }
            _ => {
                return Some(format!(
                    "These are not the weights of a GPT with {} symbols and a width of {width}.",
                    alphabet.len()
                ));
            }
        };
        // A short training is told from a wrong one by less.
        let batches = if steps < 400 { 4 } else { usize::MAX };
        let of = |ahead, logits| nats(&weights, &held_out, batches, ahead, logits);
        let (nats, most) = (of(1, next), most(steps));
        if !nats.is_finite() {
            return Some("Some of your weights are no longer finite numbers.".to_owned());
        }
        if nats <= most {
            return None;
        }
        let found = format!(
            "On the last tenth of the book, which was put aside, your model has {nats:.2} nats per character"
        );
        let unmasked = of(1, seeing_all);
        Some(if unmasked < most.min(nats - TOO_GOOD) {
            format!(
                "Your loss is too good to be true: {found}, but {unmasked:.2} where every character may see \
                 those after it. The causal mask is missing in your training."
            )
        } else if of(0, next) < 1.0 {
            format!(
                "{found}: it has learned to repeat what it has just read; a target is the next character."
            )
        } else if nats > chance + 0.1 {
            format!(
                "{found}, more than the {chance:.2} of a guess in which all characters are equally likely. A model \
                 that knows a few pieces by heart does so badly on others: look at how those of a step are drawn, and \
                 at the rate."
            )
        } else if nats > chance - 0.1 {
            format!(
                "{found}, about the {chance:.2} of a guess in which all characters are equally likely."
            )
        } else {
            format!(
                "{found}, and {most:.2} or less are wanted; a bigram table has {BIGRAM}. Look at the rate, and at \
                 how the pieces of a step are drawn."
            )
        })
    }
}
