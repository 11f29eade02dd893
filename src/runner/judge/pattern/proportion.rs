//! Right in proportion: within every row, column or case yours is the right one times, or plus, a number of its own.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use super::lines::softmax;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;
use crate::runner::words::judge::subject as subjects;

/// What has a number of its own.
#[derive(Clone, Copy)]
enum Line {
    Case,
    Row,
    Column,
}

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let rank = evidence.pairs.first()?.right_shape.len();
    let lines: &[Line] = match rank {
        0 => return None,
        1 => &[Line::Case],
        _ => &[Line::Case, Line::Row, Line::Column],
    };
    let subject = evidence.subject();
    let rows: &[Line] = if rank < 2 {
        &[Line::Case]
    } else {
        &[Line::Row]
    };
    if rows.iter().any(|&line| all(evidence, line, is_softmax)) {
        return diagnosis(DiagnosisKind::Softmax, words::softmax_missing(subject));
    }
    for &line in lines {
        let name = match line {
            Line::Case => subjects::whole_case(),
            Line::Row => subjects::row(),
            Line::Column => subjects::column(),
        };
        if all(evidence, line, is_multiple) && is_own(evidence, line, is_multiple) {
            return diagnosis(DiagnosisKind::Proportion, words::own_factor(name, subject));
        }
        if all(evidence, line, is_moved) && is_own(evidence, line, is_moved) {
            return diagnosis(DiagnosisKind::Proportion, words::own_addend(name, subject));
        }
    }
    None
}

/// Whether lines of one case differ in it: if they all have the same number, none has one of its own.
fn is_own(evidence: &Evidence, line: Line, is_true: fn(&Pair, &[f64], &[f64]) -> bool) -> bool {
    let differ = |pair: &Pair| {
        let lines = lines(pair, line);
        let are_told = lines.len() > 1 && lines.iter().all(|line| line.len() >= 3);
        are_told && !is_true(pair, &pair.yours, &pair.right)
    };
    matches!(line, Line::Case) || evidence.pairs.iter().any(differ)
}

/// Whether something is true of all lines that are long enough to tell, and of enough of them.
fn all(evidence: &Evidence, line: Line, is_true: fn(&Pair, &[f64], &[f64]) -> bool) -> bool {
    let mut tested = 0;
    for pair in &evidence.pairs {
        for places in lines(pair, line) {
            let take = |of: &[f64]| -> Vec<f64> { places.iter().map(|&at| of[at]).collect() };
            let (yours, right) = (take(&pair.yours), take(&pair.right));
            let is_right = pair.close(&yours, &right);
            // A line that is right speaks against something that goes wrong in each.
            if is_right && right.iter().any(|&x| x != 0.0) {
                return false;
            }
            if right.len() < 3 {
                continue;
            }
            if !is_true(pair, &yours, &right) {
                return false;
            }
            tested += usize::from(!is_right);
        }
    }
    tested >= 2
}

fn lines(pair: &Pair, line: Line) -> Vec<Vec<usize>> {
    let count = pair.right.len();
    let columns = match (line, pair.right_shape.last()) {
        (Line::Case, _) | (_, None | Some(0)) => return vec![(0..count).collect()],
        (_, Some(&columns)) => columns,
    };
    match line {
        Line::Column => (0..columns)
            .map(|column| (column..count).step_by(columns).collect())
            .collect(),
        _ => (0..count / columns)
            .map(|row| (row * columns..(row + 1) * columns).collect())
            .collect(),
    }
}

fn is_multiple(pair: &Pair, yours: &[f64], right: &[f64]) -> bool {
    let largest = (0..right.len()).max_by(|&a, &b| right[a].abs().total_cmp(&right[b].abs()));
    let Some(at) = largest.filter(|&at| right[at] != 0.0) else {
        return pair.close(yours, right);
    };
    let ratio = yours[at] / right[at];
    let scaled: Vec<f64> = right.iter().map(|x| x * ratio).collect();
    // Two different numbers at least, or else any line is a multiple.
    let varies = right.iter().any(|x| (x / right[at] - 1.0).abs() > 1e-3);
    ratio.is_finite() && ratio != 0.0 && varies && pair.close(yours, &scaled)
}

fn is_moved(pair: &Pair, yours: &[f64], right: &[f64]) -> bool {
    let shift = yours[0] - right[0];
    let moved: Vec<f64> = right.iter().map(|x| x + shift).collect();
    let varies = right.iter().any(|x| !pair.close(&[*x], &right[..1]));
    shift.is_finite() && varies && pair.close(yours, &moved)
}

fn is_softmax(pair: &Pair, yours: &[f64], right: &[f64]) -> bool {
    let varies = right.iter().any(|x| !pair.close(&[*x], &right[..1]));
    varies && pair.close(&softmax(yours), right)
}

#[cfg(test)]
mod tests;
