//! Classroom 50: the `result.json` that its runner publishes. What only the runner knows it says in variables.

use serde_json::{Value, json};

use super::number::number;
use super::report::Report;

/// The file.
pub fn written(report: &Report<'_>) -> serde_json::Result<Vec<u8>> {
    with(report, |name| std::env::var(name).ok())
}

fn with(
    report: &Report<'_>,
    variable: impl Fn(&str) -> Option<String>,
) -> serde_json::Result<Vec<u8>> {
    // None of these may be empty, and away from the runner nobody sets them.
    let known = |name: &str, otherwise: &str| {
        let set = variable(name).filter(|value| !value.is_empty());
        set.unwrap_or_else(|| otherwise.to_owned())
    };
    let commit = known("COMMIT_URL", report.submission);
    let tests = report.rows().map(|row| {
        json!({
            "test-name": row.name(),
            "passed": row.passed(),
            "score": number(row.score()),
            "max-score": number(row.max_score()),
            "verdict": row.line.verdict,
            "message": row.said(),
        })
    });
    let tests: Vec<Value> = tests.collect();
    serde_json::to_vec_pretty(&json!({
        "schema": "classroom50/result/v1",
        "classroom": known("CLASSROOM", report.course),
        "assignment": known("ASSIGNMENT", report.course),
        "assignment_type": "individual",
        "owner": report.submission,
        "submission": known("SUBMISSION_TAG", report.submission),
        "release": known("RELEASE_URL", &commit),
        "review": known("REVIEW_URL", &commit),
        "commit": commit,
        "datetime": report.now,
        "graded_at": report.now,
        "submitted_by": report.submission,
        "score": number(report.score()),
        "max-score": number(report.max_score()),
        "tests": tests,
    }))
}
