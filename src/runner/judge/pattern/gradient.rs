//! The value is right, but its gradient is not.

use super::evidence::Evidence;
use super::factor::Times;
use super::{diagnosis, factor, sign};
use crate::runner::judge::numbers::{case_name, position, told_apart};
use crate::runner::judge::slope::{self, Place, Slopes};
use crate::runner::outcome::Diagnosis;
use crate::runner::words::judge::pattern::gradient as words;
use crate::runner::words::judge::subject as subjects;
use crate::sheet::Kind;

pub fn under_a_right_value(evidence: &Evidence) -> Option<Diagnosis> {
    let (check, part) = (evidence.check, evidence.part);
    if check.kind != Kind::Gradient || part == 0 {
        return None;
    }
    if !evidence.value_is_right {
        return None;
    }
    let subject = evidence.subject();
    let zero = evidence
        .pairs
        .iter()
        .all(|pair| pair.yours.iter().all(|&x| x == 0.0));
    if zero {
        return diagnosis("gradient", words::zero(subject));
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
    let not_recorded = words::not_recorded();
    let message = match measured {
        Some(Slopes::Differ(place)) => {
            format!("{how} {} {not_recorded}", seen(evidence, &place))
        }
        _ => format!("{how} {not_recorded}"),
    };
    diagnosis("gradient", message)
}

/// Another value than the right one: whether the gradient is at least that of it.
pub fn under_a_wrong_value(evidence: &Evidence) -> Option<Diagnosis> {
    let check = evidence.check;
    if check.kind != Kind::Gradient || evidence.value_is_right {
        return None;
    }
    match slope::measure(check, evidence.answers, evidence.probed, None)? {
        Slopes::Agree => diagnosis("another_function", words::another_function(&check.name)),
        Slopes::Differ(place) => {
            let sentences = [
                words::of_neither(&check.name),
                seen(evidence, &place),
                words::not_recorded().to_owned(),
            ];
            diagnosis("gradient", sentences.join(" "))
        }
    }
}

/// What was measured and what was claimed at one place.
fn seen(evidence: &Evidence, place: &Place) -> String {
    let input = &evidence.check.cases[place.case].inputs[place.input];
    let name = evidence.input(place.input);
    let at = match input.element_count() {
        1 => name,
        _ => subjects::element_at(name, position(input, place.element)),
    };
    let (slope, yours) = told_apart(place.slope, place.yours);
    words::measured(at, case_name(evidence.check, place.case), slope, yours)
}
