//! `doctor`.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::dispatch::Status;
use crate::runner::doctor::{self, Examined, Finding};
use crate::runner::json;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::problem::Problem;

/// Everything that has to be right, a line each, or a JSON array.
pub fn doctor(
    out: &mut impl Write,
    root: Result<PathBuf, Problem>,
    json: bool,
) -> Result<Status, Stop> {
    let examined = doctor::examine(root);
    let findings = || examined.iter().flat_map(|it| &it.findings);
    let bad = findings()
        .filter(|finding| matches!(finding, Finding::Bad(_)))
        .count();
    let notes = findings()
        .filter(|finding| matches!(finding, Finding::Note(_)))
        .count();
    if json {
        let lines: Vec<Line> = examined.iter().flat_map(lines).collect();
        let text = serde_json::to_string(&lines).map_err(std::io::Error::other)?;
        writeln!(out, "{}", json::escaped(text))?;
    } else {
        for finding in findings() {
            match finding {
                // What other programs say of themselves is in here.
                Finding::Good(said) => writeln!(out, "ok     {}", sentence::harmless(said))?,
                Finding::Note(problem) => writeln!(out, "note   {problem}")?,
                Finding::Bad(problem) => writeln!(out, "wrong  {problem}")?,
            }
        }
        match bad {
            0 if notes == 0 => writeln!(out, "Everything is as it should be.")?,
            0 => writeln!(
                out,
                "Nothing is wrong, and {} could be better.",
                sentence::count(notes, "thing")
            )?,
            bad => writeln!(out, "{} to mend.", sentence::count(bad, "thing"))?,
        }
    }
    Ok(match bad {
        0 => Status::Good,
        _ => Status::NotPassed,
    })
}

/// One finding as JSON.
#[derive(Serialize)]
struct Line<'a> {
    examined: &'a str,
    state: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<&'a str>,
}

fn lines(examined: &Examined) -> impl Iterator<Item = Line<'_>> {
    examined.findings.iter().map(|finding| {
        let (state, problem) = match finding {
            Finding::Good(sentence) => {
                return Line {
                    examined: examined.what,
                    state: "ok",
                    message: sentence,
                    place: None,
                    next: None,
                };
            }
            Finding::Note(problem) => ("note", problem),
            Finding::Bad(problem) => ("wrong", problem),
        };
        Line {
            examined: examined.what,
            state,
            message: &problem.what,
            place: problem.place.as_deref(),
            next: Some(&problem.next),
        }
    })
}
