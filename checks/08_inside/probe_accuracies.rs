//! How `accuracies` is checked, with digits whose labels tell who learned from which of them.

use crate::solution::{accuracies, even, images, layers, probe};
use course::mnist::{self, Digits, Images};
use course::trained;
use gradlings::prelude::*;

type Recorded = Tensor<(usize, Const<1>, Const<28>, Const<28>), f32, Dev, Recording>;

/// What comes out of the part of the network that stands before layer number `at`, with a tape.
fn recorded(network: &Built<trained::Network>, images: Images, at: usize) -> Matrix<Recording> {
    let images: Recorded = images.leaky_traced();
    let count = images.shape().0;
    if at == 0 {
        return images.reshape_like(&(count, mnist::PIXELS));
    }
    let first = network.0.forward(images);
    if at == 1 {
        return first.reshape_like(&(count, 8 * 13 * 13));
    }
    let second = network.1.forward(first);
    if at == 2 {
        return second.reshape_like(&(count, 400));
    }
    let hidden = network.2.forward(second);
    if at == 3 {
        return hidden.reshape_like(&(count, 64));
    }
    network.3.forward(hidden).reshape_like(&(count, 10))
}

/// The accuracies where each probe is trained together with the network before it, which Adam trains at its usual rate.
fn through(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let targets = even(&training);
    let one = |at: usize| {
        let mut network = trained::network();
        let (x, _) = recorded(&network, images(&training), at).split_tape();
        let (n, width) = *x.shape();
        let squares: Scalar = x.square().sum();
        let rate = 4.0 / (1.0 + squares.array() / n as f32);
        let mut adam = Adam::new(&network, AdamConfig::default());
        let mut w: Matrix = device().zeros_like(&(width, 1));
        let mut b: Vector = device().zeros_like(&(1,));
        let columns = targets.clone().reshape_like(&(n, 1));
        for _ in 0..steps {
            let x = recorded(&network, images(&training), at);
            let logits = x.matmul(w.leaky_trace());
            let bias = b.leaky_trace().broadcast_like::<_, Axis<0>>(&(n, 1));
            let loss = binary_cross_entropy_with_logits_loss(logits + bias, columns.clone());
            let gradients = loss.backward();
            // The parts behind the layer have no gradient, and stay as they are.
            let _ = adam.update(&mut network, &gradients);
            w = w.clone() - gradients.get(&w) * rate;
            b = b.clone() - gradients.get(&b) * rate;
        }
        let (others, _) = recorded(&network, images(&test), at).split_tape();
        let logits = others.matmul(w).as_vec();
        let b = b.as_vec()[0];
        share(logits.into_iter().map(|logit| logit + b), &test)
    };
    (0..5).map(one).collect()
}

/// How many of the logits are right about which digits are even.
fn share(logits: impl Iterator<Item = f32>, test: &Digits) -> f32 {
    let right = logits
        .zip(test.labels())
        .filter(|(logit, label)| (*logit > 0.0) == (label % 2 == 0));
    right.count() as f32 / test.len() as f32
}

/// For each layer the share of `test` that is right, where `logits` makes those of a layer.
fn counted(
    training: &Digits,
    test: &Digits,
    logits: impl Fn(Matrix, Matrix) -> Vector,
) -> Vec<f32> {
    let both = layers(images(training))
        .into_iter()
        .zip(layers(images(test)));
    both.map(|(x, others)| share(logits(x, others).as_vec().into_iter(), test))
        .collect()
}

/// The digits with the next label each: what is even is odd.
fn mislabelled(digits: &Digits) -> Digits {
    Digits {
        images: digits.images.clone(),
        labels: digits.labels.iter().map(|label| (label + 1) % 10).collect(),
    }
}

/// The digits with labels at random.
fn by_chance(digits: &Digits, g: &mut Generator) -> Digits {
    Digits {
        images: digits.images.clone(),
        labels: digits
            .labels
            .iter()
            .map(|_| g.integer(0..10) as u8)
            .collect(),
    }
}

const TEST: usize = 200;
const NOT_FROZEN: &str = "You trained the network together with the probe, so it learned what the probe looks for; leave its weights as \
                          they are.";

/// The check of the function, after those before.
pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    let (_, unseen) = mnist::training().split_at(trained::SEEN);
    let cut = {
        let unseen = unseen.clone();
        // Training digits from anywhere in the first half, test digits from the second.
        move |g: &mut Generator, count: usize| {
            let start = g.integer(0..1000 - count);
            let test = 1000 + g.integer(0..1000 - TEST);
            (
                unseen.range(start..start + count),
                unseen.range(test..test + TEST),
            )
        }
    };
    before
        .and("accuracies", training(accuracies))
        .inputs(["training", "test", "steps"])
        // One digit on the border may fall to the other side by rounding.
        .parts([("accuracies", within(1.2 / TEST as f32, 0.0))])
        .case("no step", {
            let cut = cut.clone();
            move |g| {
                let (training, test) = cut(g, 40);
                (training, test, 0)
            }
        })
        .case("test digits with the next label each", {
            let cut = cut.clone();
            move |g| {
                let (training, test) = cut(g, 60);
                (training, mislabelled(&test), 20)
            }
        })
        .case("training digits with labels at random", {
            let cut = cut.clone();
            move |g| {
                let (training, test) = cut(g, 40);
                (by_chance(&training, g), test, 40)
            }
        })
        .cases(2, {
            let cut = cut.clone();
            move |g, i| {
                let (training, test) = cut(g, 40 + 30 * i);
                (training, test, 15 + 15 * i)
            }
        })
        .wrong("through the network", NOT_FROZEN, through)
        .wrong(
            "tested on training digits",
            "You measured the probes on the digits that they were trained on; measure them on the test digits.",
            |training, _, steps| accuracies(training.clone(), training, steps),
        )
        .wrong(
            "trained on test digits",
            "You trained the probes on the test digits; they learn from the training digits alone.",
            |_, test, steps| accuracies(test.clone(), test, steps),
        )
        .wrong(
            "exchanged",
            "You trained on the test digits and measured on the training digits; it is the other way round.",
            |training, test, steps| accuracies(test, training, steps),
        )
        .wrong(
            "odd for even",
            "You took a logit above 0 for odd; it means even, as the target of an even digit is 1.",
            |training, test, steps| {
                let wrong = accuracies(training, test, steps);
                wrong.into_iter().map(|share| 1.0 - share).collect()
            },
        )
        .wrong(
            "zero for even",
            "You took a logit of 0 for even; only a logit above 0 means even.",
            |training, test, steps| {
                // What is not 0 stays as it is.
                counted(&training, &test, |x, others| {
                    probe(x, even(&training), others, steps) + f32::MIN_POSITIVE
                })
            },
        )
        .wrong(
            "above one half",
            "You compared the logits with 0.5; a probability of one half is a logit of 0.",
            |training, test, steps| {
                counted(&training, &test, |x, others| probe(x, even(&training), others, steps) - 0.5)
            },
        )
        .wrong(
            "in percent",
            "You returned percent; an accuracy is a share, from 0 to 1.",
            |training, test, steps| {
                let shares = accuracies(training, test, steps);
                shares.into_iter().map(|share| 100.0 * share).collect()
            },
        )
        .wrong(
            "not divided",
            "You returned how many are right; divide by the number of test digits.",
            |training, test, steps| {
                let count = test.len() as f32;
                let shares = accuracies(training, test, steps);
                shares.into_iter().map(|share| count * share).collect()
            },
        )
        .wrong(
            "divided by the training digits",
            "You divided by the number of training digits; the share is one of the test digits.",
            |training, test, steps| {
                let factor = test.len() as f32 / training.len() as f32;
                let shares = accuracies(training, test, steps);
                shares.into_iter().map(|share| factor * share).collect()
            },
        )
        .wrong(
            "even ones only",
            "You counted only even digits; an odd digit with a logit that is not above 0 is right too.",
            |training, test, steps| {
                let both = layers(images(&training)).into_iter().zip(layers(images(&test)));
                let right = |(x, others)| {
                    let logits = probe(x, even(&training), others, steps).as_vec();
                    let rows = logits.into_iter().zip(test.labels());
                    let right = rows.filter(|(logit, label)| *logit > 0.0 && label % 2 == 0);
                    right.count() as f32 / test.len() as f32
                };
                both.map(right).collect()
            },
        )
        .wrong(
            "logits for all",
            "You trained the same probe five times, on the logits; each layer has its own.",
            |training, test, steps| {
                let shares = accuracies(training, test, steps);
                vec![shares[4]; 5]
            },
        )
}
