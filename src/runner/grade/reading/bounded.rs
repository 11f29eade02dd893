//! A stream that ends with an error where it holds more than it may.

use std::io::{self, ErrorKind, Read};

/// The largest archive, in bytes. All texts of a course take a fiftieth of that.
pub const ARCHIVE: u64 = 64 << 20;

/// What an archive may unpack to, in bytes, whatever its size.
const UNPACKED: u64 = 256 << 20;

/// What it may unpack to even where it is tiny.
const ALWAYS: u64 = 16 << 20;

/// How much more than its size it may unpack to beyond that. Texts pack to a tenth.
const RATIO: u64 = 100;

/// A stream that holds at most so many bytes.
pub struct Bounded<R> {
    stream: R,
    left: u64,
}

impl<R> Bounded<R> {
    /// What an archive of so many bytes unpacks to.
    pub fn unpacked(stream: R, archive: u64) -> Bounded<R> {
        Bounded {
            stream,
            left: UNPACKED.min(ALWAYS.max(archive.saturating_mul(RATIO))),
        }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                Ok(read)
            }
            None => Err(ErrorKind::FileTooLarge.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_ends_with_an_error_where_it_holds_too_much_for_the_size_of_its_archive() {
        let table = [
            (1, ALWAYS, true),
            (1, ALWAYS + 1, false),
            (ALWAYS, UNPACKED, true),
            (ALWAYS, UNPACKED + 1, false),
            (1 << 20, RATIO << 20, true),
            (1 << 20, (RATIO << 20) + 1, false),
        ];
        for (archive, bytes, whole) in table {
            let stream = Bounded::unpacked(io::repeat(b'x').take(bytes), archive);
            let read = io::copy(&mut { stream }, &mut io::sink());
            assert_eq!(read.is_ok(), whole, "{archive} {bytes}");
        }
    }
}
