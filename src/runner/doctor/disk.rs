//! Whether the disk has room for what is built.

use std::path::Path;

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::text::units::gigabytes;
use crate::runner::words::machine::doctor_disk as words;

/// What a build of the course and its dependencies needs, with room to spare, in bytes.
const NEEDED: u64 = 1 << 30;

/// `free` is in bytes, where the system says it.
pub fn examine(free: Option<u64>, folder: &Path) -> Finding {
    let needed = gigabytes(NEEDED);
    match free {
        None => Finding::Good(words::unknown(needed)),
        Some(free) if free >= NEEDED => Finding::Good(words::room(gigabytes(free))),
        Some(free) => {
            let what = words::too_little(gigabytes(free), needed);
            Finding::Bad(Problem::new(what, words::free_space()).at(folder.display()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn too_little_room_is_wrong() {
        let table = [
            (Some(0), "wrong", "has 0.0 GB of room"),
            (Some(NEEDED - 1), "wrong", "needs about 1.0 GB"),
            (Some(NEEDED), "ok", "has 1.0 GB of room"),
            (None, "ok", "not known"),
        ];
        for (free, state, sentence) in table {
            assert_says(&examine(free, Path::new("/c")), state, sentence);
        }
    }
}
