//! How `epoch` is checked: by what it returns. Every mistake takes the steps of the lesson, and sums up something else.

use course::mnist::{self, Digits};
use course::shuffle;
use gradlings::prelude::*;

use crate::solution::{State, begin, evaluate, first_epochs};

/// A batch, and what is known of it.
struct Taken {
    loss: f32,
    /// How many digits were right before the step, and how many are after it.
    right: f32,
    after: f32,
    digits: f32,
}

/// One epoch of the lesson.
fn taken(state: &mut State, training: &Digits) -> Vec<Taken> {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut taken = Vec::new();
    for batch in order.chunks(32) {
        let right = |network: &Built<crate::solution::Network>| {
            let logits = network.forward(training.images_tensor(&device(), batch));
            mnist::right(&logits, &training.labels_at(batch)) as f32
        };
        let before = right(&state.network);
        let images = training.images_tensor(&device(), batch);
        let images = images.traced(state.network.alloc_grads());
        let logits = state.network.forward_mut(images);
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        let value = loss.array();
        let updated = state.adam.update(&mut state.network, &loss.backward());
        updated.expect("every weight has a gradient");
        taken.push(Taken {
            loss: value,
            right: before,
            after: right(&state.network),
            digits: batch.len() as f32,
        });
    }
    state.epoch += 1;
    taken
}

/// What is returned for an epoch, given its batches, and the state and the digits after it.
type Summed = fn(&[Taken], &State, &Digits) -> (f32, f32);

fn sum(batches: &[Taken], of: fn(&Taken) -> f32) -> f32 {
    batches.iter().map(of).sum()
}

fn loss(batches: &[Taken]) -> f32 {
    sum(batches, |it| it.loss * it.digits) / sum(batches, |it| it.digits)
}

fn accuracy(batches: &[Taken]) -> f32 {
    sum(batches, |it| it.right) / sum(batches, |it| it.digits)
}

fn with(summed: Summed) -> impl Handler<Inputs = (Digits, usize)> {
    training(
        move |digits: Digits, epochs: usize| -> (Vec<f32>, Vec<f32>) {
            let mut state = begin();
            let one = |_| {
                let batches = taken(&mut state, &digits);
                summed(&batches, &state, &digits)
            };
            (0..epochs).map(one).unzip()
        },
    )
}

/// The first epochs on some of the digits.
fn run(first: usize, count: usize, epochs: usize) -> impl Fn(&mut Generator) -> (Digits, usize) {
    move |_| (mnist::training().range(first..first + count), epochs)
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("epoch", training(first_epochs))
        .inputs(["training digits", "epochs"])
        // Rounding changes a loss by less than 0.01, and at most one digit of 64 or more.
        .parts([("losses", within(0.01, 0.0)), ("accuracies", within(0.016, 0.0))])
        .case("one epoch of two whole batches", run(300, 64, 1))
        .case("a last batch of 16", run(400, 80, 3))
        .case("a last batch of one digit", run(500, 65, 4))
        .case("four batches, the last of one digit", run(600, 97, 3))
        .mistake(
            "mean of the batches",
            "Your loss is the mean of the batches; a last batch that is smaller counts less, so weight each loss by \
             the number of its digits.",
            with(|batches, _, _| {
                (sum(batches, |it| it.loss) / batches.len() as f32, accuracy(batches))
            }),
        )
        .mistake(
            "mean of the accuracies",
            "Your accuracy is the mean of the batches; count the digits that are right, and divide once by how many \
             digits there are.",
            with(|batches, _, _| {
                let shares = sum(batches, |it| it.right / it.digits);
                (loss(batches), shares / batches.len() as f32)
            }),
        )
        .mistake(
            "both by the batches",
            "Your loss and your accuracy are means of the batches; a last batch that is smaller counts less, so \
             divide once, by the number of all digits.",
            with(|batches, _, _| {
                let count = batches.len() as f32;
                let shares = sum(batches, |it| it.right / it.digits);
                (sum(batches, |it| it.loss) / count, shares / count)
            }),
        )
        .mistake(
            "after the step",
            "You count what is right after the step on the batch; count it with the logits from before the step.",
            with(|batches, _, _| {
                (loss(batches), sum(batches, |it| it.after) / sum(batches, |it| it.digits))
            }),
        )
        .mistake(
            "after the epoch",
            "Your accuracy is that of the network after the epoch; count what is right in each batch, before its step.",
            with(|batches, state, digits| (loss(batches), evaluate(&state.network, digits))),
        )
        .mistake(
            "the last batch alone",
            "You return the loss and the accuracy of the last batch; return those of all digits of the epoch.",
            with(|batches, _, _| {
                let last = &batches[batches.len() - 1..];
                (loss(last), accuracy(last))
            }),
        )
        .mistake(
            "loss of the last batch",
            "You return the loss of the last batch; return the mean of all digits of the epoch.",
            with(|batches, _, _| (loss(&batches[batches.len() - 1..]), accuracy(batches))),
        )
        .mistake(
            "in percent",
            "Your accuracy is in percent; it is a share, from 0 to 1.",
            with(|batches, _, _| (loss(batches), 100.0 * accuracy(batches))),
        )
        .mistake(
            "not divided",
            "You add up the losses of the batches and do not divide; return the mean loss of a digit.",
            with(|batches, _, _| (sum(batches, |it| it.loss), accuracy(batches))),
        )
        .mistake(
            "divided by the digits alone",
            "You add up the losses of the batches and divide by the number of digits; each of them is a mean already, \
             so multiply it by the digits of its batch first.",
            with(|batches, _, _| {
                (sum(batches, |it| it.loss) / sum(batches, |it| it.digits), accuracy(batches))
            }),
        )
        .mistake(
            "how many are right",
            "You return how many digits are right; the accuracy is their share, from 0 to 1.",
            with(|batches, _, _| (loss(batches), sum(batches, |it| it.right))),
        )
}
