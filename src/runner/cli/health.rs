//! `doctor`.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::doctor::{self, Examined, Finding};
use crate::runner::json;
use crate::runner::plain::sentence;
use crate::runner::problem::Problem;
use crate::runner::words::plain::shell as words;

/// Everything that has to be right, a line each, or a JSON array.
pub fn doctor(
    out: &mut impl Write,
    root: Result<PathBuf, Problem>,
    settings: Examined,
    json: bool,
) -> Result<Status, NoOutcome> {
    let mut examined = doctor::examine(root);
    examined.push(settings);
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
                Finding::Good(said) => {
                    writeln!(
                        out,
                        "{:<5}  {}",
                        words::finding_ok(),
                        sentence::harmless(said)
                    )?;
                }
                Finding::Note(problem) => writeln!(out, "{:<5}  {problem}", words::finding_note())?,
                Finding::Bad(problem) => writeln!(out, "{:<5}  {problem}", words::finding_wrong())?,
            }
        }
        let end = match (bad, notes) {
            (0, 0) => words::machine_is_fine().to_owned(),
            (0, 1) => words::one_could_be_better().to_owned(),
            (0, notes) => words::could_be_better(notes),
            (1, _) => words::one_to_mend().to_owned(),
            (bad, _) => words::to_mend(bad),
        };
        writeln!(out, "{end}")?;
    }
    Ok(match bad {
        0 => Status::Good,
        _ => Status::NotPassed,
    })
}

/// One finding as JSON.
#[derive(Serialize)]
struct Line<'a> {
    schema: u32,
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
                    schema: json::SCHEMA,
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
            schema: json::SCHEMA,
            examined: examined.what,
            state,
            message: &problem.what,
            place: problem.place.as_deref(),
            next: Some(&problem.next),
        }
    })
}
