//! What is fuzzed: each function takes any bytes at all, and panics only if a promise is broken.

use std::fmt::Debug;
use std::path::Path;

use cargo_metadata::diagnostic::Diagnostic;
use gradlings::message::{FromCandidate, FromReference, Hello, Request};
use gradlings::report::drawn::{Lies, Told};
use gradlings::report::{Drawing, Report, Sealed};
use gradlings::runner::compiler;
use gradlings::runner::course::Course;
use gradlings::runner::progress::state::State;
use gradlings::runner::text;
use gradlings::wire::{Value, decode, encode, read_frame};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The wire: whatever a program sends is a message or an error, and a message survives being sent again.
pub fn wire(bytes: &[u8]) {
    survives::<Hello>(bytes);
    survives::<Request>(bytes);
    survives::<FromCandidate>(bytes);
    survives::<FromReference>(bytes);
    survives::<Value>(bytes);
    if let Ok(Value::Numbers(array)) = decode::<Value>(bytes) {
        let said: usize = array.shape().iter().product();
        assert_eq!(said, array.data().len(), "a shape that is not kept");
    }
    let mut channel = bytes;
    while let Ok(message) = read_frame::<FromCandidate>(&mut channel) {
        opened(&message);
    }
    if let Ok(message) = decode::<FromCandidate>(bytes) {
        opened(&message);
    }
    // The first byte says which drawing the others may be.
    if let Some((which, bytes)) = bytes.split_first() {
        let name = Drawing::NAMES[usize::from(*which) % Drawing::NAMES.len()].to_owned();
        let bytes = bytes.to_vec();
        told(&Sealed { name, bytes });
    }
}

fn opened(message: &FromCandidate) {
    if let FromCandidate::Report(Report::Frame(frame)) = message {
        told(&frame.drawing);
    }
}

/// A drawing that can be opened can be told of.
fn told(sealed: &Sealed) {
    let Some(drawing) = Drawing::open(sealed) else {
        return;
    };
    let told = Told {
        title: "it",
        ground: (drawing.lies() == Lies::Under).then_some(&drawing),
        first: Some(&drawing),
        last: vec![(Some(u64::MAX), &drawing)],
    };
    let lines = drawing.tell(&told);
    assert!(lines.iter().all(|line| !line.is_empty()));
}

fn survives<M: Serialize + DeserializeOwned + Debug>(body: &[u8]) {
    let Ok(message) = decode::<M>(body) else {
        return;
    };
    let frame = encode(&message).expect("a message that came in one frame goes into one");
    let again: M = decode(&frame[4..]).expect("what was encoded can be decoded");
    // NaN is not equal to itself, but its words are.
    assert_eq!(format!("{again:?}"), format!("{message:?}"));
}

/// `info.toml`: a course that is taken is sound, and one that is not is answered with a place in the file.
pub fn info(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let root = Path::new("/course");
    match Course::parse(root, text) {
        Ok(course) => {
            // A session starts with an exercise, so there has to be one.
            assert!(!course.exercises.is_empty());
            for exercise in &course.exercises {
                let is_plain =
                    |name: &str| !name.is_empty() && !name.contains(['/', '\\', '.', ':', '\0']);
                assert!(is_plain(&exercise.name) && is_plain(&exercise.chapter));
                assert!(
                    course
                        .exercise_path(exercise)
                        .starts_with("/course/exercises")
                );
                for need in &exercise.needs {
                    assert!(course.position(need) < course.position(&exercise.name));
                }
            }
        }
        Err(problem) => {
            assert!(!problem.next.is_empty());
            let place = problem.place.expect("the file is named");
            let mut numbers = place
                .strip_prefix("/course/info.toml")
                .expect("the file")
                .split(':');
            let line = numbers
                .nth(1)
                .map_or(1, |line| line.parse().expect("a number"));
            assert!(
                (1..=text.split('\n').count()).contains(&line),
                "no line {line}"
            );
        }
    }
}

/// The state: what is taken for a state survives being written and read, so that no progress changes on the way.
pub fn state(bytes: &[u8]) {
    let Ok(state) = State::decode(bytes) else {
        return;
    };
    let text = state.encode().expect("what was read can be written");
    let again = State::decode(text.as_bytes()).expect("what was written can be read");
    // NaN is not equal to itself, but its words are.
    assert_eq!(format!("{again:?}"), format!("{state:?}"));
}

/// What rustc says, as its JSON or as pieces of text put into one: an explanation is plain text.
pub fn compiler(bytes: &[u8]) {
    if let Ok(diagnostic) = serde_json::from_slice::<Diagnostic>(bytes) {
        explain(&diagnostic);
    }
    let text = String::from_utf8_lossy(bytes);
    let mut pieces = text.split('\n');
    let mut next = || pieces.next().unwrap_or_default();
    let (code, message, code_there, label, proposal) = (next(), next(), next(), next(), next());
    let notes: Vec<_> = pieces
        .map(|note| json!({"message": note, "code": null, "level": "help", "spans": [], "children": [], "rendered": null}))
        .collect();
    // rustc counts characters from 1, and so does this, unless the text says otherwise.
    let length = bytes.first().map_or(0, |first| usize::from(*first % 80));
    let span = |primary: bool| {
        json!({
            "file_name": "exercises/a/one.rs", "byte_start": 3, "byte_end": 3 + length,
            "line_start": 1, "line_end": 1, "column_start": 4, "column_end": 4 + length, "is_primary": primary,
            "text": [{"text": code_there, "highlight_start": 4, "highlight_end": 4 + length}],
            "label": label, "suggested_replacement": proposal, "suggestion_applicability": null, "expansion": null,
        })
    };
    let diagnostic = json!({
        "message": message, "code": {"code": code, "explanation": null}, "level": "error",
        "spans": [span(true), span(false)], "children": notes, "rendered": text,
    });
    explain(&serde_json::from_value(diagnostic).expect("the shape of a message"));
}

fn explain(diagnostic: &Diagnostic) {
    let source: String = diagnostic
        .spans
        .iter()
        .flat_map(|span| &span.text)
        .map(|line| format!("{}\n", line.text))
        .collect();
    if let Some(words) = compiler::explain(diagnostic, &source) {
        assert!(!words.trim().is_empty());
        assert_eq!(text::plain(&words), words, "an explanation moves no cursor");
    }
    let rendered = diagnostic.rendered.as_deref().unwrap_or_default();
    let coloured = text::coloured(rendered);
    assert_eq!(
        text::coloured(&coloured),
        coloured,
        "what was taken out stays out"
    );
}
