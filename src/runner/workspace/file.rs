//! Writing a file so that a crash leaves the old text or the new one, never half of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::fresh;
use super::misplaced::Misplaced;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT, Unreadable};
use crate::runner::words::plain::workspace as words;

/// Replaces the file at `path`, and creates the folders above it.
///
/// The bytes go to a file beside it, which is flushed to the disk and renamed over the old one; then the folder is
/// flushed, because a rename that only lives in memory does not survive a power cut. What stands at `path` is never
/// written to: where it is a link, the link is replaced.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    // Removed again by itself where something fails.
    let mut fresh = fresh::file(folder, path)?;
    fresh.write_all(bytes)?;
    fresh.as_file().sync_all()?;
    fresh.persist(path)?;
    flush_folder(folder)?;
    fresh::sweep(folder, SystemTime::now());
    Ok(())
}

/// Makes the file at `to` another name of the one at `from`, which is in the same folder, so that both are there at any
/// moment when `from` is replaced next. Where the file system has no second names, it becomes a copy.
pub fn keep_as(from: &Path, to: &Path) -> io::Result<()> {
    match fresh::link(folder_of(to), from) {
        Ok(fresh) => Ok(fresh.persist(to)?),
        Err(_) => replace(to, &regular_file::read(from, TEXT)?),
    }
}

/// The same, unless the file says it already: an untouched file costs cargo no rebuild. Says whether it was written.
pub fn replace_if_different(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match regular_file::read(path, bytes.len() as u64) {
        Ok(old) if old == bytes => Ok(false),
        _ => replace(path, bytes).map(|()| true),
    }
}

/// Writes a file that must not be there yet; `AlreadyExists` where it is.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    if let Err(error) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        // Half of a text is of no use; that it cannot be removed either is not the error to report.
        let _ = fs::remove_file(path);
        return Err(error);
    }
    flush_folder(folder)
}

/// Writes the bytes under the first free name of `name(1)`, `name(2)`, ... and says which it was.
pub fn create_numbered(bytes: &[u8], name: impl Fn(usize) -> PathBuf) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let path = name(number);
        match create(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Waits until nobody else has this file locked, and creates it and the folders above it. The lock lasts as long as what
/// is given back; some network folders have none, and there it is `None`.
pub fn lock(path: &Path) -> io::Result<Option<File>> {
    fs::create_dir_all(folder_of(path))?;
    let file = open_lock(path)?;
    match file.lock() {
        Ok(()) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens the file that a lock is put on, and creates it where it is missing.
pub fn open_lock(path: &Path) -> io::Result<File> {
    regular_file::open_to_lock(path).map_err(|why| match why {
        Unreadable::NotAFile(_) => Misplaced::NoFile(path.to_owned()).into(),
        why => why.into(),
    })
}

/// Flushes the entries of a folder to the disk.
pub fn flush_folder(folder: &Path) -> io::Result<()> {
    // Only Unix opens a folder as a file; elsewhere the rename itself is all that can be had.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The problem of an operation on a file that failed: what did not work, in a sentence, then why, and the mend.
pub fn problem(what: &str, path: &Path, error: &io::Error) -> Problem {
    let what = format!("{what} {}", reason(error));
    let misplaced = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some::<&Misplaced>(misplaced) = misplaced {
        return Problem::new(what, misplaced.mend()).at(misplaced.place().display());
    }
    let next = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => words::make_writable(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words::free_space(),
        ErrorKind::FileTooLarge => words::lift_limit(),
        ErrorKind::NotADirectory | ErrorKind::IsADirectory => words::move_away(),
        _ => words::look_there(),
    };
    Problem::new(what, next).at(path.display())
}

/// Why an operation on a file failed, in a sentence.
pub fn reason(error: &io::Error) -> String {
    let misplaced = error.get_ref().and_then(|inner| inner.downcast_ref());
    match misplaced {
        Some::<&Misplaced>(misplaced) => misplaced.to_string(),
        None => words::reason(error),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_file_has_the_new_text_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a/b/file.txt");
        replace(&path, b"one").expect("written");
        replace(&path, b"two").expect("written again");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        let names = fs::read_dir(folder.path().join("a/b"))
            .expect("listed")
            .count();
        assert_eq!(names, 1);
    }

    #[test]
    fn a_replacement_that_fails_leaves_the_old_text() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("file.txt");
        // A folder that is not empty cannot be replaced, by the superuser neither.
        fs::create_dir_all(path.join("inside")).expect("a folder in the way");
        replace(&path, b"two").expect_err("the way is blocked");
        let names = |folder: &Path| fs::read_dir(folder).expect("listed").count();
        assert_eq!((names(&path), names(folder.path())), (1, 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_may_be_read_by_the_same_people_and_a_new_one_by_whom_a_new_file_may() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let mode = |name: &str| {
            let about = fs::metadata(path(name)).expect("there");
            about.permissions().mode() & 0o7777
        };
        for expected in [0o600, 0o640, 0o755, 0o444] {
            fs::write(path("old"), "one").expect("written");
            fs::set_permissions(path("old"), fs::Permissions::from_mode(expected)).expect("set");
            replace(&path("old"), b"two").expect("written");
            assert_eq!(mode("old"), expected);
            fs::remove_file(path("old")).expect("removed");
        }
        File::create(path("ordinary")).expect("made");
        fs::write(path("secret"), "x").expect("written");
        fs::set_permissions(path("secret"), fs::Permissions::from_mode(0o600)).expect("set");
        symlink("secret", path("link")).expect("linked");
        for name in ["new", "link"] {
            replace(&path(name), b"two").expect("written");
            assert_eq!(mode(name), mode("ordinary"), "{name}");
        }
        assert_eq!(fs::read(path("secret")).expect("there"), b"x");
    }

    #[test]
    fn where_a_lock_cannot_be_put_on_a_file_the_mend_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("lock");
        fs::create_dir(&path).expect("made");
        let error = lock(&path).expect_err("in the way");
        let problem = problem("No lock", &path, &error);
        assert_eq!(problem.next, "remove it, then run the command again");
        fs::remove_dir(&path).expect("removed");
        lock(&path).expect("locked");
    }

    #[test]
    fn numbered_files_never_replace_an_older_one() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let name = |number: usize| folder.path().join(format!("copy-{number}"));
        for expected in 1..=3 {
            let path = create_numbered(format!("text {expected}").as_bytes(), name).expect("free");
            assert_eq!(path, name(expected));
        }
        assert_eq!(fs::read(name(1)).expect("readable"), b"text 1");
    }
}
