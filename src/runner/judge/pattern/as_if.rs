//! The right answer to other inputs: a row left out, an input not used, two of them exchanged, an axis taken for another.
//!
//! The reference has answered such inputs, see [`crate::sheet::Variation`]. Who gives its answer to them for the real
//! inputs, in every case, has worked with the others.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::numbers::case_name;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::{axes as axis_words, inputs as words};
use crate::sheet::change::{row_count, with_axes};
use crate::sheet::{Change, CheckKind, Missing};

/// Whether a pair holds the right answer to changed inputs, given its elements and their shape.
type Test<'a> = dyn Fn(&Pair, &[f64], &[usize]) -> bool + 'a;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    // Whoever uses the wrong inputs has a wrong value first, and the gradients follow it.
    if evidence.check.kind == CheckKind::Gradient && evidence.part > 0 {
        return None;
    }
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

/// Where there are as many rows in every case as would be right if two inputs changed places, whatever stands in them.
pub fn recognise_length(evidence: &Evidence) -> Option<Diagnosis> {
    let changes = evidence.check.variations.iter().map(|it| &it.change);
    let mut exchanges = changes.filter_map(|change| match change {
        Change::Exchanged { inputs } => Some((change, *inputs)),
        _ => None,
    });
    exchanges.find_map(|(change, (one, other))| {
        let varied = evidence.variations(|it| it == change);
        let first = |shape: &[usize]| shape.first().copied();
        let mut all = varied.iter();
        if !all.all(|(_, pair, _, shape)| first(&pair.your_shape) == first(shape)) {
            return None;
        }
        let mut wrong = varied.iter().filter_map(|(_, pair, ..)| {
            let lengths = (first(&pair.your_shape)?, first(&pair.right_shape)?);
            (lengths.0 != lengths.1).then_some((pair.number, lengths))
        });
        let (case, (yours, right)) = wrong.next()?;
        let pairs = std::collections::BTreeSet::from_iter(wrong.map(|(_, lengths)| lengths));
        let failing = evidence.failing().count();
        // Three different lengths are no chance.
        if pairs.len() < 3 || 2 * varied.len() < failing {
            return None;
        }
        let message = words::as_long_as_exchanged(
            evidence.subject(),
            yours,
            case_name(evidence.check, case),
            right,
            evidence.input(one),
            evidence.input(other),
        );
        diagnosis(DiagnosisKind::Exchanged, message)
    })
}

/// The words for a change, if yours is the right answer to the changed inputs in every case that was answered so.
fn holds(evidence: &Evidence, change: &Change) -> Option<Diagnosis> {
    let varied = evidence.variations(|other| other == change);
    let failing = varied.iter().filter(|(_, pair, ..)| pair.fails).count();
    // Few numbers can agree by chance, and a change that most failing cases know nothing of explains little.
    if failing < 2
        || 2 * failing < evidence.failing().count()
        || evidence.variety() < 2
        || evidence.variety_of_yours() < 2
    {
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
    if all(&as_it_is) && (is_of_one_part(change) || holds_in_all_parts(evidence, change)) {
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

/// Whether yours is the right answer to the changed inputs wherever that is known.
fn is_right_answer_to(evidence: &Evidence, change: &Change) -> bool {
    let varied = evidence.variations(|other| other == change);
    let mut varied = varied.iter();
    varied.all(|(_, pair, right, _)| pair.close(&pair.yours, right))
}

/// Whether what a change says is about one part alone. Two inputs that changed places did so in all of them: where one
/// part has the other input, and the other part has it too, one of the two is not used.
fn is_of_one_part(change: &Change) -> bool {
    !matches!(change, Change::Exchanged { .. })
}

/// Whether every part is the right answer to the changed inputs. Gradients are no parts of their own here.
fn holds_in_all_parts(evidence: &Evidence, change: &Change) -> bool {
    let parts = match evidence.check.kind {
        CheckKind::Gradient => 1,
        _ => evidence.check.parts.len(),
    };
    let mut others = (0..parts).filter(|&part| part != evidence.part);
    others.all(|part| {
        let other = Evidence::gather(evidence.check, evidence.answers, evidence.probed, part);
        is_right_answer_to(&other, change)
    })
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
            diagnosis(DiagnosisKind::Rows, message)
        }
        Change::Transposed {
            input: number,
            axes,
        } => {
            let moved: Vec<usize> = (0..axes.len()).filter(|&axis| axes[axis] != axis).collect();
            // The reference exchanges two at a time.
            let [one, other] = moved[..] else {
                return None;
            };
            let (input, subject) = (input(*number), evidence.subject());
            diagnosis(
                DiagnosisKind::Axis,
                axis_words::two_axes(input, subject, one, other),
            )
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
            diagnosis(DiagnosisKind::Ignored, message)
        }
        Change::Negated { input: number } => {
            // Where the sign of another input would do as well, nothing tells which of the two is wrong.
            let is_other = |change: &&Change| {
                let is_negated = matches!(change, Change::Negated { input: it } if it != number);
                is_negated && is_right_answer_to(evidence, change)
            };
            let mut changes = evidence.check.variations.iter().map(|it| &it.change);
            let message = match changes.find(is_other) {
                Some(Change::Negated { input: other }) => {
                    words::either_negated(subject, input(*number), input(*other))
                }
                _ => words::negated(subject, input(*number)),
            };
            diagnosis(DiagnosisKind::Sign, message)
        }
        Change::Exchanged { inputs } => diagnosis(
            DiagnosisKind::Exchanged,
            words::exchanged(subject, input(inputs.0), input(inputs.1)),
        ),
        Change::Reordered { .. }
        | Change::Another { .. }
        | Change::Larger { .. }
        | Change::Smaller { .. }
        | Change::Fewer { .. } => None,
    }
}

#[cfg(test)]
mod tests;
