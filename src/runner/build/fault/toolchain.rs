//! rustup, the versions of cargo and rustc, the sandbox: what has to be there before anything is built.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{mend, toolchain as words};

/// The launcher that puts a compiler into the sandbox could not do it.
pub fn sandbox(said: &Said) -> Option<Problem> {
    let why = said.after("could not be put into its sandbox: ")?;
    let what = words::not_in_sandbox(said.by.name());
    Some(Problem::new(
        format!("{what} {why}"),
        words::without_sandbox(),
    ))
}

pub fn explain(said: &Said) -> Option<Problem> {
    home(said).or_else(|| version(said))
}

/// rustup's own folders and its choice of a toolchain.
fn home(said: &Said) -> Option<Problem> {
    let folders = [
        (
            "error: could not read settings file: '",
            words::settings_unreadable(),
        ),
        (
            "error: could not write settings file: '",
            words::settings_unwritable(),
        ),
        (
            "error: could not create home directory: '",
            words::home_not_made(),
        ),
    ];
    for (printed, what) in folders {
        if let Some(path) = said.between(printed, "'") {
            let what = match said.reason(printed) {
                Some(reason) => format!("{what} {}", words::system_says(reason)),
                None => what.to_owned(),
            };
            return Some(Problem::new(what, words::set_home()).at(path));
        }
    }
    if let Some(name) = said.between("error: toolchain '", "' is not installed") {
        return Some(Problem::new(
            words::not_installed(name),
            words::install_or_forget(name),
        ));
    }
    if said.has("error: rustup could not choose a version of ") {
        return Some(Problem::new(words::no_default(), words::choose_default()));
    }
    let path = said.between("error: could not parse override file: '", "'")?;
    Some(Problem::new(words::choice_unreadable(), mend::mend_file()).at(path))
}

fn version(said: &Said) -> Option<Problem> {
    const OLD: [&str; 4] = [
        "this version of Cargo is older than the `",
        "is not stabilized in this version of Cargo",
        "but this version of Cargo does not understand this lock file",
        "is not supported by the following package",
    ];
    if OLD.iter().any(|words| said.has(words)) {
        let why = said
            .lines()
            .find(|line| OLD.iter().any(|words| line.contains(words)));
        let what = words::too_old(said.by.name(), why.unwrap_or_default());
        return Some(Problem::new(what, mend::renew_rust()));
    }
    if let Some(library) = said.after("error while loading shared libraries: ") {
        let next = match library.contains("failed to map segment") {
            true => words::lift_memory(),
            false => words::install_again(),
        };
        return Some(Problem::new(words::library_not_loaded(library), next));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, assert_explains};

    #[test]
    fn what_rustup_says_is_explained() {
        let table: [Row; 5] = [
            (
                By::Cargo,
                "error: could not read settings file: '/root/.rustup/settings.toml'\n\nCaused by:\n    Permission denied (os \
             error 13)\n\nStack backtrace:\n   0: <E as anyhow::context::ext::StdError>::ext_context",
                "`rustup` could not read what it keeps in your home folder. The system says: Permission denied (os error 13).",
                "set the variable HOME",
                "/root/.rustup/settings.toml",
            ),
            (
                By::Cargo,
                "error: could not create home directory: '/nowhere/.rustup'\nCaused by:\nPermission denied (os error 13)",
                "`rustup` could not make",
                "set the variable HOME",
                "/nowhere/.rustup",
            ),
            (
                By::Cargo,
                "error: toolchain '1.80.0-x86_64-unknown-linux-gnu' is not installed\nhelp: run `rustup toolchain install` to \
             install it",
                "`1.80.0-x86_64-unknown-linux-gnu`, which is not installed",
                "`rustup toolchain install 1.80.0-x86_64-unknown-linux-gnu`",
                "",
            ),
            (
                By::Cargo,
                "error: rustup could not choose a version of cargo to run, because one wasn't specified explicitly, and no \
             default is configured.\nhelp: run 'rustup default stable' to download the latest stable release of Rust and \
             set it as your default toolchain.",
                "`rustup` has no default toolchain",
                "`rustup default stable`",
                "",
            ),
            (
                By::Cargo,
                "error: could not parse override file: '/home/ann/course/rust-toolchain.toml'\n\nCaused by:\n    0: error \
             parsing override file\n    1: TOML parse error at line 1, column 10",
                "cannot read the file that chooses a toolchain",
                "mend that file",
                "/home/ann/course/rust-toolchain.toml",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }

    #[test]
    fn a_toolchain_that_does_not_fit_is_explained() {
        let table: [Row; 5] = [
            (
                By::Cargo,
                "error: failed to parse lock file at: /home/ann/course/Cargo.lock\n\nCaused by:\n  lock file version `9` was \
             found, but this version of Cargo does not understand this lock file, perhaps Cargo needs to be updated?",
                "too old for the course. `cargo` says: lock file version `9`",
                "rustup update stable",
                "",
            ),
            (
                By::Cargo,
                "error: failed to parse manifest at `/home/ann/course/Cargo.toml`\n\nCaused by:\n  failed to parse the `edition` \
             key\n\nCaused by:\n  this version of Cargo is older than the `2027` edition, and only supports `2015`, `2018`, \
             `2021`, and `2024` editions.",
                "too old for the course",
                "rustup update stable",
                "",
            ),
            (
                By::Cargo,
                "error: rustc 1.95.0 is not supported by the following package:\n  x@0.1.0 requires rustc 1.99",
                "too old for the course. `cargo` says: error: rustc 1.95.0",
                "rustup update stable",
                "",
            ),
            (
                By::Rustc,
                "/r/bin/rustc: error while loading shared libraries: libLLVM.so.22.1-rust-1.95.0-stable: failed to map segment \
             from shared object",
                "cannot load a library of its own: libLLVM",
                "ulimit -v unlimited",
                "",
            ),
            (
                By::Rustc,
                "gradlings: The program could not be put into its sandbox: /r/bin/rustc cannot be run: No such file or \
             directory (os error 2).",
                "`rustc` could not be put into the sandbox. /r/bin/rustc cannot be run",
                "gradlings --no-sandbox run",
                "",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
