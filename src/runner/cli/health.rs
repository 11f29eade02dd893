//! `doctor`.

use std::io::Write;
use std::path::PathBuf;

use super::dispatch::Status;
use crate::runner::doctor::{self, Finding};
use crate::runner::plain::once::Stop;
use crate::runner::plain::sentence;
use crate::runner::problem::Problem;

/// Everything that has to be right, a line each.
pub fn doctor(out: &mut impl Write, root: Result<PathBuf, Problem>) -> Result<Status, Stop> {
    let mut bad = 0;
    for finding in doctor::examine(root) {
        match finding {
            Finding::Good(sentence) => writeln!(out, "ok     {sentence}")?,
            Finding::Bad(problem) => {
                bad += 1;
                writeln!(out, "wrong  {problem}")?;
            }
        }
    }
    if bad == 0 {
        writeln!(out, "Everything is as it should be.")?;
        return Ok(Status::Good);
    }
    writeln!(out, "{} to mend.", sentence::count(bad, "thing"))?;
    Ok(Status::NotPassed)
}
