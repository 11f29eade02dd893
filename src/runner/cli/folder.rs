//! `init` and `update`.

use std::io::Write;
use std::path::Path;

use super::dispatch::Status;
use crate::runner::embedded;
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::text;
use crate::runner::workspace::{init, update};

/// A folder of the learner's own.
pub fn init(out: &mut impl Write, folder: &Path) -> Result<Status, Stop> {
    init::make(&embedded::files(), folder)?;
    let shown = text::path(folder);
    writeln!(
        out,
        "The course is in {shown}. You edit the files in {shown}/exercises, one at a time."
    )?;
    writeln!(out, "Now type:")?;
    if folder != Path::new(".") {
        writeln!(out, "  cd {shown}")?;
    }
    writeln!(out, "  gradlings")?;
    writeln!(
        out,
        "The first check builds the course, which takes a minute; every later one takes less than a second."
    )?;
    Ok(Status::Good)
}

/// The folder at the version of this program.
pub fn update(out: &mut impl Write, folder: &Path) -> Result<Status, Stop> {
    let done = update::bring(&embedded::files(), folder)?;
    let (before, after) = &done.versions;
    if before == after {
        writeln!(out, "The course is of version {after}.")?;
    } else {
        writeln!(out, "The course went from version {before} to {after}.")?;
    }
    let lists = [
        ("Moved, with what is yours", &done.moved),
        (
            "Led to where their pieces lie now, in `#[path = ...]`",
            &done.mended,
        ),
        ("New", &done.added),
        ("Renewed, because you had not changed them", &done.renewed),
        (
            "New around what you wrote, whose lines stand as they did",
            &done.merged,
        ),
        (
            "Kept as you wrote them, though the exercise changed (`gradlings reset NAME` gives the new one)",
            &done.kept,
        ),
    ];
    let mut changes = done.library + done.replaced;
    for (what, names) in lists {
        changes += names.len();
        if !names.is_empty() {
            writeln!(out, "{what}: {}.", names.join(", "))?;
        }
    }
    if done.replaced > 0 {
        let files = sentence::count(done.replaced, "other file");
        writeln!(out, "{files} of the course brought up to date.")?;
    }
    if done.library > 0 {
        let files = sentence::count(done.library, "file");
        writeln!(
            out,
            "{files} of the library brought up to date; the next check builds it again."
        )?;
    }
    if let Some(copies) = &done.copies {
        writeln!(out, "What was replaced is kept in {}.", text::path(copies))?;
    }
    if changes == 0 {
        writeln!(out, "There was nothing to do.")?;
    }
    let but = match done.mended.is_empty() {
        true => "Your code and your progress are as they were.",
        false => "But for those paths, your code and your progress are as they were.",
    };
    writeln!(out, "{but}")?;
    Ok(Status::Good)
}
