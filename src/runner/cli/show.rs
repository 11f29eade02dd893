//! `list`, `hint`, `reset` and `solution`.

use std::io::Write;

use super::dispatch::Status;
use super::place;
use crate::runner::json;
use crate::runner::plain::back;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::session::Session;

/// Every exercise, chapter by chapter.
pub fn list(out: &mut impl Write, session: &Session, json: bool) -> Result<Status, Stop> {
    let course = session.course();
    if json {
        let text = json::list(course, |name| session.is_done(name));
        writeln!(out, "{}", text.map_err(|error| Stop::Output(error.into()))?)?;
        return Ok(Status::Good);
    }
    let longest = course.exercises.iter().map(|it| it.name.len()).max();
    let width = longest.unwrap_or(0);
    for chapter in &course.chapters {
        writeln!(out, "{}", chapter.title)?;
        let inside = course.exercises.iter();
        for exercise in inside.filter(|it| it.chapter == chapter.name) {
            let is_current = exercise.name == session.current().name;
            let mark = if is_current { '>' } else { ' ' };
            let state = if session.is_done(&exercise.name) {
                "done"
            } else {
                "pending"
            };
            let (name, teaches) = (&exercise.name, &exercise.teaches);
            writeln!(out, "{mark} {state:<7}  {name:<width$}  {teaches}")?;
        }
    }
    let all = course.exercises.len();
    writeln!(out, "{}", sentence::progress(session.done_count(), all))?;
    Ok(Status::Good)
}

/// One more hint, under the ones that were shown before.
pub fn hint(
    out: &mut impl Write,
    mut session: Session,
    name: Option<&str>,
) -> Result<Status, Stop> {
    let exercise = match name {
        Some(name) => place::exercise(session.course(), name)?,
        None => session.current(),
    };
    let exercise = exercise.clone();
    let all = exercise.hints.len();
    if all == 0 {
        writeln!(out, "{} has no hints.", exercise.name)?;
        return Ok(Status::Good);
    }
    let before = session.hints_shown(&exercise.name);
    let shown = session.show_hint(&exercise.name)?;
    for (number, hint) in (1..=shown).zip(&exercise.hints) {
        writeln!(out, "Hint {number} of {all} for {}: {hint}", exercise.name)?;
    }
    if shown == before {
        writeln!(out, "There are no more hints.")?;
    }
    Ok(Status::Good)
}

/// The original again.
pub fn reset(out: &mut impl Write, mut session: Session, name: &str) -> Result<Status, Stop> {
    let exercise = place::exercise(session.course(), name)?.clone();
    for line in back::reset(&mut session, &exercise.name, &exercise.path())? {
        writeln!(out, "{line}")?;
    }
    Ok(Status::Good)
}

/// The solution, as it is, so that it can be piped into a diff.
pub fn solution(out: &mut impl Write, session: &Session, name: &str) -> Result<Status, Stop> {
    let name = &place::exercise(session.course(), name)?.name;
    out.write_all(session.solution(name)?.as_bytes())?;
    Ok(Status::Good)
}
