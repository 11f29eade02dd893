//! `try`.

use std::io::Write;
use std::path::PathBuf;

use super::message::note;
use super::place;
use super::status::Status;
use crate::runner::check::{self, Tried};
use crate::runner::checks::{Checks, NoOutcome};
use crate::runner::doctor;
use crate::runner::given::Files;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::plain::printer::Printer;
use crate::runner::plain::{sentence, trial};
use crate::runner::session::Session;
use crate::runner::words::plain::{exercise as exercise_words, trial as words};

/// Runs what the exercise offers to try, with these files and with what is typed. The text as it is has to pass: it is checked
/// first where that is not known.
pub fn try_out(
    out: &mut impl Write,
    mut session: Session,
    name: &str,
    files: &[PathBuf],
    seed: u64,
) -> Result<Status, NoOutcome> {
    let name = place::exercise(session.course(), name)?.name.clone();
    let files = Files::of(files)?;
    if let Some(problem) = doctor::missing_cargo() {
        return Err(problem.into());
    }
    let checks = Checks::new(session.course().clone(), seed);
    let request = checks.request(&name);
    if check::remembered(&request).is_none_or(|outcome| outcome.verdict != Verdict::Passed) {
        writeln!(out, "{}", exercise_words::checked(&name))?;
        let mut printer = Printer::new(&mut *out);
        let outcome = checks.check(&name, |event| printer.event(event))?;
        if let Err(problem) = session.record(&outcome) {
            note(problem);
        }
        if outcome.verdict != Verdict::Passed {
            writeln!(out, "{}", words::passes_first(&name))?;
            return Ok(status(&outcome));
        }
    }
    match trial::run(&request, files, &mut *out)? {
        Tried::Done => Ok(Status::Good),
        Tried::Nothing => {
            writeln!(out, "{}", words::nothing_to_try(&name))?;
            Ok(Status::NotPassed)
        }
        Tried::Failed(outcome) => {
            for line in outcome.message.iter().flat_map(|message| message.lines()) {
                writeln!(out, "{}", sentence::harmless(line))?;
            }
            Ok(status(&outcome))
        }
    }
}

fn status(outcome: &Outcome) -> Status {
    match outcome.verdict {
        verdict if verdict.is_hindered() => Status::NotChecked,
        _ => Status::NotPassed,
    }
}
