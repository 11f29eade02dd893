//! The way down a bowl that is steep one way and flat the other, a different way for each method.

use gradlings::prelude::*;

/// How steep the bowl is along each of its two weights.
const CURVATURES: [f32; 2] = [1.0, 25.0];
const START: [f32; 2] = [-4.0, 1.5];
const FIRST: std::ops::Range<f32> = -4.5..3.5;
const SECOND: std::ops::Range<f32> = -2.0..2.0;
/// With a rate above `2 / 25` plain descent would climb out of the bowl.
const RATE: f32 = 0.02;
const MOMENTUM: f32 = 0.8;
const STEPS: usize = 60;

fn loss(weights: [f32; 2]) -> f32 {
    let parts = weights.iter().zip(CURVATURES);
    parts.map(|(w, c)| c * w * w).sum::<f32>() / 2.0
}

fn bowl(title: &str) {
    let at = |first, second| loss([first, second]);
    report::surface(
        title,
        ("first weight", FIRST),
        ("second weight", SECOND),
        at,
    );
}

/// Draws a path from the start, and the loss along it.
fn draw(title: &str, name: &str, path: &[Vec<f32>]) {
    let places = path
        .iter()
        .filter_map(|row| <[f32; 2]>::try_from(&row[..]).ok());
    for (step, place) in std::iter::once(START).chain(places).enumerate() {
        report::path(title, name, step, place[0], place[1]);
        report::metric(&format!("loss, {name}"), step, loss(place));
    }
}

/// Plain gradient descent: the weights after each step.
fn plain() -> Vec<Vec<f32>> {
    let after = |steps: usize| {
        let shrunk = |(w, c): (f32, f32)| w * (1.0 - RATE * c).powi(steps as i32);
        START.into_iter().zip(CURVATURES).map(shrunk).collect()
    };
    (1..=STEPS).map(after).collect()
}

/// Gradient descent with momentum: the weights after each step.
fn heavy() -> Vec<Vec<f32>> {
    let (mut weights, mut velocity) = (START, [0.0; 2]);
    let step = |_| {
        for ((w, v), c) in weights.iter_mut().zip(&mut velocity).zip(CURVATURES) {
            *v = MOMENTUM * *v + c * *w;
            *w -= RATE * *v;
        }
        weights.to_vec()
    };
    (0..STEPS).map(step).collect()
}

/// Rolls down a narrow bowl with momentum, beside plain gradient descent at the same rate.
///
/// `roll` gets two weights, the curvature of the bowl along each of them, the learning rate, the momentum and a number of
/// steps, and returns the weights after each step.
///
/// ```
/// use course::demo;
///
/// demo::rolls(|weights, _curvatures, _rate, _momentum, steps| vec![weights; steps]);
/// ```
pub fn rolls(roll: impl Fn(Vec<f32>, Vec<f32>, f32, f32, usize) -> Vec<Vec<f32>>) {
    const TITLE: &str = "a narrow bowl: with momentum and without";
    bowl(TITLE);
    draw(TITLE, "plain descent", &plain());
    let path = roll(START.to_vec(), CURVATURES.to_vec(), RATE, MOMENTUM, STEPS);
    draw(TITLE, "momentum 0.8", &path);
}

/// Goes down a narrow bowl with Adam, beside plain gradient descent and descent with momentum.
///
/// `adam` gets two weights, the curvature of the bowl along each of them, the learning rate and a number of steps, and
/// returns the weights after each step.
///
/// ```
/// use course::demo;
///
/// demo::three_ways(|weights, _curvatures, _rate, steps| vec![weights; steps]);
/// ```
pub fn three_ways(adam: impl Fn(Vec<f32>, Vec<f32>, f32, usize) -> Vec<Vec<f32>>) {
    const TITLE: &str = "a narrow bowl: three ways down";
    /// How far Adam goes in its first steps; the others go as far as the slope says.
    const PACE: f32 = 0.2;
    bowl(TITLE);
    draw(TITLE, "plain descent", &plain());
    draw(TITLE, "momentum 0.8", &heavy());
    let path = adam(START.to_vec(), CURVATURES.to_vec(), PACE, STEPS);
    draw(TITLE, "Adam", &path);
}

/// Draws a schedule as a curve, and what it does: two ways down a narrow bowl with gradients that are only estimates, one
/// at the rates of the schedule, one at its peak all the time.
///
/// `learning_rate` gets the number of a step, from 0, those of the warm-up and of the whole training, the peak and the
/// floor, and returns the rate of the step.
///
/// ```
/// use course::demo;
///
/// demo::scheduled(|_step, _warmup, _total, peak, _floor| peak);
/// ```
pub fn scheduled(learning_rate: impl Fn(usize, usize, usize, f32, f32) -> f32) {
    const TITLE: &str = "a narrow bowl: estimated gradients";
    const TOTAL: usize = 200;
    const PEAK: f32 = 0.05;
    let rate = |step| learning_rate(step, TOTAL / 10, TOTAL, PEAK, PEAK / 100.0);
    for step in 0..TOTAL {
        report::metric("learning rate", step, rate(step));
    }
    bowl(TITLE);
    draw(TITLE, "always the peak", &estimated(TOTAL, |_| PEAK));
    draw(TITLE, "the schedule", &estimated(TOTAL, rate));
}

/// Plain gradient descent where every gradient is off by chance: the weights after each step.
fn estimated(steps: usize, rate: impl Fn(usize) -> f32) -> Vec<Vec<f32>> {
    let (mut weights, mut random) = (START, random(6));
    let step = |step| {
        for (w, c) in weights.iter_mut().zip(CURVATURES) {
            let error = c.sqrt() * random.gen_range(-2.0..2.0);
            *w -= rate(step) * (c * *w + error);
        }
        weights.to_vec()
    };
    (0..steps).map(step).collect()
}
