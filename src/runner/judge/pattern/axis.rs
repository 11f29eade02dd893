//! A reduction along the other axis of a matrix.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::outcome::Diagnosis;
use crate::wire::Value;

/// What is done with each row, or each column, of an input.
struct Operation {
    name: &'static str,
    run: fn(&[f64]) -> Vec<f64>,
}

const OPERATIONS: [Operation; 9] = [
    Operation {
        name: "sum",
        run: |of| vec![sum(of)],
    },
    Operation {
        name: "mean",
        run: |of| vec![mean(of)],
    },
    Operation {
        name: "largest element",
        run: |of| vec![largest(of)],
    },
    Operation {
        name: "smallest element",
        run: |of| vec![of.iter().copied().fold(f64::INFINITY, f64::min)],
    },
    Operation {
        name: "position of the largest element",
        run: |of| vec![of.iter().position(|&x| x == largest(of)).unwrap_or(0) as f64],
    },
    Operation {
        name: "softmax",
        run: softmax,
    },
    Operation {
        name: "logarithm of the softmax",
        run: |of| softmax(of).into_iter().map(f64::ln).collect(),
    },
    Operation {
        name: "distance from the mean",
        run: |of| of.iter().map(|x| x - mean(of)).collect(),
    },
    Operation {
        name: "running sum",
        run: running_sum,
    },
];

#[derive(Clone, Copy, PartialEq)]
enum Along {
    Rows,
    Columns,
}

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let inputs = evidence.pairs.first()?.case.inputs.len();
    for input in 0..inputs {
        for operation in &OPERATIONS {
            for (right, yours) in [(Along::Rows, Along::Columns), (Along::Columns, Along::Rows)] {
                let holds = evidence.pairs.iter().all(|pair| {
                    gives(pair, input, operation, right, &pair.right)
                        && gives(pair, input, operation, yours, &pair.yours)
                });
                if holds && evidence.failing().any(|pair| pair.right.len() > 1) {
                    let (each, axis, other) = match right {
                        Along::Rows => ("row", 1, "column"),
                        Along::Columns => ("column", 0, "row"),
                    };
                    return diagnosis(
                        "axis",
                        format!(
                            "You work along the wrong axis of {}: {} is the {} of each {other}, that of each {each} is expected, so `Axis<{axis}>` is the one to reduce.",
                            evidence.input(input),
                            evidence.subject(),
                            operation.name
                        ),
                    );
                }
            }
        }
    }
    None
}

/// Whether the operation along an axis of an input gives `result`.
fn gives(pair: &Pair, input: usize, operation: &Operation, along: Along, result: &[f64]) -> bool {
    let Some(Value::Numbers(matrix)) = pair.case.inputs.get(input) else {
        return false;
    };
    let [rows, columns] = *matrix.shape() else {
        return false;
    };
    let at = |row: usize, column: usize| f64::from(matrix.data()[row * columns + column]);
    let (lines, length) = match along {
        Along::Rows => (rows, columns),
        Along::Columns => (columns, rows),
    };
    let done: Vec<Vec<f64>> = (0..lines)
        .map(|line| {
            let line: Vec<f64> = (0..length)
                .map(|along_line| match along {
                    Along::Rows => at(line, along_line),
                    Along::Columns => at(along_line, line),
                })
                .collect();
            (operation.run)(&line)
        })
        .collect();
    let whole = done.iter().all(|line| line.len() == length && length != 1);
    let flat: Vec<f64> = if along == Along::Columns && whole {
        (0..length)
            .flat_map(|row| done.iter().map(move |column| column[row]))
            .collect()
    } else {
        done.concat()
    };
    pair.close(result, &flat)
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

fn softmax(of: &[f64]) -> Vec<f64> {
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
