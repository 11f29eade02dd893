//! What `gradlings try` gives to an exercise: files, and a person who types.

use crate::message::FromCandidate;
use crate::outbox::Outbox;
use crate::wire::{Ask, Cells, DataPart, MoreData, Reply};
use crate::world::ask;

pub use crate::wire::{Array, Content, Given, Image, Sound, Table};

/// Examples to learn from, as a person gave them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// The names of the classes.
    pub classes: Vec<String>,
    /// The cells of each example; `None` where one is missing. Of a picture they are its grey levels, row by row, from 0 (black)
    /// to 1 (white).
    pub rows: Vec<Vec<Option<f32>>>,
    /// The class of each example: its place among the names.
    pub labels: Vec<usize>,
    /// Where the examples are pictures, the pixels in a row of one.
    pub picture_width: Option<usize>,
}

impl Data {
    fn add(&mut self, part: DataPart) {
        self.classes = part.classes;
        self.labels
            .extend(part.labels.into_iter().map(|label| label as usize));
        match part.cells {
            Cells::Numbers(rows) => self.rows.extend(rows),
            Cells::Grey(pictures) => {
                let width = pictures.shape().last().copied().unwrap_or(1);
                let pixels: usize = pictures.shape().iter().skip(1).product();
                let row = |grey: &[u8]| {
                    grey.iter()
                        .map(|&grey| Some(f32::from(grey) / 255.0))
                        .collect()
                };
                self.rows
                    .extend(pictures.data().chunks(pixels.max(1)).map(row));
                self.picture_width = Some(width);
            }
        }
    }
}

/// The world as an exercise sees it while somebody tries it out.
///
/// ```no_run
/// use gradlings::prelude::*;
///
/// pub fn backwards(text: String) -> String {
///     text.chars().rev().collect()
/// }
///
/// fn main() {
///     Exercise::new()
///         .offer("backwards", function(backwards))
///         .to_try("writes your lines backwards", |trial| {
///             while let Some(line) = trial.line() {
///                 trial.say(&backwards(line));
///                 trial.say("\n");
///             }
///         })
///         .serve()
/// }
/// ```
pub struct Trial {
    outbox: Outbox,
}

impl Trial {
    /// Words go out through `outbox`.
    pub(crate) fn new(outbox: Outbox) -> Trial {
        Trial { outbox }
    }

    /// The next file that was given, decoded; `None` after the last one. A folder is given file by file, and one is decoded
    /// only when it is asked for.
    pub fn file(&self) -> Option<Given> {
        match ask(Ask::File)? {
            Reply::File(given) => given,
            _ => None,
        }
    }

    /// The data that the person gave to learn from, or `None` where nothing can be learned from them: the person has been told
    /// why, and what to do.
    ///
    /// What was given is a folder with a sub-folder of pictures (PNG, JPEG, PGM or PPM) for each class, or a CSV file whose first
    /// line names the columns. The runner reads it a part at a time and leaves out what cannot be used; it scales every picture to
    /// 28 x 28 grey levels. Of more than 20,000 examples, it takes as large a share of every class.
    pub fn data(&self) -> Option<Data> {
        let mut data = Data::default();
        loop {
            match ask(Ask::Data)? {
                Reply::Data(MoreData::Part(part)) => data.add(part),
                Reply::Data(MoreData::End) => return Some(data),
                _ => return None,
            }
        }
    }

    /// The next line that the person types, without its end; `None` once there are no more. Waits for it.
    pub fn line(&self) -> Option<String> {
        match ask(Ask::Line)? {
            Reply::Line(line) => line,
            _ => None,
        }
    }

    /// Words for the person. They appear at once, and the next ones stand right behind them: give every line its `"\n"`.
    pub fn say(&self, words: &str) {
        /// Characters in one message.
        const MOST: usize = 1 << 16;
        let words: Vec<char> = words.chars().collect();
        for words in words.chunks(MOST) {
            let words = words.iter().collect();
            // The runner is gone when this fails, and the next read ends the program.
            let _ = self.outbox.send(&FromCandidate::Said(words));
        }
    }
}
