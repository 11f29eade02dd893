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
