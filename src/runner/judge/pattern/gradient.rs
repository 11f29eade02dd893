//! The value is right, but its gradient is not.

use super::evidence::Evidence;
use super::{diagnosis, factor, sign};
use crate::runner::judge::numbers::{case_name, position, told_apart};
use crate::runner::judge::slope::{self, Place, Slopes};
use crate::runner::outcome::Diagnosis;
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
        return diagnosis(
            "gradient",
            format!(
                "The value is right, but {subject} is zero everywhere: that input left the tape. Use it with its tape instead of through `as_vec`, `array` or a tensor made anew."
            ),
        );
    }
    let measured = slope::measure(check, evidence.answers, evidence.probed, Some(part));
    // Where the gradient is that of the value and the value is right, the fault is elsewhere: at a kink, in one case.
    if measured == Some(Slopes::Agree) {
        return None;
    }
    let how = if sign::holds(evidence) {
        "has the wrong sign".to_owned()
    } else if let Some(ratio) = factor::constant(evidence) {
        format!("is {ratio} what it should be")
    } else {
        "is not its gradient".to_owned()
    };
    let seen = match measured {
        Some(Slopes::Differ(place)) => format!("; {}", seen(evidence, &place)),
        _ => String::new(),
    };
    diagnosis(
        "gradient",
        format!(
            "The value is right, but {subject} {how}{seen}: some operation on the way is not recorded on the tape."
        ),
    )
}

/// Another value than the right one: whether the gradient is at least that of it.
pub fn under_a_wrong_value(evidence: &Evidence) -> Option<Diagnosis> {
    let check = evidence.check;
    if check.kind != Kind::Gradient || evidence.value_is_right {
        return None;
    }
    match slope::measure(check, evidence.answers, evidence.probed, None)? {
        Slopes::Agree => diagnosis(
            "another_function",
            format!(
                "Your gradient is the gradient of your value, so the tape is whole: it is the value of `{}` that is another function than the one that is wanted.",
                check.name
            ),
        ),
        Slopes::Differ(place) => diagnosis(
            "gradient",
            format!(
                "The value of `{}` is wrong, and its gradient is not the gradient of it either; {}. Some operation on the way is not recorded on the tape.",
                check.name,
                seen(evidence, &place)
            ),
        ),
    }
}

/// What was measured and what was claimed at one place.
fn seen(evidence: &Evidence, place: &Place) -> String {
    let input = &evidence.check.cases[place.case].inputs[place.input];
    let at = match input.element_count() {
        1 => evidence.input(place.input),
        _ => format!(
            "{} at {}",
            evidence.input(place.input),
            position(input, place.element)
        ),
    };
    let (slope, yours) = told_apart(place.slope, place.yours);
    format!(
        "when {at} grows a little in {}, your value changes {slope} times as much, and your gradient says {yours}",
        case_name(evidence.check, place.case)
    )
}
