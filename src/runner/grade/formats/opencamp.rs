//! OpenCamp: what its camps upload for each learner. The words are spelled as they are there.

use serde_json::{Value, json};

use super::report::Report;

/// The file.
pub fn written(report: &Report<'_>) -> serde_json::Result<Vec<u8>> {
    let exercises = report.lines.iter();
    let exercises: Vec<Value> = exercises
        .map(|line| json!({ "name": line.exercise, "result": line.has_passed() }))
        .collect();
    let (all, passed) = (exercises.len(), report.passed());
    serde_json::to_vec_pretty(&json!({
        "exercises": exercises,
        "user_name": report.submission,
        "statistics": {
            "total_exercations": all,
            "total_succeeds": passed,
            "total_failures": all - passed,
            "total_time": report.seconds.round() as u64,
        },
    }))
}
