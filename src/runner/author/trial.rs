//! The trial of one exercise on many seeds: unsolved it does not pass, solved it does, nothing wrong passes.

mod mistakes;
mod pieces;
mod programs;
mod sheet;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::answered::Answered;
use super::builds::Programs;
use super::proven::Proof;
use super::stopwatch::Stopwatch;
use super::tally::Tally;
use super::toothless;
use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference::{self, Reference};
use crate::sheet::{Check, Depth};
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
    let check = closed::read_text(&course.root, exercise.check()).unwrap_or_default();
    let mut trial = Trial {
        course,
        patient,
        exercise,
        programs,
        check,
        tally: Tally::default(),
        alike: None,
        taken: Vec::new(),
        stopwatch: Stopwatch::default(),
        failures: 0,
    };
    let mut first = Vec::new();
    for (round, &seed) in seeds.iter().enumerate() {
        if round == 0 {
            // A reference whose pieces are wrong may not work at all.
            trial.pieces(seed, proof);
        }
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
        if round == 0 {
            first = sheet;
        }
        if trial.failures == PATIENCE {
            break;
        }
    }
    trial.finish(&first, proof);
    Ok(())
}

/// A check and two of its mistakes, by their numbers.
type Pair = (usize, usize, usize);

/// A mistake that is told the words of another one.
struct Taken {
    pair: Pair,
    /// Which of the two it is.
    at: usize,
    seed: u64,
    message: String,
}

struct Trial<'a> {
    course: &'a Course,
    /// The same course with larger budgets.
    patient: &'a Arc<Course>,
    exercise: &'a Exercise,
    programs: &'a Programs,
    /// The text of the check, for the lines.
    check: String,
    tally: Tally,
    /// Those that no seed has told apart so far.
    alike: Option<BTreeSet<Pair>>,
    /// Mistakes that were taken for another one on a seed that did not tell the two apart.
    taken: Vec<Taken>,
    stopwatch: Stopwatch,
    /// Seeds on which the solution did not pass.
    failures: usize,
}

impl Trial<'_> {
    /// Everything that the reference says for one seed.
    fn sheet(&self, seed: u64) -> Result<Vec<Check>, Problem> {
        let (course, exercise) = (self.course, self.exercise);
        let stop = Stop::default();
        let executable = self.programs.reference.executable.path();
        let mut reference = Reference::start(course, exercise, executable, &stop)?;
        let mut sheet = Vec::new();
        let checks = reference.plan()?.unwrap_or_default().len();
        let built = &self.programs.reference;
        let mut answered = Answered::of(course, exercise, built, &mut reference, seed);
        for number in 0..checks {
            sheet.extend(answered.check(number, Depth::Whole)?);
        }
        Ok(sheet)
    }

    /// No program that understands nothing may pass.
    fn toothless(&mut self, sheet: &[Check], number: usize, seed: u64) {
        let check = &sheet[number];
        let failed = RefCell::new(None);
        let found = toothless::accepted(sheet, number, &|check, questions| {
            let said = self.inspect(check, questions);
            said.map_err(|why| failed.replace(Some(why))).ok()
        });
        if let Some(why) = failed.into_inner() {
            self.tally.tell(
                format!("inspector {}", check.name),
                seed,
                format!("an answer to `{}` cannot be inspected: {why}.", check.name),
                "let `.inspect` say what is wrong with any answer, also with one of another type or length",
                self.place(&check.name),
            );
        }
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

    fn inspect(
        &self,
        check: &Check,
        questions: Vec<(Vec<Value>, Vec<Value>)>,
    ) -> Result<Vec<Option<String>>, String> {
        let stop = Stop::default();
        reference::inspect(
            self.course,
            self.programs.reference.executable.path(),
            &check.name,
            questions,
            &stop,
        )
    }

    /// The line of the check that has this text as a whole string, or what stands behind the first word of it: the name of
    /// a check is that of a function and of a group.
    fn place(&self, text: &str) -> String {
        let path = self.exercise.check();
        let line_with = |text: &str| {
            let wanted = format!("\"{text}\"");
            self.check.lines().position(|line| line.contains(&wanted))
        };
        let group = text.split_once(' ').map_or(text, |(_, group)| group);
        match line_with(text).or_else(|| line_with(group)) {
            Some(line) => format!("{path}:{}", line + 1),
            None => path,
        }
    }

    fn finish(mut self, sheet: &[Check], proof: &mut Proof) {
        self.tell_taken(sheet);
        self.tell_alike(sheet, proof);
        let known: usize = sheet.iter().map(|check| check.mistakes.len()).sum();
        let before = proof.faults.len();
        proof
            .faults
            .extend(std::mem::take(&mut self.tally).into_faults());
        let unproven = proof.faults[before..]
            .iter()
            .filter(|fault| fault.what.contains("the mistake `"))
            .count();
        proof.mistakes = known.saturating_sub(unproven);
        self.budget(proof);
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
