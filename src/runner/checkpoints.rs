//! What an exercise saved while it was tried out, on disk: it is there the next time, whatever ended the program.
//!
//! Every name has a file of its own, which is written under another name first. So it is there whole or as it was before.

mod format;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::runner::fingerprint::Fingerprint;
use crate::runner::regular_file;
use crate::runner::words::machine::checkpoints as words;
use crate::runner::workspace::file;
use crate::stored::{LONGEST_NAME, MOST_BYTES, Stored};
use crate::wire::{Ask, Reply};

pub use format::is_safetensors;

/// The name under which exercises save the weights that `gradlings export` takes out, as a safetensors file.
pub const WEIGHTS: &str = "weights";

/// The store of one exercise.
pub struct Checkpoints {
    folder: PathBuf,
    stored: Stored,
}

impl Checkpoints {
    /// What was saved by the exercise `name`, in the folder where a course keeps its state.
    pub fn open(state: &Path, name: &str) -> Checkpoints {
        let folder = state.join("store").join(name);
        let mut stored = Stored::default();
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            // What somebody else put there is left alone.
            if let Some((name, bytes)) = read(&path)
                && path == place(&folder, &name)
            {
                // More than fits was not saved by this program.
                let _ = stored.save(name, bytes);
            }
        }
        Checkpoints { folder, stored }
    }

    /// What was saved last under this name.
    pub fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.stored.load(name)
    }

    /// Answers what is asked of a store; `None` where it is asked of somebody else.
    pub fn answer(&mut self, question: Ask) -> Option<Reply> {
        match question {
            Ask::Save { name, bytes } => Some(match self.save(&name, bytes) {
                Ok(()) => Reply::Done,
                Err(why) => Reply::Refused(why),
            }),
            Ask::Remove { name } => {
                // A file that is not there need not go.
                let _ = fs::remove_file(place(&self.folder, &name));
                self.stored.remove(&name);
                Some(Reply::Done)
            }
            other => self.stored.answer(other),
        }
    }

    fn save(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), String> {
        let written = contents(name, &bytes);
        let before = self.stored.load(name);
        self.stored.save(name.to_owned(), bytes)?;
        write(&self.folder, &place(&self.folder, name), &written).map_err(|error| {
            // What it said before is still what is on disk.
            match before {
                Some(before) => drop(self.stored.save(name.to_owned(), before)),
                None => self.stored.remove(name),
            }
            words::not_saved(name, error)
        })
    }
}

/// The file for what is saved under a name, whatever letters that has.
fn place(folder: &Path, name: &str) -> PathBuf {
    folder.join(Fingerprint::default().value(name).finish())
}

/// The length of the name, the name, and what was saved.
fn contents(name: &str, bytes: &[u8]) -> Vec<u8> {
    let length = (name.len() as u32).to_le_bytes();
    [length.as_slice(), name.as_bytes(), bytes].concat()
}

fn read(path: &Path) -> Option<(String, Vec<u8>)> {
    const MOST: u64 = (MOST_BYTES + LONGEST_NAME + 4) as u64;
    let bytes = regular_file::read(path, MOST).ok()?;
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    let (name, saved) = rest.split_at_checked(length)?;
    let name = String::from_utf8(name.to_owned()).ok()?;
    Some((name, saved.to_owned()))
}

fn write(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    file::replace(path, bytes)
}

#[cfg(test)]
mod tests {
    use serde_bytes::ByteBuf;
    use tempfile::TempDir;

    use super::*;

    fn save(store: &mut Checkpoints, name: &str, bytes: &[u8]) -> Option<Reply> {
        store.answer(Ask::Save {
            name: name.to_owned(),
            bytes: bytes.to_owned(),
        })
    }

    fn load(store: &mut Checkpoints, name: &str) -> Option<Vec<u8>> {
        let name = name.to_owned();
        match store.answer(Ask::Load { name }) {
            Some(Reply::Loaded(bytes)) => bytes.map(ByteBuf::into_vec),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_saved_is_there_the_next_time_for_this_exercise_alone() {
        let state = TempDir::new().expect("a folder");
        let mut store = Checkpoints::open(state.path(), "digits");
        for name in ["weights", "../weights", "Gewichte/ä", "gone"] {
            assert_eq!(save(&mut store, name, b"before"), Some(Reply::Done));
            assert_eq!(save(&mut store, name, name.as_bytes()), Some(Reply::Done));
        }
        store.answer(Ask::Remove {
            name: "gone".to_owned(),
        });
        let mut again = Checkpoints::open(state.path(), "digits");
        for name in ["weights", "../weights", "Gewichte/ä"] {
            assert_eq!(load(&mut again, name).as_deref(), Some(name.as_bytes()));
        }
        assert_eq!(load(&mut again, "gone"), None);
        let mut other = Checkpoints::open(state.path(), "resume");
        assert_eq!(load(&mut other, "weights"), None);
        // Nothing lies outside of the folder.
        let inside = fs::read_dir(state.path()).expect("there").count();
        assert_eq!(inside, 1);
    }

    #[test]
    fn what_is_no_file_of_the_store_is_left_alone() {
        let state = TempDir::new().expect("a folder");
        let mut store = Checkpoints::open(state.path(), "digits");
        save(&mut store, "weights", b"good");
        let folder = state.path().join("store/digits");
        fs::write(folder.join("notes.txt"), "mine").expect("written");
        fs::write(folder.join("other"), contents("weights", b"bad")).expect("written");
        fs::write(folder.join("short"), [255, 255]).expect("written");
        let mut again = Checkpoints::open(state.path(), "digits");
        assert_eq!(load(&mut again, "weights").as_deref(), Some(&b"good"[..]));
        assert!(folder.join("notes.txt").is_file());
    }

    #[test]
    fn what_cannot_be_written_is_refused_and_the_earlier_is_kept() {
        let state = TempDir::new().expect("a folder");
        // A file where the folder should be.
        fs::write(state.path().join("store"), "").expect("written");
        let mut store = Checkpoints::open(state.path(), "digits");
        let refused = save(&mut store, "weights", b"new");
        assert!(matches!(refused, Some(Reply::Refused(why)) if why.contains("`weights`")));
        assert_eq!(load(&mut store, "weights"), None);
    }
}
