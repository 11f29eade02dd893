//! What is wrong with a file that should be read: one sentence for each, and whose fault it is.

use std::thread;
use std::time::{Duration, Instant};

use super::Ended;
use crate::runner::course::Exercise;
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::regular_file::Unreadable;
use crate::runner::source::Source;

/// How long a text that is gone or empty is waited for: most likely it is being saved at this moment.
const HALF_SAVED: Duration = Duration::from_millis(250);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(5);

/// The text that `read` gives, read again for a moment where that is half of a save.
pub(super) fn settled(
    stop: &Stop,
    mut read: impl FnMut() -> Result<Source, Unreadable>,
) -> Result<Source, Unreadable> {
    let began = Instant::now();
    loop {
        let found = read();
        let is_half_saved = match &found {
            Ok(source) => source.text().is_empty(),
            Err(why) => matches!(why, Unreadable::Missing),
        };
        if !is_half_saved || stop.is_stopped() || began.elapsed() >= HALF_SAVED {
            return found;
        }
        thread::sleep(GLANCE);
    }
}

/// The problem of an exercise that cannot be read: there is no text to judge.
pub(super) fn unreadable(exercise: &Exercise, why: Unreadable) -> Problem {
    let (name, shown, reset) = (&exercise.name, exercise.path(), reset(exercise));
    let (what, next) = match why {
        Unreadable::Missing => (format!("The file of `{name}` is missing."), reset),
        Unreadable::NotAFile(kind) => (
            format!("Where the file of `{name}` should be, there is {kind}."),
            format!("move it away, then {reset}"),
        ),
        Unreadable::TooLarge { bytes, most } => (
            format!(
                "The file of `{name}` has {} MB; an exercise has at most {}.",
                bytes >> 20,
                most >> 20
            ),
            format!("move it away, then {reset}"),
        ),
        Unreadable::Refused(error) => (
            format!("The file of `{name}` cannot be read: {error}."),
            "give yourself the right to read it, then run the command again".to_owned(),
        ),
    };
    Problem::new(what, next).at(shown)
}

/// Whether the bytes of an exercise are a text. cargo would say it, but not in words for a learner.
pub(super) fn readable(exercise: &Exercise, bytes: &[u8]) -> Result<(), Ended> {
    let (name, reset) = (&exercise.name, reset(exercise));
    let sentence = match std::str::from_utf8(bytes) {
        Ok(text) if text.bytes().all(|byte| byte.is_ascii_whitespace()) => {
            format!("The file of `{name}` is empty. Undo in your editor and save, or {reset}.")
        }
        Ok(_) => return Ok(()),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
            format!(
                "The file of `{name}` is not UTF-8 from line {line} on. Save it as UTF-8 in your editor, or {reset} (a copy of yours is kept)."
            )
        }
    };
    Err(Ended::with(Verdict::CompileError, sentence))
}

/// The end of a check whose exercise includes something that cannot be read.
pub(super) fn unreadable_include(exercise: &Exercise, path: &str, why: Unreadable) -> Ended {
    let shown = exercise.path();
    let sentence = match why {
        Unreadable::NotAFile(kind) => format!("{shown} includes {path}, and that is {kind}."),
        Unreadable::TooLarge { bytes, most } => format!(
            "{shown} includes {path}, which has {} MB; {} at most can be included.",
            bytes >> 20,
            most >> 20
        ),
        Unreadable::Missing => format!("{shown} includes {path}, which is not there."),
        Unreadable::Refused(error) => {
            return Problem::new(
                format!("{shown} includes a file that cannot be read: {error}."),
                "give yourself the right to read it, then run the command again",
            )
            .at(path)
            .into();
        }
    };
    Ended::with(Verdict::CompileError, sentence)
}

/// The problem of a course whose solution cannot be read.
pub(super) fn unreadable_solution(exercise: &Exercise, why: Unreadable) -> Problem {
    let why = match why {
        Unreadable::Missing => "it is not there".to_owned(),
        Unreadable::NotAFile(kind) => format!("it is {kind}"),
        Unreadable::TooLarge { bytes, .. } => format!("it has {} MB", bytes >> 20),
        Unreadable::Refused(error) => error.to_string(),
    };
    Problem::new(
        format!(
            "The solution of `{}`, which your program is compared with, cannot be read: {why}.",
            exercise.name
        ),
        "type `gradlings update` in a folder of your own, or bring the file back",
    )
    .at(exercise.solution())
}

/// The problem of a course whose solution cannot be built.
pub(super) fn broken_solution(exercise: &Exercise, why: &str) -> Problem {
    Problem::new(
        format!(
            "The solution of `{}`, which your program is compared with, cannot be built: {why}.",
            exercise.name
        ),
        "tell the author of the course, or mend the solution: `gradlings dev check` shows what is wrong",
    )
    .at(exercise.solution())
}

fn reset(exercise: &Exercise) -> String {
    format!("type `gradlings reset {}` to get it back", exercise.name)
}
