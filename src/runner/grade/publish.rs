//! Writes what came of the grading: the lines, the gradebook, and the files of other systems.

use std::path::Path;
use std::time::SystemTime;

use super::formats::report::Report;
use super::formats::roster::Roster;
use super::formats::{self, Format, gradebook};
use super::line::Line;
use super::results::Results;
use crate::runner::attempts::date;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// Where the lines are, in the folder of the results.
const LINES: &str = "results.jsonl";

/// Where the gradebook is.
const GRADEBOOK: &str = "gradebook.csv";

/// Writes all of it.
pub fn all(
    results: &Results,
    course: &Course,
    lines: &[Line],
    roster: Option<&Roster>,
    formats: &[Format],
) -> Result<(), Problem> {
    // Only strings and numbers are written, so an error says that memory ran out.
    let unwritten =
        |error: serde_json::Error| file::problem(words::not_kept(), results.root(), &error.into());
    let mut bytes = Vec::new();
    for line in lines {
        serde_json::to_writer(&mut bytes, line).map_err(unwritten)?;
        bytes.push(b'\n');
    }
    let now = date(SystemTime::now());
    let now = now.map(|now| now.to_string()).unwrap_or_default();
    let times = results.times();
    let reports = Report::all(&course.title, lines, &times, &now);
    for format in formats {
        for (path, bytes) in formats::files(*format, &reports).map_err(unwritten)? {
            results.write(&path, &bytes)?;
        }
    }
    let table = gradebook::written(&reports, roster).map_err(|error| {
        file::problem(
            words::not_kept(),
            results.root(),
            &std::io::Error::from(error),
        )
    })?;
    results.write(Path::new(GRADEBOOK), &table)?;
    // Last: where it is there, everything is.
    results.write(Path::new(LINES), &bytes)
}

/// Weights in `info.toml` for checks that there are not: every line that was judged knows the checks of its exercise.
pub fn weights_of_none(exercises: &[&Exercise], lines: &[Line]) -> Vec<String> {
    let mut found = Vec::new();
    for exercise in exercises {
        let of_it = |line: &&Line| line.exercise == exercise.name && !line.checks.is_empty();
        let Some(line) = lines.iter().find(of_it) else {
            continue;
        };
        let is_check = |name: &str| line.checks.iter().any(|check| check.name == name);
        let none = exercise.weights.keys().filter(|name| !is_check(name));
        found.extend(none.map(|name| words::weight_of_none(&exercise.name, name)));
    }
    found
}
