//! The lines of an array along one axis, and what is commonly done with each of them.

use crate::runner::judge::elements::{elements, shape};
use crate::runner::words::judge::pattern::axes as words;
use crate::wire::Value;

/// What is done with each line.
pub struct Operation {
    /// What it is called.
    pub name: fn() -> &'static str,
    pub run: fn(&[f64]) -> Vec<f64>,
}

pub const OPERATIONS: [Operation; 18] = [
    Operation {
        name: words::sum,
        run: |of| vec![sum(of)],
    },
    Operation {
        name: words::mean,
        run: |of| vec![mean(of)],
    },
    Operation {
        name: words::largest,
        run: |of| vec![largest(of)],
    },
    Operation {
        name: words::smallest,
        run: |of| vec![smallest(of)],
    },
    Operation {
        name: words::position_of_largest,
        run: |of| vec![of.iter().position(|&x| x == largest(of)).unwrap_or(0) as f64],
    },
    Operation {
        name: words::position_of_smallest,
        run: |of| vec![of.iter().position(|&x| x == smallest(of)).unwrap_or(0) as f64],
    },
    Operation {
        name: words::variance,
        run: |of| vec![variance(of, 0.0)],
    },
    Operation {
        name: words::variance_less_one,
        run: |of| vec![variance(of, 1.0)],
    },
    Operation {
        name: words::deviation,
        run: |of| vec![variance(of, 0.0).sqrt()],
    },
    Operation {
        name: words::deviation_less_one,
        run: |of| vec![variance(of, 1.0).sqrt()],
    },
    Operation {
        name: words::length,
        run: |of| vec![length(of)],
    },
    Operation {
        name: words::softmax,
        run: softmax,
    },
    Operation {
        name: words::log_softmax,
        run: |of| softmax(of).into_iter().map(f64::ln).collect(),
    },
    Operation {
        name: words::log_sum_exp,
        run: |of| {
            let most = largest(of);
            vec![most + of.iter().map(|x| (x - most).exp()).sum::<f64>().ln()]
        },
    },
    Operation {
        name: words::distance_from_mean,
        run: |of| of.iter().map(|x| x - mean(of)).collect(),
    },
    Operation {
        name: words::standardization,
        run: |of| {
            let (mean, deviation) = (mean(of), variance(of, 0.0).sqrt());
            of.iter().map(|x| (x - mean) / deviation).collect()
        },
    },
    Operation {
        name: words::normalization,
        run: |of| of.iter().map(|x| x / length(of)).collect(),
    },
    Operation {
        name: words::running_sum,
        run: running_sum,
    },
];

/// An operation along one axis, or over all elements at once: what comes out, row-major.
pub fn along(value: &Value, axis: Option<usize>, operation: &Operation) -> Option<Vec<f64>> {
    let (Value::Numbers(_) | Value::Doubles(_)) = value else {
        return None;
    };
    let (shape, elements) = (shape(value), elements(value));
    let Some(axis) = axis else {
        return Some((operation.run)(&elements));
    };
    let length = *shape.get(axis)?;
    let inner: usize = shape[axis + 1..].iter().product();
    let outer: usize = shape[..axis].iter().product();
    if length == 0 {
        return None;
    }
    let mut reduced = Vec::new();
    let mut mapped = vec![0.0; elements.len()];
    for before in 0..outer {
        for after in 0..inner {
            let place = |at: usize| (before * length + at) * inner + after;
            let line: Vec<f64> = (0..length).map(|at| elements[place(at)]).collect();
            let done = (operation.run)(&line);
            if done.len() == length {
                for (at, x) in done.into_iter().enumerate() {
                    mapped[place(at)] = x;
                }
            } else {
                reduced.extend(done);
            }
        }
    }
    // What reduces a line of one element comes out as that line: in both ways the order is the same.
    Some(if reduced.is_empty() { mapped } else { reduced })
}

fn sum(of: &[f64]) -> f64 {
    of.iter().sum()
}

fn mean(of: &[f64]) -> f64 {
    sum(of) / of.len() as f64
}

fn largest(of: &[f64]) -> f64 {
    of.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn smallest(of: &[f64]) -> f64 {
    of.iter().copied().fold(f64::INFINITY, f64::min)
}

fn variance(of: &[f64], less: f64) -> f64 {
    let mean = mean(of);
    of.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (of.len() as f64 - less)
}

fn length(of: &[f64]) -> f64 {
    of.iter().map(|x| x * x).sum::<f64>().sqrt()
}

pub fn softmax(of: &[f64]) -> Vec<f64> {
    let largest = largest(of);
    let exponentials: Vec<f64> = of.iter().map(|x| (x - largest).exp()).collect();
    let sum = sum(&exponentials);
    exponentials.into_iter().map(|x| x / sum).collect()
}

fn running_sum(of: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    of.iter()
        .map(|x| {
            sum += x;
            sum
        })
        .collect()
}
