//! `init` and `update`.

use std::io::Write;
use std::path::Path;

use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::embedded;
use crate::runner::progress::state::State;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::words::plain::folder as words;
use crate::runner::workspace::{init, repository, update};

/// A folder of the learner's own.
pub fn init(out: &mut impl Write, folder: &Path) -> Result<Status, NoOutcome> {
    init::make(&embedded::files(), folder)?;
    let shown = text::path(folder);
    writeln!(out, "{}", words::made(&shown))?;
    if repository::begin(folder) {
        writeln!(out, "{}", words::repository())?;
    }
    writeln!(out, "{}", words::now_type())?;
    if folder != Path::new(".") {
        writeln!(out, "  cd {shown}")?;
    }
    writeln!(out, "  gradlings")?;
    writeln!(out, "{}", words::first_check())?;
    Ok(Status::Good)
}

/// The folder at the version of this program.
pub fn update(out: &mut impl Write, folder: &Path) -> Result<Status, NoOutcome> {
    // A folder whose progress cannot be read has no solution that may be.
    let state = regular_file::read(&folder.join(".gradlings/state.toml"), TEXT).ok();
    let state = state.and_then(|text| State::decode(&text).ok());
    let state = state.unwrap_or_default();
    let is_open = |name: &str| {
        let record = state.exercises.get(name);
        record.is_some_and(|record| record.passed_once)
    };
    let done = update::bring(&embedded::files(), folder, &is_open)?;
    let (before, after) = &done.versions;
    let versions = match before == after {
        true => words::version(after),
        false => words::versions(before, after),
    };
    writeln!(out, "{versions}")?;
    type List<'d> = (fn(String) -> String, &'d [String]);
    let lists: [List<'_>; 6] = [
        (words::moved, &done.moved),
        (words::mended, &done.mended),
        (words::added, &done.added),
        (words::renewed, &done.renewed),
        (words::merged, &done.merged),
        (words::kept, &done.kept),
    ];
    let mut changes = done.library + done.replaced + done.closed;
    for (told, names) in lists {
        changes += names.len();
        if !names.is_empty() {
            writeln!(out, "{}", told(names.join(", ")))?;
        }
    }
    match done.replaced {
        0 => {}
        1 => writeln!(out, "{}", words::one_other_file())?,
        files => writeln!(out, "{}", words::other_files(files))?,
    }
    match done.closed {
        0 => {}
        1 => writeln!(out, "{}", words::one_closed())?,
        files => writeln!(out, "{}", words::closed(files))?,
    }
    match done.library {
        0 => {}
        1 => writeln!(out, "{}", words::one_library_file())?,
        files => writeln!(out, "{}", words::library_files(files))?,
    }
    if let Some(copies) = &done.copies {
        writeln!(out, "{}", words::copies(text::path(copies)))?;
    }
    if changes == 0 {
        writeln!(out, "{}", words::nothing_to_do())?;
    }
    let end = match done.mended.is_empty() {
        true => words::code_as_it_was(),
        false => words::all_but_paths(),
    };
    writeln!(out, "{end}")?;
    Ok(Status::Good)
}
