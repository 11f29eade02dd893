//! `list`, `hint`, `reset` and `solution`.

use std::io::Write;

use super::place;
use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::course::Exercise;
use crate::runner::json;
use crate::runner::plain::back;
use crate::runner::plain::way;
use crate::runner::session::Session;
use crate::runner::words::plain::{commands as command_words, shell as words};

/// Every exercise, or those that lie on a track, chapter by chapter.
pub fn list(
    out: &mut impl Write,
    session: &Session,
    track: Option<&str>,
    json: bool,
) -> Result<Status, NoOutcome> {
    let course = session.course();
    let route = place::route(session, track)?;
    let shown: Vec<&Exercise> = route.iter().map(|at| &course.exercises[*at]).collect();
    if json {
        let work = |name: &str| {
            let practice = session.practice(name);
            json::Work {
                tries: practice.tries,
                seconds: practice.seconds,
                hints: session.hints_shown(name),
            }
        };
        let text = json::list(course, &shown, |name| session.is_done(name), work);
        writeln!(
            out,
            "{}",
            text.map_err(|error| NoOutcome::Output(error.into()))?
        )?;
        return Ok(Status::Good);
    }
    let width = shown.iter().map(|it| it.name.len()).max().unwrap_or(0);
    let timed = shown.iter().any(|it| it.minutes.is_some());
    for chapter in &course.chapters {
        let inside = || shown.iter().filter(|it| it.chapter == chapter.name);
        if inside().next().is_none() {
            continue;
        }
        writeln!(out, "{}", chapter.title)?;
        for exercise in inside() {
            let is_current = exercise.name == session.current().name;
            let mark = if is_current { '>' } else { ' ' };
            let state = match session.is_done(&exercise.name) {
                true => words::done(),
                false => words::pending(),
            };
            let (name, teaches) = (&exercise.name, &exercise.teaches);
            let minutes = match exercise.minutes {
                _ if !timed => String::new(),
                Some(minutes) => format!("{:>7}  ", words::minutes(minutes)),
                None => " ".repeat(9),
            };
            writeln!(out, "{mark} {state:<7}  {name:<width$}  {minutes}{teaches}")?;
        }
    }
    let open = shown.iter().filter(|it| !session.is_done(&it.name));
    let done = shown.len() - open.clone().count();
    writeln!(out, "{}", way::progress(done, shown.len()))?;
    if let Some(left) = course.minutes(open.copied()).filter(|left| *left > 0) {
        writeln!(out, "{}", way::left(left))?;
    }
    if let Some(track) = track.and_then(|name| course.track(name)) {
        let outside = route.iter().filter(|at| !track.exercises.contains(at));
        let names: Vec<&str> = outside
            .map(|at| course.exercises[*at].name.as_str())
            .collect();
        if !names.is_empty() {
            writeln!(out, "{}", way::needed(track, &names))?;
        }
        return Ok(Status::Good);
    }
    for line in way::tracks(course, session.track(), way::in_a_shell(), |name| {
        session.is_done(name)
    }) {
        writeln!(out, "{line}")?;
    }
    Ok(Status::Good)
}

/// One more hint, under the ones that were shown before.
pub fn hint(
    out: &mut impl Write,
    mut session: Session,
    name: Option<&str>,
) -> Result<Status, NoOutcome> {
    let exercise = match name {
        Some(name) => place::exercise(session.course(), name)?,
        None => session.current(),
    };
    let exercise = exercise.clone();
    let all = exercise.hints.len();
    if all == 0 {
        writeln!(out, "{}", words::no_hints(&exercise.name))?;
        return Ok(Status::Good);
    }
    let before = session.hints_shown(&exercise.name);
    let shown = session.show_hint(&exercise.name)?;
    for (number, opened) in (1..).zip(session.hints_opened(&exercise.name)) {
        let of = words::hint_number(number, all, &exercise.name);
        writeln!(out, "{of} {}", exercise.hints[opened])?;
    }
    if shown == before {
        writeln!(out, "{}", command_words::no_more_hints())?;
    }
    Ok(Status::Good)
}

/// The original again.
pub fn reset(out: &mut impl Write, mut session: Session, name: &str) -> Result<Status, NoOutcome> {
    let exercise = place::exercise(session.course(), name)?.clone();
    for line in back::reset(&mut session, &exercise.name, &exercise.path())? {
        writeln!(out, "{line}")?;
    }
    Ok(Status::Good)
}

/// The solution, as it is, so that it can be piped into a diff.
pub fn solution(out: &mut impl Write, session: &Session, name: &str) -> Result<Status, NoOutcome> {
    let name = &place::exercise(session.course(), name)?.name;
    out.write_all(session.solution(name)?.as_bytes())?;
    Ok(Status::Good)
}
