//! A store for what has to outlive the program: checkpoints of a training.
//!
//! A program of an exercise may read and write no files. What it saves here is kept by the runner, under a name, for this
//! exercise alone. It is kept whole or not at all, so a program that ends while it saves leaves what was there before.
//!
//! ```
//! use gradlings::store;
//!
//! let step = store::load("step").map_or(0, |bytes| bytes[0]);
//! store::save("step", &[step + 1]);
//! ```
//!
//! While somebody tries an exercise out, the runner keeps it on disk, and `gradlings export` takes out what is saved under
//! `weights`, where that is a safetensors file. Outside of the program, nothing is kept.

use crate::stop::stop_here;
use crate::wire::{Ask, MAX_ANSWER, Reply};
use crate::words::program as words;
use crate::world::ask;

/// The most bytes that are kept under one name: 16 MiB.
pub const MOST_BYTES: usize = MAX_ANSWER;

/// Keeps `bytes` under `name`, in place of those that were there. Once it returns, they outlive the program.
///
/// # Panics
/// Ends the call where there are more than [`MOST_BYTES`], or where the store is full: 64 names and 64 MiB in all.
#[track_caller]
pub fn save(name: &str, bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        let (size, most) = (bytes.len() >> 20, MOST_BYTES >> 20);
        stop_here(words::too_much_to_keep(name, size, most));
    }
    let refused = ask(Ask::Save {
        name: name.to_owned(),
        bytes: bytes.to_owned(),
    });
    if let Some(Reply::Refused(why)) = refused {
        stop_here(why);
    }
}

/// The bytes under `name`, as they were saved last; `None` where nothing was.
pub fn load(name: &str) -> Option<Vec<u8>> {
    let name = name.to_owned();
    match ask(Ask::Load { name })? {
        Reply::Loaded(bytes) => Some(bytes?.into_vec()),
        _ => None,
    }
}

/// Forgets what is kept under `name`.
pub fn remove(name: &str) {
    let name = name.to_owned();
    ask(Ask::Remove { name });
}
