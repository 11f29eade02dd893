//! Messages on standard error.

use std::fmt::Display;
use std::io::{self, Write};

use crate::runner::text;
use crate::runner::words::plain::shell as words;

/// Something that does not keep a command from its work.
pub fn note(message: impl Display) {
    say(&format!("{} {message}", words::note()));
}

/// One message on standard error, which may be closed as well.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", text::plain(message));
}
