//! Whether the crates that the course needs are there, so that a first build can do without a network.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_crates as words;

/// What cargo finds without a network.
#[derive(Clone, Debug)]
pub enum Listed {
    /// Every crate.
    All,
    /// Not every crate.
    Some,
    /// Cargo.lock is not there or not complete, so cargo cannot tell.
    Unknown,
    /// It cannot even look.
    Problem(Problem),
}

/// What is known of the crates.
#[derive(Clone, Debug)]
pub struct Crates {
    pub listed: Listed,
    /// Whether what the programs link was built before, so that no crate is needed any more.
    pub is_built: bool,
    /// Whether cargo is told to stay off the network.
    pub is_offline: bool,
}

/// Whether a check would have to download anything, and may.
pub fn examine(crates: Crates) -> Finding {
    match crates.listed {
        Listed::Problem(problem) => Finding::Bad(problem),
        _ if crates.is_built => Finding::Good(words::built().to_owned()),
        Listed::All => Finding::Good(words::there().to_owned()),
        Listed::Unknown => Finding::Good(words::unknown().to_owned()),
        Listed::Some if crates.is_offline => {
            Finding::Bad(Problem::new(words::missing_offline(), words::go_online()))
        }
        Listed::Some => Finding::Note(Problem::new(words::missing(), words::connect())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn crates_that_are_missing_are_told_before_they_are_needed() {
        let broken = || Listed::Problem(Problem::new("cargo cannot read Cargo.lock.", "x"));
        let table = [
            (Listed::All, false, false, "ok", "are there"),
            (Listed::Some, false, false, "note", "connect to the network"),
            (Listed::Some, false, true, "wrong", "CARGO_NET_OFFLINE"),
            (Listed::Some, true, true, "ok", "is built"),
            (Listed::Unknown, false, false, "ok", "finds out"),
            (broken(), true, false, "wrong", "cannot read Cargo.lock"),
        ];
        for (listed, is_built, is_offline, state, sentence) in table {
            let crates = Crates {
                listed,
                is_built,
                is_offline,
            };
            assert_says(&examine(crates), state, sentence);
        }
    }
}
