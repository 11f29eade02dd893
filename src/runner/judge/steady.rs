//! The same call, and another answer: chance, or something kept from call to call.

use super::elements::elements;
use super::judged::Judged;
use super::naming;
use super::numbers::{case_name, told_apart};
use super::probe::{Probed, difference};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::call as words;
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
    // Where there are more of them or fewer, the first ones may be the same.
    let numbers = numbers.filter(|(one, other)| one != other);
    let place = case_name(check, case);
    let kept = probed.repeats(check, answers) == Some(true);
    let (kind, message) = if kept {
        let subject = naming::capitalised(&naming::subject(check, part));
        let message = match numbers {
            Some((one, other)) => words::depends_on_calls_shown(subject, place, one, other),
            None => words::depends_on_calls(subject, place),
        };
        (DiagnosisKind::State, message)
    } else {
        let name = &check.name;
        let what = match numbers {
            Some((one, other)) => words::answers_differently_shown(name, place, one, other),
            None => words::answers_differently(name, place),
        };
        let seed = check.inputs.iter().find(|name| name.contains("seed"));
        let advice = match seed {
            Some(seed) => words::draw_from(seed),
            None => words::look_for_chance().to_owned(),
        };
        (DiagnosisKind::Nondeterministic, format!("{what} {advice}"))
    };
    Some((
        Diagnosis {
            kind,
            id: None,
            message,
        },
        case,
    ))
}
