//! Files that are written under a name that nobody can guess, and that get their own name once they are whole.
//!
//! What is opened under a name that can be guessed may be a link that somebody put there, and the file that it leads to
//! would be written over. These names are random, and a file is only made where there is none.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::{Builder, NamedTempFile};

/// How the names begin: hidden, and of nobody else.
const PREFIX: &str = ".gradlings-new-";

/// A file this old is nobody's any more. Writing one takes milliseconds; a program that was stopped for longer in the
/// middle of that, and goes on, is told that the file is gone, and has lost nothing: the old text is still there.
const LEFT: Duration = Duration::from_secs(600);

/// An empty file in `folder`, which is to replace the one at `path` and may be read by the same people.
pub fn file(folder: &Path, path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    like(path, &mut builder, folder)
}

/// A second name of the file at `path`, in `folder`. Not every file system has second names.
pub fn link(folder: &Path, path: &Path) -> io::Result<NamedTempFile<()>> {
    let mut builder = Builder::new();
    builder
        .prefix(PREFIX)
        .make_in(folder, |fresh| fs::hard_link(path, fresh))
}

/// Removes what programs left in `folder` that were killed while they wrote.
pub fn sweep(folder: &Path, now: SystemTime) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        // Of the entry itself: a link is none of these files.
        let is_left = entry.metadata().is_ok_and(|about| {
            let age = made(&about).and_then(|made| now.duration_since(made).ok());
            about.is_file() && age.is_some_and(|age| age > LEFT)
        });
        if is_left {
            // The next write tries it again.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn like(path: &Path, builder: &mut Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;

    let before = path.symlink_metadata().ok().filter(|about| about.is_file());
    let Some(before) = before else {
        // As any new file: the system takes away what the learner's `umask` says.
        let permissions = fs::Permissions::from_mode(0o666);
        return builder.permissions(permissions).tempfile_in(folder);
    };
    // At no moment may anybody read it who may not read the old one.
    let fresh = builder.tempfile_in(folder)?;
    let mode = before.permissions().mode() & 0o777;
    fresh
        .as_file()
        .set_permissions(fs::Permissions::from_mode(mode))?;
    Ok(fresh)
}

#[cfg(not(unix))]
fn like(_path: &Path, builder: &mut Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    builder.tempfile_in(folder)
}

/// When the file got its name. A second name of an old file is new, though what is in it is not.
#[cfg(unix)]
fn made(about: &fs::Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;

    let seconds = u64::try_from(about.ctime()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

#[cfg(not(unix))]
fn made(about: &fs::Metadata) -> Option<SystemTime> {
    about.created().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_program_left_is_removed_once_nobody_can_be_writing_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("file");
        fs::write(&path, "old").expect("written");
        let old = SystemTime::UNIX_EPOCH + LEFT;
        let opened = fs::File::options().write(true).open(&path);
        opened.and_then(|file| file.set_modified(old)).expect("set");
        // A second name has the old time of its file, and is new all the same.
        let (_, linked) = link(folder.path(), &path)
            .expect("linked")
            .keep()
            .expect("kept");
        let (_, left) = file(folder.path(), &path)
            .expect("made")
            .keep()
            .expect("kept");
        fs::create_dir(folder.path().join(".gradlings-new-folder")).expect("made");
        fs::write(folder.path().join(".gradlings-newer"), "mine").expect("written");
        let now = SystemTime::now();
        for (later, expected) in [(Duration::ZERO, true), (LEFT / 2, true), (2 * LEFT, false)] {
            sweep(folder.path(), now + later);
            assert_eq!(
                (linked.exists(), left.exists()),
                (expected, expected),
                "{later:?}"
            );
        }
        let names = fs::read_dir(folder.path()).expect("listed").count();
        assert_eq!(names, 3, "nothing else was removed");
    }
}
