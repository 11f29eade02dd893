//! Autolab: the line that its autograder takes the scores from.

use serde_json::{Map, Value, json};

use super::number::number;
use super::report::Report;

/// The line: a problem for each exercise, and on the board the points and how many passed.
pub fn written(report: &Report<'_>) -> serde_json::Result<Vec<u8>> {
    let scores = report.lines.iter();
    let scores: Map<String, Value> = scores
        .map(|line| (line.exercise.clone(), number(line.score)))
        .collect();
    let mut line = serde_json::to_vec(&json!({
        "scores": scores,
        "scoreboard": [number(report.score()), report.passed()],
    }))?;
    line.push(b'\n');
    Ok(line)
}
