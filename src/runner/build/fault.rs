//! What is wrong with the machine, or with how Rust is set up on it, when cargo or rustc fails without a word about the
//! learner's text.
//!
//! A pure function of what they printed. Each family of faults has a file of its own and goes by words that belong to one
//! fault only; where none of them is found, the learner reads what was printed, and no cause is named.

mod crash;
mod disk;
mod downloads;
mod failed;
mod folder;
mod library;
mod linker;
mod said;
mod settings;
mod toolchain;

use crate::runner::problem::Problem;
use crate::runner::words::machine::{build as words, mend};
use said::Said;

pub use failed::{By, Failed};

/// The families, in the order in which they are asked. One that goes by the number of an error of the system comes after
/// those that know what the system was asked for.
const FAMILIES: [fn(&Said) -> Option<Problem>; 11] = [
    toolchain::sandbox,
    toolchain::explain,
    settings::explain,
    folder::explain,
    library::explain,
    linker::not_started,
    disk::explain,
    linker::failed,
    downloads::explain,
    crash::explain,
    settings::course,
];

/// What happened, in a sentence, and how it is mended.
pub fn explain(failed: &Failed) -> Problem {
    let said = Said::of(failed);
    let found = FAMILIES.iter().find_map(|family| family(&said));
    found.unwrap_or_else(|| unknown(&said))
}

/// Whether an error that points into no file comes from the learner's text all the same. A linker that worked for another
/// program a moment ago does not get there by any fault of the machine.
pub fn is_about_the_text(words: &[String]) -> bool {
    const SURE: [&str; 8] = [
        "`#[panic_handler]` function required, but not found",
        "unwinding panics are not supported without std",
        "--> <inline asm>",
        "' is already defined",
        "error: undefined symbol: ",
        "undefined reference to `",
        "error: duplicate symbol: ",
        "multiple definition of `",
    ];
    words
        .iter()
        .any(|word| SURE.iter().any(|sure| word.contains(sure)))
}

/// Whether an error that points into the learner's file is about what the file is linked with, and not about the file.
pub fn is_about_the_library(message: &str) -> bool {
    library::is_meant(message)
}

fn unknown(said: &Said) -> Problem {
    let who = said.by.name();
    let beginning = said.beginning();
    let what = match said.status {
        _ if !beginning.is_empty() => {
            words::failed_and_said(who, format!("    {}", beginning.join("\n    ")))
        }
        Some(status) => words::failed_with(who, status),
        None => words::failed(who),
    };
    // The doctor itself has another mend.
    Problem::new(what, mend::ask_the_doctor())
}

#[cfg(test)]
mod tests {
    //! The texts in the tests of the families are those of cargo 1.95, rustc 1.95 and rustup, collected by breaking a real
    //! course.

    use std::path::Path;

    use super::*;

    /// Who failed and what was printed, then a part of the sentence, of the mend and of the place.
    pub type Row = (By, &'static str, &'static str, &'static str, &'static str);

    pub const ROOT: &str = "/home/ann/course";

    #[track_caller]
    pub fn assert_explains(row: Row) {
        explained(row);
    }

    /// The same, for whoever asks more of the problem.
    #[track_caller]
    pub fn explained((by, printed, what, next, place): Row) -> Problem {
        let words: Vec<String> = printed.lines().map(str::to_owned).collect();
        let failed = Failed {
            by,
            words: &words,
            status: None,
            root: Path::new(ROOT),
        };
        let problem = explain(&failed);
        assert!(problem.what.contains(what), "no {what:?} in {problem}");
        assert!(problem.next.contains(next), "no {next:?} in {problem}");
        let found = problem.place.clone().unwrap_or_default();
        assert!(found.contains(place), "no {place:?} in {problem}");
        problem
    }

    #[test]
    fn what_is_not_known_is_shown_and_given_no_cause() {
        let long = format!("error: {}", "x".repeat(5000));
        let many = "error: the moon is full\n".repeat(50);
        let noted = "warning: failed to save last-use data\n\nunable to open database file: /h/.cargo/.global-cache\n\n\
                     Caused by:\n  Error code 14: unable to open database file\nerror: the moon is full";
        for printed in ["error: the moon is full", &long, &many, noted] {
            let words = [printed.to_owned()];
            let problem = explain(&Failed {
                by: By::Cargo,
                words: &words,
                status: None,
                root: Path::new(ROOT),
            });
            assert!(
                problem
                    .what
                    .starts_with("`cargo` failed and said:\n    error: "),
                "{problem}"
            );
            assert!(problem.what.len() < 400, "{problem}");
            assert_eq!(problem.next, "type `gradlings doctor`");
        }
        assert_explains((
            By::Rustc,
            "",
            "`rustc` failed and said nothing.",
            "gradlings doctor",
            "",
        ));
    }

    #[test]
    fn a_name_in_a_call_is_no_reason() {
        // The learner may call a folder anything.
        assert_explains((
            By::Cargo,
            "error: could not compile `x`\n\nCaused by:\n  process didn't exit successfully: `/r/bin/rustc '/h/No space left on \
         device (os error 28)/x.rs'` (exit status: 1)",
            "`cargo` failed and said:",
            "gradlings doctor",
            "",
        ));
    }

    #[test]
    fn errors_of_the_text_that_point_nowhere_are_told_apart() {
        let about = [
            "error: `#[panic_handler]` function required, but not found",
            "error: unwinding panics are not supported without std",
            "error: invalid instruction mnemonic 'nope'\n --> <inline asm>:2:1",
            "error: symbol 'a' is already defined",
            "= note: rust-lld: error: undefined symbol: main",
        ];
        for words in about {
            assert!(is_about_the_text(&[words.to_owned()]), "{words}");
        }
        for words in [
            "error: linker `cc` not found",
            "= note: rust-lld: error: unable to find library -lnope",
        ] {
            assert!(!is_about_the_text(&[words.to_owned()]), "{words}");
        }
    }
}
