//! Whole programs, which stand on exercises before them: a small GPT, the digits, and data of one's own. `trainings.py` has the
//! same for PyTorch.

use std::time::Instant;

use course::{Alphabet, Batch, Gpt, alice, own_data};
use gradlings::prelude::*;

use crate::Trained;
use crate::networks::{test_digits, training_digits};

#[path = "../../solutions/16_capstone/digits.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod digits;
#[path = "../../solutions/12_transformer/tiny_gpt.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod tiny_gpt;
#[path = "../../solutions/16_capstone/your_data.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod your_data;

/// What a model has for a character of the last tenth of the book, in pieces as long as its context.
fn nats(weights: &Gpt) -> f64 {
    let alphabet = Alphabet::of(alice());
    let tokens = alphabet.encode(include_str!("../../checks/held_out/alice.txt"));
    let (mut sum, mut count) = (0.0, 0);
    let places: Vec<usize> = (0..tokens.len() - weights.context)
        .step_by(weights.context)
        .collect();
    for starts in places.chunks(course::BATCH) {
        let (inputs, targets) = tiny_gpt::batch(tokens.clone(), starts.to_vec(), weights.context);
        let logits: Batch = tiny_gpt::next(weights, &inputs);
        let guesses = logits.log_softmax::<Axis<2>>().as_vec();
        let rows = guesses.chunks_exact(alphabet.len());
        for (row, target) in rows.zip(targets.concat()) {
            sum -= f64::from(row[target]);
            count += 1;
        }
    }
    sum / f64::from(count)
}

pub fn tiny_gpt(seed: u64) -> Trained {
    const STEPS: usize = 600;
    let began = Instant::now();
    let weights = tiny_gpt::train(alice().to_owned(), 48, 48, STEPS, seed);
    Trained {
        seconds: began.elapsed().as_secs_f64(),
        steps: STEPS as f64,
        measure: nats(&weights),
    }
}

pub fn digits(seed: u64) -> Trained {
    const EPOCHS: usize = 10;
    let (training, test) = (training_digits(seed), test_digits());
    let steps = EPOCHS * training.len().div_ceil(32);
    let began = Instant::now();
    let (_, accuracy) = digits::train(training, test, EPOCHS);
    Trained {
        seconds: began.elapsed().as_secs_f64(),
        steps: steps as f64,
        measure: 100.0 * f64::from(accuracy),
    }
}

/// On the penguins, in other parts for each seed. Patience is without end, so that there are as many steps each time.
pub fn your_data(seed: u64) -> Trained {
    const BATCH: usize = 16;
    let (rows, labels) = own_data::measured();
    let began = Instant::now();
    let parts = your_data::parts(rows.clone(), labels.clone(), seed);
    let steps = your_data::EPOCHS * parts[your_data::TRAINING].len().div_ceil(BATCH);
    let found = your_data::evaluate(rows, labels, parts, your_data::EPOCHS);
    Trained {
        seconds: began.elapsed().as_secs_f64(),
        steps: steps as f64,
        measure: 100.0 * f64::from(found.accuracy),
    }
}
