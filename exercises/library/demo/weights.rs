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

/// The parameters, and both of Adam's moments.
type State = (Vec<f32>, Vec<f32>, Vec<f32>);
/// Parameters, gradient, both moments, the number of the step, learning rate, decay.
type Step = fn(Vec<f32>, Vec<f32>, Vec<f32>, Vec<f32>, usize, f32, f32) -> State;

/// Trains a model of 256 weights, of which 16 matter, under Adam with L2 and under AdamW at the same decay: a histogram of
/// the weights after each step, side by side. Every second input is a tenth as large as the others, so its weight has
/// small gradients.
///
/// Both functions get 257 parameters, the last of which is a bias, the gradient, both moments, the number of the step from
/// 1, the learning rate and the decay, and return the parameters and both moments.
///
/// ```
/// use course::demo;
///
/// fn nowhere(
///     parameters: Vec<f32>, _: Vec<f32>, m: Vec<f32>, v: Vec<f32>, _: usize, _: f32, _: f32,
/// ) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
///     (parameters, m, v)
/// }
/// demo::decays(nowhere, nowhere);
/// ```
pub fn decays(adam_l2: Step, adamw: Step) {
    const STEPS: usize = 120;
    const DECAY: f32 = 0.3;
    let (x, y) = data();
    let (mut x, y) = (x.as_vec(), y.as_vec());
    for input in x.chunks_mut(EXAMPLES).skip(1).step_by(2) {
        input.iter_mut().for_each(|number| *number *= 0.1);
    }
    for (title, step) in [
        ("weights under Adam with L2", adam_l2),
        ("weights under AdamW", adamw),
    ] {
        let mut parameters = start().as_vec();
        parameters.push(0.0);
        let (mut m, mut v) = (vec![0.0; INPUTS + 1], vec![0.0; INPUTS + 1]);
        report::histogram(title, 0, &parameters[..INPUTS]);
        for t in 1..=STEPS {
            let gradient = slopes(&parameters, &x, &y);
            (parameters, m, v) = step(parameters, gradient, m, v, t, RATE, DECAY);
            if parameters.len() != INPUTS + 1 {
                return;
            }
            report::histogram(title, t, &parameters[..INPUTS]);
        }
    }
}

/// The gradient of the mean squared error by the weights and the bias of a linear unit; `x` has the numbers of one input
/// after those of the other.
fn slopes(parameters: &[f32], x: &[f32], y: &[f32]) -> Vec<f32> {
    let (weights, bias) = parameters.split_at(INPUTS);
    let mut errors: Vec<f32> = y.iter().map(|y| bias[0] - y).collect();
    for (weight, input) in weights.iter().zip(x.chunks(EXAMPLES)) {
        for (error, x) in errors.iter_mut().zip(input) {
            *error += weight * x;
        }
    }
    let mean = |sum: f32| 2.0 * sum / EXAMPLES as f32;
    let of_input = |input: &[f32]| mean(input.iter().zip(&errors).map(|(x, e)| x * e).sum());
    let of_weights = x.chunks(EXAMPLES).map(of_input);
    of_weights.chain([mean(errors.iter().sum())]).collect()
}
