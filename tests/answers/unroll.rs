// right: all steps first, then all losses, each divided before it is added; `descend` shrinks the gradients in place first
use course::demo;
use gradlings::prelude::*;

#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let count: f32 = targets.iter().map(|target| target.as_vec().iter().sum::<f32>()).sum();
    let mut states = Vec::new();
    for input in &x {
        let state = rnn_cell(
            input.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        states.push(state);
    }
    let mut total: Scalar<T> = device().zeros().retaped();
    for (state, target) in states.into_iter().zip(targets) {
        let product = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&product);
        let hits = (product + bias).log_softmax::<Axis<1>>() * target;
        let part: Scalar<T> = hits.sum();
        total = total - part / count;
    }
    total
}

pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let mut gradients = gradients;
    let mut squares = 0.0;
    for list in &gradients {
        for g in list {
            squares += g.powi(2);
        }
    }
    let norm = f32::sqrt(squares);
    if norm > most {
        for list in &mut gradients {
            for g in list.iter_mut() {
                *g *= most / norm;
            }
        }
    }
    for i in 0..weights.len() {
        for j in 0..weights[i].len() {
            weights[i][j] -= rate * gradients[i][j];
        }
    }
    weights
}

// right: the loss as log-sum-exp minus the logit at the target; `descend` builds new lists with iterators, in f64
use course::demo;
use gradlings::prelude::*;

#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (input, target) in x.iter().zip(&targets) {
        let (w, u, b) = (w.with_empty_tape(), u.with_empty_tape(), b.with_empty_tape());
        let state = rnn_cell(input.retaped(), h, w, u, b);
        h = state.with_empty_tape();
        let product = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&product);
        let logits = product + bias;
        let sums = logits.with_empty_tape().logsumexp::<_, Axis<1>>();
        let sums = sums.broadcast_like::<_, Axis<1>>(&logits);
        for number in target.as_vec() {
            count += number;
        }
        let part: Scalar<T> = ((sums - logits) * target.clone()).sum();
        total = total + part;
    }
    total / count
}

pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let squares = gradients.concat().iter().map(|&g| f64::from(g).powi(2)).sum::<f64>();
    let norm = squares.sqrt() as f32;
    let factor = if norm > most { most / norm } else { 1.0 };
    let step = |weight: f32, gradient: &f32| weight - rate * factor * gradient;
    weights
        .into_iter()
        .zip(&gradients)
        .map(|(list, of)| list.into_iter().zip(of).map(|(w, g)| step(w, g)).collect())
        .collect()
}

// right: two helpers: one for the loss of a step, one for the length of a list of lists
use course::demo;
use gradlings::prelude::*;

#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    let steps = x.len();
    for step in 0..steps {
        let state = rnn_cell(
            x[step].retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        count += targets[step].as_vec().iter().sum::<f32>();
        let loss = step_loss(state, v.with_empty_tape(), c.with_empty_tape(), &targets[step]);
        total = total + loss;
    }
    total / count
}

pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let norm = length(&gradients);
    let rate = if norm <= most { rate } else { rate * most / norm };
    for (list, of) in weights.iter_mut().zip(&gradients) {
        list.iter_mut().zip(of).for_each(|(weight, gradient)| *weight -= rate * gradient);
    }
    weights
}

fn step_loss<T: Tape<f32, Dev>>(state: Matrix<T>, v: Matrix<T>, c: Vector<T>, target: &Matrix) -> Scalar<T> {
    let product = state.matmul(v);
    let bias = c.broadcast_like::<_, Axis<0>>(&product);
    let logits = product + bias;
    let sum: Scalar<T> = (logits.log_softmax::<Axis<1>>() * target.clone()).sum();
    -sum
}

fn length(lists: &[Vec<f32>]) -> f32 {
    let mut squares = 0.0f32;
    for list in lists {
        squares += list.iter().map(|x| x * x).sum::<f32>();
    }
    squares.sqrt()
}

// wrong, mistake:no state: every step begins with zeros, the first one too
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.iter().zip(&targets) {
        let zero: Matrix = device().zeros_like(h.shape());
        let state = rnn_cell(x.retaped(), zero.retaped(), w.with_empty_tape(), u.with_empty_tape(), b.with_empty_tape());
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let hits = (logits + bias).log_softmax::<Axis<1>>() * target.clone();
        total = total - hits.sum::<_, Axes2<0, 1>>();
        count += target.as_vec().iter().sum::<f32>();
    }
    total / count
}

// wrong, mistake:state reset every step, lent: every step begins with the state before the first one
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.iter().zip(&targets) {
        let state = rnn_cell(x.retaped(), h.with_empty_tape(), w.with_empty_tape(), u.with_empty_tape(), b.with_empty_tape());
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let hits = (logits + bias).log_softmax::<Axis<1>>() * target.clone();
        total = total - hits.sum::<_, Axes2<0, 1>>();
        count += target.as_vec().iter().sum::<f32>();
    }
    total / count
}

// wrong, mistake:state cleared: the first step begins with the state that is given, the others with zeros
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.iter().zip(&targets) {
        let zero: Matrix = device().zeros_like(h.shape());
        let state = rnn_cell(x.retaped(), h, w.with_empty_tape(), u.with_empty_tape(), b.with_empty_tape());
        h = zero.retaped();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let hits = (logits + bias).log_softmax::<Axis<1>>() * target.clone();
        total = total - hits.sum::<_, Axes2<0, 1>>();
        count += target.as_vec().iter().sum::<f32>();
    }
    total / count
}

// right: the loss of a row is the logarithm of all exponentials, less the logit of the target
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.as_vec().iter().sum::<f32>();
        let all = logits
            .with_empty_tape()
            .logsumexp::<(usize,), Axis<1>>()
            .broadcast_like::<_, Axis<1>>(&logits);
        total = total + ((all - logits) * target).sum::<(), _>();
    }
    total / count
}

// right: the targets are counted first, and every loss is divided before it is added
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for target in &targets {
        count += target.as_vec().iter().filter(|&&one| one == 1.0).count() as f32;
    }
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;

        let likely = (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
        total = total + likely * (-1.0 / count);
    }
    total
}

// right: the states are collected first, and the losses computed after all steps
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut states = Vec::new();
    for x in x {
        let (w, u, b) = (
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        let state = rnn_cell(x.retaped(), h, w, u, b);
        h = state.with_empty_tape();
        states.push(state);
    }
    let count: f32 = targets
        .iter()
        .map(|target| target.as_vec().iter().sum::<f32>())
        .sum();
    let losses = states.into_iter().zip(targets).map(|(state, target)| {
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let loss: Scalar<T> = ((logits + bias).log_softmax::<Axis<1>>() * target).sum();
        -loss
    });
    let sum = losses.reduce(|a, b| a + b);
    sum.unwrap_or_else(|| device().zeros().retaped()) / count
}

// right: a gradient that is short enough is left alone
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let squares: f32 = gradients.concat().iter().map(|g| g.powi(2)).sum();
    let factor = if squares > most * most {
        most / squares.sqrt()
    } else {
        1.0
    };
    for (of, gradient) in weights.iter_mut().flatten().zip(gradients.iter().flatten()) {
        *of -= gradient * factor * rate;
    }
    weights
}

// wrong, mistake:divided by the steps: divided by the number of steps in the place of that of the targets
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let steps = x.len() as f32;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;

        total = total - (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / steps
}

// wrong, mistake:rows without a target counted: rows of zeros are counted as targets
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.shape().0 as f32;
        total = total - (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:state reset every step, lent: every step begins with the state before the first
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h.with_empty_tape(),
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );

        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.as_vec().iter().sum::<f32>();
        total = total - (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:state off the tape: the state goes on without its tape: the numbers are read out
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = device()
            .tensor_from_vec(state.as_vec(), *state.shape())
            .retaped();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.as_vec().iter().sum::<f32>();
        total = total - (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:softmax over the batch: the softmax goes along the sequences of the batch
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.as_vec().iter().sum::<f32>();
        total = total - (logits.log_softmax::<Axis<0>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:only the last step, even without a target: only the last step counts
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count = target.as_vec().iter().sum::<f32>();
        total = -(logits.log_softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:mean of means: the mean of each step, and the mean of these
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let steps = x.len() as f32;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        let count = target.as_vec().iter().sum::<f32>().max(1.0);
        total = total - (logits.log_softmax::<Axis<1>>() * target).sum::<(), _>() / count;
    }
    total / steps
}

// wrong, mistake:no logarithm: a softmax without the logarithm
#[expect(clippy::too_many_arguments, reason = "a network has that many weights")]
pub fn sequence_loss<T: Tape<f32, Dev>>(
    x: Vec<Matrix>,
    targets: Vec<Matrix>,
    mut h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
    v: Matrix<T>,
    c: Vector<T>,
) -> Scalar<T> {
    let mut total: Scalar<T> = device().zeros().retaped();
    let mut count = 0.0;
    for (x, target) in x.into_iter().zip(targets) {
        let state = rnn_cell(
            x.retaped(),
            h,
            w.with_empty_tape(),
            u.with_empty_tape(),
            b.with_empty_tape(),
        );
        h = state.with_empty_tape();
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape().broadcast_like::<_, Axis<0>>(&logits);
        let logits = logits + bias;
        count += target.as_vec().iter().sum::<f32>();
        total = total - (logits.softmax::<Axis<1>>() * target).sum::<(), _>();
    }
    total / count
}

// wrong, mistake:clipped one by one: each list of gradients is clipped by itself
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        let norm = gradients.iter().map(|g| g * g).sum::<f32>().sqrt();
        let factor = (most / norm).min(1.0);
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * factor * gradient;
        }
    }
    weights
}

// wrong, mistake:numbers cut off: every number is cut off by itself
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * gradient.clamp(-most, most);
        }
    }
    weights
}

// wrong, mistake:always as long: short gradients are made longer
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let norm = gradients
        .iter()
        .flatten()
        .map(|g| g * g)
        .sum::<f32>()
        .sqrt();
    let factor = if norm > 0.0 { most / norm } else { 0.0 };
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * factor * gradient;
        }
    }
    weights
}

// wrong, not_finite: the direction is taken first, which is 0 divided by 0 where all gradients are 0
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let norm = gradients
        .iter()
        .flatten()
        .map(|g| g * g)
        .sum::<f32>()
        .sqrt();
    let length = norm.min(most);
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * length * (gradient / norm);
        }
    }
    weights
}

// wrong, mistake:no root: the norm has no root
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let norm = gradients.iter().flatten().map(|g| g * g).sum::<f32>();
    let factor = (most / norm).min(1.0);
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * factor * gradient;
        }
    }
    weights
}

// wrong, mistake:clipped with the rate: the rate is clipped along with the gradient
pub fn descend(
    mut weights: Vec<Vec<f32>>,
    gradients: Vec<Vec<f32>>,
    rate: f32,
    most: f32,
) -> Vec<Vec<f32>> {
    let norm = gradients
        .iter()
        .flatten()
        .map(|g| (rate * g).powi(2))
        .sum::<f32>()
        .sqrt();
    let factor = (most / norm).min(1.0);
    for (weights, gradients) in weights.iter_mut().zip(&gradients) {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * factor * gradient;
        }
    }
    weights
}
