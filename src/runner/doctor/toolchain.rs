//! Whether Rust is there, and new enough.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{doctor_toolchain as words, mend};

/// What `PROGRAM --version` came to.
#[derive(Clone, Debug)]
pub enum Said {
    /// There is no such program.
    Nothing,
    /// It does not end.
    Silent,
    /// It does not work.
    Failure(Problem),
    /// Its version.
    Version(String),
}

/// A program of the toolchain, held against the oldest version that builds the course.
pub fn examine(program: &str, said: &Said, oldest: &str) -> Finding {
    match said {
        Said::Nothing => Finding::Bad(not_found(program)),
        Said::Silent => Finding::Bad(Problem::new(words::silent(program), words::look_in_path())),
        Said::Failure(problem) => Finding::Bad(problem.clone()),
        Said::Version(version) if numbers(version) < numbers(oldest) => Finding::Bad(Problem::new(
            words::old(program, version, oldest),
            mend::renew_rust(),
        )),
        Said::Version(version) => Finding::Good(words::there(program, version, oldest)),
    }
}

/// What to say of a program that is not there.
pub fn not_found(program: &str) -> Problem {
    Problem::new(words::not_found(program), mend::install_rust())
}

/// The first three numbers of a version.
pub fn numbers(version: &str) -> [u64; 3] {
    let plain = version.split(['-', '+']).next().unwrap_or(version);
    let mut numbers = plain.split('.').map(|number| number.parse().unwrap_or(0));
    [0; 3].map(|missing: u64| numbers.next().unwrap_or(missing))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0-nightly") >= numbers("1.95"));
        assert!(numbers("1.94.9") < numbers("1.95"));
    }

    #[test]
    fn every_state_of_a_program_has_its_sentence() {
        let version = |version: &str| Said::Version(version.to_owned());
        let table = [
            (Said::Nothing, "wrong", "`cargo` was not found"),
            (Said::Silent, "wrong", "does not end"),
            (
                Said::Failure(Problem::new("rustup has no default toolchain.", "x")),
                "wrong",
                "no default toolchain.",
            ),
            (
                version("1.94.0"),
                "wrong",
                "is version 1.94.0; the course needs 1.95",
            ),
            (version("1.95.0"), "ok", "cargo 1.95.0 is there"),
            (version("1.100.0"), "ok", "cargo 1.100.0 is there"),
        ];
        for (said, state, sentence) in table {
            assert_says(&examine("cargo", &said, "1.95"), state, sentence);
        }
    }
}
