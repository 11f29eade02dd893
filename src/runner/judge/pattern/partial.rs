//! All rows are right but the first or the last; or none is but one.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::outcome::Diagnosis;

/// Which rows, or columns, are wrong.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Last,
    First,
    AllButFirst,
    AllButLast,
}

const ALL: [Wrong; 4] = [
    Wrong::Last,
    Wrong::First,
    Wrong::AllButFirst,
    Wrong::AllButLast,
];

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let rank = evidence.pairs.first()?.right_shape.len();
    for axis in 0..rank.min(2) {
        for wrong in ALL {
            let long: Vec<&Pair> = evidence
                .failing()
                .filter(|pair| {
                    pair.right_shape
                        .get(axis)
                        .is_some_and(|&length| length >= 3)
                })
                .collect();
            let tested = long.len();
            if tested < 2 || 2 * tested < evidence.failing().count() {
                continue;
            }
            if !long.iter().all(|pair| is_wrong(pair, axis, wrong)) {
                continue;
            }
            let zero = long.iter().all(|pair| {
                off(pair, axis)
                    .is_some_and(|off| off.into_iter().all(|(at, _)| pair.yours[at] == 0.0))
            });
            let line = match (rank, axis) {
                (1, _) => "element",
                (_, 0) => "row",
                _ => "column",
            };
            let where_zero = if zero { " (it is left at zero)" } else { "" };
            let subject = evidence.subject();
            return diagnosis(
                "rows",
                match wrong {
                    Wrong::Last => format!(
                        "Only the last {line} of {subject} is wrong{where_zero}: a loop or a range ends one too early."
                    ),
                    Wrong::First => format!(
                        "Only the first {line} of {subject} is wrong{where_zero}: a loop or a range starts one too late; counting starts at 0."
                    ),
                    Wrong::AllButFirst => format!(
                        "Only the first {line} of {subject} is right: a loop ends after its first round, or works with what belongs to the first {line} all the time."
                    ),
                    Wrong::AllButLast => format!(
                        "Only the last {line} of {subject} is right: each round of a loop replaces what the rounds before it found."
                    ),
                },
            );
        }
    }
    None
}

/// The wrong elements of a pair and where each stands along an axis.
fn off(pair: &Pair, axis: usize) -> Option<Vec<(usize, usize)>> {
    if pair.your_shape != pair.right_shape
        || pair.right_shape.iter().product::<usize>() != pair.right.len()
    {
        return None;
    }
    let inner: usize = pair.right_shape[axis + 1..].iter().product();
    let length = pair.right_shape[axis];
    let off = (0..pair.right.len())
        .filter(|&at| !pair.close(&pair.yours[at..=at], &pair.right[at..=at]))
        .map(|at| (at, at / inner % length));
    Some(off.collect())
}

fn is_wrong(pair: &Pair, axis: usize, wrong: Wrong) -> bool {
    let Some(off) = off(pair, axis) else {
        return false;
    };
    let length = pair.right_shape[axis];
    let mut lines: Vec<usize> = off.into_iter().map(|(_, line)| line).collect();
    lines.sort_unstable();
    lines.dedup();
    let expected: Vec<usize> = match wrong {
        Wrong::Last => vec![length - 1],
        Wrong::First => vec![0],
        Wrong::AllButFirst => (1..length).collect(),
        Wrong::AllButLast => (0..length - 1).collect(),
    };
    lines == expected
}
