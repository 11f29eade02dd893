//! Whether a program can be finished: Rust needs a linker.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{doctor_toolchain as words, linker};

/// The systems that get their linker in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Windows,
    MacOs,
    Other,
}

/// Whether `cc` is there, and what to do about it where it is not.
pub fn examine(has_cc: bool, system: System) -> Finding {
    match system {
        _ if has_cc => Finding::Good(words::has_cc().to_owned()),
        // Rust brings or finds another one there.
        System::Windows => Finding::Good(words::visual_studio().to_owned()),
        System::MacOs => Finding::Bad(missing(linker::install_c_on_mac())),
        System::Other => Finding::Bad(missing(linker::install_c_on_linux())),
    }
}

fn missing(next: &str) -> Problem {
    Problem::new(linker::not_found("cc"), next)
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn every_system_without_a_linker_has_its_mend() {
        let table = [
            (true, System::Other, "ok", "`cc` is there"),
            (false, System::Other, "wrong", "build-essential"),
            (false, System::MacOs, "wrong", "xcode-select"),
            (false, System::Windows, "ok", "Visual Studio"),
        ];
        for (has_cc, system, state, sentence) in table {
            assert_says(&examine(has_cc, system), state, sentence);
        }
    }
}
