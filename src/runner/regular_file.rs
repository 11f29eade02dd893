//! Opens a file that somebody else may have put there: only a regular file, only so much of it, and never a wait.
//!
//! Opening a named pipe waits for a writer, reading a device may never end, and a file of 200 MB is no exercise. So a file
//! is looked at before it is opened, opened without waiting, looked at again, and read up to a limit.

use std::fmt;
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::runner::words::machine::file as words;

/// The largest text of an exercise, in bytes. A long one has 20,000.
pub const TEXT: u64 = 1 << 20;

/// The largest file that a program of a course may include, in bytes.
pub const INCLUDED: u64 = 64 << 20;

/// Why there is nothing to read.
#[derive(Debug)]
pub enum Unreadable {
    /// There is nothing under that name.
    Missing,
    /// It is something else.
    NotAFile(FileKind),
    /// It is larger than it may be.
    TooLarge {
        /// Its size, in bytes.
        bytes: u64,
        /// What it may have, in bytes.
        most: u64,
    },
    /// The system refuses.
    Refused(io::Error),
}

/// What stands where a file should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A device.
    Device,
    /// A socket.
    Socket,
    /// A link, where none is followed.
    Link,
    /// Something this system has no other name for.
    Other,
}

impl fmt::Display for FileKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            FileKind::Folder => words::folder(),
            FileKind::Pipe => words::pipe(),
            FileKind::Device => words::device(),
            FileKind::Socket => words::socket(),
            FileKind::Link => words::link(),
            FileKind::Other => words::other(),
        })
    }
}

impl From<Unreadable> for io::Error {
    fn from(unreadable: Unreadable) -> io::Error {
        let (kind, what) = match unreadable {
            Unreadable::Missing => return ErrorKind::NotFound.into(),
            Unreadable::Refused(error) => return error,
            Unreadable::NotAFile(FileKind::Folder) => return ErrorKind::IsADirectory.into(),
            Unreadable::NotAFile(kind) => (ErrorKind::InvalidInput, words::not_a_file(kind)),
            Unreadable::TooLarge { bytes, .. } => {
                (ErrorKind::FileTooLarge, words::too_large(bytes))
            }
        };
        io::Error::new(kind, what)
    }
}

/// The bytes of the regular file at `path`, links followed, if it has no more than `most` of them.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unreadable> {
    // Before it is opened: some devices do something when they are.
    examine(&fs::metadata(path).map_err(refused)?, most)?;
    let file = open(path).map_err(refused)?;
    // It may be another one by now.
    let about = file.metadata().map_err(refused)?;
    examine(&about, most)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    // One more than allowed: it may grow while it is read.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    match bytes.len() as u64 {
        read if read > most => Err(Unreadable::TooLarge { bytes: read, most }),
        _ => Ok(bytes),
    }
}

/// Opens the regular file at `path`, links followed, to be read bit by bit.
pub fn open_to_read(path: &Path) -> Result<File, Unreadable> {
    examine(&fs::metadata(path).map_err(refused)?, u64::MAX)?;
    let file = open(path).map_err(refused)?;
    examine(&file.metadata().map_err(refused)?, u64::MAX)?;
    Ok(file)
}

/// What [`read`] gives, as text, with the words of `std::fs::read_to_string` where it cannot be had.
pub fn read_text(path: &Path, most: u64) -> io::Result<String> {
    String::from_utf8(read(path, most)?)
        .map_err(|_| io::Error::new(ErrorKind::InvalidData, "stream did not contain valid UTF-8"))
}

/// Opens the file at `path` to put a lock on it, and makes it where there is nothing. Its name can be guessed, so a link
/// under that name is not followed, and nothing but a file is opened.
pub fn open_to_lock(path: &Path) -> Result<File, Unreadable> {
    // Before it is opened: what a link leads to would be made.
    if let Ok(about) = path.symlink_metadata() {
        examine(&about, u64::MAX)?;
    }
    let file = make(path).map_err(refused)?;
    examine(&file.metadata().map_err(refused)?, u64::MAX)?;
    Ok(file)
}

fn examine(about: &Metadata, most: u64) -> Result<(), Unreadable> {
    if !about.is_file() {
        return Err(Unreadable::NotAFile(kind(about.file_type())));
    }
    if about.len() > most {
        return Err(Unreadable::TooLarge {
            bytes: about.len(),
            most,
        });
    }
    Ok(())
}

fn refused(error: io::Error) -> Unreadable {
    match error.kind() {
        ErrorKind::NotFound => Unreadable::Missing,
        _ => Unreadable::Refused(error),
    }
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};

    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(unix)]
fn make(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};

    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = flags | OFlags::NOCTTY | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(0o666);
    Ok(File::from(rustix::fs::open(path, flags, mode)?))
}

#[cfg(not(unix))]
fn make(path: &Path) -> io::Result<File> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(unix)]
fn kind(file: FileType) -> FileKind {
    use std::os::unix::fs::FileTypeExt;

    if file.is_dir() {
        FileKind::Folder
    } else if file.is_symlink() {
        FileKind::Link
    } else if file.is_fifo() {
        FileKind::Pipe
    } else if file.is_char_device() || file.is_block_device() {
        FileKind::Device
    } else if file.is_socket() {
        FileKind::Socket
    } else {
        FileKind::Other
    }
}

#[cfg(not(unix))]
fn kind(file: FileType) -> FileKind {
    if file.is_dir() {
        FileKind::Folder
    } else if file.is_symlink() {
        FileKind::Link
    } else {
        FileKind::Other
    }
}

#[cfg(all(test, unix))]
mod tests;
