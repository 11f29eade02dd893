//! The files that a person gives to `gradlings try`: found, read and decoded one at a time, so that a folder may hold any
//! number of them.
//!
//! The program of an exercise can open nothing, so the runner does it. Whatever is wrong with a file is a sentence, and the
//! next file is taken.

mod data;
mod folder;
mod limits;
mod picture;
mod sound;
mod table;
mod typed;

pub use data::Step;
pub use typed::typed;

use std::path::{Path, PathBuf};

use data::Data;
use folder::Walk;
use limits::{MOST_BYTES, MOST_TEXT};

use crate::runner::problem::Problem;
use crate::runner::regular_file;
use crate::runner::text;
use crate::runner::words::machine::given as words;
use crate::wire::{Content, Given};

/// The files that were given, in the order in which they are handed over.
pub struct Files {
    walk: Walk,
    data: Data,
}

impl Files {
    /// The files at these paths, and those in the folders among them.
    ///
    /// # Errors
    /// Names the first path at which there is nothing.
    pub fn of(paths: &[PathBuf]) -> Result<Files, Problem> {
        for path in paths {
            if let Err(error) = path.metadata() {
                let shown = text::path(path);
                return Err(Problem::new(
                    words::not_there(&shown, error),
                    words::look_at_the_path(),
                ));
            }
        }
        Ok(Files {
            walk: Walk::new(paths),
            data: Data::Given(paths.to_vec()),
        })
    }

    /// The same as data to learn from: what comes next of them.
    pub fn data(&mut self) -> Step {
        self.data.step()
    }
}

impl Iterator for Files {
    type Item = Result<Given, String>;

    /// The next file, or what is wrong with it in one sentence.
    fn next(&mut self) -> Option<Result<Given, String>> {
        let (name, path) = match self.walk.next()? {
            Ok(found) => found,
            Err(why) => return Some(Err(why)),
        };
        Some(read(&name, &path))
    }
}

fn read(name: &str, path: &Path) -> Result<Given, String> {
    let bytes = regular_file::read(path, MOST_BYTES)
        .map_err(|why| words::unreadable(name, std::io::Error::from(why)))?;
    let content = decode(name, &bytes)?;
    Ok(Given {
        name: name.to_owned(),
        content,
    })
}

/// What is in a file, by its first bytes; a table by its name.
fn decode(name: &str, bytes: &[u8]) -> Result<Content, String> {
    if let Some(format) = picture::format(bytes) {
        return picture::decode(name, bytes, format).map(Content::Image);
    }
    if sound::is_one(bytes) {
        return sound::decode(name, bytes).map(Content::Sound);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| words::unknown(name))?;
    if text.contains('\0') {
        return Err(words::unknown(name));
    }
    if text.len() > MOST_TEXT {
        return Err(words::long_text(name, text.len() >> 20, MOST_TEXT >> 20));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match table::is_one(name) {
        true => table::decode(name, text).map(Content::Table),
        false => Ok(Content::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests;
