//! Gradescope: the `results.json` that an autograder leaves.

use serde_json::{Value, json};

use super::number::number;
use super::report::{Report, Row};

/// The file.
pub fn written(report: &Report<'_>) -> serde_json::Result<Vec<u8>> {
    let tests: Vec<Value> = report
        .rows()
        .zip(1..)
        .map(|(row, at)| test(&row, at))
        .collect();
    serde_json::to_vec_pretty(&json!({
        "score": number(report.score()),
        "execution_time": report.seconds.round() as u64,
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {
            "max_score": number(report.max_score()),
            "exercises_passed": report.passed(),
        },
    }))
}

fn test(row: &Row<'_>, at: usize) -> Value {
    json!({
        "name": row.name(),
        "number": at.to_string(),
        "score": number(row.score()),
        "max_score": number(row.max_score()),
        "status": if row.passed() { "passed" } else { "failed" },
        "output": row.said(),
        "tags": [row.line.chapter, row.state()],
        "visibility": "visible",
        "extra_data": {
            "verdict": row.line.verdict,
            "mistake": row.check.and_then(|it| it.diagnosis.as_ref()).and_then(|it| it.id.as_ref()),
        },
    })
}
