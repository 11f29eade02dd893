//! Rows and columns changed places.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::outcome::Diagnosis;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let holds = evidence.failing().next().is_some()
        && evidence.pairs.iter().all(holds)
        && evidence.failing().any(|pair| pair.right.len() > 1);
    holds.then_some(())?;
    let subject = evidence.subject();
    let example = evidence
        .failing()
        .find(|pair| pair.your_shape != pair.right_shape);
    diagnosis(
        "transposed",
        match example {
            Some(pair) => format!(
                "The values of {subject} are right but transposed: yours has shape {:?}, {:?} is expected. Rows and columns changed places.",
                pair.your_shape, pair.right_shape
            ),
            None => format!(
                "The values of {subject} are right but transposed: rows and columns changed places."
            ),
        },
    )
}

fn holds(pair: &Pair) -> bool {
    let ([rows, columns], [right_rows, right_columns]) =
        (&pair.your_shape[..], &pair.right_shape[..])
    else {
        return false;
    };
    if (rows, columns) != (right_columns, right_rows) || rows * columns != pair.right.len() {
        return false;
    }
    let transposed: Vec<f64> = (0..rows * columns)
        .map(|at| pair.right[(at % columns) * rows + at / columns])
        .collect();
    pair.close(&pair.yours, &transposed)
}
