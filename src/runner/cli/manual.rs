//! The pages of the manual.

use std::fs;
use std::io::Write;
use std::path::Path;

use clap::CommandFactory;

use super::args::Cli;
use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::text;
use crate::runner::words::plain::shell as words;
use crate::runner::workspace::file;

/// Writes a page for the program and one for each command into `folder`.
pub fn write(out: &mut impl Write, folder: &Path) -> Result<Status, NoOutcome> {
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
        .map_err(|error| file::problem(words::manual_unwritable(), folder, &error))?;
    writeln!(out, "{}", words::manual(text::path(folder)))?;
    Ok(Status::Good)
}
