//! The trainings of networks, and of probes of one. `trainings.py` has the same for PyTorch.

use std::path::PathBuf;
use std::time::Instant;

use course::mnist::{self, Digits};
use course::{Idx, Parameters, names, trained};
use gradlings::prelude::*;

use crate::Trained;

#[path = "../../solutions/07_cnn/mnist_cnn.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod mnist_cnn;
#[path = "../../solutions/09_sequence/name_model.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod name_model;
#[path = "../../solutions/08_inside/probe.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod probe;
#[path = "../../solutions/05_network/spirals.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod spirals;
#[path = "../../solutions/10_speech/spoken_digits.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod spoken_digits;

/// The percentage of guesses that are right.
fn percent_right(guesses: &[usize], labels: &[usize]) -> f64 {
    let right = guesses.iter().zip(labels).filter(|(a, b)| a == b).count();
    100.0 * right as f64 / labels.len() as f64
}

/// The place of the largest logit in each row.
fn largest(logits: &[f32], classes: usize) -> Vec<usize> {
    let of = |row: &[f32]| (0..classes).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let rows = logits.chunks_exact(classes).map(of);
    rows.map(|class| class.unwrap_or(0)).collect()
}

pub fn spirals(seed: u64) -> Trained {
    const STEPS: usize = 300;
    let two = course::spirals(2, 100, 0.02, seed);
    let parameters = Parameters::new(&[2, 32, 32, 2], &mut random(seed));
    let began = Instant::now();
    let parameters = spirals::train(two.x(), two.labels(), parameters, STEPS);
    let seconds = began.elapsed().as_secs_f64();
    let new = course::spirals(2, 1000, 0.02, 2026);
    Trained {
        seconds,
        steps: STEPS as f64,
        measure: percent_right(&spirals::predict(new.x(), parameters), &new.arms),
    }
}

/// The digits that nobody trains on: all 10,000 where they are at hand, otherwise the 2,000 that ship.
pub fn test_digits() -> Digits {
    let digits = match std::env::var_os("GRADLINGS_MNIST").map(PathBuf::from) {
        Some(folder) => {
            let read = |name: &str| {
                std::fs::read(folder.join(name)).expect("GRADLINGS_MNIST has the original files")
            };
            Digits::from_gz(
                &read("t10k-images-idx3-ubyte.gz"),
                &read("t10k-labels-idx1-ubyte.gz"),
            )
        }
        None => Digits::from_gz(
            include_bytes!("../../checks/held_out/mnist-test-images.idx.gz"),
            include_bytes!("../../checks/held_out/mnist-test-labels.idx.gz"),
        ),
    };
    digits.expect("they are MNIST")
}

/// The digits that ship, in an order that depends on the seed. The programs of the course shuffle alike each time, and the
/// accuracy after a few epochs depends on the order by up to a point: one order would tell of that one alone.
pub fn training_digits(seed: u64) -> Digits {
    let all = mnist::training();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.shuffle(&mut random(seed));
    let images = order.iter().flat_map(|&i| all.image(i)).copied();
    let labels = all.labels_at(&order).into_iter();
    let idx = |sizes: &[usize], values| Idx {
        sizes: sizes.to_vec(),
        values,
    };
    let images = idx(&[all.len(), 28, 28], images.collect());
    // A label is below 10.
    let labels = idx(&[all.len()], labels.map(|label| label as u8).collect());
    Digits::from_idx(images, labels).expect("they are the same digits")
}

pub fn mnist_cnn(seed: u64) -> Trained {
    const EPOCHS: usize = 3;
    let all = training_digits(seed);
    // They are only measured, as in the check.
    let validation = all.range(9000..10_000);
    let steps = EPOCHS * all.len().div_ceil(32);
    let began = Instant::now();
    let (network, _) = mnist_cnn::train(all, validation, EPOCHS);
    let seconds = began.elapsed().as_secs_f64();
    let test = test_digits();
    let places: Vec<usize> = (0..test.len()).collect();
    let guesses = places.chunks(250).flat_map(|some| {
        let logits = network.forward(test.images_tensor(&device(), some));
        largest(&logits.as_vec(), 10)
    });
    Trained {
        seconds,
        steps: steps as f64,
        measure: percent_right(&guesses.collect::<Vec<_>>(), &test.labels()),
    }
}

/// On 400 digits that the network has not seen, from another place for each seed.
pub fn probe(seed: u64) -> Trained {
    const STEPS: usize = 100;
    let (_, unseen) = mnist::training().split_at(trained::SEEN);
    let start = random(seed).gen_range(0..600);
    let (training, test) = (unseen.range(start..start + 400), unseen.range(1000..1400));
    let began = Instant::now();
    let shares = probe::accuracies(training, test, STEPS);
    Trained {
        seconds: began.elapsed().as_secs_f64(),
        steps: (STEPS * shares.len()) as f64,
        // The last one is that of the logits.
        measure: 100.0 * f64::from(shares[shares.len() - 2]),
    }
}

pub fn name_model(seed: u64) -> Trained {
    const STEPS: usize = 700;
    let began = Instant::now();
    let weights = name_model::train(names::training(), 48, STEPS, seed);
    let seconds = began.elapsed().as_secs_f64();
    let held_out = include_str!("../../checks/held_out/names.txt");
    let held_out = held_out.lines().map(str::to_owned).collect();
    Trained {
        seconds,
        steps: STEPS as f64,
        measure: name_model::loss(&weights, held_out).array().into(),
    }
}

pub fn spoken_digits(_: u64) -> Trained {
    const EPOCHS: usize = 16;
    let (training, validation) = course::spoken::training().split_at(860);
    let steps = EPOCHS * training.len().div_ceil(32);
    let began = Instant::now();
    let (network, _) = spoken_digits::train(training, validation, EPOCHS);
    let seconds = began.elapsed().as_secs_f64();
    let test = course::Spoken::from_gz(
        include_bytes!("../../checks/held_out/spoken-test-images.idx.gz"),
        include_bytes!("../../checks/held_out/spoken-test-labels.idx.gz"),
    )
    .expect("the held-out pictures are sound");
    let places: Vec<usize> = (0..test.len()).collect();
    let logits = network.forward(test.pictures_tensor(&device(), &places));
    Trained {
        seconds,
        steps: steps as f64,
        measure: percent_right(&largest(&logits.as_vec(), 10), &test.labels_at(&places)),
    }
}
