//! `attempts` and `restore`.

use std::io::Write;

use super::place;
use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::json;
use crate::runner::plain::back;
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::words::plain::attempts as words;

/// Every version that was checked.
pub fn list(
    out: &mut impl Write,
    session: &Session,
    name: Option<&str>,
    json: bool,
) -> Result<Status, NoOutcome> {
    let name = named(session, name)?;
    if json {
        let folder = format!(".gradlings/attempts/{name}");
        let text = json::attempts(&session.attempts(&name), &folder);
        writeln!(
            out,
            "{}",
            text.map_err(|error| NoOutcome::Output(error.into()))?
        )?;
        return Ok(Status::Good);
    }
    for line in back::list(session, &name) {
        writeln!(out, "{line}")?;
    }
    if session.has_attempts(&name) {
        let (shows, restores) = (words::what_shows(&name), words::what_restores(&name));
        writeln!(out, "{shows} {restores}")?;
    }
    Ok(Status::Good)
}

/// What has changed from one attempt to another, or to the text as it is.
pub fn compare(
    out: &mut impl Write,
    session: &Session,
    name: Option<&str>,
    number: u32,
    to: Option<u32>,
) -> Result<Status, NoOutcome> {
    for line in back::compare(session, &named(session, name)?, number, to)? {
        writeln!(out, "{line}")?;
    }
    Ok(Status::Good)
}

/// The text of an attempt again.
pub fn restore(
    out: &mut impl Write,
    mut session: Session,
    name: &str,
    number: u32,
) -> Result<Status, NoOutcome> {
    let name = named(&session, Some(name))?;
    for line in back::restore(&mut session, &name, number)? {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "{}", words::what_checks(name))?;
    Ok(Status::Good)
}

fn named(session: &Session, name: Option<&str>) -> Result<String, Problem> {
    let exercise = match name {
        Some(name) => place::exercise(session.course(), name)?,
        None => session.current(),
    };
    Ok(exercise.name.clone())
}
