//! Puts other texts in the place of the solution of one exercise to its check.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::runner::author::answered::Answered;
use crate::runner::author::stopwatch::Stopwatch;
use crate::runner::build::{Built, Executable, Product, Workshop, build};
use crate::runner::check::{CheckRequest, judge_program};
use crate::runner::course::{Course, Exercise};
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference::Reference;
use crate::runner::source::Source;
use crate::sheet::{Check, Depth};

/// The longest that one program may take to compile.
const LONGEST: Duration = Duration::from_secs(300);

/// What a changed solution gets of the time that the solution itself takes, and at least.
const TIMES: u32 = 4;
const AT_LEAST: Duration = Duration::from_secs(3);

/// The check of one exercise, ready to judge.
pub struct Bench<'a> {
    /// The course; once the solution was put to the check, this exercise has no more time there than that needs, and a
    /// little.
    course: Arc<Course>,
    exercise: &'a Exercise,
    /// Where they are built.
    workshop: &'a Workshop,
    /// The check, and its program while it runs.
    built: Product,
    reference: Reference<'a>,
    /// What is right, by the seed.
    sheets: Vec<Vec<Check>>,
    stop: &'a Stop,
}

impl<'a> Bench<'a> {
    /// Builds the check. `None` where it was stopped.
    ///
    /// # Errors
    /// If the check cannot be read, built or started.
    pub fn of(
        course: &Course,
        exercise: &'a Exercise,
        workshop: &'a Workshop,
        stop: &'a Stop,
    ) -> Result<Option<Bench<'a>>, Problem> {
        let check = Source::of_check(course, exercise).map_err(|why| {
            let why = std::io::Error::from(why);
            unsound(exercise, format!("It cannot be read: {why}."))
        })?;
        let references = Workshop::of_references(course);
        let built = match build(&references, check, LONGEST, stop, &mut |_| {})? {
            Built::Done(product) => product,
            Built::Cancelled => return Ok(None),
            _ => return Err(unsound(exercise, "It does not compile.".to_owned())),
        };
        let reference = Reference::start(course, exercise, built.executable.path(), stop)?;
        Ok(Some(Bench {
            course: Arc::new(course.clone()),
            exercise,
            workshop,
            reference,
            sheets: Vec::new(),
            stop,
            built,
        }))
    }

    /// Puts the solution itself to the check: it has to pass, and from now on nothing gets much more time than it took.
    /// `None` where it was stopped.
    pub fn limited_by(mut self, solution: &str) -> Result<Option<Bench<'a>>, Problem> {
        let mut watch = Stopwatch::default();
        let outcome = match self.built(solution.to_owned())? {
            Some(program) => self.judged(program.path(), 0, &mut watch)?,
            None => None,
        };
        match outcome.map(|outcome| outcome.verdict) {
            _ if self.stop.is_stopped() => Ok(None),
            Some(Verdict::Passed) => {
                self.course = Arc::new(limited(&self.course, self.exercise, &watch));
                Ok(Some(self))
            }
            _ => {
                let what = "The solution does not pass it.".to_owned();
                Err(unsound(self.exercise, what))
            }
        }
    }

    /// The program of this text in the place of the solution. `None` where it does not compile, or it was stopped.
    ///
    /// # Errors
    /// If nothing can be built at all.
    pub fn built(&self, text: String) -> Result<Option<Executable>, Problem> {
        let program = format!("{}_solution", self.exercise.name);
        let source = Source::in_place_of_solution(&self.course, self.exercise, &program, text);
        let built = build(self.workshop, source, LONGEST, self.stop, &mut |_| {})?;
        Ok(match built {
            Built::Done(product) => Some(product.executable),
            _ => None,
        })
    }

    /// The verdict on it with the cases of this seed. `None` where it was stopped.
    ///
    /// # Errors
    /// If the check breaks.
    pub fn verdict(&mut self, program: &Path, seed: u64) -> Result<Option<Outcome>, Problem> {
        self.judged(program, seed, &mut Stopwatch::default())
    }

    fn judged(
        &mut self,
        program: &Path,
        seed: u64,
        watch: &mut Stopwatch,
    ) -> Result<Option<Outcome>, Problem> {
        while self.sheets.len() as u64 <= seed {
            let Some(sheet) = self.sheet(self.sheets.len() as u64)? else {
                return Ok(None);
            };
            self.sheets.push(sheet);
        }
        let sheet = &self.sheets[usize::try_from(seed).unwrap_or(usize::MAX)];
        let request = CheckRequest {
            course: Arc::clone(&self.course),
            exercise: self.exercise.name.clone(),
            seed,
        };
        watch.start();
        let outcome = judge_program(&request, program, sheet, self.stop, &mut |event| {
            watch.hear(&event, sheet);
        });
        watch.stop();
        Ok((!self.stop.is_stopped()).then_some(outcome))
    }

    /// Everything for the first seed, where it is also counted why something is refused; for the others, what is right.
    fn sheet(&mut self, seed: u64) -> Result<Option<Vec<Check>>, Problem> {
        let Some(plan) = self.reference.plan()? else {
            return Ok(None);
        };
        let (course, exercise, reference) = (&self.course, self.exercise, &mut self.reference);
        let mut answered = Answered::of(course, exercise, &self.built, reference, seed);
        let mut sheet = Vec::new();
        for (number, planned) in plan.iter().enumerate() {
            let depth = if seed == 0 {
                Depth::Whole
            } else {
                Depth::Cases
            };
            let Some(mut check) = answered.check(number, depth)? else {
                return Ok(None);
            };
            if seed > 0 && planned.last > 0 {
                let Some(last) = answered.check(number, Depth::Last)? else {
                    return Ok(None);
                };
                let cases = check.cases.iter_mut().zip(last.cases);
                for (case, last) in cases.filter(|(case, _)| case.last) {
                    *case = last;
                }
            }
            sheet.push(check);
        }
        Ok(Some(sheet))
    }
}

/// The check cannot be used as it is.
fn unsound(exercise: &Exercise, what: String) -> Problem {
    let next = format!("type `gradlings dev check {}` first", exercise.name);
    Problem::new(what, next).at(exercise.check())
}

/// The course with less time for the exercise, so that a change that goes round for ever is soon over.
fn limited(course: &Course, exercise: &Exercise, watch: &Stopwatch) -> Course {
    let mut course = course.clone();
    for other in &mut course.exercises {
        if other.name != exercise.name {
            continue;
        }
        for used in watch.used(exercise.budget) {
            let limit = (used.took * TIMES).max(AT_LEAST);
            match used.key {
                "run_seconds" => other.budget.run = limit,
                _ => other.budget.training = limit,
            }
        }
    }
    course
}
