use super::*;
use crate::runner::outcome::DiagnosisKind;
use crate::runner::outcome::{Piece, Verdict};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn an_outcome_has_exactly_the_shape_that_is_promised() {
    let check = |name: &str, state, diagnosis| CheckOutcome {
        name: name.to_owned(),
        state,
        cases: 24,
        failed: 0,
        diagnosis,
        numbers: None,
    };
    let diagnosis = |id: Option<&str>| {
        Some(Diagnosis {
            kind: DiagnosisKind::Mistake,
            id: id.map(str::to_owned),
            message: "Why.".to_owned(),
        })
    };
    let outcome = Outcome {
        name: "mse".to_owned(),
        verdict: Verdict::Failed,
        checks: vec![
            check("a", CheckState::Passed, None),
            check("b", CheckState::Failed, diagnosis(Some("summed"))),
            check("c", CheckState::Skipped, diagnosis(None)),
        ],
        message: Some("About the whole.".to_owned()),
        piece: Some(Piece {
            name: "earlier".to_owned(),
            verdict: Verdict::Todo,
        }),
        timings: Timings {
            build: Duration::from_micros(210_500),
            run: Duration::from_millis(2),
            total: Duration::from_secs(1),
        },
        metrics: vec![
            ("loss".to_owned(), 0.5),
            ("lost".to_owned(), f32::NAN),
            ("accuracy".to_owned(), f32::NEG_INFINITY),
        ],
        health: vec![HealthLine {
            kind: "loss_flat".to_owned(),
            step: Some(61),
            message: "Flat.".to_owned(),
        }],
    };
    let said = CompilerMessage {
        level: Level::Warning,
        summary: "unused".to_owned(),
        place: Some("mse.rs:3:9".to_owned()),
        line: Some(3),
        in_words: Some("It means this.".to_owned()),
        rendered: String::new(),
    };
    let compiler = vec![said];
    let written = run(&outcome, &compiler).expect("JSON");
    let written: Value = serde_json::from_str(&written).expect("JSON");
    let expected = json!({
        "schema": 1,
        "name": "mse",
        "verdict": "failed",
        "message": "About the whole.",
        "piece": {"name": "earlier", "verdict": "todo"},
        "checks": [
            {"name": "a", "passed": true, "cases": 24},
            {"name": "b", "passed": false, "cases": 24,
             "diagnosis": {"kind": "mistake", "id": "summed", "message": "Why."}},
            {"name": "c", "passed": false, "cases": 24,
             "diagnosis": {"kind": "mistake", "message": "Why."}},
        ],
        "timings": {"build_ms": 210.5, "run_ms": 2.0, "total_ms": 1000.0},
        "metrics": {"loss": 0.5, "lost": null, "accuracy": null},
        "compiler": [{"level": "warning", "place": "mse.rs:3:9", "message": "unused", "in_words": "It means this."}],
        "health": [{"kind": "loss_flat", "step": 61, "message": "Flat."}],
    });
    assert_eq!(written, expected);
    let all = check_all(&[outcome.clone(), outcome], &[compiler.clone(), compiler]).expect("JSON");
    let all: Value = serde_json::from_str(&all).expect("JSON");
    assert_eq!(all, json!([expected, expected]));
}
