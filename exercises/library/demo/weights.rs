//! Penalties: what becomes of the weights of a small model while it is trained with one.

use gradlings::prelude::*;

/// Inputs of the model; only every sixteenth of them matters.
const INPUTS: usize = 256;
const EXAMPLES: usize = 128;
const EPOCHS: usize = 60;
const RATE: f32 = 0.05;

/// Examples as columns, `(inputs, examples)`, and their targets, `(1, examples)`.
fn data() -> (Matrix, Matrix) {
    let mut random = random(3);
    let x: Vec<f32> = (0..INPUTS * EXAMPLES)
        .map(|_| random.gen_range(-1.0..1.0))
        .collect();
    let y = (0..EXAMPLES).map(|example| {
        let inputs = (0..INPUTS).step_by(16);
        let sum: f32 = inputs.map(|input| x[input * EXAMPLES + example]).sum();
        sum + random.gen_range(-0.3..0.3)
    });
    let y = y.collect();
    (
        device().tensor_from_vec(x, (INPUTS, EXAMPLES)),
        device().tensor_from_vec(y, (1, EXAMPLES)),
    )
}

fn start() -> Matrix {
    let mut random = random(4);
    let weights = (0..INPUTS).map(|_| random.gen_range(-1.0..1.0)).collect();
    device().tensor_from_vec(weights, (1, INPUTS))
}

/// Trains, and shows the weights after each epoch. `penalise` adds to the loss, `after` changes the weights after a step.
fn train(
    title: &str,
    penalise: impl Fn(Scalar<Recording>, Matrix<Recording>) -> Scalar<Recording>,
    after: impl Fn(Matrix) -> Matrix,
) {
    let (x, y) = data();
    let mut weights = start();
    for epoch in 0..=EPOCHS {
        report::histogram(title, epoch, &weights);
        let prediction = weights.leaky_trace().matmul(x.clone());
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        let total = penalise(loss, weights.leaky_trace());
        let gradients = total.backward();
        weights = after(weights.clone() - gradients.get(&weights) * RATE);
    }
}

const PLAIN: &str = "weights without a penalty";

/// Trains a model of 256 weights, of which 16 matter, with the penalty `l2` and without: a histogram of the weights after
/// each epoch, side by side.
///
/// `l2` gets the loss, the weights `(1, 256)`, biases `(1,)` and the strength, and returns the loss with the penalty.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::shrink(|loss, _weights, _biases, _strength| loss);
/// ```
pub fn shrink(
    l2: impl Fn(Scalar<Recording>, Matrix<Recording>, Vector<Recording>, f32) -> Scalar<Recording>,
) {
    const STRENGTH: f32 = 0.2;
    train(PLAIN, |loss, _| loss, |weights| weights);
    let biases: Vector = device().zeros_like(&(1,));
    train(
        "weights under L2",
        |loss, weights| l2(loss, weights, biases.leaky_trace(), STRENGTH),
        |weights| weights,
    );
}

/// Trains the same model with `soft_threshold` after every step: a histogram of the weights after each epoch, beside
/// that of a training without it. Weights that are not needed become exactly zero.
///
/// `soft_threshold` gets the weights `(1, 256)` and the threshold, and returns the weights moved towards zero.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::vanish(|weights, _threshold| weights);
/// ```
pub fn vanish(soft_threshold: impl Fn(Matrix, f32) -> Matrix) {
    const STRENGTH: f32 = 0.2;
    train(PLAIN, |loss, _| loss, |weights| weights);
    train(
        "weights under L1",
        |loss, _| loss,
        |weights| soft_threshold(weights, RATE * STRENGTH),
    );
}
