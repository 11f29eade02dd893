//! Why a check fails: its mistakes are run now, and no more of them than it takes.

use super::gone::Gone;
use super::running::Candidate;
use crate::runner::check::run::Run;
use crate::runner::check::sheet::Sheet;
use crate::runner::check::{harmless, probing};
use crate::runner::event::{CheckEvent, Stage};
use crate::runner::judge::probe::Probed;
use crate::runner::judge::{
    Judged, is_made_exactly, judge, judge_with, judge_without_cause, may_follow_from,
};
use crate::runner::outcome::{CheckOutcome, CheckState, DiagnosisKind};
use crate::sheet::{Check, CheckKind, Depth, Planned};

/// Which check it is, should it have failed.
pub(super) struct Failed<'a> {
    pub(super) number: usize,
    pub(super) planned: &'a Planned,
    /// A check before it that fails, and that this one may fail because of.
    pub(super) earlier: Option<String>,
}

impl Candidate<'_> {
    /// The verdict on a check. A failure is held against the mistakes and looked into with further calls, a pass with one.
    pub(super) fn judge_and_explain(
        &mut self,
        check: &Check,
        failed: Failed<'_>,
        sheet: &mut dyn Sheet,
        answers: &[Judged],
    ) -> Result<CheckOutcome, Gone> {
        // What is wrong before it would make any mistake or pattern a guess.
        if let Some(earlier) = &failed.earlier {
            let mut judged = judge_without_cause(check, answers);
            if judged.state == CheckState::Failed
                && !is_explained(&judged)
                && let Some(diagnosis) = &mut judged.diagnosis
            {
                may_follow_from(diagnosis, earlier);
            }
            if judged.state != CheckState::Passed {
                return Ok(judged);
            }
        }
        let judged = judge(check, answers);
        match judged.state {
            CheckState::Failed if !is_explained(&judged) => {
                let check = match failed.planned.kind {
                    CheckKind::Training => {
                        one_by_one(&self.run, check, &failed, sheet, &judged, answers)?
                    }
                    _ => sheet
                        .check(failed.number, Depth::Mistakes)
                        .map_err(Gone::Early)?,
                };
                let judged = judge(&check, answers);
                // What a check catches and lets pass is told whole; further calls say nothing about it. Nor do calls that are
                // not interrupted about one that is.
                if is_explained(&judged) || check.catches || check.interruption.is_some() {
                    return Ok(judged);
                }
                let probed = Probed::default();
                let probed = probing::probe(&self.run, self.executable, &check, answers, probed);
                Ok(judge_with(&check, answers, &probed))
            }
            CheckState::Passed if check.interruption.is_none() => {
                let probed = Probed {
                    again: self.once_more(check, answers),
                    ..Probed::default()
                };
                if !probed.varies(check, answers) {
                    return Ok(judged);
                }
                let probed = probing::probe(&self.run, self.executable, check, answers, probed);
                Ok(judge_with(check, answers, &probed))
            }
            _ => Ok(judged),
        }
    }
}

/// The check with what its mistakes answer, one training after the other until one answers as the candidate does. What is
/// known without them is told before the first is run.
fn one_by_one(
    run: &Run<'_>,
    check: &Check,
    failed: &Failed<'_>,
    sheet: &mut dyn Sheet,
    judged: &CheckOutcome,
    answers: &[Judged],
) -> Result<Check, Gone> {
    let mut check = check.clone();
    let mut told = false;
    let of = check.mistakes.len();
    for done in 0..of {
        let depth = Depth::Mistake(done);
        if !sheet.is_known(failed.number, depth) {
            if !std::mem::replace(&mut told, true) {
                run.tell(CheckEvent::Judged(harmless::check(judged.clone())));
            }
            run.tell(CheckEvent::Stage(Stage::Reference { done, of }));
        }
        let mistaken = sheet.check(failed.number, depth).map_err(Gone::Early)?;
        for (case, mistaken) in check.cases.iter_mut().zip(mistaken.cases) {
            case.wrong.extend(mistaken.wrong);
            case.inspected.extend(mistaken.inspected);
        }
        if is_made_exactly(&check, answers) {
            break;
        }
    }
    Ok(check)
}

/// Whether nothing better can be said of a failure, whatever further calls may show.
fn is_explained(judged: &CheckOutcome) -> bool {
    let kind = judged.diagnosis.as_ref().map(|diagnosis| diagnosis.kind);
    matches!(
        kind,
        Some(
            DiagnosisKind::Mistake
                | DiagnosisKind::Signature
                | DiagnosisKind::Type
                | DiagnosisKind::PartCount
                | DiagnosisKind::TooLarge
        )
    )
}
