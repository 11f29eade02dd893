//! Files that could not be written or read, by the number that the system gives its reason.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{disk as words, mend};

pub fn explain(said: &Said) -> Option<Problem> {
    let lines: Vec<&str> = said.lines().collect();
    let (at, what, next) = lines.iter().enumerate().find_map(|(at, line)| {
        let (what, next) = sentence(line)?;
        Some((at, what, next))
    })?;
    // The name of the file stands in the same line or in one above.
    let path = lines[..=at]
        .iter()
        .rev()
        .take(5)
        .find_map(|line| path_in(line));
    let is_ours = path.is_none_or(|path| Path::new(path).starts_with(said.root));
    let next = match (next, is_ours) {
        (Mend::Space, _) => mend::free_space(),
        (Mend::Rights, true) => words::own_course(),
        (Mend::Rights, false) => words::own_home(),
        (Mend::Limit, _) => mend::lift_file_size(),
        (Mend::Memory, _) => mend::close_programs(),
        (Mend::Files, _) => words::lift_open_files(),
    };
    let place = path.map_or_else(|| said.root.join(".gradlings/target"), Into::into);
    Some(Problem::new(what, next).at(place.display()))
}

enum Mend {
    Space,
    Rights,
    Limit,
    Memory,
    Files,
}

fn sentence(line: &str) -> Option<(&'static str, Mend)> {
    // LLVM and linkers give no number.
    if line.contains("No space left on device") {
        return Some((words::full(), Mend::Space));
    }
    if line.contains("Too many open files") {
        return Some((words::open_files(), Mend::Files));
    }
    let (_, number) = line.rsplit_once("(os error ")?;
    let number = number.split(')').next()?.parse().ok()?;
    Some(match io::Error::from_raw_os_error(number).kind() {
        ErrorKind::StorageFull => (words::full(), Mend::Space),
        ErrorKind::QuotaExceeded => (words::quota(), Mend::Space),
        ErrorKind::ReadOnlyFilesystem => (words::read_only(), Mend::Rights),
        ErrorKind::PermissionDenied => (words::refused(), Mend::Rights),
        ErrorKind::FileTooLarge => (words::too_large(), Mend::Limit),
        ErrorKind::OutOfMemory => (words::out_of_memory(), Mend::Memory),
        _ => return None,
    })
}

/// The path that a line names: in quotes, or behind a colon or a space.
fn path_in(line: &str) -> Option<&str> {
    let is_path = |word: &&str| Path::new(word).is_absolute();
    if line.contains("process") {
        return None;
    }
    let quoted = line.split(['`', '"', '\'']).find(is_path);
    quoted.or_else(|| {
        let words = line
            .split(' ')
            .map(|word| word.trim_end_matches([':', ',']));
        words.into_iter().find(is_path)
    })
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, assert_explains};

    #[test]
    fn files_that_cannot_be_written_are_explained_with_their_place() {
        let table: [Row; 10] = [
            (
                By::Cargo,
                "error: failed to write `/home/ann/course/.gradlings/target/exercise/.fingerprint/autocfg-2/invoked.timestamp`\n\n\
             Caused by:\n  No space left on device (os error 28)",
                "The disk is full",
                "free some space",
                "autocfg-2/invoked.timestamp",
            ),
            (
                By::Rustc,
                "rustc-LLVM ERROR: IO failure on output stream: No space left on device",
                "The disk is full",
                "free some space",
                "/home/ann/course/.gradlings/target",
            ),
            (
                By::Cargo,
                "failed to write /home/ann/course/.gradlings/target/exercise/deps/rustcAUejb8/lib.rmeta: No space left on device \
             (os error 28)\nerror: could not compile `raw-cpuid` (lib) due to 1 previous error",
                "The disk is full",
                "free some space",
                "deps/rustcAUejb8/lib.rmeta",
            ),
            (
                By::Cargo,
                "error: failed to open: /home/ann/course/.gradlings/target/exercise/.cargo-lock\n\nCaused by:\n  Read-only file \
             system (os error 30)",
                "the disk is read-only",
                "gradlings init DIR",
                "/home/ann/course/.gradlings/target/exercise/.cargo-lock",
            ),
            (
                By::Cargo,
                "error: Read-only file system (os error 30) at path \"/home/ann/course/.gradlings/targetCErA4d\"",
                "the disk is read-only",
                "gradlings init DIR",
                "/home/ann/course/.gradlings/targetCErA4d",
            ),
            (
                By::Rustc,
                "error: could not create incremental compilation crate directory \
             `/home/ann/course/.gradlings/target/direct/incremental/quick/mse-1v`: Read-only file system (os error 30)",
                "the disk is read-only",
                "gradlings init DIR",
                "incremental/quick/mse-1v",
            ),
            (
                By::Cargo,
                "warning: failed to write cache, path: /che/registry/index/.cache/df/dx/dfdx, error: Read-only file system (os \
             error 30)\nwarning: failed to save last-use data\nThis may prevent cargo from accurately tracking what is being \
             used in its global cache.\n\nunable to open database file: /che/.global-cache\n\nCaused by:\n  Error code 14: \
             unable to open database file\nerror: failed to create directory `/che/registry/cache/index.crates.io-1`\n\n\
             Caused by:\n  Read-only file system (os error 30)",
                "the disk is read-only",
                "set HOME",
                "/che/registry/cache/index.crates.io-1",
            ),
            (
                By::Cargo,
                "error: failed to create directory `/nowhere/.cargo/registry/cache/index.crates.io-1`\n\nCaused by:\n  Permission \
             denied (os error 13)",
                "refused access",
                "set HOME",
                "/nowhere/.cargo/registry",
            ),
            (
                By::Rustc,
                "error: failed to mmap: Cannot allocate memory (os error 12)",
                "too little memory",
                "close other programs",
                "",
            ),
            (
                By::Rustc,
                "error: failed to write /home/ann/course/x: File too large (os error 27)",
                "larger than a file may be",
                "ulimit -f",
                "/home/ann/course/x",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
