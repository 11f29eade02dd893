//! A submission that is a `.zip`. Only the files of exercises are unpacked, into memory.

use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use zip::ZipArchive;

use super::archive;
use crate::runner::grade::pick::{ENTRIES, Pick, Refused};
use crate::runner::regular_file::FileKind;
use crate::runner::words::plain::submission as words;

/// Looks at everything in the archive at `path`.
pub fn read(path: &Path, pick: &mut Pick<'_>) -> Result<(), Refused> {
    let (mut file, bytes) = archive::open(path)?;
    let end = end(&mut file, bytes).map_err(archive::damaged)?;
    if claimed(&end).is_some_and(|entries| entries > ENTRIES) {
        return Err(Refused(words::too_many_entries(ENTRIES)));
    }
    let unreadable = |error: zip::result::ZipError| archive::damaged(error.into());
    let mut archive = ZipArchive::new(file).map_err(unreadable)?;
    for number in 0..archive.len() {
        pick.count()?;
        // A name that cannot be read is no exercise's.
        let name = match archive.name_for_index(number) {
            Some(Ok(name)) if !name.ends_with('/') => name.into_owned(),
            _ => continue,
        };
        pick.offer(&name, || {
            let shown = archive::shown(&name);
            let opened = archive.by_index(number);
            let mut file = opened.map_err(|error| words::unreadable(&shown, error))?;
            if file.is_symlink() {
                return Err(words::not_a_file(shown, FileKind::Link));
            }
            archive::text(&name, &mut file)
        })?;
    }
    Ok(())
}

/// The last bytes of the archive, in which it says how many entries it has.
fn end(file: &mut (impl Read + Seek), bytes: u64) -> std::io::Result<Vec<u8>> {
    // The record itself, and the longest remark behind it.
    const LONGEST: u64 = 22 + 0xffff;
    file.seek(SeekFrom::Start(bytes.saturating_sub(LONGEST)))?;
    let mut end = Vec::new();
    file.take(LONGEST).read_to_end(&mut end)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(end)
}

/// How many entries an archive says it has. Its list of them is read at once, so a false one is to be found before.
fn claimed(end: &[u8]) -> Option<usize> {
    let at = end.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let number = end.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([number[0], number[1]])))
}
