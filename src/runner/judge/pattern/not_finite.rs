//! NaN or infinity: where first, and the input that made it.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::numbers::{case_name, format_number, position};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
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
        Some(cause(evidence, pair, x)),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    diagnosis(DiagnosisKind::NotFinite, sentences.join(" "))
}

/// The element of the input of the same shape that stands at the same place. Of several such inputs, nothing tells which one
/// has to do with it.
fn input_there(evidence: &Evidence, pair: &Pair, at: usize) -> Option<String> {
    let mut alike = numbers(pair).filter(|(_, input)| shape(input) == pair.right_shape);
    let (number, input) = alike.next()?;
    if alike.next().is_some() {
        return None;
    }
    let number_there = format_number(*elements(input).get(at)?);
    Some(words::input_there(evidence.input(number), number_there))
}

/// What in the inputs makes it, where that is so in every case that is not finite; else what can. The numbers that are
/// quoted are those of `reported`, the case that is told of.
fn cause(evidence: &Evidence, reported: &Pair, x: f64) -> String {
    /// `exp` of more than this is infinite in `f32`.
    const HIGHEST: f64 = 88.8;
    /// `exp` of less than this is 0 in `f32`.
    const LOWEST: f64 = -104.0;
    let is_bad = |pair: &&Pair| {
        let mut all = pair.yours.iter().zip(&pair.right);
        all.any(|(yours, right)| !yours.is_finite() && right.is_finite())
    };
    let bad: Vec<&Pair> = evidence.pairs.iter().filter(is_bad).collect();
    // In some input of every such case there is one like that.
    let everywhere = |is_meant: &dyn Fn(f64) -> bool| {
        let input = |pair: &Pair| {
            let mut inputs = numbers(pair);
            let found = inputs.find(|(_, input)| elements(input).into_iter().any(is_meant));
            found.map(|(number, _)| number)
        };
        let always = bad.iter().all(|pair| input(pair).is_some());
        input(reported).filter(|_| always)
    };
    let finite = |input: usize| {
        let numbers = reported.case.inputs.get(input).map(elements);
        let numbers = numbers.unwrap_or_default().into_iter();
        numbers.filter(|x| x.is_finite())
    };
    if let Some(input) = everywhere(&|x: f64| x.is_infinite()) {
        return words::infinite_input(evidence.input(input));
    }
    let is_single = bad.iter().all(|pair| {
        let right = pair.case.right.parts.get(evidence.part);
        right.is_some_and(|right| !right.is_double())
    });
    if is_single && let Some(input) = everywhere(&|x| x.is_finite() && x > HIGHEST) {
        let largest = finite(input).fold(f64::NEG_INFINITY, f64::max);
        let smallest = finite(input).fold(f64::INFINITY, f64::min);
        let input = evidence.input(input);
        let (smallest, far) = (format_number(smallest), largest - smallest > -LOWEST);
        let largest = format_number(largest);
        // Whoever subtracts the largest of all rows loses the others: nothing overflows there.
        return match far && x != f64::INFINITY {
            true => words::goes_both(input, smallest, largest),
            false => words::goes_up(input, largest),
        };
    }
    if is_single && let Some(input) = everywhere(&|x| x.is_finite() && x < LOWEST) {
        let smallest = format_number(finite(input).fold(f64::INFINITY, f64::min));
        return match x.is_nan() {
            true => words::goes_down_nan(evidence.input(input), smallest),
            false => words::goes_down(evidence.input(input), smallest),
        };
    }
    match x.is_nan() {
        true => words::look_nan().to_owned(),
        false => words::look_infinite().to_owned(),
    }
}

/// The inputs that are numbers, labels and switches left out.
fn numbers<'a>(pair: &Pair<'a>) -> impl Iterator<Item = (usize, &'a Value)> {
    let inputs = pair.case.inputs.iter().enumerate();
    inputs.filter(|(_, input)| input.is_floating())
}

#[cfg(test)]
mod tests;
