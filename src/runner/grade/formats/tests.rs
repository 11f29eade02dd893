//! Every file against the contract of the system that reads it: which fields there are, of which kind, and how they agree.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::report::Report;
use super::roster::Roster;
use super::{ALL, Format, files, gradebook};
use crate::runner::grade::graded::CompilerError;
use crate::runner::grade::line::{CheckLine, DiagnosisLine, Line, SCHEMA};

const NOW: &str = "2026-12-01T12:00:00Z";

fn check(name: &str, state: &'static str, points: f64, most: f64, said: &str) -> CheckLine {
    CheckLine {
        name: name.to_owned(),
        passed: state == "passed",
        state,
        score: points,
        max_score: most,
        cases: 4,
        diagnosis: (!said.is_empty()).then(|| DiagnosisLine {
            kind: "mistake".to_owned(),
            id: Some("summed".to_owned()),
            message: said.to_owned(),
        }),
    }
}

fn line(submission: &str, exercise: &str, verdict: &str, points: f64, most: f64) -> Line {
    Line {
        schema: SCHEMA,
        submission: submission.to_owned(),
        exercise: exercise.to_owned(),
        chapter: "02_losses".to_owned(),
        verdict: verdict.to_owned(),
        score: points,
        max_score: most,
        checks: Vec::new(),
        message: None,
        piece: None,
        compiler: Vec::new(),
        file: None,
        untouched: false,
        shared_by: None,
        key: Some(format!("{submission}-{exercise}")),
    }
}

/// Two learners and two exercises: what passes, fails by a check, does not compile and is not there.
fn lines() -> Vec<Line> {
    let mut lines = vec![
        line("anna", "mse", "failed", 1.5, 2.0),
        line("anna", "softmax", "passed", 1.0, 1.0),
        line("=ben & <co>", "mse", "compile_error", 0.0, 2.0),
        line("=ben & <co>", "softmax", "missing", 0.0, 1.0),
    ];
    lines[0].checks = vec![
        check("mse", "passed", 1.5, 1.5, ""),
        check(
            "mean \"of\" <it>",
            "failed",
            0.0,
            0.5,
            "You added\u{1} up & up.",
        ),
    ];
    lines[1].checks = vec![check("softmax", "passed", 1.0, 1.0, "")];
    lines[2].message = Some("The compiler found an error in your file.".to_owned());
    lines[2].compiler = vec![CompilerError {
        place: Some("exercises/02_losses/mse.rs:3:4".to_owned()),
        message: "expected `;`".to_owned(),
        in_words: None,
    }];
    lines
}

/// The files of a system, by their paths.
fn written(format: Format, lines: &[Line]) -> BTreeMap<String, Vec<u8>> {
    let times = BTreeMap::from([
        ("anna-mse".to_owned(), 1.25),
        ("anna-softmax".to_owned(), 2.0),
    ]);
    let reports = Report::all("Losses", lines, &times, NOW);
    let files = files(format, &reports).expect("written");
    let files = files.into_iter();
    files
        .map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes))
        .collect()
}

fn json(format: Format, path: &str) -> Value {
    let files = written(format, &lines());
    let bytes = files
        .get(path)
        .unwrap_or_else(|| panic!("no {path}: {:?}", files.keys()));
    serde_json::from_slice(bytes).expect("JSON")
}

/// That an object has fields of these kinds: `s`tring, `n`umber, `i`nteger, `b`oolean, `a`rray, `o`bject.
fn assert_fields(value: &Value, fields: &[(&str, char)]) {
    for (field, kind) in fields {
        let found = &value[*field];
        let fits = match kind {
            's' => found.is_string(),
            'n' => found.is_number(),
            'i' => found.is_u64(),
            'b' => found.is_boolean(),
            'a' => found.is_array(),
            _ => found.is_object(),
        };
        assert!(fits, "{field} is {found}");
    }
}

fn sum(tests: &Value, field: &str) -> f64 {
    let tests = tests.as_array().expect("an array").iter();
    tests.filter_map(|test| test[field].as_f64()).sum()
}

#[test]
fn gradescope_gets_the_results_that_its_harness_reads() {
    let told = json(Format::Gradescope, "gradescope/anna/results.json");
    let fields = [
        ("score", 'n'),
        ("execution_time", 'i'),
        ("tests", 'a'),
        ("extra_data", 'o'),
    ];
    assert_fields(&told, &fields);
    let visibilities = ["visible", "hidden", "after_due_date", "after_published"];
    let is_known = |value: &Value| visibilities.iter().any(|it| value == it);
    assert!(is_known(&told["visibility"]) && is_known(&told["stdout_visibility"]));
    assert_eq!(
        (&told["score"], told["execution_time"].as_u64()),
        (&2.5.into(), Some(3))
    );
    let tests = &told["tests"];
    assert_eq!((sum(tests, "score"), sum(tests, "max_score")), (2.5, 3.0));
    let ben = json(Format::Gradescope, "gradescope/=ben & <co>/results.json");
    let of_both = [tests, &ben["tests"]].map(|tests| tests.as_array().expect("an array"));
    for test in of_both.into_iter().flatten() {
        let strings = ["name", "number", "output", "status", "visibility"];
        assert_fields(test, &strings.map(|field| (field, 's')));
        assert_fields(
            test,
            &[
                ("score", 'n'),
                ("max_score", 'n'),
                ("tags", 'a'),
                ("extra_data", 'o'),
            ],
        );
        assert!(
            test["status"] == "passed" || test["status"] == "failed",
            "{test}"
        );
        assert!(is_known(&test["visibility"]), "{test}");
    }
    assert_eq!(tests[1]["name"], "mse: mean \"of\" <it>");
    assert_eq!(tests[1]["extra_data"]["mistake"], "summed");
    let output = ben["tests"][0]["output"].as_str().expect("text");
    assert!(
        output.ends_with("exercises/02_losses/mse.rs:3:4: expected `;`"),
        "{output}"
    );
}

#[test]
fn classroom_50_gets_every_field_that_it_insists_on() {
    let told = json(Format::Classroom50, "classroom50/anna/result.json");
    assert_eq!(told["schema"], "classroom50/result/v1");
    for field in [
        "classroom",
        "assignment",
        "assignment_type",
        "owner",
        "submission",
        "commit",
        "release",
        "review",
        "datetime",
        "graded_at",
        "submitted_by",
    ] {
        assert!(
            told[field].as_str().is_some_and(|it| !it.is_empty()),
            "{field}: {told}"
        );
    }
    assert_eq!(told["datetime"], NOW);
    assert_eq!(
        (told["score"].as_f64(), told["max-score"].as_i64()),
        (Some(2.5), Some(3))
    );
    let tests = &told["tests"];
    assert_eq!((sum(tests, "score"), sum(tests, "max-score")), (2.5, 3.0));
    for test in tests.as_array().expect("an array") {
        let fields = [
            ("test-name", 's'),
            ("passed", 'b'),
            ("score", 'n'),
            ("max-score", 'n'),
        ];
        assert_fields(test, &fields);
    }
}

#[test]
fn prairielearn_gets_a_score_from_0_to_1_in_less_than_a_megabyte() {
    let told = json(Format::PrairieLearn, "prairielearn/anna/results.json");
    let fields = [
        ("score", 'n'),
        ("gradable", 'b'),
        ("tests", 'a'),
        ("format_errors", 'a'),
    ];
    assert_fields(&told, &fields);
    let score = told["score"].as_f64().expect("a number");
    assert!((score - 2.5 / 3.0).abs() < 1e-9, "{score}");
    assert_eq!(
        (
            sum(&told["tests"], "points"),
            sum(&told["tests"], "max_points")
        ),
        (2.5, 3.0)
    );
    let mut long = lines();
    long[0].checks = (0..2000)
        .map(|_| check("mse", "failed", 0.0, 0.001, &"long ".repeat(400)))
        .collect();
    let files = written(Format::PrairieLearn, &long);
    assert!(files["prairielearn/anna/results.json"].len() <= 1_000_000);
    // Whoever handed nothing in that could be taken is told so, and keeps the attempt.
    let mut refused = lines();
    refused[2].verdict = "refused".to_owned();
    let files = written(Format::PrairieLearn, &refused);
    let told: Value =
        serde_json::from_slice(&files["prairielearn/=ben & <co>/results.json"]).expect("JSON");
    assert_eq!(
        (&told["gradable"], told["format_errors"][0].is_string()),
        (&false.into(), true)
    );
}

#[test]
fn autolab_gets_one_line_with_a_score_for_each_problem() {
    let files = written(Format::Autolab, &lines());
    let text = String::from_utf8(files["autolab/anna/scores.json"].clone()).expect("text");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert_eq!(
        text,
        "{\"scoreboard\":[2.5,1],\"scores\":{\"mse\":1.5,\"softmax\":1}}\n"
    );
}

#[test]
fn opencamp_gets_its_own_spelling_and_whole_seconds() {
    let told = json(Format::OpenCamp, "opencamp/anna/check_result.json");
    let wanted = serde_json::json!({
        "exercises": [{"name": "mse", "result": false}, {"name": "softmax", "result": true}],
        "user_name": "anna",
        "statistics": {
            "total_exercations": 2, "total_succeeds": 1, "total_failures": 1, "total_time": 3,
        },
    });
    assert_eq!(told, wanted);
}

#[test]
fn junit_is_read_by_the_parser_of_another_program() {
    let files = written(Format::Junit, &lines());
    let xml = std::str::from_utf8(&files["junit.xml"]).expect("text");
    let report = quick_junit::Report::deserialize_from_str(xml).expect(xml);
    assert_eq!((report.tests, report.failures, report.errors), (5, 3, 0));
    let names: Vec<String> = report
        .test_suites
        .iter()
        .map(|suite| suite.name.to_string())
        .collect();
    assert_eq!(names, ["anna", "=ben & <co>"]);
    let cases = &report.test_suites[0].test_cases;
    assert_eq!(cases[1].name.as_str(), "mean \"of\" <it>");
    assert!(xml.contains("You added\u{fffd} up &amp; up."), "{xml}");
}

#[test]
fn every_format_has_a_name_and_writes_for_everybody() {
    for (name, format) in ALL {
        let files = written(format, &lines());
        let of_each = if format == Format::Junit { 1 } else { 2 };
        assert_eq!(files.len(), of_each, "{name}");
        let is_its_own = |path: &String| Path::new(path).starts_with(name) || path == "junit.xml";
        assert!(files.keys().all(is_its_own), "{files:?}");
    }
}

#[test]
fn the_gradebook_follows_the_roster_and_holds_no_formula() {
    let lines = lines();
    let times = BTreeMap::new();
    let reports = Report::all("Losses", &lines, &times, NOW);
    let text = |roster| String::from_utf8(gradebook::written(&reports, roster).expect("written"));
    assert_eq!(
        text(None).expect("text"),
        "submission,handed_in,score,max_score,passed,mse,softmax\n\
         '=ben & <co>,yes,0,3,0,0,0\nanna,yes,2.5,3,1,1.5,1\n"
    );
    let roster = Roster {
        columns: vec!["last_name".to_owned()],
        rows: vec![
            ("carl".to_owned(), vec!["-C".to_owned()]),
            ("anna".to_owned(), vec!["A, B".to_owned()]),
        ],
    };
    assert_eq!(
        text(Some(&roster)).expect("text"),
        "submission,last_name,handed_in,score,max_score,passed,mse,softmax\n\
         carl,'-C,no,0,3,0,0,0\nanna,\"A, B\",yes,2.5,3,1,1.5,1\n'=ben & <co>,,yes,0,3,0,0,0\n"
    );
}
