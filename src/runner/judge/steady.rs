//! The same call, and another answer: chance, or something kept from call to call.

use super::compare::elements;
use super::numbers::{case_name, told_apart};
use super::probe::{Probed, difference};
use super::{Judged, explain};
use crate::runner::outcome::Diagnosis;
use crate::sheet::{Check, Returned};

/// What is said where two calls with the same inputs and the same seed were answered differently, and the case.
pub fn recognise(check: &Check, answers: &[Judged], probed: &Probed) -> Option<(Diagnosis, usize)> {
    let (case, original, other) = probed.variation(check, answers)?;
    let (part, at) = difference(check, case, original, other)?;
    let number = |answer: &Returned| {
        let elements = elements(answer.parts.get(part)?);
        elements.get(at).copied()
    };
    let numbers = number(original).zip(number(other));
    let numbers = numbers.map(|(one, other)| told_apart(one, other));
    let place = case_name(check, case);
    let kept = probed.repeats(check, answers) == Some(true);
    let (kind, message) = if kept {
        let numbers = numbers.map_or_else(String::new, |(one, other)| {
            format!(" (first {one}, then {other})")
        });
        (
            "state",
            format!(
                "{} in {place} depends on the calls before it{numbers}: something is kept from call to call, such as a `static` or a thread-local. It has to follow from the inputs alone.",
                explain::capitalised(&explain::subject(check, part))
            ),
        )
    } else {
        let numbers = numbers.map_or_else(String::new, |(one, other)| {
            format!(": {one} the first time, then {other}")
        });
        let seed = check.inputs.iter().find(|name| name.contains("seed"));
        let advice = match seed {
            Some(seed) => format!("Every random number has to come from `{seed}`."),
            None => "Look for random numbers, the time, or the order of a hash map.".to_owned(),
        };
        (
            "nondeterministic",
            format!(
                "`{}` answers the same inputs differently in {place}{numbers}. {advice}",
                check.name
            ),
        )
    };
    Some((
        Diagnosis {
            kind: kind.to_owned(),
            id: None,
            message,
        },
        case,
    ))
}
