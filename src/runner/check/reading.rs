//! What is wrong with a file that an exercise includes, or with its check.

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

/// The problem of a course whose check cannot be read.
pub(super) fn unreadable_check(exercise: &Exercise, why: Unreadable) -> Problem {
    let why = match why {
        Unreadable::Missing => "it is not there".to_owned(),
        Unreadable::NotAFile(kind) => format!("it is {kind}"),
        Unreadable::TooLarge { bytes, .. } => format!("it has {} MB", bytes >> 20),
        Unreadable::Refused(error) => error.to_string(),
    };
    Problem::new(
        format!(
            "The check of `{}`, which your program is compared with, cannot be read: {why}.",
            exercise.name
        ),
        "type `gradlings update` in a folder of your own, or bring the file back",
    )
    .at(exercise.check())
}

/// The problem of a course whose check cannot be built.
pub(super) fn broken_check(exercise: &Exercise, why: &str) -> Problem {
    Problem::new(
        format!(
            "The check of `{}`, which your program is compared with, cannot be built: {why}.",
            exercise.name
        ),
        "tell the author of the course, or mend the check: `gradlings dev check` shows what is wrong",
    )
    .at(exercise.check())
}
