//! The right answer to other inputs: a row left out, an input not used, two of them exchanged, an axis taken for another.
//!
//! The reference has answered such inputs, see [`crate::sheet::Variation`]. Who gives its answer to them for the real
//! inputs, in every case, has worked with the others.

use super::evidence::{Evidence, Pair};
use super::{diagnosis, transposed};
use crate::runner::outcome::Diagnosis;
use crate::runner::words::judge::pattern::{axes as axis_words, inputs as words};
use crate::sheet::change::{row_count, with_axes};
use crate::sheet::{Change, Missing};

/// Whether a pair holds the right answer to changed inputs, given its elements and their shape.
type Test<'a> = dyn Fn(&Pair, &[f64], &[usize]) -> bool + 'a;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let mut tried: Vec<Change> = Vec::new();
    for variation in &evidence.check.variations {
        if !variation.inputs.is_empty() || tried.contains(&variation.change) {
            continue;
        }
        tried.push(variation.change.clone());
        if let Some(found) = holds(evidence, &variation.change) {
            return Some(found);
        }
    }
    None
}

/// The words for a change, if yours is the right answer to the changed inputs in every case that was answered so.
fn holds(evidence: &Evidence, change: &Change) -> Option<Diagnosis> {
    let varied = evidence.variations(|other| other == change);
    let failing = varied.iter().filter(|(_, pair, ..)| pair.fails).count();
    // Few numbers can agree by chance, and a change that most failing cases know nothing of explains little.
    if failing < 2 || 2 * failing < evidence.failing().count() || evidence.variety() < 2 {
        return None;
    }
    let all = |yours_is: &Test<'_>| {
        varied
            .iter()
            .all(|(_, pair, right, shape)| yours_is(pair, right, shape))
    };
    // The shape of a matrix tells more than its numbers do; that of a line may have lost its axes of length 1.
    let as_it_is = |pair: &Pair, right: &[f64], shape: &[usize]| {
        pair.close(&pair.yours, right) && (shape.len() < 2 || pair.your_shape == shape)
    };
    if all(&as_it_is) {
        return in_words(evidence, change, false);
    }
    match change {
        // The axis was taken for another, and what came out was turned back to the shape that is wanted.
        Change::Transposed { axes, .. } => {
            let turned_back = |pair: &Pair, right: &[f64], shape: &[usize]| {
                with_axes(shape, right, axes)
                    .is_some_and(|(_, right)| pair.close(&pair.yours, &right))
            };
            all(&turned_back).then_some(())?;
            in_words(evidence, change, false)
        }
        // A mean over all rows to which one of them adds nothing.
        Change::Without { inputs, rows } => {
            let all_counted = |pair: &Pair, right: &[f64], _: &[usize]| {
                let rows_of = pair.case.inputs.get(inputs[0]).and_then(row_count);
                let all = rows_of.unwrap_or(0) as f64;
                let kept = match rows {
                    Missing::First | Missing::Last => all - 1.0,
                    Missing::AllButFirst | Missing::AllButLast => 1.0,
                };
                let scaled: Vec<f64> = right.iter().map(|x| x * kept / all).collect();
                pair.close(&pair.yours, &scaled)
            };
            all(&all_counted).then_some(())?;
            in_words(evidence, change, true)
        }
        _ => None,
    }
}

fn in_words(evidence: &Evidence, change: &Change, all_counted: bool) -> Option<Diagnosis> {
    let subject = evidence.capital();
    let input = |number: usize| evidence.input(number);
    match change {
        Change::Without {
            inputs,
            rows: missing,
        } => {
            let names = evidence.inputs(inputs);
            let row = evidence.row_word(inputs);
            let left_out = match missing {
                Missing::Last => words::without_last(subject, row, names),
                Missing::First => words::without_first(subject, row, names),
                Missing::AllButFirst => words::only_first(subject, names, row),
                Missing::AllButLast => words::only_last(subject, names, row),
            };
            let message = match all_counted {
                true => format!("{left_out} {}", words::all_counted()),
                false => left_out,
            };
            diagnosis("rows", message)
        }
        Change::Transposed {
            input: number,
            axes,
        } => {
            let moved: Vec<usize> = (0..axes.len()).filter(|&axis| axes[axis] != axis).collect();
            let (input, subject) = (input(*number), evidence.subject());
            let message = match moved[..] {
                [one, other] => axis_words::two_axes(input, subject, one, other),
                _ => axis_words::more_axes(input, subject, transposed::listed(&moved)),
            };
            diagnosis("axis", message)
        }
        Change::Constant {
            input: number,
            value,
        } => {
            let mut pairs = evidence.pairs.iter();
            let is_number = pairs.all(|pair| pair.case.inputs[*number].element_count() == 1);
            let message = match is_number {
                true => words::number_unused(subject, input(*number), value),
                false => words::array_unused(subject, input(*number), value),
            };
            diagnosis("ignored", message)
        }
        Change::Negated { input: number } => {
            diagnosis("sign", words::negated(subject, input(*number)))
        }
        Change::Exchanged { inputs } => diagnosis(
            "exchanged",
            words::exchanged(subject, input(inputs.0), input(inputs.1)),
        ),
        Change::Reordered { .. }
        | Change::Another { .. }
        | Change::Larger { .. }
        | Change::Smaller { .. }
        | Change::Fewer { .. } => None,
    }
}
