//! What archives have in common.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::bounded::ARCHIVE;
use crate::runner::grade::pick::Refused;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::words::plain::submission as words;

/// Opens an archive, and says how many bytes it has.
pub fn open(path: &Path) -> Result<(File, u64), Refused> {
    let opened = regular_file::open_to_read(path).map_err(|why| damaged(why.into()))?;
    let bytes = opened.metadata().map_err(damaged)?.len();
    match bytes > ARCHIVE {
        true => Err(Refused(words::archive_too_large(bytes, ARCHIVE))),
        false => Ok((opened, bytes)),
    }
}

/// Why an archive cannot be read to its end.
pub fn damaged(error: io::Error) -> Refused {
    Refused(match error.kind() {
        ErrorKind::FileTooLarge => words::unpacks_to_too_much().to_owned(),
        _ => words::damaged(text::line(&error.to_string())),
    })
}

/// A name in an archive, which may be any, made fit to be shown.
pub fn shown(name: &str) -> String {
    text::line(name)
}

/// The text of an exercise in it.
pub fn text(name: &str, stream: &mut impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    // One more than allowed: what the archive says of its size need not be true.
    let read = stream.take(TEXT + 1).read_to_end(&mut bytes);
    match read {
        Ok(_) if bytes.len() as u64 > TEXT => Err(words::far_too_large(shown(name), TEXT)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(words::unreadable(
            shown(name),
            text::line(&error.to_string()),
        )),
    }
}
