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
//! Outside of the program, nothing is kept.

use crate::wire::{Ask, Reply};
use crate::words::program as words;
use crate::world::ask;

/// The most bytes that are kept under one name: 32 MiB.
pub const MOST_BYTES: usize = 32 << 20;

/// Keeps `bytes` under `name`, in place of those that were there. Once it returns, they outlive the program.
///
/// # Panics
/// Panics where there are more than [`MOST_BYTES`], or where the store is full: 64 names and 128 MiB in all.
pub fn save(name: &str, bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        // A panic is how a learner's function is told; the message says what to do.
        panic!(
            "{}",
            words::too_much_to_keep(name, bytes.len() >> 20, MOST_BYTES >> 20)
        );
    }
    let refused = ask(Ask::Save {
        name: name.to_owned(),
        bytes: bytes.to_owned(),
    });
    if let Some(Reply::Refused(why)) = refused {
        panic!("{why}");
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
