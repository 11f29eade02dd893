//! The JSON of `list`, `run`, `check-all`, `glossary` and `attempts`: for scripts and for grading, so its names do not change.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::runner::attempts::AttemptSummary;
use crate::runner::closed;
use crate::runner::course::{Course, Exercise, Term};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, HealthLine, Outcome, Timings};
use crate::runner::problem::Problem;

/// The version of every object that is written. Fields may be added without a new one; none goes or changes its meaning.
pub const SCHEMA: u32 = 1;

/// What is known of how an exercise was worked on.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Work {
    /// Saves that were checked.
    pub tries: u64,
    /// Seconds that went into it.
    pub seconds: u64,
    /// Hints that were shown.
    pub hints: usize,
}

/// What kept a command from its work.
#[derive(Debug, Serialize)]
struct Failed<'a> {
    schema: u32,
    error: Error<'a>,
}

#[derive(Debug, Serialize)]
struct Error<'a> {
    what: &'a str,
    place: Option<&'a str>,
    next: &'a str,
}

/// One line of `list --json`.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    schema: u32,
    name: &'a str,
    chapter: &'a str,
    path: String,
    /// `null` while it is packed away.
    solution: Option<String>,
    state: &'static str,
    /// How long it takes most people; `null` where its author does not say.
    minutes: Option<u32>,
    /// The tracks that it belongs to.
    tracks: Vec<&'a str>,
    #[serde(flatten)]
    work: Work,
}

/// One entry of `glossary --json`.
#[derive(Debug, Serialize)]
struct Defined<'a> {
    schema: u32,
    term: &'a str,
    also: &'a [String],
    meaning: &'a str,
    exercise: &'a str,
    chapter: Option<&'a str>,
    path: Option<String>,
}

/// One entry of `attempts --json`.
#[derive(Debug, Serialize)]
struct Tried<'a> {
    schema: u32,
    number: u32,
    verdict: Option<&'static str>,
    judged: Option<String>,
    message: &'a str,
    path: String,
}

#[derive(Debug, Serialize)]
struct Ran<'a> {
    schema: u32,
    name: &'a str,
    verdict: &'static str,
    /// What can be said of the whole: why nothing was judged, or how the program ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    /// The earlier exercise that has to pass first.
    #[serde(skip_serializing_if = "Option::is_none")]
    piece: Option<First<'a>>,
    checks: Vec<Check<'a>>,
    timings: Milliseconds,
    metrics: Metrics<'a>,
    compiler: Vec<Said<'a>>,
    health: Vec<Unwell<'a>>,
}

/// An earlier exercise that is not passed.
#[derive(Debug, Serialize)]
struct First<'a> {
    name: &'a str,
    verdict: &'static str,
}

/// What the compiler said, and what that means.
#[derive(Debug, Serialize)]
struct Said<'a> {
    level: &'static str,
    place: Option<&'a str>,
    message: &'a str,
    in_words: Option<&'a str>,
}

/// One thing that is not well with a training.
#[derive(Debug, Serialize)]
struct Unwell<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<u64>,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct Check<'a> {
    name: &'a str,
    passed: bool,
    cases: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnosis: Option<Because<'a>>,
}

#[derive(Debug, Serialize)]
struct Because<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct Milliseconds {
    build_ms: f64,
    run_ms: f64,
    total_ms: f64,
}

/// An object with the series in the order in which they were reported. NaN and the infinities are `null`.
#[derive(Debug)]
struct Metrics<'a>(&'a [(String, f32)]);

impl Serialize for Metrics<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (series, value) in self.0 {
            map.serialize_entry(series, &value.is_finite().then_some(value))?;
        }
        map.end()
    }
}

fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(escaped)
}

/// The same JSON, with the control characters escaped that JSON lets through and a terminal obeys. They can only be in
/// its strings.
pub fn escaped(json: String) -> String {
    if !json.contains(is_obeyed) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        match is_obeyed(letter) {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => escaped.push(letter),
        }
    }
    escaped
}

fn is_obeyed(letter: char) -> bool {
    letter >= '\u{7f}' && letter.is_control()
}

/// `list --json` of these exercises.
pub fn list(
    course: &Course,
    exercises: &[&Exercise],
    is_done: impl Fn(&str) -> bool,
    work: impl Fn(&str) -> Work,
) -> serde_json::Result<String> {
    let exercises = exercises.iter().map(|exercise| Listed {
        schema: SCHEMA,
        work: work(&exercise.name),
        name: &exercise.name,
        chapter: &exercise.chapter,
        path: exercise.path(),
        solution: solution(course, exercise),
        state: if is_done(&exercise.name) {
            "done"
        } else {
            "pending"
        },
        minutes: exercise.minutes,
        tracks: course
            .tracks_of(&exercise.name)
            .map(|track| track.name.as_str())
            .collect(),
    });
    pretty(&exercises.collect::<Vec<_>>())
}

/// `glossary --json` of these terms.
pub fn glossary(course: &Course, terms: &[&Term]) -> serde_json::Result<String> {
    let terms = terms.iter().map(|term| {
        let exercise = course.exercise(&term.exercise);
        Defined {
            schema: SCHEMA,
            term: &term.name,
            also: &term.also,
            meaning: &term.meaning,
            exercise: &term.exercise,
            chapter: exercise.map(|exercise| exercise.chapter.as_str()),
            path: exercise.map(Exercise::path),
        }
    });
    pretty(&terms.collect::<Vec<_>>())
}

/// Where the solution of an exercise can be read.
fn solution(course: &Course, exercise: &Exercise) -> Option<String> {
    let path = exercise.solution();
    let is_hidden = closed::is_closed(&course.root, &path) && !course.root.join(&path).is_file();
    (!is_hidden).then_some(path)
}

/// `attempts --json`, of the attempts in this folder, the oldest first. Times are in UTC.
pub fn attempts(attempts: &[AttemptSummary], folder: &str) -> serde_json::Result<String> {
    let attempts = attempts.iter().map(|attempt| Tried {
        schema: SCHEMA,
        number: attempt.number,
        verdict: attempt.verdict.map(|verdict| verdict.word()),
        judged: attempt.judged_in_utc(),
        message: &attempt.message,
        path: format!("{folder}/{:04}.rs", attempt.number),
    });
    pretty(&attempts.collect::<Vec<_>>())
}

/// What is written where `--json` was asked for and there is a problem.
pub fn problem(problem: &Problem) -> serde_json::Result<String> {
    pretty(&Failed {
        schema: SCHEMA,
        error: Error {
            what: &problem.what,
            place: problem.place.as_deref(),
            next: &problem.next,
        },
    })
}

/// `run --json`, with what the compiler said on the way.
pub fn run(outcome: &Outcome, compiler: &[CompilerMessage]) -> serde_json::Result<String> {
    pretty(&ran(outcome, compiler))
}

/// `check-all --json`, with what the compiler said of each exercise, in the same order.
pub fn check_all(
    outcomes: &[Outcome],
    compiler: &[Vec<CompilerMessage>],
) -> serde_json::Result<String> {
    let all = outcomes.iter().enumerate().map(|(number, outcome)| {
        let said = compiler.get(number).map_or(&[][..], Vec::as_slice);
        ran(outcome, said)
    });
    pretty(&all.collect::<Vec<_>>())
}

fn ran<'a>(outcome: &'a Outcome, compiler: &'a [CompilerMessage]) -> Ran<'a> {
    Ran {
        schema: SCHEMA,
        name: &outcome.name,
        verdict: outcome.verdict.word(),
        message: outcome.message.as_deref(),
        piece: outcome.piece.as_ref().map(|piece| First {
            name: &piece.name,
            verdict: piece.verdict.word(),
        }),
        checks: outcome.checks.iter().map(check).collect(),
        timings: milliseconds(&outcome.timings),
        metrics: Metrics(&outcome.metrics),
        compiler: compiler.iter().map(said).collect(),
        health: outcome.health.iter().map(unwell).collect(),
    }
}

fn said(message: &CompilerMessage) -> Said<'_> {
    Said {
        level: match message.level {
            Level::Error => "error",
            Level::Warning => "warning",
        },
        place: message.place.as_deref(),
        message: &message.summary,
        in_words: message.in_words.as_deref(),
    }
}

fn unwell(line: &HealthLine) -> Unwell<'_> {
    Unwell {
        kind: &line.kind,
        step: line.step,
        message: &line.message,
    }
}

fn check(check: &CheckOutcome) -> Check<'_> {
    Check {
        name: &check.name,
        passed: check.state == CheckState::Passed,
        cases: check.cases,
        diagnosis: check.diagnosis.as_ref().map(because),
    }
}

fn because(diagnosis: &Diagnosis) -> Because<'_> {
    Because {
        kind: diagnosis.kind.word(),
        id: diagnosis.id.as_deref(),
        message: &diagnosis.message,
    }
}

fn milliseconds(timings: &Timings) -> Milliseconds {
    // To the microsecond: more digits are noise that makes two runs hard to compare.
    let in_ms = |time: std::time::Duration| (time.as_secs_f64() * 1e6).round() / 1e3;
    Milliseconds {
        build_ms: in_ms(timings.build),
        run_ms: in_ms(timings.run),
        total_ms: in_ms(timings.total),
    }
}

#[cfg(test)]
mod tests;
