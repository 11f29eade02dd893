//! The trial of one exercise on many seeds: unsolved it does not pass, solved it does, nothing wrong passes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::builds::Programs;
use super::proof::Proof;
use super::stopwatch::Stopwatch;
use super::tally::Tally;
use super::toothless;
use crate::runner::check::{CheckRequest, judge_program};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::CheckEvent;
use crate::runner::judge::{answers_of_mistake, judge, mistakes_alike};
use crate::runner::outcome::{CheckState, Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference;
use crate::sheet::Check;
use crate::wire::Value;

/// A solution that fails on so many seeds is not tried on the others: each may take its whole budget.
const PATIENCE: usize = 3;

/// Tries the built programs of an exercise on every seed, and writes what it finds into `proof`. `patient` is the course
/// with larger budgets, see [`patient`].
pub fn hold(
    course: &Course,
    patient: &Arc<Course>,
    exercise: &Exercise,
    programs: &Programs,
    seeds: &[u64],
    proof: &mut Proof,
) -> Result<(), Problem> {
    let solution = fs::read_to_string(course.solution_path(exercise)).unwrap_or_default();
    let mut trial = Trial {
        course,
        patient,
        exercise,
        programs,
        solution,
        tally: Tally::default(),
        alike: None,
        stopwatch: Stopwatch::default(),
        failures: 0,
    };
    for (round, &seed) in seeds.iter().enumerate() {
        let sheet = trial.sheet(seed)?;
        if round == 0 {
            trial.sheet_itself(&sheet, proof);
            trial.unsolved(&sheet, seed, proof);
        }
        trial.solved(&sheet, seed, proof);
        trial.see_alike(&sheet);
        for (number, check) in sheet.iter().enumerate() {
            trial.toothless(&sheet, number, seed);
            trial.rejected(number, check, seed);
        }
        if trial.failures == PATIENCE {
            break;
        }
    }
    trial.finish(seeds[0], proof)
}

struct Trial<'a> {
    course: &'a Course,
    /// The same course with larger budgets.
    patient: &'a Arc<Course>,
    exercise: &'a Exercise,
    programs: &'a Programs,
    /// The text of the solution, for the lines.
    solution: String,
    tally: Tally,
    /// Check and two mistakes, by their numbers, that no seed has told apart so far.
    alike: Option<BTreeSet<(usize, usize, usize)>>,
    stopwatch: Stopwatch,
    /// Seeds on which the solution did not pass.
    failures: usize,
}

impl Trial<'_> {
    fn sheet(&self, seed: u64) -> Result<Vec<Check>, Problem> {
        let (course, exercise) = (self.course, self.exercise);
        if let Some(sheet) = reference::cached(course, exercise, seed) {
            return Ok(sheet);
        }
        let executable = &self.programs.reference;
        let stop = Stop::default();
        let asked = reference::ask(course, exercise, seed, executable, &stop, &mut |_, _| {})?;
        // Learners start from seed 0. The sheets of all others would only fill the disk.
        if seed != 0 {
            reference::forget(course, exercise, seed);
        }
        Ok(asked.unwrap_or_default())
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

    /// What the sheet says of itself, without anybody answering it.
    fn sheet_itself(&self, sheet: &[Check], proof: &mut Proof) {
        if sheet.is_empty() {
            let problem = Problem::new(
                "The solution has no check.",
                "end its `main` with `Reference::of(...)` and `.run()`",
            );
            proof.faults.push(problem.at(self.exercise.solution()));
        }
        for check in sheet {
            let name = &check.name;
            let place = self.place(name);
            let mut tell = |what: String, next: &str| {
                let problem = Problem::new(what, next);
                proof.faults.push(problem.at(&place));
            };
            if check.cases.is_empty() {
                let next = "make some with `.case(...)` and `.cases(...)`";
                tell(format!("The check `{name}` has no cases."), next);
            }
            for (at, mistake) in check.mistakes.iter().enumerate() {
                let id = &mistake.id;
                if check.mistakes[..at].iter().any(|other| other.id == *id) {
                    let what = format!("Two mistakes of `{name}` are called `{id}`.");
                    tell(what, "give each a name of its own");
                }
                if mistake.sentence.trim().is_empty() {
                    let what = format!("The mistake `{id}` of `{name}` has no sentence.");
                    tell(what, "say what was done, and what it should be");
                }
            }
            if check.mistakes.is_empty() && !check.cases.iter().all(|case| case.last) {
                proof.notes.push(format!(
                    "The check `{name}` knows no mistakes, so learners read of patterns and numbers only."
                ));
            }
        }
    }

    fn unsolved(&self, sheet: &[Check], seed: u64, proof: &mut Proof) {
        let mut watch = Stopwatch::default();
        let outcome = self.judged(&self.programs.unsolved, sheet, seed, &mut watch);
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

    fn solved(&mut self, sheet: &[Check], seed: u64, proof: &mut Proof) {
        let mut watch = std::mem::take(&mut self.stopwatch);
        let outcome = self.judged(&self.programs.candidate, sheet, seed, &mut watch);
        self.stopwatch = watch;
        for line in &outcome.health {
            self.tally.tell(
                format!("health {}", line.kind),
                seed,
                format!(
                    "the training of the solution is called unwell: {}",
                    line.message
                ),
                "mend the training; if it is well, the rule is wrong: report it",
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

    fn see_alike(&mut self, sheet: &[Check]) {
        let checks = sheet.iter().enumerate();
        let now: BTreeSet<_> = checks
            .flat_map(|(number, check)| {
                let at = |id: &str| check.mistakes.iter().position(|other| other.id == id);
                let pairs = mistakes_alike(check).into_iter();
                pairs.filter_map(move |(first, second)| Some((number, at(&first)?, at(&second)?)))
            })
            .collect();
        self.alike = Some(match self.alike.take() {
            None => now,
            Some(before) => before.intersection(&now).copied().collect(),
        });
    }

    /// No program that understands nothing may pass.
    fn toothless(&mut self, sheet: &[Check], number: usize, seed: u64) {
        let check = &sheet[number];
        let found = toothless::accepted(sheet, number, &|check, questions| {
            self.inspect(check, questions)
        });
        if found.is_empty() {
            return;
        }
        self.tally.tell(
            format!("toothless {}", check.name),
            seed,
            format!(
                "the check `{}` also accepts {}.",
                check.name,
                found.join("; ")
            ),
            "add cases whose right answers differ, or choose a stricter comparator for every part",
            self.place(&check.name),
        );
    }

    /// Every mistake of a check, judged by the answers the reference gave for it.
    fn rejected(&mut self, number: usize, check: &Check, seed: u64) {
        for (at, mistake) in check.mistakes.iter().enumerate() {
            let judged = answers_of_mistake(check, at);
            if judged.is_empty() {
                let next = "give it a case that is not a `last_case`";
                let what = "no case runs it.";
                self.tell_of_mistake(check, &mistake.id, seed, what, next);
                continue;
            }
            let outcome = judge(check, &judged);
            let named = outcome
                .diagnosis
                .as_ref()
                .and_then(|found| found.id.as_deref());
            if outcome.state == CheckState::Passed {
                let next = "add a case in which it differs from the solution";
                self.tell_of_mistake(check, &mistake.id, seed, "it passes.", next);
            } else if named != Some(mistake.id.as_str()) {
                let twin = check
                    .mistakes
                    .iter()
                    .position(|other| named == Some(other.id.as_str()));
                let is_alike = twin.is_some_and(|twin| {
                    let pair = (number, twin.min(at), twin.max(at));
                    self.alike.as_ref().is_some_and(|all| all.contains(&pair))
                });
                // That the two are alike is said at the end, once.
                if !is_alike {
                    let said = outcome
                        .diagnosis
                        .map_or_else(String::new, |found| found.message);
                    let what =
                        format!("it is rejected but not named; a learner would read: {said}");
                    let next = "add a case in which it differs from what it is taken for";
                    self.tell_of_mistake(check, &mistake.id, seed, &what, next);
                }
            }
        }
    }

    fn tell_of_mistake(&mut self, check: &Check, id: &str, seed: u64, what: &str, next: &str) {
        self.tally.tell(
            format!("mistake {} {id} {next}", check.name),
            seed,
            format!(
                "the mistake `{id}` of `{}` is not caught: {what}",
                check.name
            ),
            next,
            self.place(id),
        );
    }

    fn inspect(
        &self,
        check: &Check,
        questions: Vec<(Vec<Value>, Vec<Value>)>,
    ) -> Option<Vec<Option<String>>> {
        let stop = Stop::default();
        reference::inspect(
            self.course,
            &self.programs.reference,
            &check.name,
            questions,
            &stop,
        )
    }

    /// The line of the solution that has this text as a whole string.
    fn place(&self, text: &str) -> String {
        let path = self.exercise.solution();
        let wanted = format!("\"{text}\"");
        match self
            .solution
            .lines()
            .position(|line| line.contains(&wanted))
        {
            Some(line) => format!("{path}:{}", line + 1),
            None => path,
        }
    }

    fn finish(mut self, first_seed: u64, proof: &mut Proof) -> Result<(), Problem> {
        let sheet = self.sheet(first_seed)?;
        for (check, first, second) in self.alike.take().unwrap_or_default() {
            let check = &sheet[check];
            let (one, other) = (&check.mistakes[first].id, &check.mistakes[second].id);
            let problem = Problem::new(
                format!(
                    "The mistakes `{one}` and `{other}` of `{}` cannot be told apart: they answer alike in every case.",
                    check.name
                ),
                "add a case in which they differ, or take one of them out",
            );
            proof.faults.push(problem.at(self.place(other)));
        }
        let known: usize = sheet.iter().map(|check| check.mistakes.len()).sum();
        let before = proof.faults.len();
        proof.faults.extend(self.tally.into_faults());
        let unproven = proof.faults[before..]
            .iter()
            .filter(|fault| fault.what.contains("the mistake `"))
            .count();
        proof.mistakes = known.saturating_sub(unproven);
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
        Ok(())
    }
}

/// The course with more time for every exercise, so that a machine with much else to do does not fail a sound one.
pub fn patient(course: &Course) -> Course {
    const TIMES: u32 = 5;
    let mut course = course.clone();
    for exercise in &mut course.exercises {
        exercise.budget.run *= TIMES;
        exercise.budget.training *= TIMES;
    }
    course
}
