//! # Hunt the bugs
//!
//! This training compiles, runs, and its loss falls. It has **five bugs** all the same, one in each of five functions.
//! Find and mend them. A bug in a training seldom stops it: it makes it worse, and worse looks like a hard task.
//!
//! The model is a line through three inputs, `w_0 x_0 + w_1 x_1 + w_2 x_2 + w_3`, trained on 50 examples in batches of
//! 16 and measured on 20 others:
//!
//! ```text
//! rate = PEAK * (1 - step / steps), steps from 0
//! for each epoch:
//!   shuffle the examples
//!   for each batch, the last one smaller:
//!     gradient += the gradient of the batch
//!     weights -= rate * gradient
//!     gradient = 0
//!   measure the validation loss
//! ```
//!
//! | function | gives |
//! |---|---|
//! | `shuffle` | rows and targets in a new order, each row still beside its target |
//! | `batch_sizes` | how many examples each batch of an epoch has |
//! | `step` | the new weights, and the gradient that the next batch adds its own to |
//! | `evaluate` | the mean squared error over all rows, 8 at a time, so that memory stays small |
//! | `rate_at` | the rate of a step: `PEAK` at first, then down in a straight line to zero |
//!
//! Save the file as it is. Each check calls one function alone, so no bug hides another, and tells what its bug does to
//! the training, not where it is; the screen says how many are left. The curves show the validation loss as given and
//! as it is now. How to hunt:
//!
//! - Look at the **first loss**. With all weights at 0 it is the mean of the squared targets, 13.78 for these.
//! - Know the **best loss**. The noise of these targets alone makes 0.01; a loss that stops far above it says that
//!   something does not learn.
//! - Let it **learn one batch by heart**. If it cannot, look between the gradient and the weights.
//! - **Compare gradients**, as in `gradient_check`. Here that was done: the gradient is right.
//! - Change what **must not matter**, such as the order of the examples, and look whether it does.
//! - Work a call out **by hand**: 50 examples in batches of 16 make batches of 16, 16, 16 and 2.
//!
//! Teams that train large models work through the same list. Source: Karpathy, *A Recipe for Training Neural Networks*
//! (2019).

use gradlings::prelude::*;

/// The rate of the first step.
const PEAK: f64 = 0.1;

/// The rows and the targets in a new order, the same one for both.
pub fn shuffle(rows: Vec<Vec<f64>>, targets: Vec<f64>, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut examples: Vec<_> = rows.into_iter().zip(targets).collect();
    examples.shuffle(&mut random(seed));
    examples.into_iter().unzip()
}

/// How many examples each batch has, of `count` in batches of `size`.
pub fn batch_sizes(count: usize, size: usize) -> Vec<usize> {
    let mut sizes = vec![size; count / size];
    let rest = count % size;
    if rest > 0 {
        sizes.push(rest);
    }
    sizes
}

/// One step down. Returns the weights, and the gradient that the next batch adds its own to.
pub fn step(mut weights: Vec<f64>, gradient: Vec<f64>, rate: f64) -> (Vec<f64>, Vec<f64>) {
    for (weight, slope) in weights.iter_mut().zip(&gradient) {
        *weight -= rate * slope;
    }
    (weights, vec![0.0; gradient.len()])
}

/// The mean squared error over all rows, 8 at a time.
pub fn evaluate(weights: Vec<f64>, rows: Vec<Vec<f64>>, targets: Vec<f64>) -> f64 {
    let parts = rows.chunks(8).zip(targets.chunks(8));
    let count = rows.len() as f64;
    let losses = parts.map(|(rows, targets)| {
        let errors = rows
            .iter()
            .zip(targets)
            .map(|(row, target)| predict(&weights, row) - target);
        errors.map(|error| error * error).sum::<f64>()
    });
    losses.sum::<f64>() / count
}

/// The rate of step number `step`, counted from 0, of `steps`.
pub fn rate_at(step: usize, steps: usize) -> f64 {
    PEAK * (1.0 - step as f64 / steps as f64)
}

/// Right, as is all that follows: the prediction for one row. The last weight stands alone.
pub fn predict(weights: &[f64], row: &[f64]) -> f64 {
    let products = row.iter().zip(weights).map(|(x, weight)| x * weight);
    products.sum::<f64>() + weights[row.len()]
}

/// The gradient of the mean squared error over a batch, added to what is there.
fn add_gradient(gradient: &mut [f64], weights: &[f64], rows: &[Vec<f64>], targets: &[f64]) {
    for (row, target) in rows.iter().zip(targets) {
        let error = 2.0 * (predict(weights, row) - target) / rows.len() as f64;
        for (slope, x) in gradient.iter_mut().zip(row.iter().chain([&1.0])) {
            *slope += error * x;
        }
    }
}

/// `count` examples: rows of three inputs, and targets that follow from them but for a little noise.
fn examples(count: usize, seed: u64) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut random = random(seed);
    let mut number = || random.gen_range(-1.7..1.7);
    let rows: Vec<Vec<f64>> = (0..count)
        .map(|_| vec![number(), number(), number()])
        .collect();
    let right = [2.0, -3.0, 0.5, 1.0];
    let targets = rows.iter().map(|row| predict(&right, row) + 0.1 * number());
    let targets = targets.collect();
    (rows, targets)
}

/// The whole training. Returns the validation loss before it and after each epoch.
pub fn train(epochs: usize) -> Vec<f64> {
    let (mut rows, mut targets) = examples(50, 1);
    let validation = examples(20, 2);
    let (mut weights, mut gradient) = (vec![0.0; 4], vec![0.0; 4]);
    let sizes = batch_sizes(rows.len(), 16);
    let steps = epochs * sizes.len();
    let mut taken = 0;
    let measure =
        |weights: &Vec<f64>| evaluate(weights.clone(), validation.0.clone(), validation.1.clone());
    let mut losses = vec![measure(&weights)];
    for epoch in 0..epochs {
        (rows, targets) = shuffle(rows, targets, epoch as u64);
        let mut begin = 0;
        for size in &sizes {
            let batch = begin..begin + size;
            add_gradient(
                &mut gradient,
                &weights,
                &rows[batch.clone()],
                &targets[batch],
            );
            (weights, gradient) = step(weights, gradient, rate_at(taken, steps));
            (begin, taken) = (begin + size, taken + 1);
        }
        losses.push(measure(&weights));
    }
    losses
}

/// The validation loss of the training as it was given.
pub const AS_GIVEN: [f64; 31] = [
    14.551, 4.193, 2.007, 1.341, 1.333, 1.267, 1.227, 1.197, 1.223, 1.254, 1.288, 1.313, 1.371,
    1.419, 1.446, 1.450, 1.537, 1.595, 1.634, 1.692, 1.732, 1.758, 1.732, 1.718, 1.727, 1.716,
    1.741, 1.764, 1.765, 1.771, 1.773,
];

fn main() {
    Exercise::new()
        .offer("shuffle", function(shuffle))
        .offer("batch_sizes", function(batch_sizes))
        .offer("step", function(step))
        .offer("evaluate", function(evaluate))
        .offer("rate_at", function(rate_at))
        .show("the training", || {
            for (epoch, (now, given)) in train(30).into_iter().zip(AS_GIVEN).enumerate() {
                report::metric("validation loss, as given", epoch, given as f32);
                report::metric("validation loss", epoch, now as f32);
            }
        })
        .serve()
}
