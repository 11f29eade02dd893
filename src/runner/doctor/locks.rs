//! Whether another program holds a lock that a build would wait for: rust-analyzer, or a cargo in another terminal.

use std::path::PathBuf;

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::machine::doctor_locks as words;

/// What a lock keeps apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guards {
    /// The builds of the course: every check takes this lock.
    Checks,
    /// The builds of `cargo` and rust-analyzer in the same folder, which no check waits for.
    OtherBuilds,
    /// What cargo downloads.
    Downloads,
}

/// A lock that another program holds.
#[derive(Clone, Debug)]
pub struct Held {
    pub guards: Guards,
    pub path: PathBuf,
    /// The program that holds it, where the system says so.
    pub holder: Option<String>,
}

/// One sentence for every lock that is held.
pub fn examine(held: &[Held]) -> Vec<Finding> {
    if held.is_empty() {
        return vec![Finding::Good(words::none().to_owned())];
    }
    held.iter().map(sentence).collect()
}

fn sentence(held: &Held) -> Finding {
    let holder = held.holder.as_deref();
    let who = holder.unwrap_or(words::another_program());
    match held.guards {
        Guards::OtherBuilds => Finding::Good(words::other_builds(who, text::path(&held.path))),
        Guards::Checks => {
            let next = match holder {
                Some("rust-analyzer") => words::give_another_folder(),
                _ => words::wait_or_end(),
            };
            Finding::Note(Problem::new(words::checks(who), next).at(held.path.display()))
        }
        Guards::Downloads => Finding::Note(
            Problem::new(words::downloads(who), words::wait()).at(held.path.display()),
        ),
    }
}

/// The number of the process that holds the lock of a file, from the text of `/proc/locks`. A line of it is
/// `1: FLOCK  ADVISORY  WRITE 4211 fe:00:1835 0 EOF`: the process, then device and inode.
#[cfg(any(target_os = "linux", test))]
pub fn holder(locks: &str, inode: u64) -> Option<u32> {
    locks.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        // Those who wait for a lock stand below it, behind an arrow.
        let [_, kind, _, _, process, file, ..] = words[..] else {
            return None;
        };
        let is_it = kind != "->" && file.rsplit(':').next()?.parse() == Ok(inode);
        is_it.then(|| process.parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn every_lock_that_is_held_has_its_sentence() {
        let table = [
            (
                Guards::Checks,
                Some("rust-analyzer"),
                "note",
                "rust-analyzer.cargo.targetDir",
            ),
            (
                Guards::Checks,
                Some("cargo"),
                "note",
                "cargo holds the lock of the course's builds",
            ),
            (Guards::Checks, None, "note", "Another program"),
            (
                Guards::OtherBuilds,
                Some("rust-analyzer"),
                "ok",
                "do not wait for it",
            ),
            (Guards::Downloads, None, "note", "downloading"),
        ];
        for (guards, holder, state, sentence) in table {
            let held = Held {
                guards,
                path: PathBuf::from("/c/.cargo-lock"),
                holder: holder.map(str::to_owned),
            };
            assert_says(&examine(&[held])[0], state, sentence);
        }
        assert_says(&examine(&[])[0], "ok", "No other program");
    }

    #[test]
    fn the_holder_is_found_in_the_list_of_locks_and_a_waiting_process_is_not_it() {
        let locks = "1: POSIX  ADVISORY  READ  77 fe:00:10 128 128\n\
                     2: FLOCK  ADVISORY  WRITE 4211 fe:00:1835 0 EOF\n\
                     2: -> FLOCK  ADVISORY  WRITE 99 fe:00:1836 0 EOF\n";
        for (inode, process) in [(1835, Some(4211)), (10, Some(77)), (1836, None), (5, None)] {
            assert_eq!(holder(locks, inode), process, "{inode}");
        }
    }
}
