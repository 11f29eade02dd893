//! The files of a course that give its exercises away: solutions, checks, and the labels that a check holds out.
//!
//! In a clone of the repository they lie open. In a learner's own folder they are packed, so that no list of files, no
//! search and no editor shows a solution before its exercise has passed. This is no lock: whoever wants to unpack them can.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::runner::regular_file::{self, Unreadable};
use crate::runner::words::machine::file as words;

/// Where they lie, relative to the course.
pub const FOLDER: &str = ".gradlings/closed";

/// The folders at the top of a course whose files are packed.
pub const TOPS: [&str; 2] = ["solutions", "checks"];

/// Where the packed form of the file at `path`, relative to the course, lies.
pub fn place(root: &Path, path: impl AsRef<Path>) -> PathBuf {
    let mut place = OsString::from(root.join(FOLDER).join(path));
    place.push(".closed");
    PathBuf::from(place)
}

/// Whether the file at `path`, relative to the course, is packed.
pub fn is_closed(root: &Path, path: impl AsRef<Path>) -> bool {
    place(root, path).is_file()
}

/// Whether a course has packed files at all.
pub fn has_any(root: &Path) -> bool {
    root.join(FOLDER).is_dir()
}

/// The bytes of a file of the course, if there are no more than `most`. Where it is packed, that counts, whatever lies open
/// beside it: that is the learner's to read and to write in.
pub fn read(root: &Path, path: impl AsRef<Path>, most: u64) -> Result<Vec<u8>, Unreadable> {
    let path = path.as_ref();
    // Nothing packs to much more than its size.
    match regular_file::read(&place(root, path), most.saturating_add(1 << 16)) {
        Ok(packed) => unpacked(&packed, most),
        Err(Unreadable::Missing) => regular_file::read(&root.join(path), most),
        Err(why) => Err(why),
    }
}

/// The same as text.
pub fn read_text(root: &Path, path: impl AsRef<Path>) -> io::Result<String> {
    let bytes = read(root, path, regular_file::TEXT)?;
    String::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData.into())
}

/// The bytes as they are packed: how many they are, then the bytes themselves, turned round and compressed. One that was cut short would
/// unpack to its beginning without a word.
pub fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let length = (bytes.len() as u64).to_le_bytes();
    let mut packer = ZlibEncoder::new(length.to_vec(), Compression::default());
    packer.write_all(&turned(bytes))?;
    packer.finish()
}

/// The bytes as `gunzip` unpacks them: a copy for whoever wrote in a file that is packed now.
pub fn zipped(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes)?;
    packer.finish()
}

/// Every bit turned round: what is zipped already would be packed as it is.
fn turned(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| !byte).collect()
}

fn unpacked(packed: &[u8], most: u64) -> Result<Vec<u8>, Unreadable> {
    let damaged = || Unreadable::Refused(io::Error::new(ErrorKind::InvalidData, Damaged));
    let (length, packed) = packed.split_first_chunk().ok_or_else(damaged)?;
    let length = u64::from_le_bytes(*length);
    let mut bytes = Vec::new();
    // One more than allowed: a few bytes may unpack to any number.
    let unpacker = ZlibDecoder::new(packed);
    match unpacker.take(most + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > most => Err(Unreadable::TooLarge {
            bytes: length,
            most,
        }),
        Ok(_) if bytes.len() as u64 == length => Ok(turned(&bytes)),
        Ok(_) | Err(_) => Err(damaged()),
    }
}

/// Why a packed file cannot be unpacked.
#[derive(Debug)]
struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(words::damaged())
    }
}

impl std::error::Error for Damaged {}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn course(files: &[(PathBuf, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("inside")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        folder
    }

    #[test]
    fn what_is_packed_is_read_as_it_was_and_counts_whatever_lies_open() {
        let closed = |path: &str| place(Path::new(""), path);
        let text = b"fn mse() {}\n".repeat(100);
        let folder = course(&[
            (
                closed("solutions/a/one.rs"),
                &packed(&text).expect("packed"),
            ),
            ("solutions/a/one.rs".into(), b"written in"),
            ("solutions/a/two.rs".into(), b"open"),
        ]);
        let root = folder.path();
        let read = |path: &str| read(root, path, 1 << 20).ok();
        assert_eq!(read("solutions/a/one.rs"), Some(text));
        assert_eq!(read("solutions/a/two.rs").as_deref(), Some(&b"open"[..]));
        assert_eq!(read("solutions/a/three.rs"), None);
        assert!(is_closed(root, "solutions/a/one.rs"));
        assert!(!is_closed(root, "solutions/a/two.rs"));
    }

    #[test]
    fn neither_a_damaged_file_nor_one_that_unpacks_to_too_much_is_read() {
        let closed = |path: &str| place(Path::new(""), path);
        let large = packed(&[b'x'; 100_000]).expect("packed");
        let whole = packed(&b"fn mse() {}\n".repeat(20)).expect("packed");
        let folder = course(&[
            (closed("large"), &large),
            (closed("whole"), &whole),
            (closed("cut"), &whole[..whole.len() / 2]),
            (closed("short"), &whole[..5]),
            (closed("other"), b"something else"),
        ]);
        let read = |path: &str| read(folder.path(), path, 1000);
        assert!(matches!(read("large"), Err(Unreadable::TooLarge { .. })));
        assert!(read("whole").is_ok());
        for path in ["cut", "short", "other"] {
            let Err(Unreadable::Refused(error)) = read(path) else {
                panic!("{path} was read");
            };
            assert!(error.to_string().contains("gradlings update"), "{error}");
        }
    }

    #[test]
    fn what_is_packed_shows_nothing_of_the_text() {
        let text = include_bytes!("../../solutions/02_losses/mse.rs");
        let packed = packed(text).expect("packed");
        let words = text.split(|byte| byte.is_ascii_whitespace());
        for word in words.filter(|word| word.len() > 7) {
            let shows = packed.windows(word.len()).any(|part| part == word);
            assert!(!shows, "{}", String::from_utf8_lossy(word));
        }
    }
}
