//! The trainings that need no network: lines, and one polynomial.

use std::time::Instant;

use course::polynomial;
use gradlings::prelude::*;

use crate::Trained;

#[path = "../../solutions/04_regularization/early_stopping.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod early_stopping;
#[path = "../../solutions/03_gradient/fit_line.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod fit_line;
#[path = "../../solutions/13_scale/resume.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod resume;
#[path = "../../solutions/03_gradient/sgd.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod sgd;

/// `[x, y]` in each row, about a line.
fn points(count: usize, seed: u64) -> Vec<Vec<f32>> {
    let mut random = random(seed);
    let mut number = |range| -> f32 { random.gen_range(range) };
    let (slope, bias) = (number(1.0..3.0), number(-2.0..-1.0));
    let mut point = || {
        let x = number(-1.5..1.5);
        vec![x, slope * x + bias + number(-0.3..0.3)]
    };
    (0..count).map(|_| point()).collect()
}

/// Slope and bias of the line of least squares.
fn least_squares(points: &[Vec<f32>]) -> [f64; 2] {
    let mean = |of: &dyn Fn(f64, f64) -> f64| {
        let values = points.iter().map(|it| of(it[0].into(), it[1].into()));
        values.sum::<f64>() / points.len() as f64
    };
    let (x, y) = (mean(&|x, _| x), mean(&|_, y| y));
    let slope = mean(&|a, b| (a - x) * (b - y)) / mean(&|a, _| (a - x) * (a - x));
    [slope, y - slope * x]
}

/// The mean squared error of a line.
fn loss(points: &[Vec<f32>], [slope, bias]: [f64; 2]) -> f64 {
    let errors = points
        .iter()
        .map(|it| slope * f64::from(it[0]) + bias - f64::from(it[1]));
    errors.map(|error| error * error).sum::<f64>() / points.len() as f64
}

pub fn fit_line(seed: u64) -> Trained {
    const STEPS: usize = 12_000;
    let points = points(12, seed);
    let column = |at: usize| -> Vector {
        let numbers = points.iter().map(|point| point[at]).collect();
        device().tensor_from_vec(numbers, (points.len(),))
    };
    let (x, y) = (column(0), column(1));
    let began = Instant::now();
    let (slope, bias) = fit_line::fit_line(x, y, STEPS);
    let seconds = began.elapsed().as_secs_f64();
    let best = least_squares(&points);
    let off = |found: f32, best: f64| (f64::from(found) - best).abs();
    Trained {
        seconds,
        steps: STEPS as f64,
        measure: off(slope, best[0]).max(off(bias, best[1])),
    }
}

pub fn sgd(seed: u64) -> Trained {
    let points = points(64, seed);
    let began = Instant::now();
    let path = sgd::sgd(points.clone(), 8, 0.05, 50, seed);
    let seconds = began.elapsed().as_secs_f64();
    let last = path.last().map_or([f64::NAN; 2], |line| {
        [f64::from(line[0]), f64::from(line[1])]
    });
    let least = loss(&points, least_squares(&points));
    Trained {
        seconds,
        steps: path.len() as f64,
        measure: 100.0 * (loss(&points, last) / least - 1.0),
    }
}

/// The points are always the same, so all seeds agree.
pub fn early_stopping(_: u64) -> Trained {
    const MOST: usize = 300;
    let (training, validation) = (polynomial::training(), polynomial::validation());
    let began = Instant::now();
    let kept = early_stopping::train(training.clone(), validation.clone(), 0.05, MOST, MOST);
    let seconds = began.elapsed().as_secs_f64();
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut lowest = polynomial::loss(&validation, &weights);
    for _ in 0..MOST {
        weights = polynomial::descend(&training, &weights, 0.05);
        lowest = lowest.min(polynomial::loss(&validation, &weights));
    }
    Trained {
        seconds,
        steps: MOST as f64,
        measure: polynomial::loss(&validation, &kept) - lowest,
    }
}

/// Once in two parts, with what its store has kept in between, and once in one go.
pub fn resume(seed: u64) -> Trained {
    const STEPS: usize = 200;
    let points = points(23, seed);
    let train = |steps: usize| resume::train(points.clone(), 4, steps, seed);
    let began = Instant::now();
    train(STEPS / 3);
    let in_parts = train(STEPS);
    let seconds = began.elapsed().as_secs_f64();
    store::remove("checkpoint");
    let pairs = train(STEPS).into_iter().zip(in_parts);
    let differ = pairs.filter(|(one, other)| one.to_bits() != other.to_bits());
    Trained {
        seconds,
        steps: STEPS as f64,
        measure: differ.count() as f64,
    }
}
