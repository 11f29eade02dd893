//! NaN or infinity: where first, and the input that made it.

use super::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::compare::{elements, shape};
use crate::runner::judge::numbers::{case_name, format_number, position};
use crate::runner::outcome::Diagnosis;
use crate::runner::words::judge::pattern::not_finite as words;
use crate::wire::Value;

/// A fact about the smallest failing case: it is true whatever else is wrong.
pub fn recognise(evidence: &Evidence, case: usize) -> Option<Diagnosis> {
    let pair = evidence.pairs.iter().find(|pair| pair.number == case)?;
    let at = (0..pair.yours.len())
        .find(|&at| !pair.yours[at].is_finite() && pair.right[at].is_finite())?;
    let right = pair.case.right.parts.get(evidence.part)?;
    let (subject, name) = (evidence.capital(), case_name(evidence.check, case));
    let (x, place) = (pair.yours[at], position(right, at));
    let what = match pair.yours.len() {
        1 if x.is_nan() => words::number_nan(subject, name),
        1 if x > 0.0 => words::number_infinite(subject, name),
        1 => words::number_minus_infinite(subject, name),
        _ if x.is_nan() => words::nan(subject, place, name),
        _ if x > 0.0 => words::infinite(subject, place, name),
        _ => words::minus_infinite(subject, place, name),
    };
    let sentences = [
        Some(what),
        input_there(evidence, pair, at),
        Some(cause(evidence, pair)),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    diagnosis("not_finite", sentences.join(" "))
}

/// The element of an input of the same shape that stands at the same place.
fn input_there(evidence: &Evidence, pair: &Pair, at: usize) -> Option<String> {
    let (number, input) = numbers(pair).find(|(_, input)| shape(input) == pair.right_shape)?;
    let number_there = format_number(*elements(input).get(at)?);
    Some(words::input_there(evidence.input(number), number_there))
}

/// What in the inputs makes it, as far as one can see.
fn cause(evidence: &Evidence, pair: &Pair) -> String {
    let all: Vec<(usize, f64)> = numbers(pair)
        .flat_map(|(number, input)| elements(input).into_iter().map(move |x| (number, x)))
        .filter(|(_, x)| x.is_finite())
        .collect();
    let largest = all.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let smallest = all.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    match (largest, smallest) {
        (Some(&(input, largest)), _) if largest > 80.0 => {
            words::goes_up(evidence.input(input), format_number(largest))
        }
        (_, Some(&(input, smallest))) if smallest < -80.0 => {
            words::goes_down(evidence.input(input), format_number(smallest))
        }
        _ => words::look().to_owned(),
    }
}

/// The inputs that are numbers, labels and switches left out.
fn numbers<'a>(pair: &Pair<'a>) -> impl Iterator<Item = (usize, &'a Value)> {
    let inputs = pair.case.inputs.iter().enumerate();
    inputs.filter(|(_, input)| input.is_floating())
}
