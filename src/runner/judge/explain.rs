//! One finding in one or two sentences.

use super::Judged;
use super::finding::{Fault, Finding, Place, RowFault};
use super::numbers::{case_name, format_number};
use crate::runner::outcome::Diagnosis;
use crate::sheet::{Answer, Check};

/// The words for a finding that neither a mistake nor a pattern explains.
pub fn finding(check: &Check, judged: &Judged, finding: &Finding) -> Diagnosis {
    let part = match finding.place {
        Place::Part(part) => check.parts.get(part).map_or("", |part| part.name.as_str()),
        Place::Curve(curve) => check.curves[curve].series.as_str(),
    };
    let one_part = check.parts.len() == 1;
    let subject = if one_part {
        format!("The result of `{}`", check.name)
    } else {
        format!("The part `{part}` of `{}`", check.name)
    };
    let message = match &finding.fault {
        Fault::PartCount { expected, got } => {
            format!(
                "`{}` answers with {got} parts, {expected} are expected.",
                check.name
            )
        }
        Fault::Type { expected, got } => format!("{subject} is {got}; {expected} is expected."),
        Fault::Shape { expected, got } => {
            format!("{subject} has shape {got:?}; {expected:?} is expected.")
        }
        Fault::Values { off } => format!(
            "{subject} is off in {} of {} elements in {}.",
            off.len(),
            judged_elements(check, judged, finding.place),
            case_name(check, judged.case)
        ),
        Fault::Words => format!("{subject} is not what the reference has."),
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
        Fault::NotSimplex { row, sum } => format!(
            "Row {row} of {part} is no probability distribution: it sums to {}, and each element has to be between 0 and 1.",
            format_number(*sum)
        ),
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

/// The words for a panic.
pub fn panic(check: &Check, judged: &Judged) -> Diagnosis {
    let (message, place) = match &judged.answer {
        Answer::Panicked { message, place } => (message.as_str(), place.as_deref()),
        _ => ("", None),
    };
    let place = place.map_or_else(String::new, |place| format!(" at {place}"));
    let first = message.lines().next().unwrap_or_default();
    Diagnosis {
        kind: "panic".to_owned(),
        id: None,
        message: format!(
            "`{}` panicked{place} in {}: {first}",
            check.name,
            case_name(check, judged.case)
        ),
    }
}

fn judged_elements(check: &Check, judged: &Judged, place: Place) -> usize {
    let Place::Part(part) = place else { return 0 };
    check.cases[judged.case]
        .right
        .parts
        .get(part)
        .map_or(0, crate::wire::Value::element_count)
}

fn rows(fault: RowFault) -> String {
    match fault {
        RowFault::Size {
            group,
            expected,
            got,
        } => {
            format!(
                "Group {} has {got} rows; {expected} are expected.",
                group + 1
            )
        }
        RowFault::Parted { count } => format!(
            "{count} rows stand beside something that belongs to another row: move rows and labels together."
        ),
        RowFault::Repeated { count } => {
            format!("{count} rows are there more often than in the input.")
        }
        RowFault::Lost { count } => format!("{count} rows of the input are nowhere in the result."),
        RowFault::NotShuffled => "The rows are still in the order of the input.".to_owned(),
    }
}

fn percent(share: f64) -> String {
    format!("{} %", format_number((share * 1000.0).round() / 10.0))
}
