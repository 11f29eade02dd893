//! `run` and `check-all`.

use std::io::Write;

use super::message::note;
use super::place;
use super::status::Status;
use crate::runner::check;
use crate::runner::checks::{Checks, NoOutcome};
use crate::runner::doctor;
use crate::runner::event::{CheckEvent, CompilerMessage};
use crate::runner::json;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::plain::predict;
use crate::runner::plain::printer::Printer;
use crate::runner::plain::{sentence, way};
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::words::plain::{exercise as exercise_words, shell as words};

/// Checks one exercise, once.
pub fn run(
    out: &mut impl Write,
    mut session: Session,
    name: Option<&str>,
    seed: u64,
    json: bool,
) -> Result<Status, NoOutcome> {
    let name = match name {
        Some(name) => place::exercise(session.course(), name)?.name.clone(),
        None => session.current().name.clone(),
    };
    can_build()?;
    // What is run is what is worked on: the next start goes on from here.
    if session.current().name != name {
        keep(session.select(&name));
    }
    let checks = Checks::new(session.course().clone(), seed);
    let asked = session.asked(&name);
    let outcome = if json {
        let mut compiler = Vec::new();
        let outcome = checks.check(&name, |event| {
            if let CheckEvent::Compiler(message) = event {
                compiler.push(message.clone());
            }
            Ok(())
        })?;
        writeln!(
            out,
            "{}",
            json::run(&outcome, &compiler).map_err(unwritable)?
        )?;
        outcome
    } else {
        writeln!(out, "{}", exercise_words::checked(&name))?;
        let mut printer = Printer::new(&mut *out);
        checks.check(&name, |event| printer.event(event))?
    };
    keep(session.record(&outcome));
    keep(checks.kept());
    if !json {
        for line in predict::told(&session, &name, asked) {
            writeln!(out, "{line}")?;
        }
        let next = session.next_open().map(|next| next.name.as_str());
        match (outcome.verdict, next) {
            (Verdict::Passed, Some(next)) => writeln!(out, "{}", words::next(next))?,
            (Verdict::Passed, None) => writeln!(
                out,
                "{}",
                way::all_done(session.track(), way::in_a_shell()[1])
            )?,
            // It begins with what to do.
            (verdict, _) if verdict.is_hindered() => {}
            // It ends with what to type.
            (Verdict::Piece, _) => {}
            _ => writeln!(out, "{}", words::nudge(&name))?,
        }
    }
    Ok(status(std::slice::from_ref(&outcome)))
}

/// Checks the exercises at these positions of the course. What was checked before and has not changed since is taken from memory, unless `fresh`.
pub fn all(
    out: &mut impl Write,
    mut session: Session,
    route: &[usize],
    seed: u64,
    json: bool,
    fresh: bool,
) -> Result<Status, NoOutcome> {
    let course = session.course().clone();
    can_build()?;
    let checks = Checks::new(course.clone(), seed);
    let exercises = route.iter().map(|at| &course.exercises[*at]);
    let names: Vec<&str> = exercises.map(|it| it.name.as_str()).collect();
    let mut told = Told {
        outcomes: names
            .iter()
            .map(|name| match fresh {
                true => None,
                false => check::remembered(&checks.request(name)),
            })
            .collect(),
        lines: 0,
        json,
    };
    for outcome in told.outcomes.iter().flatten() {
        keep(session.record(outcome));
    }
    let open: Vec<usize> = (0..names.len())
        .filter(|&number| told.outcomes[number].is_none())
        .collect();
    let to_check: Vec<String> = open
        .iter()
        .map(|&number| names[number].to_owned())
        .collect();
    told.tell(out)?;
    let mut compiler: Vec<Vec<CompilerMessage>> = vec![Vec::new(); names.len()];
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    checks.check_each(&to_check, at_once, |number, event| {
        match event {
            CheckEvent::Finished(outcome) => {
                keep(session.record(outcome));
                told.outcomes[open[number]] = Some(outcome.clone());
                told.tell(out)?;
            }
            CheckEvent::Compiler(message) => compiler[open[number]].push(message.clone()),
            _ => {}
        }
        Ok(())
    })?;
    keep(checks.kept());
    let outcomes: Vec<Outcome> = told.outcomes.into_iter().flatten().collect();
    if json {
        writeln!(
            out,
            "{}",
            json::check_all(&outcomes, &compiler).map_err(unwritable)?
        )?;
    } else {
        let done = names.iter().filter(|name| session.is_done(name)).count();
        writeln!(out, "{}", way::progress(done, names.len()))?;
        if let Some(next) = session.next_open() {
            writeln!(out, "{}", words::next(&next.name))?;
        }
    }
    Ok(status(&outcomes))
}

/// The outcomes so far, told in the order of the course whichever came first.
struct Told {
    outcomes: Vec<Option<Outcome>>,
    lines: usize,
    json: bool,
}

impl Told {
    fn tell(&mut self, out: &mut impl Write) -> std::io::Result<()> {
        let of = self.outcomes.len();
        while let Some(Some(outcome)) = self.outcomes.get(self.lines) {
            self.lines += 1;
            if !self.json {
                let result = sentence::outcome(outcome);
                let first = result.first().map_or("", String::as_str);
                let position = words::position(self.lines, of);
                writeln!(out, "{position} {first}")?;
                // What is to be done is not told by the exercise's own check, which may never begin.
                if outcome.verdict == Verdict::Piece || outcome.verdict.is_hindered() {
                    for line in result.iter().skip(1) {
                        writeln!(out, "  {line}")?;
                    }
                }
            }
        }
        out.flush()
    }
}

fn can_build() -> Result<(), Problem> {
    doctor::missing_cargo().map_or(Ok(()), Err)
}

/// That the progress cannot be saved does not change the verdict.
fn keep(saved: Result<(), Problem>) {
    if let Err(problem) = saved {
        note(problem);
    }
}

fn status(outcomes: &[Outcome]) -> Status {
    let all = |verdict| outcomes.iter().all(|outcome| outcome.verdict == verdict);
    if outcomes.iter().any(|outcome| outcome.verdict.is_hindered()) {
        Status::NotChecked
    } else if all(Verdict::Passed) {
        Status::Good
    } else {
        Status::NotPassed
    }
}

/// Only strings and numbers are written, so this says that memory ran out.
fn unwritable(error: serde_json::Error) -> NoOutcome {
    NoOutcome::Output(error.into())
}
