//! Finds the files of a folder, in the order of their names.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use crate::runner::text;
use crate::runner::words::machine::given as words;

/// Folders in folders. Deeper ones are left out, and that is told.
const DEEPEST: usize = 16;

/// What is still to be looked at.
pub(super) struct Walk {
    waiting: VecDeque<Found>,
}

struct Found {
    path: PathBuf,
    /// The way to it from what was given.
    name: String,
    /// How many folders it lies in.
    depth: usize,
}

impl Walk {
    pub(super) fn new(paths: &[PathBuf]) -> Walk {
        let given = |path: &PathBuf| Found {
            path: path.clone(),
            // A folder that was given has no name: what lies in it is named from there.
            name: match path.is_dir() {
                true => String::new(),
                false => name_of(path),
            },
            depth: 0,
        };
        Walk {
            waiting: paths.iter().map(given).collect(),
        }
    }

    /// Puts what lies in a folder before everything else that waits.
    fn enter(&mut self, folder: Found) -> Result<(), String> {
        let shown = match folder.name.as_str() {
            "" => text::path(&folder.path),
            name => name.to_owned(),
        };
        if folder.depth > DEEPEST {
            return Err(words::too_deep(&shown, DEEPEST));
        }
        let entries =
            fs::read_dir(&folder.path).map_err(|error| words::unreadable(&shown, error))?;
        let mut inside: Vec<Found> = entries
            .flatten()
            .filter_map(|entry| found(&folder, &entry))
            .collect();
        inside.sort_by(|one, other| one.name.cmp(&other.name));
        for found in inside.into_iter().rev() {
            self.waiting.push_front(found);
        }
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<(String, PathBuf), String>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let found = self.waiting.pop_front()?;
            if !found.path.is_dir() {
                return Some(Ok((found.name, found.path)));
            }
            if let Err(why) = self.enter(found) {
                return Some(Err(why));
            }
        }
    }
}

/// What lies in a folder, but for hidden files, which systems put there, and links to folders, which may lead back.
fn found(folder: &Found, entry: &fs::DirEntry) -> Option<Found> {
    let path = entry.path();
    let name = name_of(&path);
    let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
    if name.starts_with('.') || (is_link && path.is_dir()) {
        return None;
    }
    Some(Found {
        name: match folder.name.as_str() {
            "" => name,
            outside => format!("{outside}/{name}"),
        },
        path,
        depth: folder.depth + 1,
    })
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    text::line(&name.to_string_lossy())
}
