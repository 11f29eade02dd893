//! Puts the cases of a sheet to the candidate and has the answers judged.

mod conversation;
mod gone;
mod inspection;
mod printed;
mod reports;
mod shows;

use std::path::Path;
use std::time::Duration;

use super::flood::Seen;
use super::{Ended, Run, harmless, probing};
use crate::report::Curve;
use crate::runner::event::CheckEvent;
use crate::runner::health::Checkup;
use crate::runner::judge::probe::Probed;
use crate::runner::judge::{Judged, judge, judge_with};
use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, Outcome, Verdict};
use crate::runner::program::Program;
use crate::runner::sandbox::candidate::{Confined, confine};
use crate::runner::text;
use crate::sheet::{Check, Kind};
use crate::wire::{FromCandidate, Offer};
use gone::Gone;
use inspection::inspect;
use printed::Printed;

/// Runs the candidate against the sheet. What was judged before it ended early is in `outcome` all the same.
pub(super) fn run(
    run: &Run<'_>,
    executable: &Path,
    sheet: &[Check],
    outcome: &mut Outcome,
    events: &mut dyn FnMut(CheckEvent),
) -> Result<(), Ended> {
    let mut confined = confine(executable, &run.course.state_folder(), time(run, sheet));
    let program = Program::start_confined(&mut confined.command, run.stop).map_err(|error| {
        Ended::with(
            Verdict::NoAnswer,
            format!("Your program could not be started: {error}."),
        )
    })?;
    let mut candidate = Candidate {
        executable,
        offers: Vec::new(),
        confined,
        program,
        printed: Printed::default(),
        seen: Seen::default(),
        curves: Vec::new(),
        metrics: Vec::new(),
        checkup: Checkup::default(),
        left: run.exercise.budget.run,
    };
    let ended = candidate.judge_all(run, sheet, outcome, events);
    outcome.health = harmless::health(candidate.checkup.found());
    let metrics = std::mem::take(&mut candidate.metrics).into_iter();
    outcome.metrics = metrics
        .map(|(name, last)| (text::plain(&name), last))
        .collect();
    let Candidate {
        program,
        mut printed,
        ..
    } = candidate;
    let (lines, status) = program.finish();
    for (stream, line) in lines {
        printed.tell(stream, line, events);
    }
    printed.flush(events);
    ended.map_err(|why| why.in_words(run, status, &printed.errors))
}

/// The wall time of all budgets that the sheet asks for.
fn time(run: &Run<'_>, sheet: &[Check]) -> Duration {
    let budget = run.exercise.budget;
    let trainings = sheet.iter().filter(|check| check.kind == Kind::Training);
    let trainings: usize = trainings.map(|check| check.cases.len()).sum();
    let trainings = u32::try_from(trainings).unwrap_or(u32::MAX);
    // Once for the start and once for the cases.
    let runs = budget.run.saturating_mul(2);
    runs.saturating_add(budget.training.saturating_mul(trainings))
}

struct Candidate<'a> {
    executable: &'a Path,
    offers: Vec<Offer>,
    /// What starts it, once more where it has to be.
    confined: Confined,
    program: Program<FromCandidate>,
    printed: Printed,
    seen: Seen,
    /// The curves of the call that is running.
    curves: Vec<Curve>,
    /// The last value of each series.
    metrics: Vec<(String, f32)>,
    /// What is not well with the trainings.
    checkup: Checkup,
    /// What is left of the budget of everything that is no training.
    left: Duration,
}

impl Candidate<'_> {
    fn judge_all(
        &mut self,
        run: &Run<'_>,
        sheet: &[Check],
        outcome: &mut Outcome,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<(), Gone> {
        let hello = self.hello(run, events)?;
        self.offers.clone_from(&hello.offers);
        let mut answers: Vec<Vec<Judged>> = Vec::new();
        outcome.checks = sheet.iter().map(skipped).map(harmless::check).collect();
        for (number, check) in sheet.iter().enumerate() {
            answers.push(Vec::new());
            if offered(&self.offers, check).is_none() {
                outcome.checks[number] = harmless::check(not_offered(check));
            } else if only_last(check) {
                continue;
            } else {
                self.ask(run, check, false, &mut answers[number], events)?;
                inspect(run, check, &mut answers[number], events)?;
                let judged = self.judge_and_explain(run, check, &answers[number], events);
                outcome.checks[number] = harmless::check(judged);
            }
            events(CheckEvent::Judged(outcome.checks[number].clone()));
        }
        // The long trainings come last, and only for functions that have earned them.
        let mut earned = outcome.checks.iter().zip(sheet);
        if earned.all(|(judged, check)| judged.state == CheckState::Passed || waits(judged, check))
        {
            for (number, check) in sheet.iter().enumerate() {
                if check.cases.iter().any(|case| case.last) {
                    self.ask(run, check, true, &mut answers[number], events)?;
                    inspect(run, check, &mut answers[number], events)?;
                    outcome.checks[number] = harmless::check(judge(check, &answers[number]));
                    events(CheckEvent::Judged(outcome.checks[number].clone()));
                }
            }
        }
        shows::play(self, run, &hello, outcome, events);
        Ok(())
    }

    /// The verdict on a check. A failure is looked into with further calls, and a pass with one.
    fn judge_and_explain(
        &mut self,
        run: &Run<'_>,
        check: &Check,
        answers: &[Judged],
        events: &mut dyn FnMut(CheckEvent),
    ) -> CheckOutcome {
        let judged = judge(check, answers);
        let probed = match judged.state {
            CheckState::Failed if !is_explained(&judged) => Probed::default(),
            CheckState::Passed => {
                let again = self.once_more(run, check, answers, events);
                let probed = Probed {
                    again,
                    ..Probed::default()
                };
                if !probed.varies(check, answers) {
                    return judged;
                }
                probed
            }
            _ => return judged,
        };
        let probed = probing::probe(run, self.executable, check, answers, probed);
        judge_with(check, answers, &probed)
    }
}

/// The name under which a candidate offers the function of a check. Before there were groups of cases, each had an offer
/// of its own, and learners' files from then have them still.
pub(super) fn offered<'a>(offers: &'a [Offer], check: &Check) -> Option<&'a str> {
    let find = |name: &String| offers.iter().find(|offer| offer.name == *name);
    let offer = find(&check.function).or_else(|| find(&check.name))?;
    Some(&offer.name)
}

/// Whether nothing better can be said of a failure, whatever further calls may show.
fn is_explained(judged: &CheckOutcome) -> bool {
    let kind = judged
        .diagnosis
        .as_ref()
        .map(|diagnosis| diagnosis.kind.as_str());
    matches!(kind, Some("mistake" | "signature" | "type" | "part_count"))
}

/// Whether a check has nothing but long trainings.
fn only_last(check: &Check) -> bool {
    check.cases.iter().all(|case| case.last)
}

/// Whether a check is still waiting for the others to pass.
fn waits(judged: &CheckOutcome, check: &Check) -> bool {
    judged.state == CheckState::Skipped && only_last(check)
}

fn skipped(check: &Check) -> CheckOutcome {
    CheckOutcome {
        name: check.name.clone(),
        state: CheckState::Skipped,
        cases: 0,
        failed: 0,
        diagnosis: None,
        numbers: None,
    }
}

fn not_offered(check: &Check) -> CheckOutcome {
    CheckOutcome {
        state: CheckState::Failed,
        diagnosis: Some(Diagnosis {
            kind: "not_offered".to_owned(),
            id: None,
            message: format!(
                "Your file does not offer `{0}` any more: `main` needs its `.offer(\"{0}\", ...)` back.",
                check.function
            ),
        }),
        ..skipped(check)
    }
}
