//! The value is right, but its gradient is not.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use super::factor::Times;
use super::{factor, sign};
use crate::runner::judge::compare::compare;
use crate::runner::judge::elements::elements;
use crate::runner::judge::judged::returned;
use crate::runner::judge::numbers::{case_name, position, told_apart};
use crate::runner::judge::probe::differentiated;
use crate::runner::judge::slope::{self, Slopes, WrongSlope};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::gradient as words;
use crate::runner::words::judge::subject as subjects;
use crate::sheet::CheckKind;

pub fn under_a_right_value(evidence: &Evidence) -> Option<Diagnosis> {
    let (check, part) = (evidence.check, evidence.part);
    if check.kind != CheckKind::Gradient || part == 0 {
        return None;
    }
    if !evidence.value_is_right {
        return None;
    }
    if let Some(input) = lent(evidence) {
        return diagnosis(DiagnosisKind::Gradient, words::lent(input));
    }
    let subject = evidence.subject();
    let zero = evidence
        .pairs
        .iter()
        .all(|pair| pair.yours.iter().all(|&x| x == 0.0));
    if zero {
        return diagnosis(DiagnosisKind::Gradient, words::zero(subject));
    }
    let measured = slope::measure(check, evidence.answers, evidence.probed, Some(part));
    // Where the gradient is that of the value and the value is right, the fault is elsewhere: at a kink, in one case.
    if measured == Some(Slopes::Agree) {
        return None;
    }
    let how = if sign::holds(evidence) {
        words::sign(subject)
    } else {
        match factor::constant(evidence) {
            Some(Times::Twice) => words::twice(subject),
            Some(Times::Half) => words::half(subject),
            Some(Times::Other(number)) => words::times(subject, number),
            None => words::another(subject),
        }
    };
    // The cause is what the slope shows; where it could not be measured, none is named.
    let message = match measured {
        Some(Slopes::Differ(place)) => {
            let seen = seen(evidence, &place);
            format!("{how} {seen} {}", words::not_recorded())
        }
        _ => how,
    };
    diagnosis(DiagnosisKind::Gradient, message)
}

/// The input of the gradient, where the function used it, but in no failing case with its own tape, at least not all
/// tensors of it.
fn lent(evidence: &Evidence) -> Option<String> {
    let part = evidence.part;
    let is_lent = |number: usize| {
        let mut answers = evidence.answers.iter();
        let judged = answers.find(|judged| judged.case == number);
        let answer = judged.and_then(returned);
        answer.is_some_and(|answer| answer.lent.iter().any(|lent| lent.part == part))
    };
    let input = differentiated(evidence.check).into_iter();
    let input = input
        .filter(|&(of, _)| of == part)
        .map(|(_, input)| input)
        .next()?;
    let mut failing = evidence.failing();
    failing
        .all(|pair| is_lent(pair.number))
        .then(|| evidence.input(input))
}

/// Another value than the right one: whether the gradient is at least that of it.
pub fn under_a_wrong_value(evidence: &Evidence) -> Option<Diagnosis> {
    let check = evidence.check;
    if check.kind != CheckKind::Gradient || evidence.value_is_right {
        return None;
    }
    match slope::measure(check, evidence.answers, evidence.probed, None)? {
        Slopes::Agree => {
            let name = &check.name;
            let message = match only_lent(evidence) {
                Some(inputs) => words::another_function_lent(name, inputs),
                None => words::another_function(name),
            };
            let message = match right_for(evidence) {
                Some(inputs) => format!("{message} {}", words::term_without(inputs)),
                None => message,
            };
            diagnosis(DiagnosisKind::AnotherFunction, message)
        }
        Slopes::Differ(place) => {
            let sentences = [
                words::of_neither(&check.name),
                seen(evidence, &place),
                words::not_recorded().to_owned(),
            ];
            diagnosis(DiagnosisKind::Gradient, sentences.join(" "))
        }
    }
}

/// The inputs that some call used, but not with their own tape.
fn only_lent(evidence: &Evidence) -> Option<String> {
    let is_lent = |of: usize| {
        let mut answers = evidence.answers.iter().filter_map(returned);
        answers.any(|answer| answer.lent.iter().any(|lent| lent.part == of))
    };
    let all = differentiated(evidence.check).into_iter();
    let lent = all.filter(|&(of, _)| is_lent(of));
    let lent: Vec<usize> = lent.map(|(_, input)| input).collect();
    (!lent.is_empty()).then(|| evidence.inputs(&lent))
}

/// The inputs, but not all of them, whose gradient is right in every case, and not zero in some.
fn right_for(evidence: &Evidence) -> Option<String> {
    /// So many cases have to tell something.
    const FEWEST: usize = 3;
    let check = evidence.check;
    let is_right = |part: usize| {
        let mut telling = 0;
        let all = evidence.answers.iter().all(|judged| {
            let case = &check.cases[judged.case];
            let comparator = check.parts.get(part).map(|part| &part.comparator);
            let (Some(answer), Some(comparator)) = (returned(judged), comparator) else {
                return false;
            };
            let right = case.right.parts.get(part).map(elements).unwrap_or_default();
            telling += usize::from(right.iter().any(|&x| x != 0.0));
            compare(comparator, case, part, answer, &case.right).is_none()
        });
        all && telling >= FEWEST
    };
    let all = differentiated(check);
    let right = all.iter().filter(|&&(part, _)| is_right(part));
    let right: Vec<usize> = right.map(|&(_, input)| input).collect();
    (!right.is_empty() && right.len() < all.len()).then(|| evidence.inputs(&right))
}

/// What was measured and what was claimed at one place.
fn seen(evidence: &Evidence, place: &WrongSlope) -> String {
    let input = &evidence.check.cases[place.case].inputs[place.input];
    let name = evidence.input(place.input);
    let at = match input.element_count() {
        1 => name,
        _ => subjects::element_at(name, position(input, place.element)),
    };
    let (slope, yours) = told_apart(place.slope, place.yours);
    words::measured(at, case_name(evidence.check, place.case), slope, yours)
}

#[cfg(test)]
mod tests;
