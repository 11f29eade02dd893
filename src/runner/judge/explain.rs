//! One finding in one or two sentences.

pub(super) mod difference;
mod sequence;

use super::elements::elements;
use super::finding::{Choice, Fault, Finding, PartOrCurve, RowFault};
use super::judged::{Judged, returned};
use super::naming::{capitalised, cut, shape_words, sort_words, statistic_words, subject};
use super::numbers::{case_name, format_number, told_apart};
use super::panic::{self, Meaning};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::{
    call as calls, finding as words, panic as panics, rows as moved, sequence as sequences,
};
use crate::sheet::{Answer, Check, CheckKind};
use crate::wire::Value;

/// The words for a finding that neither a mistake nor a pattern explains.
pub fn finding(check: &Check, judged: &Judged, finding: &Finding) -> Diagnosis {
    // What it is called within a sentence and at the start of one, or the name of the curve.
    let (middle, series) = match finding.place {
        PartOrCurve::Part(part) => (subject(check, part), ""),
        PartOrCurve::Curve(curve) => (String::new(), check.curves[curve].series.as_str()),
    };
    let start = capitalised(&middle);
    let message = match &finding.fault {
        Fault::PartCount { expected, got } => words::part_count(&check.name, got, expected),
        Fault::Type { expected, got } => {
            words::sort(start, sort_words(*got), sort_words(*expected))
        }
        Fault::Shape { expected, got } => match got[..] {
            [] => words::single_number(start, shape_words(expected)),
            _ => words::shape(start, shape_words(got), shape_words(expected)),
        },
        Fault::ArrayCount { expected, got } => {
            words::array_count(start, case_name(check, judged.case), got, expected)
        }
        Fault::ArrayShape {
            array,
            expected,
            got,
        } => match got[..] {
            [] => words::array_single_number(array, middle, shape_words(expected)),
            _ => words::array_shape(array, middle, shape_words(got), shape_words(expected)),
        },
        Fault::Values { off } => {
            let case = case_name(check, judged.case);
            match only_element(check, judged, finding.place) {
                Some((yours, expected)) => words::number(start, yours, case, expected),
                None => {
                    let elements = judged_elements(check, judged, finding.place);
                    let what = words::numbers(start, off.len(), elements, case);
                    match difference::in_words(check, judged, finding.place, off) {
                        Some(kind) => format!("{what} {kind}"),
                        None => what,
                    }
                }
            }
        }
        Fault::TooMuch { at, got, enough } => {
            let subject = match at {
                None => start,
                Some(at) if check.kind == CheckKind::Ranks => words::on_rank(at, middle),
                Some(at) => words::element(at, middle),
            };
            too_much(&subject, *got, *enough, &case_name(check, judged.case))
        }
        Fault::Sequence(fault) => sequence::differs(fault, middle),
        Fault::Set(fault) => sequence::set_differs(fault, &start),
        Fault::Choice(choice) => {
            let case = case_name(check, judged.case);
            match choice {
                Choice::Nothing => sequences::nothing(start, case),
                Choice::NotNothing => sequences::not_nothing(start, case),
                Choice::Error(message) => sequences::error(start, case, cut(message, 200)),
                Choice::NotError(message) => sequences::not_error(start, case, cut(message, 200)),
            }
        }
        Fault::Rows(fault) => rows(*fault),
        Fault::Statistic {
            what,
            expected,
            got,
            ..
        } => {
            let (got, expected) = (format_number(*got), format_number(*expected));
            words::statistic(start, statistic_words(*what), got, expected)
        }
        Fault::NotRandom {
            zeros,
            apart,
            halves,
        } => not_random(*zeros, *apart, *halves, &middle),
        Fault::Alike { rows: true } => words::rows_alike(middle),
        Fault::Alike { rows: false } => words::columns_alike(middle),
        Fault::NotSimplex { row, sum } => match (sum - 1.0).abs() <= 1e-4 {
            true => words::not_between(row, middle),
            false => words::not_one(row, middle, format_number(*sum)),
        },
        Fault::Accuracy { got, at_least } => words::accuracy(percent(*got), percent(*at_least)),
        Fault::Claim { claimed, measured } => words::claim(percent(*claimed), percent(*measured)),
        Fault::Property(why) => why.clone(),
        Fault::CurveMissing => words::curve_missing(series, case_name(check, judged.case)),
        Fault::CurveNotFinite { step } => words::curve_not_finite(series, step),
        Fault::CurveTooHigh { end, limit } => {
            words::curve_too_high(series, format_number(*end), format_number(*limit))
        }
        Fault::CurveTooLow { end, limit } => {
            words::curve_too_low(series, format_number(*end), format_number(*limit))
        }
        Fault::CurveNotFalling { start, end } => {
            words::curve_not_falling(series, format_number(*start), format_number(*end))
        }
        Fault::CurveNotRising { start, end } => {
            words::curve_not_rising(series, format_number(*start), format_number(*end))
        }
        Fault::CurveLeaves {
            step,
            value,
            low,
            high,
        } => {
            let [value, low, high] = [value, low, high].map(|it| format_number(*it));
            words::curve_leaves(series, value, step, low, high)
        }
        Fault::CurveEndsHigh { end, allowed } => {
            words::curve_ends_high(series, format_number(*end), format_number(*allowed))
        }
        Fault::CurveApart {
            step,
            yours,
            expected,
        } => match (yours, expected) {
            (Some(yours), Some(expected)) => {
                let (yours, expected) = told_apart(*yours, *expected);
                words::curve_apart(series, yours, step, expected)
            }
            (None, _) => words::curve_without_step(series, step),
            (Some(_), None) => words::curve_with_step(series, step),
        },
        Fault::CurveGoesBack { from, to } => words::curve_goes_back(series, from, to),
    };
    Diagnosis {
        kind: finding.fault.kind(),
        id: None,
        message,
    }
}

fn too_much(subject: &str, got: f64, enough: f64, case: &str) -> String {
    let (yours, enough_words) = (format_number(got), format_number(enough));
    let times = (got / enough * 10.0).round() / 10.0;
    if times.is_finite() && times > 1.0 {
        words::times_too_much(subject, yours, case, enough_words, format_number(times))
    } else {
        words::too_much(subject, yours, case, enough_words)
    }
}

fn not_random(zeros: bool, apart: usize, (first, second): (f64, f64), subject: &str) -> String {
    match (zeros, apart) {
        (true, 0) => words::zeros_of_halves(percent(first), subject, percent(second)),
        (false, 0) => words::means_of_halves(subject, format_number(first), format_number(second)),
        (true, 1) => words::zeros_follow_neighbour(subject),
        (true, _) => words::zeros_follow(subject, apart),
        (false, 1) => words::numbers_follow_neighbour(subject),
        (false, _) => words::numbers_follow(subject, apart),
    }
}

/// The words for an answer that does not fit a frame.
pub fn too_large(check: &Check, judged: &Judged) -> Diagnosis {
    let bytes = match judged.answer {
        Answer::TooLarge(bytes) => bytes,
        _ => 0,
    };
    Diagnosis {
        kind: DiagnosisKind::TooLarge,
        id: None,
        message: calls::too_large(
            &check.name,
            bytes.div_ceil(1 << 20),
            case_name(check, judged.case),
        ),
    }
}

/// The words for a call that the library ended.
pub fn stopped(check: &Check, judged: &Judged) -> Option<Diagnosis> {
    let Answer::Stopped { why, place } = &judged.answer else {
        return None;
    };
    let (name, case, why) = (&check.name, case_name(check, judged.case), cut(why, 400));
    let message = match place {
        Some(place) => calls::stopped_at(name, place, case, why),
        None => calls::stopped(name, case, why),
    };
    Some(Diagnosis {
        kind: DiagnosisKind::Stopped,
        id: None,
        message,
    })
}

/// The diagnosis of a training that was not held against its mistakes, because a check before it has a named one.
pub fn may_follow_from(diagnosis: &mut Diagnosis, earlier: &str) {
    follow(diagnosis, &calls::may_follow(earlier));
}

/// Puts a sentence behind a diagnosis. What a panic says ends as its author has ended it, often without a stop.
pub fn follow(diagnosis: &mut Diagnosis, sentence: &str) {
    let message = &mut diagnosis.message;
    if !message.ends_with(['.', '!', '?']) {
        message.push('.');
    }
    message.push(' ');
    message.push_str(sentence);
}

/// The words for a panic.
pub fn panic(check: &Check, judged: &Judged) -> Diagnosis {
    let (message, place) = match &judged.answer {
        Answer::Panicked { message, place } => (message.as_str(), place.as_deref()),
        _ => ("", None),
    };
    let (name, case) = (&check.name, case_name(check, judged.case));
    let first = cut(message.lines().next().unwrap_or_default().trim(), 300);
    let message = match (panic::of_dfdx(message, place), place) {
        (Some(Meaning::Inside(meaning)), _) => {
            format!("{} {meaning}", panics::inside_dfdx(name, case))
        }
        (Some(Meaning::Returned(meaning)), Some(place)) => {
            format!("{} {meaning}", panics::at(name, place, case))
        }
        (Some(Meaning::Returned(meaning)), None) => {
            format!("{} {meaning}", panics::somewhere(name, case))
        }
        (None, Some(place)) if first.is_empty() => panics::at(name, place, case),
        (None, Some(place)) => saying(panics::at_saying(name, place, case, &first), &first),
        (None, None) if first.is_empty() => panics::somewhere(name, case),
        (None, None) => saying(panics::saying(name, case, &first), &first),
    };
    Diagnosis {
        kind: DiagnosisKind::Panic,
        id: None,
        message,
    }
}

/// A panic that says something, and what that means where it is more than it says.
fn saying(said: String, message: &str) -> String {
    let meaning = panic::index_below_zero(message);
    match meaning.or_else(|| panic::empty_range(message).map(str::to_owned)) {
        Some(meaning) => format!("{said}. {meaning}"),
        None => said,
    }
}

/// Yours and the right one, where the answer is a single number or a yes or no.
fn only_element(check: &Check, judged: &Judged, place: PartOrCurve) -> Option<(String, String)> {
    let PartOrCurve::Part(part) = place else {
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

fn judged_elements(check: &Check, judged: &Judged, place: PartOrCurve) -> usize {
    let PartOrCurve::Part(part) = place else {
        return 0;
    };
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
        } => moved::size(group + 1, got, expected),
        RowFault::Unpaired {
            group,
            rows,
            partners,
        } => moved::unpaired(group + 1, rows, partners),
        RowFault::Changed { count: 1 } => moved::one_changed().to_owned(),
        RowFault::Changed { count } => moved::many_changed(count),
        RowFault::Parted { count: 1 } => moved::one_parted().to_owned(),
        RowFault::Parted { count } => moved::many_parted(count),
        RowFault::Repeated { count: 1 } => moved::one_repeated().to_owned(),
        RowFault::Repeated { count } => moved::many_repeated(count),
        RowFault::Lost { count: 1 } => moved::one_lost().to_owned(),
        RowFault::Lost { count } => moved::many_lost(count),
        RowFault::NotShuffled => moved::not_shuffled().to_owned(),
    }
}

fn percent(share: f64) -> String {
    format!("{} %", format_number((share * 1000.0).round() / 10.0))
}
