//! Making a learner's own folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::file;
use super::layout::{self, Kind};
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::plain::workspace as words;

/// Writes the course into `folder`, which must be empty or not there.
pub fn make(files: &Files<'_>, folder: &Path) -> Result<(), Problem> {
    refuse_what_is_there(folder)?;
    for entry in layout::entries(files)? {
        let mut paths = vec![entry.path.clone()];
        if entry.kind == Kind::Exercise {
            // Put aside now, so that an edit before the first start is not taken for the original.
            paths.push(layout::original_of(&entry.path));
        }
        for path in paths {
            let path = folder.join(path);
            write(&path, &entry.content).map_err(|error| {
                let mut problem = file::problem(words::course_unwritable(), &path, &error);
                let half = words::half_written(text::path(folder));
                problem.what = format!("{} {half}", problem.what);
                problem
            })?;
        }
    }
    Ok(())
}

fn refuse_what_is_there(folder: &Path) -> Result<(), Problem> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            let problem = Problem::new(words::file_is_there(), words::other_folder());
            return Err(problem.at(folder.display()));
        }
        Err(error) => return Err(file::problem(words::folder_unusable(), folder, &error)),
    };
    if folder.join("info.toml").exists() {
        return Err(Problem::new(
            words::course_is_there(),
            words::go_on_or_other_folder(text::path(folder)),
        )
        .at(folder.display()));
    }
    match entries.next() {
        None => Ok(()),
        Some(_) => {
            let problem = Problem::new(words::folder_not_empty(), words::other_folder());
            Err(problem.at(folder.display()))
        }
    }
}

/// Not flushed one by one: a folder that is half made when the power goes is made again.
fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut target = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?;
    io::Write::write_all(&mut target, content)
}
