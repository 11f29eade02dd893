//! What `gradlings try` gives to an exercise: files, and a person who types.

use crate::message::FromCandidate;
use crate::outbox::Outbox;
use crate::wire::{Ask, Reply};
use crate::world::ask;

pub use crate::wire::{Array, Content, Given, Image, Sound, Table};

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
