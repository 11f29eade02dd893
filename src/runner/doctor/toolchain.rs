//! Whether Rust is there, and new enough.

use super::Finding;
use crate::runner::problem::Problem;

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
        Said::Silent => Finding::Bad(Problem::new(
            format!("`{program} --version` does not end."),
            "look for another program of that name in the folders of PATH, or install Rust again with rustup",
        )),
        Said::Failure(problem) => Finding::Bad(problem.clone()),
        Said::Version(version) if numbers(version) < numbers(oldest) => Finding::Bad(Problem::new(
            format!("`{program}` is version {version}; the course needs {oldest} or later."),
            "type `rustup update stable`",
        )),
        Said::Version(version) => Finding::Good(format!(
            "{program} {version} is there (the course needs {oldest} or later)."
        )),
    }
}

/// What to say of a program that is not there.
pub fn not_found(program: &str) -> Problem {
    Problem::new(
        format!(
            "`{program}` was not found: Rust is not installed, or this terminal does not know where it is."
        ),
        "install Rust with rustup, then open a new terminal",
    )
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
