//! The data that a person gives to learn from: a folder of pictures with a folder for each class, or a table. It is read a
//! part at a time, so that only one picture, or one line, is ever held besides the part that is being filled.
//!
//! Nothing that real folders hold stops the program. What cannot be used is left out and told; what leaves nothing to learn is
//! refused, with a sentence that says what to do.

mod columns;
mod limits;
mod pictures;
mod rows;
mod scale;
mod step;
mod thinned;
mod told;

use std::path::PathBuf;

use self::pictures::Pictures;
use self::rows::Rows;
pub use self::step::Step;
use crate::runner::text;
use crate::runner::words::machine::data as words;

/// The data, as far as they have been read.
pub enum Data {
    /// It has not been looked at.
    Given(Vec<PathBuf>),
    /// A folder of pictures.
    Pictures(Pictures),
    /// A table.
    Rows(Rows),
    /// All has been said.
    Over,
}

impl Data {
    /// What comes next. After the end there is nothing more.
    pub fn step(&mut self) -> Step {
        if let Data::Given(paths) = self {
            *self = match begin(paths) {
                Ok(data) => data,
                Err(why) => return self.over(Step::Refuse(why)),
            };
        }
        let step = match self {
            Data::Pictures(pictures) => pictures.step(),
            Data::Rows(rows) => rows.step(),
            Data::Given(_) | Data::Over => Step::End,
        };
        match step {
            Step::End | Step::Refuse(_) => self.over(step),
            step => step,
        }
    }

    fn over(&mut self, step: Step) -> Step {
        *self = Data::Over;
        step
    }
}

fn begin(paths: &[PathBuf]) -> Result<Data, String> {
    let [path] = paths else {
        return Err(match paths.is_empty() {
            true => words::nothing_given().to_owned(),
            false => words::several_given(paths.len()),
        });
    };
    let name = text::path(path);
    if path.is_dir() {
        return Pictures::of(&name, path).map(Data::Pictures);
    }
    if super::table::is_one(&name) {
        return Rows::of(&name, path).map(Data::Rows);
    }
    Err(words::neither(&name))
}

#[cfg(test)]
mod tests;
