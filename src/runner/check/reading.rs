//! What is wrong with a file that an exercise includes, or with its check.

use std::thread;
use std::time::{Duration, Instant};

use super::ended::Ended;
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

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use super::*;
    use crate::runner::course::Course;
    use crate::runner::regular_file::FileKind;

    #[test]
    fn what_cannot_be_read_is_told_by_what_stands_there_and_whose_it_is() {
        let info = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n[[exercises]]\nname = \"one\"\n\
                    chapter = \"01_a\"\nteaches = \"x\"\nhints = [\"a\", \"b\"]\n";
        let course = Course::parse(Path::new("/c"), info).expect("sound");
        let exercise = &course.exercises[0];
        let refused = || Unreadable::Refused(io::ErrorKind::PermissionDenied.into());
        let too_large = || Unreadable::TooLarge {
            bytes: 9 << 20,
            most: 4 << 20,
        };
        // What is said of a file that the exercise includes, and of its check.
        let table = [
            (
                Unreadable::Missing,
                Unreadable::Missing,
                "exercises/01_a/one.rs includes data.txt, which is not there.",
                "The check of `one`, which your program is compared with, is not there.",
            ),
            (
                Unreadable::NotAFile(FileKind::Folder),
                Unreadable::NotAFile(FileKind::Folder),
                "exercises/01_a/one.rs includes data.txt, and that is a folder.",
                "The check of `one`, which your program is compared with, is a folder.",
            ),
            (
                too_large(),
                too_large(),
                "exercises/01_a/one.rs includes data.txt, which has 9 MB; 4 at most can be included.",
                "The check of `one`, which your program is compared with, has 9 MB, which is too much to be read.",
            ),
            (
                refused(),
                refused(),
                "exercises/01_a/one.rs includes a file that cannot be read: permission denied.",
                "The check of `one`, which your program is compared with, cannot be read: permission denied.",
            ),
        ];
        for (of_file, of_check, included, check) in table {
            let is_refused = matches!(of_file, Unreadable::Refused(_));
            let ended = unreadable_include(exercise, "data.txt", of_file);
            let message = ended.message.unwrap_or_default();
            // Only where the system refuses is there something else to do than to mend the text.
            let mend =
                "What to do: give yourself the right to read it, then run the command again.\n";
            assert_eq!(
                message.strip_prefix(mend).is_some(),
                is_refused,
                "{message}"
            );
            assert!(message.contains(included), "{message}");
            let problem = unreadable_check(exercise, of_check);
            assert_eq!(problem.what, check);
            assert!(
                problem.next.ends_with("or bring the file back"),
                "{problem}"
            );
        }
        let broken = broken_check(exercise, String::new());
        assert!(
            broken
                .next
                .ends_with("`gradlings dev check` shows what is wrong"),
            "{broken}"
        );
    }
}
