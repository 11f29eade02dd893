//! # A linear probe
//!
//! Nobody taught the network of this chapter what an even number is: it learned to tell ten digits apart. Does it know all the
//! same, and where? Take what one of its layers gives, and let the simplest model there is tell even digits from odd ones by
//! it, with a weight for each number and a bias: a **linear probe**. Three rules keep it honest:
//!
//! - The network is **frozen**: only the probe's own weights move. Otherwise the layer learns what you are looking for.
//! - The probe is **linear**. A hidden layer of its own could work out what the network's layer does not say.
//! - It is measured on digits on which it was **not trained**.
//!
//! It is trained by gradient descent on the mean binary cross-entropy of all n rows at once; the target is 1 for an even digit
//! and 0 for an odd one. `w` and `b` begin at 0:
//!
//! ```text
//! `steps` times:
//!     error = sigmoid(x w + b) - target
//!     w = w - rate * sum of error * x / n
//!     b = b - rate * mean of error
//!
//! rate = 4 / (1 + mean squared length of a row)
//! ```
//!
//! The sum goes over the rows, and the squared length of a row is the sum of the squares of its numbers. With this rate
//! the loss never rises, however large the numbers of a layer are.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `images` | `(batch, 1, 28, 28)` | digits |
//! | result of `layers` | five times `(batch, width)` | the pixels, and what the four parts of the network give: 784, 1352, 400, 64 and 10 numbers for each image |
//! | `x`, `targets` | `(n, width)`, `(n,)` | a layer's numbers for the training digits; 1 or 0 |
//! | `others` | `(m, width)` | the same layer's numbers for other digits |
//! | result of `probe` | `(m,)` | x w + b of the others, after `steps` steps |
//! | result of `accuracies` | five numbers | for each layer the share of `test` that is right; above 0 means even |
//!
//! The parts of `let network = trained::network();` are `network.0` to `network.3`. Each has a `forward`, which takes what the
//! part before it gives. If `first` is what a part gives, `trained::rows(&first)` has it as a matrix, a row for each image.
//!
//! Worked by hand: the rows `[1]` and `[-1]` with the targets 1 and 0. Both errors are 0.5 in size, so w moves by the rate, 2,
//! times 0.5. After one step w is 1 and b is 0, and the row `[3]` has the logit 3. After two steps the logit is 4.61.
//!
//! For a vector `w` and a matrix, `w.matmul(matrix)` is a vector with a number for each column of the matrix.
//!
//! Probes that take 100 steps on 400 digits get about 328, 326, 348, 365 and 370 of 400 others right, from the pixels to
//! the logits. In the same way, probes look for grammar in models of text. (Alain and Bengio: *Understanding intermediate
//! layers using linear classifier probes*, 2016.)

use course::mnist::{Digits, Images};
use course::{demo, trained};
use gradlings::prelude::*;

/// The pixels, and what each of the four parts of the network gives: a row for each image.
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    todo!("go through the parts one by one, and keep the rows of what each gives")
}

/// The logits that a probe gives the rows of `others`, trained on the rows of `x` for some `steps`.
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    todo!("train w and b on x and targets alone, then use them on the others")
}

/// For each layer: how often a probe is right about which digits of `test` are even.
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    todo!("train a probe for each layer on the training digits, and count on the test digits")
}

/// Ready to use: all images of these digits.
pub fn images(digits: &Digits) -> Images {
    let all: Vec<usize> = (0..digits.len()).collect();
    digits.images_tensor(&device(), &all)
}

/// Ready to use: 1 for each even digit and 0 for each odd one.
pub fn even(digits: &Digits) -> Vector {
    let even = digits
        .labels()
        .into_iter()
        .map(|label| f32::from(label % 2 == 0));
    device().tensor_from_vec(even.collect(), (digits.len(),))
}

/// Ready to use: the same, and nobody draws or watches the small trainings.
pub fn unwatched(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    report::unheard(|| accuracies(training, test, steps))
}

fn main() {
    Exercise::new()
        .offer("layers", function(layers))
        .offer("probe", function(probe))
        .offer("accuracies", training(unwatched))
        .show("which layer knows whether a digit is even", || {
            demo::probed(accuracies)
        })
        .serve()
}
