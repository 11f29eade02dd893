//! Whether the course is whole: its files, its programs, its state.

use std::io;
use std::path::Path;

use super::finding::Finding;
use crate::runner::closed;
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT, Unreadable};
use crate::runner::words::machine::{doctor_course as words, mend};
use crate::runner::workspace::{exercise, file, manifest};

/// Whether every exercise has its file and its check.
pub fn files(course: &Course) -> Finding {
    for it in &course.exercises {
        let path = course.exercise_path(it);
        if let Err(why) = regular_file::read(&path, TEXT) {
            return Finding::Bad(exercise::unreadable(&it.name, &path, why));
        }
        if let Err(why) = closed::read(&course.root, it.check(), TEXT) {
            let what = match why {
                Unreadable::Missing => words::no_check(&it.name),
                why => words::unreadable_check(&it.name, io::Error::from(why)),
            };
            let problem = Problem::new(what, words::restore_check());
            return Finding::Bad(problem.at(course.check_path(it).display()));
        }
    }
    Finding::Good(words::sound(&course.title, course.exercises.len()))
}

/// Whether cargo knows a program for every exercise.
pub fn programs(course: &Course) -> Finding {
    let path = course.root.join("exercises/Cargo.toml");
    match regular_file::read_text(&path, TEXT) {
        Ok(text) if manifest::with_bins(&text, course) == text => {
            Finding::Good(words::programs_listed().to_owned())
        }
        Ok(_) => Finding::Bad(
            Problem::new(words::programs_not_listed(), mend::update_programs()).at(path.display()),
        ),
        Err(error) => Finding::Bad(file::problem(words::programs_unreadable(), &path, &error)),
    }
}

/// Whether progress can be kept in `folder`; `tried` is what writing a file there came to.
pub fn state(folder: &Path, tried: &io::Result<()>) -> Finding {
    match tried {
        Ok(()) => Finding::Good(words::progress_can_be_saved().to_owned()),
        Err(error) => Finding::Bad(file::problem(words::progress_not_saved(), folder, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    #[test]
    fn what_a_course_lacks_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        assert_says(&files(&course), "wrong", "The file of `one` is missing");
        assert_says(&programs(&course), "wrong", "cannot be read");
        let write = |path: &str| {
            file::replace(&folder.path().join(path), b"[package]\n").expect("written");
        };
        write("exercises/a/one.rs");
        assert_says(&files(&course), "wrong", "The check of `one` is missing");
        write("checks/a/one.rs");
        assert_says(&files(&course), "ok", "is sound");
        write("exercises/Cargo.toml");
        assert_says(&programs(&course), "wrong", "does not list the programs");
    }

    #[test]
    fn progress_that_cannot_be_kept_is_wrong() {
        let full = Err(io::Error::from(io::ErrorKind::StorageFull));
        let table = [
            (Ok(()), "ok", "can be saved"),
            (full, "wrong", "free some space"),
        ];
        for (tried, state_said, sentence) in table {
            assert_says(
                &state(Path::new("/c/.gradlings"), &tried),
                state_said,
                sentence,
            );
        }
    }
}
