//! What a program has saved, under names, within limits.

use std::collections::BTreeMap;

use serde_bytes::ByteBuf;

use crate::wire::{Ask, Reply};
use crate::words::store as words;

/// Names in a store.
pub const MOST_NAMES: usize = 64;

/// Bytes of a name.
pub const LONGEST_NAME: usize = 200;

/// Bytes in a store.
pub const MOST_BYTES: usize = 64 << 20;

/// The store of one program, in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    saved: BTreeMap<String, Vec<u8>>,
}

impl Stored {
    /// Answers what is asked of a store; `None` where it is asked of somebody else.
    pub fn answer(&mut self, question: Ask) -> Option<Reply> {
        Some(match question {
            Ask::Save { name, bytes } => match self.save(name, bytes) {
                Ok(()) => Reply::Done,
                Err(why) => Reply::Refused(why),
            },
            Ask::Load { name } => Reply::Loaded(self.load(&name).map(ByteBuf::from)),
            Ask::Remove { name } => {
                self.remove(&name);
                Reply::Done
            }
            Ask::File | Ask::Line | Ask::Data => return None,
        })
    }

    /// The same where there are no files, and nobody who types.
    pub fn answer_alone(&mut self, question: Ask) -> Reply {
        let is_file = matches!(question, Ask::File);
        self.answer(question).unwrap_or(match is_file {
            true => Reply::File(None),
            false => Reply::Line(None),
        })
    }

    /// Keeps `bytes` under `name`, in place of those before.
    ///
    /// # Errors
    /// Says which limit they do not keep; then nothing has changed.
    pub fn save(&mut self, name: String, bytes: Vec<u8>) -> Result<(), String> {
        if name.is_empty() || name.len() > LONGEST_NAME {
            return Err(words::no_such_name(LONGEST_NAME));
        }
        let others = self.saved.iter().filter(|(other, _)| **other != name);
        let (names, size) = others.fold((0, 0), |(names, size), (_, bytes)| {
            (names + 1, size + bytes.len())
        });
        if names >= MOST_NAMES {
            return Err(words::too_many_names(&name, MOST_NAMES));
        }
        if size + bytes.len() > MOST_BYTES {
            return Err(words::store_is_full(&name, MOST_BYTES >> 20));
        }
        self.saved.insert(name, bytes);
        Ok(())
    }

    /// What is kept under `name`.
    pub fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.saved.get(name).cloned()
    }

    /// Forgets what is kept under `name`.
    pub fn remove(&mut self, name: &str) {
        self.saved.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(stored: &mut Stored, name: &str, bytes: usize) -> Reply {
        let question = Ask::Save {
            name: name.to_owned(),
            bytes: vec![7; bytes],
        };
        stored.answer(question).expect("a question for a store")
    }

    #[test]
    fn what_was_saved_last_is_there_until_it_is_removed() {
        let mut stored = Stored::default();
        let load = |stored: &mut Stored| stored.answer(Ask::Load { name: "a".into() });
        assert_eq!(load(&mut stored), Some(Reply::Loaded(None)));
        assert_eq!(save(&mut stored, "a", 3), Reply::Done);
        assert_eq!(save(&mut stored, "a", 2), Reply::Done);
        let both = Some(Reply::Loaded(Some(ByteBuf::from(vec![7; 2]))));
        assert_eq!(load(&mut stored), both);
        stored.answer(Ask::Remove { name: "a".into() });
        assert_eq!(load(&mut stored), Some(Reply::Loaded(None)));
    }

    #[test]
    fn what_does_not_fit_is_refused_and_changes_nothing() {
        let full = |names: usize, bytes: usize| {
            let mut stored = Stored::default();
            for name in 0..names {
                assert_eq!(save(&mut stored, &name.to_string(), bytes), Reply::Done);
            }
            stored
        };
        let long = "n".repeat(LONGEST_NAME + 1);
        let table = [
            (full(1, 1), "", 1),
            (full(1, 1), long.as_str(), 1),
            (full(MOST_NAMES, 1), "one more", 1),
            (full(4, MOST_BYTES / 4), "one more", 1),
            (full(4, MOST_BYTES / 4), "0", MOST_BYTES / 4 + 1),
        ];
        for (mut stored, name, bytes) in table {
            let before = stored.clone();
            let refused = save(&mut stored, name, bytes);
            assert!(matches!(refused, Reply::Refused(_)), "{name}: {refused:?}");
            assert!(stored == before, "{name}");
        }
        // In place of another it fits.
        assert_eq!(save(&mut full(MOST_NAMES, 1), "0", 5), Reply::Done);
    }
}
