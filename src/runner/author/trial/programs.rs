//! The programs of an exercise put to a sheet: unsolved it does not pass, solved it does, within its budget.

use std::path::Path;
use std::sync::Arc;

use super::Trial;
use crate::runner::author::proven::Proof;
use crate::runner::author::stopwatch::Stopwatch;
use crate::runner::check::{CheckRequest, judge_program};
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::sheet::Check;

impl Trial<'_> {
    pub(super) fn unsolved(&self, sheet: &[Check], seed: u64, proof: &mut Proof) {
        let mut watch = Stopwatch::default();
        let outcome = self.judged(
            self.programs.unsolved.executable.path(),
            sheet,
            seed,
            &mut watch,
        );
        if let Some(given) = &mut proof.given {
            given.verdict = Some(outcome.verdict);
        }
        self.every_bug_is_there(sheet, &outcome, proof);
        let what = match outcome.verdict {
            Verdict::Todo | Verdict::Failed | Verdict::Panicked => return,
            Verdict::Passed => "The unsolved exercise passes.".to_owned(),
            other => format!(
                "The unsolved exercise ends as `{}` instead of being unfinished: {}",
                other.word(),
                outcome.message.unwrap_or_default()
            ),
        };
        let next = "put the `todo!()` back that learners replace";
        proof
            .faults
            .push(Problem::new(what, next).at(self.exercise.path()));
    }

    /// A hunt begins with every bug in its place: the exercise as it is given makes each, and is told its symptom.
    fn every_bug_is_there(&self, sheet: &[Check], outcome: &Outcome, proof: &mut Proof) {
        for (check, judged) in sheet.iter().zip(&outcome.checks) {
            let bugs = check
                .mistakes
                .iter()
                .filter(|mistake| mistake.is_bug)
                .count();
            let is_named = judged
                .diagnosis
                .as_ref()
                .is_some_and(|said| said.id.as_deref() == Some("bug"));
            let what = match bugs {
                0 => continue,
                1 if is_named => continue,
                1 => format!(
                    "The exercise as it is given does not have the bug of `{}`.",
                    check.name
                ),
                _ => format!(
                    "The check `{}` has more than one bug, so one may hide another.",
                    check.name
                ),
            };
            let next = "write one bug into the function, and the same into `.bug` of its check";
            proof
                .faults
                .push(Problem::new(what, next).at(self.exercise.path()));
        }
    }

    pub(super) fn solved(&mut self, sheet: &[Check], seed: u64, proof: &mut Proof) {
        let mut watch = std::mem::take(&mut self.stopwatch);
        let outcome = self.judged(
            self.programs.candidate.executable.path(),
            sheet,
            seed,
            &mut watch,
        );
        self.stopwatch = watch;
        for line in &outcome.health {
            self.tally.tell(
                format!("health {}", line.kind),
                seed,
                format!(
                    "the training of the solution is called unwell: {}",
                    line.message
                ),
                mend_of(&line.kind),
                self.exercise.solution(),
            );
        }
        if outcome.verdict == Verdict::Passed {
            proof.seeds += 1;
            return;
        }
        self.failures += 1;
        let checks = outcome.checks.iter().filter_map(|check| {
            let diagnosis = check.diagnosis.as_ref()?;
            let case = check.numbers.as_ref().map(|numbers| &numbers.case);
            let case = case.map_or_else(String::new, |case| format!(" ({case})"));
            Some(format!("{}{case}: {}", check.name, diagnosis.message))
        });
        let why: Vec<String> = checks.chain(outcome.message.clone()).collect();
        let (what, next) = match outcome.verdict {
            Verdict::TimedOut => (
                "does not keep its budget",
                "make it quicker, or raise `run_seconds` or `training_seconds` in `info.toml`",
            ),
            _ => (
                "does not pass",
                "mend the solution, the cases or the tolerance; `--seed N` shows the same to `gradlings run`",
            ),
        };
        self.tally.tell(
            format!("solved {what}"),
            seed,
            format!("the solution {what}: {}", why.join(" ")),
            next,
            self.exercise.solution(),
        );
    }

    /// What all seeds together took of the budget.
    pub(super) fn budget(&self, proof: &mut Proof) {
        // The trial itself was patient: what it measured is held against the real budget.
        let budget = self.exercise.budget;
        for used in self.stopwatch.used(budget) {
            if used.took > used.budget {
                let problem = Problem::new(
                    format!(
                        "The solution does not keep its budget: {}.",
                        used.in_words()
                    ),
                    format!("make it quicker, or raise `{}` in `info.toml`", used.key),
                );
                proof.faults.push(problem.at(self.exercise.solution()));
            } else if used.took > used.budget / 2 {
                proof.notes.push(format!(
                    "The solution comes near its budget: {}. A slower machine may need more: raise `{}` in `info.toml`.",
                    used.in_words(),
                    used.key
                ));
            }
        }
    }

    fn judged(
        &self,
        executable: &Path,
        sheet: &[Check],
        seed: u64,
        watch: &mut Stopwatch,
    ) -> Outcome {
        let request = CheckRequest {
            course: Arc::clone(self.patient),
            exercise: self.exercise.name.clone(),
            seed,
        };
        watch.start();
        let outcome = judge_program(
            &request,
            executable,
            sheet,
            &Stop::default(),
            &mut |event: CheckEvent| watch.hear(&event, sheet),
        );
        watch.stop();
        outcome
    }
}

/// What an author does about a health line of a solution: mend it, or have a sound training say what makes it sound.
fn mend_of(kind: &str) -> &'static str {
    match kind {
        "loss_flat" => {
            "mend the training; if its loss begins near the lowest value that it can have, report how far it is above that \
             value, or report it once before the first update; a training beside the one that is checked belongs in \
             `report::unheard`"
        }
        _ => {
            "mend the training; one beside the training that is checked belongs in `report::unheard`; if it is well, the \
             rule is wrong: report it"
        }
    }
}
