//! Puts the cases of a sheet to the candidate and has the answers judged.

mod conversation;
mod explaining;
mod gone;
mod inspection;
mod life;
mod printed;
mod reports;
mod running;
mod shows;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use super::calls::Calls;
use super::ended::Ended;
use super::flood::Seen;
use super::harmless;
use super::offered::offered_as;
use super::run::Run;
use super::sheet::Sheet;
use super::unfinished::unfinished;
use crate::message::Offer;
use crate::runner::event::CheckEvent;
use crate::runner::health::Checkup;
use crate::runner::judge::{Judged, judge};
use crate::runner::outcome::{
    CheckOutcome, CheckState, Diagnosis, DiagnosisKind, Outcome, Verdict,
};
use crate::runner::program::Program;
use crate::runner::sandbox::candidate::confine;
use crate::runner::text;
use crate::runner::words::judge::{call, ending as words, hunt};
use crate::sheet::{Check, CheckKind, Depth, Planned};
use explaining::Failed;
use gone::Gone;
use inspection::inspect;
use life::Life;
pub(super) use printed::Printed;
use running::Candidate;

/// Runs the candidate against the sheet. `calls` are those of its text. What was judged before it ended early is in the
/// outcome all the same.
pub(super) fn run(
    run: &Run<'_>,
    executable: &Path,
    calls: &Calls,
    sheet: &mut dyn Sheet,
) -> (Outcome, Option<Ended>) {
    match started(run, executable, sheet) {
        Ok((plan, candidate)) => candidate.judged(&plan, calls, sheet),
        Err(ended) => (unfinished(&run.exercise.name), Some(ended)),
    }
}

/// The candidate, running, and which checks it is put to.
fn started<'a>(
    run: &Run<'a>,
    executable: &'a Path,
    sheet: &mut dyn Sheet,
) -> Result<(Vec<Planned>, Candidate<'a>), Ended> {
    let plan = sheet.plan()?;
    let time = time(run, &plan);
    let mut confined = confine(executable, &run.course.state_folder(), time);
    let program = Program::start_confined(&mut confined.command, run.stop)
        .map_err(|error| Ended::with(Verdict::NoAnswer, words::not_started(error)))?;
    let candidate = Candidate {
        run: *run,
        executable,
        offers: Vec::new(),
        time,
        confined,
        program,
        life: Life::default(),
        printed: Printed::default(),
        seen: Seen::default(),
        curves: Vec::new(),
        metrics: Vec::new(),
        checkup: Checkup::default(),
        left: run.exercise.budget.run,
    };
    Ok((plan, candidate))
}

/// The wall time of all budgets that the plan asks for.
fn time(run: &Run<'_>, plan: &[Planned]) -> Duration {
    let budget = run.exercise.budget;
    let trainings = plan
        .iter()
        .filter(|check| check.kind == CheckKind::Training);
    let trainings: usize = trainings.map(|check| check.cases).sum();
    let trainings = u32::try_from(trainings).unwrap_or(u32::MAX);
    // Once for the start and once for the cases.
    let runs = budget.run.saturating_mul(2);
    runs.saturating_add(budget.training.saturating_mul(trainings))
}

impl Candidate<'_> {
    /// Puts all checks to it, and ends it.
    fn judged(
        mut self,
        plan: &[Planned],
        calls: &Calls,
        sheet: &mut dyn Sheet,
    ) -> (Outcome, Option<Ended>) {
        let mut checks = Vec::new();
        let ended = self.judge_all(plan, calls, sheet, &mut checks).err();
        let Candidate {
            run,
            program,
            mut printed,
            metrics,
            mut checkup,
            ..
        } = self;
        let (lines, status) = program.finish();
        for (stream, line) in lines {
            printed.tell(stream, line, &run);
        }
        printed.flush(&run);
        let metrics = metrics.into_iter();
        let outcome = Outcome {
            verdict: verdict_of(&checks),
            message: bugs_left(plan, &checks),
            health: harmless::health(checkup.found()),
            metrics: metrics
                .map(|(name, last)| (text::plain(&name), last))
                .collect(),
            checks,
            ..unfinished(&run.exercise.name)
        };
        let ended = ended.map(|why| why.in_words(&run, status, &printed.errors));
        (outcome, ended)
    }

    /// Judges as many checks as it answers to. Without a hello there are none.
    fn judge_all(
        &mut self,
        plan: &[Planned],
        calls: &Calls,
        sheet: &mut dyn Sheet,
        checks: &mut Vec<CheckOutcome>,
    ) -> Result<(), Gone> {
        let hello = self.hello()?;
        self.offers.clone_from(&hello.offers);
        let mut judged: Vec<Answered> = plan.iter().map(|_| Answered::default()).collect();
        checks.extend(plan.iter().map(skipped).map(harmless::check));
        for number in cheap_first(plan) {
            let planned = &plan[number];
            if let Some(misoffered) = misoffered(&self.offers, planned) {
                checks[number] = harmless::check(misoffered);
            } else if only_last(planned) {
                continue;
            } else {
                let check = sheet.check(number, Depth::Cases).map_err(Gone::Early)?;
                let answers = &mut judged[number].answers;
                self.ask(&check, false, answers)?;
                inspect(&self.run, &check, answers)?;
                let is_of_seeds = check.repeat.is_some();
                let failed = Failed {
                    number,
                    planned,
                    earlier: earlier(plan, checks, number, is_of_seeds, calls),
                };
                let verdict = self.judge_and_explain(&check, failed, sheet, answers)?;
                checks[number] = harmless::check(verdict);
                if planned.last > 0 {
                    judged[number].check = Some(check);
                } else {
                    judged[number] = Answered::default();
                }
            }
            self.run.tell(CheckEvent::Judged(checks[number].clone()));
        }
        // The long trainings come last, and only for functions that have earned them.
        let mut earned = checks.iter().zip(plan);
        if earned
            .all(|(judged, planned)| judged.state == CheckState::Passed || waits(judged, planned))
        {
            for (number, planned) in plan.iter().enumerate() {
                if planned.last > 0 {
                    let last = sheet.check(number, Depth::Last).map_err(Gone::Early)?;
                    let Answered { check, answers } = &mut judged[number];
                    let check = with_last(check.take(), last);
                    self.ask(&check, true, answers)?;
                    inspect(&self.run, &check, answers)?;
                    checks[number] = harmless::check(judge(&check, answers));
                    self.run.tell(CheckEvent::Judged(checks[number].clone()));
                }
            }
        }
        shows::play(self, &hello, checks);
        Ok(())
    }
}

/// A check that was put to a candidate, and what it answered.
#[derive(Default)]
struct Answered {
    check: Option<Check>,
    answers: Vec<Judged>,
}

/// The check with what is right in its last cases.
fn with_last(check: Option<Check>, last: Check) -> Check {
    let Some(mut check) = check else { return last };
    for (case, worked_out) in check.cases.iter_mut().zip(last.cases) {
        if case.last {
            *case = worked_out;
        }
    }
    check
}

/// The checks in the order in which they are put: what trains comes last, because what does not may say already why.
fn cheap_first(plan: &[Planned]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..plan.len()).collect();
    order.sort_by_key(|&number| plan[number].kind == CheckKind::Training);
    order
}

/// One word for all checks: a `todo!()` first, because it says what to do next.
fn verdict_of(checks: &[CheckOutcome]) -> Verdict {
    let any = |state| checks.iter().any(|check| check.state == state);
    if any(CheckState::Todo) {
        Verdict::Todo
    } else if any(CheckState::Panicked) {
        Verdict::Panicked
    } else if !checks.is_empty() && checks.iter().all(|check| check.state == CheckState::Passed) {
        Verdict::Passed
    } else {
        Verdict::Failed
    }
}

/// How many bugs of a hunt are left, in one sentence. Nothing where there is no hunt, or it is over.
fn bugs_left(plan: &[Planned], checks: &[CheckOutcome]) -> Option<String> {
    let hunted = plan
        .iter()
        .zip(checks)
        .filter(|(planned, _)| planned.is_hunt);
    let of = hunted.clone().count();
    let left = hunted.filter(|(_, check)| check.state != CheckState::Passed);
    match left.count() {
        0 => None,
        1 if of == 1 => Some(hunt::the_bug().to_owned()),
        1 => Some(hunt::one_bug(of)),
        left => Some(hunt::many_bugs(left, of)),
    }
}

/// A check that fails for whose fault this one would be blamed too: its function calls that of the other. A training need
/// not call a function to come to nothing because of it, as long as it is known what is wrong there. And what a seed decides
/// is not to be seen where the same function is wrong whatever the seed: two sets that are always empty are always equal.
fn earlier(
    plan: &[Planned],
    checks: &[CheckOutcome],
    number: usize,
    is_of_seeds: bool,
    calls: &Calls,
) -> Option<String> {
    let later = &plan[number];
    let mut both = plan.iter().zip(checks);
    let found = both.find(|(planned, judged)| {
        let is_called = calls.reaches(&later.function, &planned.function);
        let diagnosis = judged.diagnosis.as_ref();
        let is_named = diagnosis.is_some_and(|diagnosis| diagnosis.kind == DiagnosisKind::Mistake);
        let is_same = is_of_seeds && planned.function == later.function;
        judged.fails() && (is_called || is_same || is_named && later.kind == CheckKind::Training)
    });
    Some(found?.1.name.clone())
}

/// Whether a check has nothing but long trainings.
fn only_last(planned: &Planned) -> bool {
    planned.last == planned.cases
}

/// Whether a check is still waiting for the others to pass.
fn waits(judged: &CheckOutcome, planned: &Planned) -> bool {
    judged.state == CheckState::Skipped && only_last(planned)
}

fn skipped(planned: &Planned) -> CheckOutcome {
    CheckOutcome {
        name: planned.name.clone(),
        state: CheckState::Skipped,
        cases: 0,
        failed: 0,
        diagnosis: None,
        numbers: None,
    }
}

/// What is said of a function that `main` does not offer, or in another way than the exercise: what is counted is counted by
/// the handler.
fn misoffered(offers: &[Offer], planned: &Planned) -> Option<CheckOutcome> {
    let Planned {
        name,
        function,
        written,
        metered,
        ..
    } = planned;
    let (kind, message) = match offered_as(offers, function, name) {
        None => (DiagnosisKind::NotOffered, call::not_offered(function)),
        Some(offer) if offer.written != *written && !written.is_empty() => (
            DiagnosisKind::AnotherHandler,
            call::another_handler(function, &offer.written, written),
        ),
        Some(offer) => {
            let (at, original) = another_metered(&offer.metered, metered)?;
            (
                DiagnosisKind::Signature,
                call::not_metered(function, at + 1, original),
            )
        }
    };
    Some(CheckOutcome {
        state: CheckState::Failed,
        diagnosis: Some(Diagnosis {
            kind,
            id: None,
            message,
        }),
        ..skipped(planned)
    })
}

/// The first input that measures what is done with it, and that the candidate takes as something else.
fn another_metered<'a>(
    offered: &[Option<String>],
    planned: &'a [Option<String>],
) -> Option<(usize, &'a str)> {
    let mut inputs = planned.iter().zip(offered).enumerate();
    inputs.find_map(|(at, (original, offered))| {
        let original = original.as_deref()?;
        (offered.as_deref() != Some(original)).then_some((at, original))
    })
}
