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
use crate::runner::words::judge::{course as course_words, reading as words};

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
        Unreadable::NotAFile(kind) => words::no_file(shown, path, kind),
        Unreadable::TooLarge { bytes, most } => {
            words::too_large(shown, path, bytes >> 20, most >> 20)
        }
        Unreadable::Missing => words::missing(shown, path),
        Unreadable::Refused(error) => {
            return Problem::new(words::refused(shown, error), words::give_right())
                .at(path)
                .into();
        }
    };
    Ended::with(Verdict::CompileError, sentence)
}

/// The problem of a course whose check cannot be read.
pub(super) fn unreadable_check(exercise: &Exercise, why: Unreadable) -> Problem {
    let name = &exercise.name;
    let what = match why {
        Unreadable::Missing => course_words::missing(name),
        Unreadable::NotAFile(kind) => course_words::no_file(name, kind),
        Unreadable::TooLarge { bytes, .. } => course_words::too_large(name, bytes >> 20),
        Unreadable::Refused(error) => course_words::unreadable(name, error),
    };
    Problem::new(what, course_words::bring_back()).at(exercise.check())
}

/// The problem of a course whose check cannot be built.
pub(super) fn broken_check(exercise: &Exercise, what: String) -> Problem {
    Problem::new(what, course_words::build_it()).at(exercise.check())
}
