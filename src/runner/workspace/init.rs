//! Making a learner's own folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::file;
use super::layout::{self, EntryKind};
use crate::runner::closed;
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::plain::workspace as words;

/// What editors of the family of VS Code offer to install. The learner's own from then on: no update touches it.
const EXTENSIONS: &str = "{\n  \"recommendations\": [\"rust-lang.rust-analyzer\"]\n}\n";

/// Writes the course into `folder`, which must be empty or not there.
pub fn make(files: &Files<'_>, folder: &Path) -> Result<(), Problem> {
    refuse_what_is_there(folder)?;
    let entries = layout::entries(files)?;
    let own = [
        ("README.md", readme()),
        (".vscode/extensions.json", EXTENSIONS.to_owned()),
    ];
    for (path, content) in own {
        let path = folder.join(path);
        write(&path, content.as_bytes())
            .map_err(|error| file::problem(words::course_unwritable(), &path, &error))?;
    }
    for entry in entries {
        let path = folder.join(&entry.path);
        let written = match entry.kind {
            EntryKind::Closed => closed::packed(&entry.content)
                .and_then(|packed| write(&closed::place(folder, &entry.path), &packed)),
            // Put aside now, so that an edit before the first start is not taken for the original.
            EntryKind::Exercise => write(&path, &entry.content).and_then(|()| {
                let original = folder.join(layout::original_of(&entry.path));
                write(&original, &entry.content)
            }),
            EntryKind::Course | EntryKind::Library => write(&path, &entry.content),
        };
        written.map_err(|error| {
            let mut problem = file::problem(words::course_unwritable(), &path, &error);
            let half = words::half_written(text::path(folder));
            problem.what = format!("{} {half}", problem.what);
            problem
        })?;
    }
    Ok(())
}

/// What whoever finds the folder reads first. The learner's own from then on: no update touches it.
fn readme() -> String {
    let [about, begin, keep] = [
        words::readme_about(),
        words::readme_begin(),
        words::readme_keep(),
    ];
    format!("# gradlings\n\n{about}\n\n{begin}\n\n    gradlings\n\n{keep}\n")
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
