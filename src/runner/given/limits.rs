//! How large a file may be.

/// The largest file that is read, in bytes. A photograph has 10 MB, a minute of sound as many.
pub const MOST_BYTES: u64 = 256 << 20;

/// The largest text or table, in bytes.
pub const MOST_TEXT: usize = 16 << 20;
