//! PrairieLearn: the `results.json` that an external grader leaves. It may have a megabyte, and its score goes from 0 to 1.

use serde_json::{Value, json};

use super::number::number;
use super::report::{Report, Row};
use crate::runner::grade::line::{MISSING, REFUSED};
use crate::runner::text;

/// The most bytes, with room for what counts as a megabyte elsewhere.
const MOST: usize = 1_000_000;

/// The file.
pub fn written(report: &Report<'_>) -> serde_json::Result<Vec<u8>> {
    // What does not fit is said in fewer words.
    let mut file = Vec::new();
    for characters in [4000, 400, 40, 0] {
        file = within(report, characters)?;
        if file.len() <= MOST {
            break;
        }
    }
    Ok(file)
}

fn within(report: &Report<'_>, characters: usize) -> serde_json::Result<Vec<u8>> {
    let score = match report.max_score() {
        0.0 => 0.0,
        most => report.score() / most,
    };
    let lacks = |line: &&crate::runner::grade::line::Line| {
        line.verdict == REFUSED || line.verdict == MISSING
    };
    let faults = report.lines.iter().filter(|line| line.verdict == REFUSED);
    let faults: Vec<String> = faults
        .filter_map(|line| Some(text::short(line.message.as_ref()?, characters)))
        .collect();
    let tests: Vec<Value> = report.rows().map(|row| test(&row, characters)).collect();
    let has_none = report.lines.iter().all(|line| lacks(&line));
    serde_json::to_vec(&json!({
        "gradable": !has_none,
        "score": number(score),
        "message": "",
        "output": "",
        "format_errors": faults,
        "images": [],
        "tests": tests,
    }))
}

fn test(row: &Row<'_>, characters: usize) -> Value {
    json!({
        "name": row.name(),
        "description": row.line.chapter,
        "points": number(row.score()),
        "max_points": number(row.max_score()),
        "message": text::short(&row.said(), characters),
        "output": row.state(),
        "images": [],
    })
}
