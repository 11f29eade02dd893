//! Making a learner's own folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::file;
use super::layout::{self, Kind};
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::text;

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
                let mut problem = file::problem("The course cannot be written", &path, &error);
                problem.next = format!("remove {} and {}", text::path(folder), problem.next);
                problem
            })?;
        }
    }
    Ok(())
}

fn refuse_what_is_there(folder: &Path) -> Result<(), Problem> {
    let other = "name another folder: `gradlings init DIR`";
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(
                Problem::new("There is a file with that name already.", other).at(folder.display()),
            );
        }
        Err(error) => return Err(file::problem("The folder cannot be used", folder, &error)),
    };
    if folder.join("info.toml").exists() {
        return Err(Problem::new(
            "There is a course in that folder already.",
            format!(
                "type `cd {}` and `gradlings` to go on with it, or {other}",
                text::path(folder)
            ),
        )
        .at(folder.display()));
    }
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(Problem::new(
            "That folder is not empty, and nothing in it was touched.",
            other,
        )
        .at(folder.display())),
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
