//! The judge: a pure function of a check and what a candidate answered. It knows no process, no file, no screen.

mod alike;
mod catching;
mod compare;
mod curve;
mod elements;
mod explain;
mod finding;
mod form;
mod interrupted;
mod judged;
mod mistake;
mod naming;
mod numbers;
mod panic;
mod pattern;
pub mod probe;
mod reseeded;
mod rows;
mod sequence;
mod slope;
mod statistics;
mod steady;
mod tolerance;

pub use explain::may_follow_from;
pub use finding::{Fault, Finding, PartOrCurve};
pub use judged::Judged;
pub use mistake::{alike as mistakes_alike, answers_of as answers_of_mistake, is_made_exactly};
pub use numbers::format_number;

use compare::findings;
use judged::size;
use probe::Probed;

use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, DiagnosisKind};
use crate::runner::words::judge::call as words;
use crate::sheet::{Answer, Check};

/// Judges the answers to some cases of a check.
pub fn judge(check: &Check, answers: &[Judged]) -> CheckOutcome {
    judge_with(check, answers, &Probed::default())
}

/// The same, and of a failure no more is said than what is wrong: no mistake and no pattern.
pub fn judge_without_cause(check: &Check, answers: &[Judged]) -> CheckOutcome {
    judged(check, answers, None)
}

/// The same, with what came of the calls of [`probe::plan`]. They explain a failure; and an answer that changes from
/// call to call is one.
pub fn judge_with(check: &Check, answers: &[Judged], probed: &Probed) -> CheckOutcome {
    judged(check, answers, Some(probed))
}

/// The verdict, and its cause, if what came of further calls is given.
fn judged(check: &Check, answers: &[Judged], probed: Option<&Probed>) -> CheckOutcome {
    let mut outcome = CheckOutcome {
        name: check.name.clone(),
        state: CheckState::Passed,
        cases: answers.len(),
        failed: 0,
        diagnosis: None,
        numbers: None,
    };
    if let Some(refused) = answers.iter().find_map(|judged| match &judged.answer {
        Answer::Refused(why) => Some(why),
        _ => None,
    }) {
        outcome.state = CheckState::Failed;
        outcome.failed = answers.len();
        outcome.diagnosis = Some(Diagnosis {
            kind: DiagnosisKind::Signature,
            id: None,
            message: words::signature(&check.name, refused),
        });
        return outcome;
    }
    if answers.iter().any(|judged| judged.answer == Answer::Todo) {
        outcome.state = CheckState::Todo;
        outcome.diagnosis = Some(Diagnosis {
            kind: DiagnosisKind::Todo,
            id: None,
            message: words::todo(&check.name),
        });
        return outcome;
    }

    let too_large = answers
        .iter()
        .filter(|judged| matches!(judged.answer, Answer::TooLarge(_)));
    if let Some(judged) = too_large.clone().min_by_key(|judged| size(check, judged)) {
        outcome.state = CheckState::Failed;
        outcome.failed = too_large.count();
        outcome.diagnosis = Some(explain::too_large(check, judged));
        outcome.numbers = Some(numbers::inputs_only(check, judged));
        return outcome;
    }

    let found: Vec<(usize, Vec<Finding>)> = answers
        .iter()
        .enumerate()
        .filter_map(|(at, judged)| {
            let findings = findings(check, judged);
            (!findings.is_empty()).then_some((at, findings))
        })
        .collect();
    let panicked: Vec<&Judged> = answers
        .iter()
        .filter(|judged| matches!(judged.answer, Answer::Panicked { .. }))
        .collect();
    let stopped: Vec<&Judged> = answers
        .iter()
        .filter(|judged| matches!(judged.answer, Answer::Stopped { .. }))
        .collect();
    outcome.failed = found.len() + panicked.len() + stopped.len();

    if let Some(smallest) = panicked.iter().min_by_key(|judged| size(check, judged)) {
        outcome.state = CheckState::Panicked;
        let mut diagnosis = explain::panic(check, smallest);
        interrupted::told(check, &mut diagnosis);
        outcome.diagnosis = Some(diagnosis);
        outcome.numbers = Some(numbers::inputs_only(check, smallest));
    } else if let Some(smallest) = stopped.iter().min_by_key(|judged| size(check, judged)) {
        outcome.state = CheckState::Failed;
        let known = probed.and_then(|_| mistake::recognise_stopped(check, answers));
        outcome.diagnosis = known.or_else(|| explain::stopped(check, smallest));
        outcome.numbers = Some(numbers::inputs_only(check, smallest));
    } else if let Some((at, findings)) = found.iter().min_by_key(|(at, findings)| {
        // Shape before values, then the smallest case.
        let shape = findings
            .iter()
            .any(|finding| finding.fault.is_about_shape());
        (!shape, size(check, &answers[*at]))
    }) {
        outcome.state = CheckState::Failed;
        let judged = &answers[*at];
        // A finding about the shape, or else the first part that is wrong.
        let finding = findings
            .iter()
            .find(|finding| finding.fault.is_about_shape())
            .unwrap_or(&findings[0]);
        let failing: Vec<&Judged> = found.iter().map(|(at, _)| &answers[*at]).collect();
        let known = probed.and_then(|probed| {
            mistake::recognise(check, answers, &failing)
                .or_else(|| steady::recognise(check, answers, probed).map(|(said, _)| said))
        });
        let pattern = || pattern::recognise(check, answers, probed?, judged, finding);
        let in_words = || match check.catches && !finding.fault.is_about_shape() {
            true => catching::explain(check, judged),
            false => interrupted::explain(check, judged, finding)
                .or_else(pattern)
                .unwrap_or_else(|| explain::finding(check, judged, finding)),
        };
        let is_known = known.is_some();
        let mut diagnosis = known.unwrap_or_else(in_words);
        if !is_known {
            interrupted::told(check, &mut diagnosis);
        }
        if check.catches {
            let count = catching::count(check, answers);
            diagnosis.message = format!("{} {count}", diagnosis.message);
        }
        outcome.diagnosis = Some(diagnosis);
        outcome.numbers = Some(numbers::of(check, judged, finding));
    } else if let Some(probed) = probed
        && let Some((diagnosis, case)) = steady::recognise(check, answers, probed)
    {
        outcome.state = CheckState::Failed;
        outcome.failed = 1;
        outcome.diagnosis = Some(diagnosis);
        let judged = answers.iter().find(|judged| judged.case == case);
        outcome.numbers = judged.map(|judged| numbers::inputs_only(check, judged));
    } else if let Some((diagnosis, case)) = reseeded::recognise(check, answers) {
        outcome.state = CheckState::Failed;
        outcome.failed = 1;
        outcome.diagnosis = Some(diagnosis);
        let judged = answers.iter().find(|judged| judged.case == case);
        outcome.numbers = judged.map(|judged| numbers::inputs_only(check, judged));
    }
    outcome
}

#[cfg(test)]
mod tests;
