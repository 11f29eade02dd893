//! One finding in one or two sentences.

use super::compare::elements;
use super::finding::{Choice, Fault, Finding, Place, RowFault};
use super::numbers::{case_name, format_number, told_apart};
use super::panic;
use super::sequence::{Difference, SequenceFault, SetFault, Unit};
use super::{Judged, returned};
use crate::runner::outcome::Diagnosis;
use crate::runner::words::sequence as sequence_words;
use crate::sheet::{Answer, Check, Kind};
use crate::wire::Value;

/// The words for a finding that neither a mistake nor a pattern explains.
pub fn finding(check: &Check, judged: &Judged, finding: &Finding) -> Diagnosis {
    let (part, subject) = match finding.place {
        Place::Part(part) => (
            check.parts.get(part).map_or("", |part| part.name.as_str()),
            capitalised(&subject(check, part)),
        ),
        Place::Curve(curve) => (check.curves[curve].series.as_str(), String::new()),
    };
    let message = match &finding.fault {
        Fault::PartCount { expected, got } => {
            format!(
                "`{}` answers with {}; {} expected.",
                check.name,
                counted(*got, "part"),
                are(*expected)
            )
        }
        Fault::Type { expected, got } => {
            format!("{subject} holds {got}; it has to hold {expected}.")
        }
        Fault::Shape { expected, got } => {
            format!(
                "{subject} {}; {} is expected.",
                has_shape(got),
                shape_words(expected)
            )
        }
        Fault::ArrayCount { expected, got } => format!(
            "{subject} holds {}; {} expected.",
            counted(*got, "array"),
            are(*expected)
        ),
        Fault::ArrayShape {
            array,
            expected,
            got,
        } => format!(
            "Array {array} (counted from 0) of {} {}; {} is expected.",
            uncapitalised(&subject),
            has_shape(got),
            shape_words(expected)
        ),
        Fault::Values { off } => {
            let case = case_name(check, judged.case);
            match only_element(check, judged, finding.place) {
                Some((yours, expected)) => {
                    format!("{subject} is {yours} in {case}; {expected} is expected.")
                }
                None => format!(
                    "{subject} is off in {} of {} elements in {case}.",
                    off.len(),
                    judged_elements(check, judged, finding.place)
                ),
            }
        }
        Fault::Sequence(fault) => sequence(fault, &subject),
        Fault::Set(fault) => set(fault, &subject),
        Fault::Choice(choice) => match choice {
            Choice::Nothing => sequence_words::nothing(subject),
            Choice::NotNothing => sequence_words::not_nothing(subject),
            Choice::Error(message) => sequence_words::error(subject, cut(message, 200)),
            Choice::NotError(message) => sequence_words::not_error(subject, cut(message, 200)),
        },
        Fault::Rows(fault) => rows(*fault),
        Fault::Statistic {
            what,
            expected,
            got,
            ..
        } => format!(
            "{subject} has another distribution: its {what} is {}, {} is expected.",
            format_number(*got),
            format_number(*expected)
        ),
        Fault::NotRandom {
            zeros,
            apart,
            halves,
        } => not_random(&subject, *zeros, *apart, *halves),
        Fault::NotSimplex { row, sum } => {
            let row = format!("Row {row} (counted from 0) of {}", uncapitalised(&subject));
            if (sum - 1.0).abs() <= 1e-4 {
                format!(
                    "{row} is no probability distribution: it sums to 1, but not every element is between 0 and 1."
                )
            } else {
                format!(
                    "{row} is no probability distribution: it sums to {} instead of 1.",
                    format_number(*sum)
                )
            }
        }
        Fault::Accuracy { got, at_least } => format!(
            "Your network names {} of the held-out examples rightly; at least {} is expected.",
            percent(*got),
            percent(*at_least)
        ),
        Fault::Claim { claimed, measured } => format!(
            "You return an accuracy of {}, but on those examples your network is right for {}.",
            percent(*claimed),
            percent(*measured)
        ),
        Fault::Property(why) => why.clone(),
        Fault::CurveMissing => format!(
            "The curve `{part}` was never reported: call `report::metric(\"{part}\", step, value)` in the loop."
        ),
        Fault::CurveNotFinite { step } => format!(
            "`{part}` stops being a number at step {step}: the steps are too large, or something is divided by zero."
        ),
        Fault::CurveEndsHigh { end, allowed } => format!(
            "`{part}` ends at {}; the reference, with the same budget, gets it under {}.",
            format_number(*end),
            format_number(*allowed)
        ),
    };
    Diagnosis {
        kind: finding.fault.sort().replace(' ', "_"),
        id: None,
        message,
    }
}

/// Where two sequences part.
fn sequence(fault: &SequenceFault, subject: &str) -> String {
    let subject = match fault.row {
        Some(row) => capitalised(&sequence_words::row(row, uncapitalised(subject))),
        None => subject.to_owned(),
    };
    let counted = |count: usize| match (fault.unit, count) {
        (Unit::Character, 1) => sequence_words::one_character().to_owned(),
        (Unit::Character, count) => sequence_words::characters(count),
        (_, 1) => sequence_words::one_element().to_owned(),
        (_, count) => sequence_words::elements(count),
    };
    match &fault.difference {
        Difference::Empty { of: 1 } => sequence_words::empty_of_one(subject, counted(1)),
        Difference::Empty { of } => sequence_words::empty(subject, counted(*of)),
        Difference::Ends { after, of, next } => {
            sequence_words::ends(subject, after, counted(*of), next)
        }
        Difference::GoesOn { after, next } => {
            sequence_words::goes_on(subject, counted(*after), next)
        }
        Difference::Missing { at, item } => sequence_words::missing(subject, item, at),
        Difference::Surplus { at, item } => sequence_words::surplus(subject, item, at),
        Difference::Swapped { at, first, second } => {
            sequence_words::swapped(subject, first, second, at)
        }
        Difference::Reordered {
            at,
            yours,
            expected,
        } => sequence_words::reordered(subject, at, yours, expected),
        Difference::Parts {
            at: 0,
            yours,
            expected,
        } => sequence_words::parts_at_once(subject, yours, expected),
        Difference::Parts {
            at,
            yours,
            expected,
        } => sequence_words::parts(subject, at, yours, expected),
    }
}

/// What is only in one of two sets, in one or two sentences.
fn set(fault: &SetFault, subject: &str) -> String {
    /// As many are named.
    const NAMED: usize = 5;
    let listed = |items: &[String]| items[..items.len().min(NAMED)].join(", ");
    let missing = match &fault.missing[..] {
        [] => None,
        [item] => Some(sequence_words::one_not_in_set(subject, item)),
        items => Some(sequence_words::several_not_in_set(
            subject,
            items.len(),
            listed(items),
        )),
    };
    let surplus = match &fault.surplus[..] {
        [] => None,
        [item] => Some(sequence_words::one_more_in_set(subject, item)),
        items => Some(sequence_words::several_more_in_set(
            subject,
            items.len(),
            listed(items),
        )),
    };
    let sentences: Vec<String> = missing.into_iter().chain(surplus).collect();
    sentences.join(" ")
}

fn not_random(subject: &str, zeros: bool, apart: usize, halves: (f64, f64)) -> String {
    let object = uncapitalised(subject);
    match (zeros, apart) {
        (true, 0) => format!(
            "{} of the first half of {object} are zero, but {} of the second: chance has to treat every position alike.",
            percent(halves.0),
            percent(halves.1)
        ),
        (false, 0) => format!(
            "The numbers in the first half of {object} are {} on average, those in the second {}: chance has to treat every position alike.",
            format_number(halves.0),
            format_number(halves.1)
        ),
        (true, 1) => format!(
            "Whether an element of {object} is zero has to do with the one before it: every position has to be drawn by itself."
        ),
        (true, _) => format!(
            "Whether an element of {object} is zero has to do with the one {apart} positions before it: every position has to be drawn by itself."
        ),
        (false, 1) => format!(
            "Every element of {object} has to do with the one before it: each has to be drawn by itself."
        ),
        (false, _) => format!(
            "Every element of {object} has to do with the one {apart} positions before it: each has to be drawn by itself."
        ),
    }
}

/// The words for an answer that does not fit a frame.
pub fn too_large(check: &Check, judged: &Judged) -> Diagnosis {
    let bytes = match judged.answer {
        Answer::TooLarge(bytes) => bytes,
        _ => 0,
    };
    Diagnosis {
        kind: "too_large".to_owned(),
        id: None,
        message: format!(
            "`{}` returns {} MiB in {}, which is too much to be compared; look at the shape of what it returns.",
            check.name,
            bytes.div_ceil(1 << 20),
            case_name(check, judged.case)
        ),
    }
}

/// The diagnosis of a training that was not held against its mistakes, because a check before it has a named one.
pub fn may_follow_from(diagnosis: &mut Diagnosis, earlier: &str) {
    diagnosis.message = format!(
        "{} The check `{earlier}` fails as well; mend that first, because this may follow from it.",
        diagnosis.message
    );
}

/// The words for a panic.
pub fn panic(check: &Check, judged: &Judged) -> Diagnosis {
    let (message, place) = match &judged.answer {
        Answer::Panicked { message, place } => (message.as_str(), place.as_deref()),
        _ => ("", None),
    };
    if let Some(words) = panic::inside_dfdx_in_words(message, place) {
        return Diagnosis {
            kind: "panic".to_owned(),
            id: None,
            message: format!(
                "`{}` panicked inside dfdx in {}. {words}",
                check.name,
                case_name(check, judged.case)
            ),
        };
    }
    let place = place.map_or_else(String::new, |place| format!(" at {place}"));
    let first = cut(message.lines().next().unwrap_or_default().trim(), 300);
    let said = if first.is_empty() {
        ".".to_owned()
    } else {
        format!(": {first}")
    };
    Diagnosis {
        kind: "panic".to_owned(),
        id: None,
        message: format!(
            "`{}` panicked{place} in {}{said}",
            check.name,
            case_name(check, judged.case)
        ),
    }
}

/// What a part is called in the middle of a sentence.
pub fn subject(check: &Check, part: usize) -> String {
    match check.parts.get(part) {
        Some(part) if check.kind == Kind::Gradient && part.name.starts_with("gradient") => {
            format!("the {}", part.name)
        }
        Some(part) if check.parts.len() > 1 => {
            format!("the part `{}` of `{}`", part.name, check.name)
        }
        _ => format!("the result of `{}`", check.name),
    }
}

/// The same at the start of a sentence.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// At most `letters` of a text that somebody else wrote.
pub fn cut(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

fn are(count: usize) -> String {
    format!("{count} {}", if count == 1 { "is" } else { "are" })
}

fn has_shape(shape: &[usize]) -> String {
    match shape {
        [] => "is a single number".to_owned(),
        _ => format!("has shape {shape:?}"),
    }
}

/// A shape in a sentence or a table.
pub fn shape_words(shape: &[usize]) -> String {
    match shape {
        [] => "a single number".to_owned(),
        _ => format!("{shape:?}"),
    }
}

/// Yours and the right one, where the answer is a single number or a yes or no.
fn only_element(check: &Check, judged: &Judged, place: Place) -> Option<(String, String)> {
    let Place::Part(part) = place else {
        return None;
    };
    let right = check.cases[judged.case].right.parts.get(part)?;
    let yours = returned(judged)?.parts.get(part)?;
    match (yours, right) {
        (Value::Flag(yours), Value::Flag(right)) => {
            Some((format!("`{yours}`"), format!("`{right}`")))
        }
        _ => match (&elements(yours)[..], &elements(right)[..]) {
            (&[yours], &[right]) => Some(told_apart(yours, right)),
            _ => None,
        },
    }
}

fn judged_elements(check: &Check, judged: &Judged, place: Place) -> usize {
    let Place::Part(part) = place else { return 0 };
    check.cases[judged.case]
        .right
        .parts
        .get(part)
        .map_or(0, Value::element_count)
}

fn rows(fault: RowFault) -> String {
    match fault {
        RowFault::Size {
            group,
            expected,
            got,
        } => format!(
            "Group {} has {}; {} expected.",
            group + 1,
            counted(got, "row"),
            are(expected)
        ),
        RowFault::Unpaired {
            group,
            rows,
            partners,
        } => format!(
            "Group {} has {}, but {partners} of what belongs to them: every row needs its partner.",
            group + 1,
            counted(rows, "row")
        ),
        RowFault::Changed { count } => format!(
            "{} in the result {} none of the input's: rows may only be moved, not changed.",
            counted(count, "row"),
            if count == 1 { "is" } else { "are" }
        ),
        RowFault::Parted { count } => format!(
            "{} beside something that belongs to another row: move rows and labels together.",
            verb(count, "stands", "stand")
        ),
        RowFault::Repeated { count } => format!(
            "{} in the result too many: some rows of the input are there more than once.",
            verb(count, "is", "are")
        ),
        RowFault::Lost { count } => format!(
            "{} missing in the result, though the input has {}.",
            verb(count, "is", "are"),
            if count == 1 { "it" } else { "them" }
        ),
        RowFault::NotShuffled => "The rows are still in the order of the input.".to_owned(),
    }
}

fn verb(count: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        counted(count, "row"),
        if count == 1 { one } else { many }
    )
}

fn percent(share: f64) -> String {
    format!("{} %", format_number((share * 1000.0).round() / 10.0))
}
