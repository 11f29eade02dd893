//! A training that overfits, beside what is kept of it.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use gradlings::report::{self, Report};

use crate::polynomial;

const RATE: f64 = 0.05;
/// Far beyond the best step.
const STEPS: usize = 300;
const PATIENCE: usize = 20;
/// Steps from one picture of the polynomial to the next.
const APART: usize = 5;
/// Where the polynomial is drawn.
const X: Range<f32> = -1.0..1.0;

/// Trains a polynomial on 15 points, once for 300 steps and once with a patience of 20: the loss on its own points and on
/// others, the best step as an upright line, and the polynomial as it bends more and more. Beside it stands the one whose
/// weights `train` returns.
///
/// `train` gets rows `[x, y]` to train on, others to validate with, the learning rate, the patience and the largest number
/// of steps. It reports its losses with [`report::metric`] as `loss` and `validation loss`, and returns the best weights.
///
/// ```
/// use course::demo;
///
/// demo::overfits(|_training, _validation, _rate, _patience, _most| vec![0.0; 13]);
/// ```
pub fn overfits(train: impl Fn(Vec<Vec<f64>>, Vec<Vec<f64>>, f64, usize, usize) -> Vec<f64>) {
    let (training, validation) = (polynomial::training(), polynomial::validation());
    let run =
        |patience| reported(|| train(training.clone(), validation.clone(), RATE, patience, STEPS));
    let (_, whole) = run(STEPS);
    let (kept, short) = run(PATIENCE);
    let of = |series: &'static str| whole.iter().filter(move |point| point.0 == series);
    for (_, step, loss) in of("loss") {
        report::metric("loss, own points", *step, *loss);
    }
    for (_, step, loss) in of("validation loss") {
        report::metric("loss, other points", *step, *loss);
    }
    let best = of("validation loss").min_by(|a, b| a.2.total_cmp(&b.2));
    let highest = of("validation loss").map(|point| point.2).reduce(f32::max);
    if let (Some((_, best, lowest)), Some(highest)) = (best, highest) {
        // Two points at one step: an upright line.
        report::metric("loss, best step", *best, 0.0);
        report::metric("loss, best step", *best, highest);
        let last = short.iter().map(|point| point.1).max().unwrap_or(0);
        report::note(&format!(
            "best at step {best}, with {lowest:.2} on other points; with a patience of {PATIENCE} \
             the training ended after step {last}"
        ));
    }
    bends(&training, &kept);
}

/// The polynomial after more and more steps, whatever becomes of other points; and the one with these weights.
fn bends(training: &[Vec<f64>], kept: &[f64]) {
    const FILM: &str = "the polynomial, step by step";
    const KEPT: &str = "the polynomial with the weights that you return";
    let column = |at: usize| Vec::from_iter(training.iter().map(|point| point[at] as f32));
    let (x, y) = (column(0), column(1));
    let draw = |title: &str, step: usize, weights: &[f64]| {
        report::graph(title, step, X, |x| {
            polynomial::value(weights, x.into()) as f32
        });
    };
    report::points(FILM, ("x", "y"), &x, &y);
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    for step in 0..=STEPS {
        if step % APART == 0 {
            draw(FILM, step, &weights);
        }
        weights = polynomial::descend(training, &weights, RATE);
    }
    report::points(KEPT, ("x", "y"), &x, &y);
    draw(KEPT, 0, kept);
}

/// What `work` returns, and the points of its curves: series, step, value.
fn reported<R>(work: impl FnOnce() -> R) -> (R, Vec<(String, usize, f32)>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&heard);
    let hear = move |report| {
        if let Report::Metric {
            series,
            step,
            value,
        } = report
        {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push((series, step as usize, value));
        }
    };
    let result = report::with_receiver(hear, work);
    let heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
    (result, heard.clone())
}
