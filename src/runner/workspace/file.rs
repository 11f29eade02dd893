//! Writing a file so that a crash leaves the old text or the new one, never half of either.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::runner::problem::Problem;
use crate::runner::regular_file;

/// Replaces the file at `path`, and creates the folders above it.
///
/// The bytes go to a file beside it, which is flushed to the disk and renamed over the old one; then the folder is
/// flushed, because a rename that only lives in memory does not survive a power cut.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let fresh = beside(path, ".new");
    let written = write_through(&fresh, bytes).and_then(|()| fs::rename(&fresh, path));
    if let Err(error) = written {
        // What could not be finished is of no use; that it cannot be removed either is not the error to report.
        let _ = fs::remove_file(&fresh);
        return Err(error);
    }
    flush_folder(folder)
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
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    match file.lock() {
        Ok(()) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error),
    }
}

/// Flushes the entries of a folder to the disk.
pub fn flush_folder(folder: &Path) -> io::Result<()> {
    // Only Unix opens a folder as a file; elsewhere the rename itself is all that can be had.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The problem of an operation on a file that failed: what was tried, why it did not work, and the mend.
pub fn problem(tried: &str, path: &Path, error: &io::Error) -> Problem {
    let next = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "make the folder writable, or type `gradlings init DIR` for a course of your own elsewhere"
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "free some space on that disk, then run the command again"
        }
        ErrorKind::FileTooLarge => {
            "lift the limit on the size of files (`ulimit -f unlimited`), then run the command again"
        }
        ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "move away what is in the way there, then run the command again"
        }
        _ => "look at that path, then run the command again",
    };
    Problem::new(format!("{tried}: {error}."), next).at(path.display())
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(ending);
    path.with_file_name(name)
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
        replace(&path, b"one").expect("written");
        // A folder under the temporary name makes the write fail, for the superuser too.
        fs::create_dir(beside(&path, ".new")).expect("a folder in the way");
        replace(&path, b"two").expect_err("the way is blocked");
        assert_eq!(fs::read(&path).expect("readable"), b"one");
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
