//! What stands where the text of an exercise is about to go, and keeping a file there that is not read.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, FileKind, TEXT, Unreadable};
use crate::runner::words::screen::session as words;
use crate::runner::workspace::{file, inside};

/// Why the text of an exercise is about to go there, so that a problem can say what was not done.
#[derive(Clone, Copy)]
pub(super) enum Change {
    /// The original is put back.
    Reset,
    /// An attempt is put back.
    Restore,
}

/// What stands there.
pub(super) enum Displaced {
    /// Nothing.
    Nothing,
    /// A text of the learner.
    Text(Vec<u8>),
    /// A file that is too large, or that may not be read: it can only be kept as a whole.
    Unread,
    /// Something without a text, in a word or two.
    Odd(String),
}

/// Looks at what stands in the place of the exercise.
pub(super) fn look(
    course: &Course,
    exercise: &Exercise,
    change: Change,
) -> Result<Displaced, Problem> {
    let (name, path) = (&exercise.name, &course.exercise_path(exercise));
    inside::check(&course.root, path).map_err(|error| {
        let tried = match change {
            Change::Reset => words::outside_not_reset(name),
            Change::Restore => words::outside_not_restored(name),
        };
        file::problem(&tried, path, &error)
    })?;
    let why = match regular_file::read(path, TEXT) {
        Ok(text) => return Ok(Displaced::Text(text)),
        Err(why) => why,
    };
    // What a link leads to stays where it is: only the link is replaced.
    let is_link = path.is_symlink();
    match why {
        Unreadable::Missing => Ok(Displaced::Nothing),
        Unreadable::NotAFile(kind) if is_link => Ok(Displaced::Odd(words::link_to(kind))),
        Unreadable::NotAFile(FileKind::Folder) => {
            let what = match change {
                Change::Reset => words::folder_not_reset(name),
                Change::Restore => words::folder_not_restored(name),
            };
            Err(Problem::new(what, words::move_folder()).at(path.display()))
        }
        Unreadable::NotAFile(kind) => Ok(Displaced::Odd(kind.to_string())),
        Unreadable::TooLarge { .. } if is_link => {
            Ok(Displaced::Odd(words::link_to_large().to_owned()))
        }
        Unreadable::TooLarge { .. } => Ok(Displaced::Unread),
        Unreadable::Refused(error)
            if error.kind() == ErrorKind::PermissionDenied && is_file(path) =>
        {
            Ok(Displaced::Unread)
        }
        Unreadable::Refused(_) if is_link => Ok(Displaced::Odd(words::link_nowhere().to_owned())),
        Unreadable::Refused(error) => {
            let tried = match change {
                Change::Reset => words::unread_not_reset(),
                Change::Restore => words::unread_not_restored(),
            };
            Err(file::problem(tried, path, &error))
        }
    }
}

/// Moves the file at `path` among the copies without reading it, and says where it is now.
pub(super) fn move_away(
    course: &Course,
    name: &str,
    path: &Path,
    change: Change,
) -> Result<PathBuf, Problem> {
    let copies = copies(course);
    moved(course, name, path).map_err(|error| {
        let tried = match change {
            Change::Reset => words::file_not_reset(),
            Change::Restore => words::file_not_restored(),
        };
        file::problem(tried, &copies, &error)
    })
}

fn moved(course: &Course, name: &str, path: &Path) -> io::Result<PathBuf> {
    // The name is taken by an empty file first, so that no copy is ever written over.
    let copy = keep_copy(course, name, b"")?;
    if let Err(error) = fs::rename(path, &copy) {
        // The empty file is of no use; that it cannot be removed either is not the error to report.
        let _ = fs::remove_file(&copy);
        return Err(error);
    }
    Ok(copy)
}

/// Keeps a text among the copies, and says where.
pub(super) fn keep_copy(course: &Course, name: &str, text: &[u8]) -> io::Result<PathBuf> {
    let copies = copies(course);
    let copy = |number| copies.join(format!("{name}-{number}.rs"));
    inside::check(&course.root, &copy(1))?;
    file::create_numbered(text, copy)
}

/// Where the texts are kept that a reset replaces.
pub(super) fn copies(course: &Course) -> PathBuf {
    course.state_folder().join("copies")
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_file())
}
