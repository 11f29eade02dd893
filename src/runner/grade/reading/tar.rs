//! A submission that is an archive of `tar`, packed or not. It is read as a stream, and nothing is unpacked onto a disk.

use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use tar::{Archive, EntryType};

use super::archive;
use super::bounded::Bounded;
use crate::runner::grade::pick::{Pick, Refused};
use crate::runner::regular_file::FileKind;
use crate::runner::words::plain::submission as words;

/// Looks at everything in the archive at `path`.
pub fn read(path: &Path, is_packed: bool, pick: &mut Pick<'_>) -> Result<(), Refused> {
    let (file, bytes) = archive::open(path)?;
    match is_packed {
        true => entries(Bounded::unpacked(MultiGzDecoder::new(file), bytes), pick),
        false => entries(file, pick),
    }
}

fn entries(stream: impl Read, pick: &mut Pick<'_>) -> Result<(), Refused> {
    let mut archive = Archive::new(stream);
    for entry in archive.entries().map_err(archive::damaged)? {
        pick.count()?;
        let mut entry = entry.map_err(archive::damaged)?;
        // The name of an exercise is plain, so what is no text is none; but it may still lead out.
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        if kind.is_dir() || is_about_others(kind) {
            continue;
        }
        pick.offer(&name, || match odd(kind) {
            Some(kind) => Err(words::not_a_file(archive::shown(&name), kind)),
            None => archive::text(&name, &mut entry),
        })?;
    }
    Ok(())
}

/// Entries that say something about those behind them.
fn is_about_others(kind: EntryType) -> bool {
    kind.is_pax_global_extensions() || kind.is_pax_local_extensions()
}

/// What is no file. Another name of a file is a link too: what it leads to may lie anywhere.
fn odd(kind: EntryType) -> Option<FileKind> {
    match kind {
        EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => None,
        EntryType::Symlink | EntryType::Link => Some(FileKind::Link),
        EntryType::Fifo => Some(FileKind::Pipe),
        EntryType::Char | EntryType::Block => Some(FileKind::Device),
        _ => Some(FileKind::Other),
    }
}
