//! Trains the network that the chapter "Inside a network" looks into, and writes its weights:
//!
//! ```text
//! cargo run --profile exercise --example digits
//! ```
//!
//! The weights go to `exercises/library/files/digits.safetensors`, or to the file that is named behind `--`. All random
//! numbers come from seeds, and the layers give the same bits with any number of threads, so on one kind of processor the file
//! is the same every time, byte for byte. (A processor whose vectors have another length adds in another order.)
//!
//! The digits are the first 8,000 of the training set that ships: no held-out digit has a part in it.

use std::error::Error;
use std::path::{Path, PathBuf};

use course::trained::{Network, SEEN};
use course::{Digits, mnist};
use gradlings::prelude::*;

const EPOCHS: usize = 6;
const BATCH: usize = 32;
const WEIGHTS: &str = "exercises/library/files/digits.safetensors";

fn main() -> Result<(), Box<dyn Error>> {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join(WEIGHTS);
    let path = std::env::args().nth(1).map_or(ours, PathBuf::from);
    let (training, unseen) = mnist::training().split_at(SEEN);
    let dev = Dev::seed_from_u64(0);
    let mut network = dev.build_module::<Network, f32>();
    let mut gradients = network.alloc_grads();
    let mut random = random(0);
    let mut order: Vec<usize> = (0..training.len()).collect();
    for epoch in 0..EPOCHS {
        // The last two epochs take smaller steps, so that the weights come to rest.
        let lr = if epoch < EPOCHS - 2 { 1e-3 } else { 2e-4 };
        let mut adam = Adam::new(
            &network,
            AdamConfig {
                lr,
                ..AdamConfig::default()
            },
        );
        order.shuffle(&mut random);
        for batch in order.chunks(BATCH) {
            let images = training.images_tensor(&dev, batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&dev, batch));
            gradients = loss.backward();
            adam.update(&mut network, &gradients)
                .map_err(|error| format!("{error:?}"))?;
            network.zero_grads(&mut gradients);
        }
        let right = right(&network, &unseen);
        println!("epoch {epoch}: {right} of {} unseen digits", unseen.len());
    }
    network
        .save_safetensors(&path)
        .map_err(|error| format!("{error:?}"))?;
    println!("{}", path.display());
    Ok(())
}

/// How many digits it is right about.
fn right(network: &Built<Network>, digits: &Digits) -> usize {
    let all: Vec<usize> = (0..digits.len()).collect();
    let logits = network
        .forward(digits.images_tensor(&device(), &all))
        .as_vec();
    let said = logits.chunks_exact(10).map(|row| {
        let largest = (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
        largest.unwrap_or_default()
    });
    let labels = digits.labels_at(&all);
    said.zip(labels)
        .filter(|(said, label)| said == label)
        .count()
}
