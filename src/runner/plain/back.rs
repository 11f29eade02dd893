//! Looking back at the attempts, in lines.

use std::time::SystemTime;

use similar::TextDiff;

use super::sentence::{harmless, value};
use crate::runner::attempts::{AttemptSummary, ago};
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::session::{Reset, Restored, Session};
use crate::runner::text;

/// What came of an attempt, in a word or two.
pub fn verdict(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "not checked",
        Some(Verdict::Passed) => "passed",
        Some(Verdict::Failed) => "failed",
        Some(Verdict::Todo) => "todo",
        Some(Verdict::CompileError) => "does not compile",
        Some(Verdict::Panicked) => "panicked",
        Some(Verdict::TimedOut) => "too slow",
        Some(Verdict::OutOfMemory) => "too much memory",
        Some(Verdict::NoAnswer) => "no answer",
        // Neither of them is kept as an attempt.
        Some(Verdict::Piece) => "waits",
        Some(Verdict::Cancelled) => "stopped",
        Some(Verdict::CannotCheck) => "cannot check",
    }
}

/// Every attempt at an exercise, one line each, the oldest first.
pub fn list(session: &Session, name: &str) -> Vec<String> {
    let attempts = session.attempts(name);
    if attempts.is_empty() {
        return vec![format!(
            "There are no attempts at {name} yet: every version that is checked is kept."
        )];
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
    let old = format!("attempt {number}");
    let (new, to, curves) = match other {
        Some(other) => {
            let to = session.attempt(name, other)?;
            (format!("attempt {other}"), to.text, to.curves)
        }
        None => ("now".to_owned(), session.text_now(name), Vec::new()),
    };
    let mut lines: Vec<String> = vec![line(&from.summary, SystemTime::now())];
    for curve in &from.curves {
        // A curve that became infinite has no value at its end: what is kept stops before that.
        let Some((step, end)) = curve.points.last() else {
            continue;
        };
        let series = harmless(&curve.series);
        let mut text = format!("{series} stops at {} in step {step}", value(*end));
        let theirs = curves.iter().find(|it| it.series == curve.series);
        if let Some((step, end)) = theirs.and_then(|it| it.points.last()) {
            text.push_str(&format!("; in {new} at {} in step {step}", value(*end)));
        }
        lines.push(format!("{text}."));
    }
    if from.text == to {
        lines.push(format!("{old} and {new} are the same text."));
        return Ok(lines);
    }
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
        Restored::Same => vec![format!("{path} is attempt {number} already.")],
        Restored::FromNothing => vec![format!("{path} is attempt {number} again.")],
        Restored::Kept(kept) => vec![
            format!("{path} is attempt {number} again."),
            format!("What was there is kept as attempt {kept}."),
        ],
        Restored::Moved(copy) => vec![
            format!("{path} is attempt {number} again."),
            format!("What was there is kept in {}.", text::path(&copy)),
        ],
        Restored::Instead(what) => {
            vec![format!("{path} is attempt {number} again."), instead(&what)]
        }
    })
}

/// Puts the original back, and says what became of what was there. The exercise is `called` by its name or its path.
pub fn reset(session: &mut Session, name: &str, called: &str) -> Result<Vec<String>, Problem> {
    let reset = session.reset(name)?;
    let mut lines = vec![format!("{called} is as it was at the start.")];
    match reset {
        Reset::Nothing => {}
        Reset::Kept(copy) => lines.push(format!("Your text is kept in {}.", text::path(&copy))),
        Reset::Instead(what) => lines.push(instead(&what)),
    }
    Ok(lines)
}

fn instead(what: &str) -> String {
    format!("It replaced {what}, which had no text to keep.")
}
