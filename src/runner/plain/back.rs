//! Looking back at the attempts, in lines.

use std::time::SystemTime;

use similar::TextDiff;

use super::sentence::harmless;
use crate::report::number::spoken;
use crate::runner::attempts::{AttemptSummary, ago};
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::session::{Reset, Restored, Session};
use crate::runner::text;
use crate::runner::words::plain::attempts as words;

/// What came of an attempt, in a word or two.
pub fn verdict(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => words::not_checked(),
        Some(Verdict::Passed) => words::passed(),
        Some(Verdict::Failed) => words::failed(),
        Some(Verdict::Todo) => words::todo(),
        Some(Verdict::CompileError) => words::does_not_compile(),
        Some(Verdict::Panicked) => words::panicked(),
        Some(Verdict::TimedOut) => words::too_slow(),
        Some(Verdict::OutOfMemory) => words::too_much_memory(),
        Some(Verdict::NoAnswer) => words::no_answer(),
        // Neither of them is kept as an attempt.
        Some(Verdict::Piece) => words::waits(),
        Some(Verdict::Cancelled) => words::stopped(),
        Some(Verdict::NoCrates) => words::no_crates(),
        Some(Verdict::CannotCheck) => words::cannot_check(),
    }
}

/// Every attempt at an exercise, one line each, the oldest first.
pub fn list(session: &Session, name: &str) -> Vec<String> {
    let attempts = session.attempts(name);
    if attempts.is_empty() {
        return vec![words::none(name)];
    }
    let now = SystemTime::now();
    attempts.iter().map(|attempt| line(attempt, now)).collect()
}

fn line(attempt: &AttemptSummary, now: SystemTime) -> String {
    let mut line = format!(
        "{:>4}  {:<12}  {}",
        attempt.number,
        ago(attempt.judged, now),
        verdict(attempt.verdict)
    );
    if !attempt.message.is_empty() {
        line.push_str(": ");
        line.push_str(&harmless(&attempt.message));
    }
    line
}

/// What has changed from an attempt to another one, or to the text as it is; and where their curves ended.
pub fn compare(
    session: &Session,
    name: &str,
    number: u32,
    other: Option<u32>,
) -> Result<Vec<String>, Problem> {
    let from = session.attempt(name, number)?;
    let (to, curves) = match other {
        Some(other) => {
            let to = session.attempt(name, other)?;
            (to.text, to.curves)
        }
        None => (session.text_now(name), Vec::new()),
    };
    let mut lines: Vec<String> = vec![line(&from.summary, SystemTime::now())];
    for curve in &from.curves {
        // A curve that became infinite has no value at its end: what is kept stops before that.
        let Some((step, end)) = curve.points.last() else {
            continue;
        };
        let series = harmless(&curve.series);
        let stops = words::curve_stops(series, spoken(*end), step);
        let theirs = curves.iter().find(|it| it.series == curve.series);
        let theirs = theirs.and_then(|it| it.points.last());
        lines.push(match other.zip(theirs) {
            Some((other, (step, end))) => {
                let there = words::curve_stops_there(other, spoken(*end), step);
                format!("{stops} {there}")
            }
            None => stops,
        });
    }
    if from.text == to {
        lines.push(match other {
            Some(other) => words::same_as_attempt(number, other),
            None => words::same_as_now(number),
        });
        return Ok(lines);
    }
    let old = words::attempt(number);
    let new = other.map_or_else(|| words::now().to_owned(), words::attempt);
    let diff = TextDiff::from_lines(&from.text, &to);
    let diff = diff.unified_diff().header(&old, &new).to_string();
    lines.extend(diff.lines().map(harmless));
    Ok(lines)
}

/// Puts the text of an attempt back, and says what became of the text that was there.
pub fn restore(session: &mut Session, name: &str, number: u32) -> Result<Vec<String>, Problem> {
    let restored = session.restore(name, number)?;
    let exercise = session.course().exercise(name);
    let path = exercise.map(|exercise| exercise.path()).unwrap_or_default();
    Ok(match restored {
        Restored::Same => vec![words::is_already(path, number)],
        Restored::FromNothing => vec![words::is_again(path, number)],
        Restored::Kept(kept) => vec![words::is_again(path, number), words::kept_as_attempt(kept)],
        Restored::Moved(copy) => vec![
            words::is_again(path, number),
            words::kept_in(text::path(&copy)),
        ],
        Restored::Instead(what) => {
            vec![words::is_again(path, number), words::replaced(what)]
        }
    })
}

/// Puts the original back, and says what became of what was there. The exercise is `called` by its name or its path.
pub fn reset(session: &mut Session, name: &str, called: &str) -> Result<Vec<String>, Problem> {
    let reset = session.reset(name)?;
    let mut lines = vec![words::reset(called)];
    match reset {
        Reset::Nothing => {}
        Reset::Kept(copy) => lines.push(words::text_kept_in(text::path(&copy))),
        Reset::Instead(what) => lines.push(words::replaced(what)),
    }
    Ok(lines)
}
