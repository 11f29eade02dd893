//! How the whole program is checked: its network, the line it prints, and its training, in one go and ended on the way.
//! Every mistake of the training is its one loop with something else in it, and saves where the solution saves: when a
//! program is ended is counted in what it reports and saves.

mod digits_epoch;
#[path = "../../solutions/16_capstone/digits.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use course::mnist::{self, Digits, Images};
use course::shuffle;
use gradlings::prelude::*;
use gradlings::reference::accuracy as reaches;
use solution::{Network, State, begin, evaluate, from_bytes, progress, to_bytes, train};

type Conv = Conv2D<1, 32, 3>;
type Max = MaxPool2D<2>;
type Hidden = Linear<5408, 128>;
type Last = Linear<128, 10>;

/// What is done differently.
#[derive(Clone, Copy, PartialEq)]
enum Slip {
    // In an epoch.
    SoftmaxFirst,
    GradientsKept,
    NotShuffled,
    ShuffledOnce,
    GoesOnShuffling,
    LastBatchLost,
    StepsBeginAgain,
    // In the measuring.
    TrainingMeasured,
    // In what survives.
    AdamLost,
    WeightsLost,
    RandomLost,
    EpochLost,
    EpochAgain,
    SavedBefore,
    SavedAtTheEnd,
}
use Slip::*;

fn slipped(slip: Slip, training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = begin();
    if let Some(bytes) = store::load("weights") {
        let saved = from_bytes(&bytes);
        state = match slip {
            AdamLost => State {
                adam: state.adam,
                ..saved
            },
            WeightsLost => State {
                network: state.network,
                ..saved
            },
            RandomLost => State { random: 1, ..saved },
            EpochLost => State { epoch: 0, ..saved },
            EpochAgain => State {
                epoch: saved.epoch.saturating_sub(1),
                ..saved
            },
            _ => saved,
        };
    }
    let mut order: Vec<usize> = (0..training.len()).collect();
    while state.epoch < epochs {
        if slip == SavedBefore {
            state.epoch += 1;
            store::save("weights", &to_bytes(&state));
            state.epoch -= 1;
        }
        slipped_epoch(slip, &mut state, &training, &mut order);
        if slip != SavedBefore && (slip != SavedAtTheEnd || state.epoch == epochs) {
            store::save("weights", &to_bytes(&state));
        }
    }
    let accuracy = match slip {
        TrainingMeasured => evaluate(&state.network, &training),
        _ => evaluate(&state.network, &test),
    };
    (state.network, accuracy)
}

fn slipped_epoch(slip: Slip, state: &mut State, training: &Digits, order: &mut Vec<usize>) {
    if slip != GoesOnShuffling && (slip != ShuffledOnce || state.epoch == 0) {
        order.sort_unstable();
    }
    match slip {
        NotShuffled => {}
        ShuffledOnce if state.epoch > 0 => {}
        _ => shuffle(order, &mut state.random),
    }
    let mut step = match slip {
        StepsBeginAgain => 0,
        _ => state.epoch * order.len().div_ceil(32),
    };
    let mut gradients = state.network.alloc_grads();
    for batch in order.chunks(32) {
        if slip == LastBatchLost && batch.len() < 32 {
            break;
        }
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        let targets = training.one_hot(&device(), batch);
        let loss = match slip {
            SoftmaxFirst => cross_entropy_with_logits_loss(logits.softmax::<Axis<1>>(), targets),
            _ => cross_entropy_with_logits_loss(logits, targets),
        };
        report::metric("loss", step, loss.array());
        step += 1;
        gradients = loss.backward();
        let updated = state.adam.update(&mut state.network, &gradients);
        updated.expect("every weight has a gradient");
        if slip != GradientsKept {
            state.network.zero_grads(&mut gradients);
        }
    }
    state.epoch += 1;
}

/// Digits with the next label for every second one, so that no network is right about all of them.
fn half_wrong(digits: &Digits) -> Digits {
    let labels = digits.labels.iter().enumerate();
    Digits {
        images: digits.images.clone(),
        labels: labels
            .map(|(i, label)| (label + (i % 2) as u8) % 10)
            .collect(),
    }
}

/// An epoch that is printed: its number of how many, and the times of so many epochs.
fn line(epoch: usize, epochs: usize, times: usize) -> impl Fn(&mut Generator) -> Line {
    move |g| {
        let (loss, accuracy) = (g.number(0.01..0.4), g.number(0.86..0.99));
        let seconds = (0..times).map(|_| g.number(3.0..40.0));
        (epoch, epochs, loss, accuracy, seconds.collect())
    }
}

type Line = (usize, usize, f32, f32, Vec<f32>);

fn written(epoch: usize, epochs: usize, loss: f32, accuracy: f32, last: f32, left: f32) -> String {
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

fn mean(seconds: &[f32]) -> f32 {
    seconds.iter().sum::<f32>() / seconds.len() as f32
}

fn last(seconds: &[f32]) -> f32 {
    seconds.last().copied().unwrap_or_default()
}

fn main() {
    let all = mnist::training();
    // Two thousand digits of the test set. The labels of the second thousand never leave this program.
    let held_out = Digits::from_gz(
        include_bytes!("../held_out/mnist-test-images.idx.gz"),
        include_bytes!("../held_out/mnist-test-labels.idx.gz"),
    )
    .expect("the held-out digits are sound");
    let (test, examined) = held_out.split_at(1000);
    let few = half_wrong(&all.range(9000..9040));
    // One part of 250 and one of 10.
    let more = half_wrong(&all.range(9000..9260));
    let others = examined.range(0..40).examples();
    let images =
        |g: &mut Generator, count: usize| (g.seed(), g.tensor((count, Const, Const, Const)).abs());
    let inputs = ["training digits", "test digits", "epochs", "other digits"];
    let run = |training: std::ops::Range<usize>, test: &Digits, epochs: usize| {
        let (training, test, others) = (all.range(training), test.clone(), others.clone());
        move |_: &mut Generator| (training.clone(), test.clone(), epochs, others.clone())
    };

    let check = Reference::of("network", model::<Network, Images>())
        .inputs(["seed of the weights", "images"])
        .parts([("parameters", exact()), ("outputs", close())])
        .case("one image", move |g| images(g, 1))
        .case("three images", move |g| images(g, 3))
        .mistake(
            "still linear",
            "This is still the linear classifier that was given; put the other layers before it.",
            model::<(Flatten<784>, Linear<784, 10>), Images>(),
        )
        .mistake(
            "no ReLU after the convolution",
            "There is no ReLU after the convolution; without it the convolution and the layer after it are closer to \
             one linear layer.",
            model::<(Conv, Max, Flatten<5408>, (Hidden, ReLU), Last), Images>(),
        )
        .mistake(
            "no ReLU between the linear layers",
            "There is no ReLU between the two linear layers, so both together are only one.",
            model::<(Conv, ReLU, Max, Flatten<5408>, Hidden, Last), Images>(),
        )
        .mistake(
            "softmax at the end",
            "You put a softmax after the last layer; the loss takes logits and applies it itself.",
            model::<(Network, Softmax), Images>(),
        )
        .and("progress", function(progress))
        .inputs(["epoch", "epochs", "loss", "accuracy", "seconds"])
        .parts([("line", exact())])
        .case("the example of the lesson", |_| {
            (3, 10, 0.0412, 0.9871, vec![9.0, 9.0, 12.0])
        })
        .case("the first epoch", line(1, 10, 1))
        .case("the last epoch", line(10, 10, 10))
        .case("the only epoch", line(1, 1, 1))
        .case("the first epoch of a program that has gone on", line(8, 10, 1))
        .case("a perfect epoch", |_| (2, 3, 0.00004, 1.0, vec![4.0, 6.0]))
        .cases(6, |g, i| line(3 + i, 11 + i, 2 + i % 3)(g))
        .wrong(
            "divided by the epoch",
            "You divide the times by the number of the epoch; a program that has gone on has done fewer epochs than \
             that. Divide by how many times there are.",
            |epoch, epochs, loss, accuracy, s| {
                let left = s.iter().sum::<f32>() / epoch as f32 * (epochs - epoch) as f32;
                written(epoch, epochs, loss, accuracy, last(&s), left)
            },
        )
        .wrong(
            "last epoch alone",
            "You expect every epoch that is left to take as long as the last one; take the mean of the times.",
            |epoch, epochs, loss, accuracy, s| {
                let left = last(&s) * (epochs - epoch) as f32;
                written(epoch, epochs, loss, accuracy, last(&s), left)
            },
        )
        .wrong(
            "one epoch too many",
            "You count an epoch too many as left; after epoch 3 of 10, it is 7 of them.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs + 1 - epoch) as f32;
                written(epoch, epochs, loss, accuracy, last(&s), left)
            },
        )
        .wrong(
            "all epochs to go",
            "You say how long all epochs take; count only those that are left.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * epochs as f32;
                written(epoch, epochs, loss, accuracy, last(&s), left)
            },
        )
        .wrong(
            "time so far",
            "You show the time of all epochs so far; show that of the last one.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                written(epoch, epochs, loss, accuracy, s.iter().sum(), left)
            },
        )
        .wrong(
            "mean shown",
            "You show the mean of the times; show that of the last epoch, and take the mean for what is to go.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                written(epoch, epochs, loss, accuracy, mean(&s), left)
            },
        )
        .wrong(
            "two places of the loss",
            "You write the loss with two places after the point; it has four, as `{:.4}` makes them.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                let line = written(epoch, epochs, loss, accuracy, last(&s), left);
                line.replacen(&format!("{loss:.4}"), &format!("{loss:.2}"), 1)
            },
        )
        .wrong(
            "tenths of seconds",
            "You write seconds with a place after the point; they have none, as `{:.0}` makes them.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                format!(
                    "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {:.1} s, {left:.1} s to go",
                    last(&s)
                )
            },
        )
        .wrong(
            "percent sign",
            "You show the accuracy in percent; it is a share, from 0 to 1.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                let line = written(epoch, epochs, loss, accuracy, last(&s), left);
                let percent = format!("accuracy: {:.2}%", 100.0 * accuracy);
                line.replacen(&format!("accuracy: {accuracy:.4}"), &percent, 1)
            },
        )
        .wrong(
            "in percent",
            "You show the accuracy in percent; it is a share, from 0 to 1.",
            |epoch, epochs, loss, accuracy, s| {
                let left = mean(&s) * (epochs - epoch) as f32;
                written(epoch, epochs, loss, 100.0 * accuracy, last(&s), left)
            },
        )
        // With begin, shuffle and batches as in the lesson nothing is left to chance. What the same network answers
        // differs by rounding alone, of which Adam makes a little more: it is less than 0.01.
        .and("train", classifier(train))
        .group("in one go")
        .inputs(inputs)
        .parts([
            ("logits of the test digits", within(0.02, 0.02)),
            ("accuracy you return", claim(0, &more.labels())),
            ("logits of other digits", within(0.02, 0.02)),
        ])
        .series("loss")
        .follows(0.02)
        .case("one epoch of one batch", run(0..32, &more, 1))
        .case("three epochs, the last batch smaller", run(40..120, &more, 3))
        .wrong(
            "softmax before the loss",
            "You applied a softmax before the loss, which does so itself; give it the logits.",
            |t, v, epochs| slipped(SoftmaxFirst, t, v, epochs),
        )
        .wrong(
            "gradients kept",
            "You did not zero the gradients, so every step follows the sum of all gradients so far; call `zero_grads` \
             after each update.",
            |t, v, epochs| slipped(GradientsKept, t, v, epochs),
        )
        .wrong(
            "not shuffled",
            "You take the digits in the order in which they come; shuffle their places before every epoch.",
            |t, v, epochs| slipped(NotShuffled, t, v, epochs),
        )
        .wrong(
            "shuffled once",
            "All epochs take the digits in the same order; shuffle their places before every epoch, with `state.random` \
             itself, which goes on from one to the next.",
            |t, v, epochs| slipped(ShuffledOnce, t, v, epochs),
        )
        .wrong(
            "order goes on",
            "You shuffle the order of the epoch before, which is not saved; begin every epoch with 0, 1, 2, ..., so \
             that its order depends on `random` alone.",
            |t, v, epochs| slipped(GoesOnShuffling, t, v, epochs),
        )
        .wrong(
            "last batch lost",
            "You leave out the last batch of an epoch, which is smaller; its digits are to be learned too.",
            |t, v, epochs| slipped(LastBatchLost, t, v, epochs),
        )
        .wrong(
            "steps begin again",
            "The steps of your loss begin again at 0 in every epoch; count the batches over all epochs.",
            |t, v, epochs| slipped(StepsBeginAgain, t, v, epochs),
        )
        .wrong(
            "other digits measured",
            "The accuracy you return is not that of the test digits; measure the trained network on those, not on the \
             digits that it has learned, and divide once by how many there are.",
            |t, v, epochs| slipped(TrainingMeasured, t, v, epochs),
        );
    digits_epoch::after(check)
        .and("train", classifier(train))
        .group("ended and started again")
        .inputs(inputs)
        .parts([
            ("logits of the test digits", within(0.02, 0.02)),
            ("accuracy you return", claim(0, &few.labels())),
            ("logits of other digits", within(0.02, 0.02)),
        ])
        // The three batches of an epoch twice, and one: the second life ends with its first.
        .interrupted(3, 7)
        .series("loss")
        .ends_low(1.0, 0.02)
        .case("five epochs of three batches", run(0..80, &few, 5))
        .case("six epochs of three batches", run(100..170, &few, 6))
        .case("seven epochs of three batches", run(200..296, &few, 7))
        .case("five epochs of other digits", run(300..380, &few, 5))
        .wrong(
            "Adam lost",
            "You go on with moments of zero; save what Adam knows beside the weights, and load it.",
            |t, v, epochs| slipped(AdamLost, t, v, epochs),
        )
        .wrong(
            "weights lost",
            "You go on with new weights; load those that were saved.",
            |t, v, epochs| slipped(WeightsLost, t, v, epochs),
        )
        .wrong(
            "random lost",
            "You go on with the `random` of the beginning, so the next epochs repeat the orders of the first ones; save \
             it, too.",
            |t, v, epochs| slipped(RandomLost, t, v, epochs),
        )
        .wrong(
            "epoch lost",
            "You load the weights and do epochs again from which they have learned already, so there are too many of them; \
             save and load how many are over.",
            |t, v, epochs| slipped(EpochLost, t, v, epochs),
        )
        .wrong(
            "epoch counted again",
            "You load the weights and do epochs again from which they have learned already, so there are too many of them; \
             save and load how many are over.",
            |t, v, epochs| slipped(EpochAgain, t, v, epochs),
        )
        .wrong(
            "saved before the end",
            "You save before an epoch that it is over; where the program is ended in between, that epoch is left out. \
             Save once it is over.",
            |t, v, epochs| slipped(SavedBefore, t, v, epochs),
        )
        .wrong(
            "too much lost",
            "Started again, your program has lost more than one epoch; save after every epoch, and begin with what was \
             saved, under the same name.",
            |t, v, epochs| slipped(SavedAtTheEnd, t, v, epochs),
        )
        // Adam takes steps of full length to the end, so the last epoch may be a worse one: five trainings gave 95.7, 95.9,
        // 96.4, 96.9 and 97.3 % of these, and 97.5 % as their median on all 10,000 test digits.
        .and("train", classifier(train))
        .group("in full")
        .inputs(inputs)
        .parts([
            ("logits of the test digits", free()),
            ("accuracy you return", claim(0, &test.labels())),
            ("logits of other digits", reaches(&examined.labels(), 0.94)),
        ])
        .series("loss")
        .ends_low(2.0, 0.05)
        .last_case("ten epochs of 10,000 digits", {
            let (training, test, examined) = (all.clone(), test.clone(), examined.examples());
            move |_| (training.clone(), test.clone(), 10, examined.clone())
        })
        .proven_on(move |_| (all.clone(), test.clone(), 3, examined.examples()))
        .run()
}
