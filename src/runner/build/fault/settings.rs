//! What somebody set for cargo: its configuration, its variables, and what those make it start.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{mend, settings as words};

pub fn explain(said: &Said) -> Option<Problem> {
    file(said)
        .or_else(|| option(said))
        .or_else(|| target(said))
        .or_else(|| program(said))
        .or_else(|| registry(said))
}

/// A configuration that cargo cannot read.
fn file(said: &Said) -> Option<Problem> {
    if let Some(path) = said.between("could not parse TOML configuration in `", "`") {
        let line = said.after("TOML parse error at line ");
        let place = match line.and_then(|line| line.split_once(", column ")) {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path.to_owned(),
        };
        return Some(Problem::new(words::unreadable(), mend::mend_file()).at(place));
    }
    if let Some(path) = said.between("error: error in ", ": ") {
        let why = said.after(&format!("error in {path}: `"));
        let what = match why {
            Some(why) => words::not_understood_because(format!("`{why}")),
            None => words::not_understood().to_owned(),
        };
        return Some(Problem::new(what, mend::mend_file()).at(path));
    }
    let key = said.between("error: invalid configuration for key `", "`")?;
    let problem = Problem::new(words::setting_not_understood(key), mend::mend_file());
    Some(match said.after(&format!(" for `{key}` in ")) {
        Some(path) => problem.at(path),
        None => problem,
    })
}

/// An option that rustc does not have.
fn option(said: &Said) -> Option<Problem> {
    const UNKNOWN: [&str; 6] = [
        "unknown codegen option: ",
        "unknown unstable option: ",
        "Unrecognized option: ",
        "is only accepted on the nightly compiler",
        "incorrect value `",
        "optimization level needs to be between ",
    ];
    let mut lines = said.lines();
    let line = lines.find(|line| UNKNOWN.iter().any(|words| line.contains(words)))?;
    let why = line.strip_prefix("error: ").unwrap_or(line);
    Some(Problem::new(
        words::unknown_option(why),
        words::remove_option(),
    ))
}

/// A machine to build for that this Rust cannot build for.
fn target(said: &Said) -> Option<Problem> {
    if let Some(name) = said.between("could not find specification for target \"", "\"") {
        return Some(Problem::new(
            words::unknown_target(name),
            words::remove_target(),
        ));
    }
    let name = said.between("the `", "` target may not be installed")?;
    Some(Problem::new(
        words::target_not_installed(name),
        words::add_or_remove_target(name),
    ))
}

/// A program that cargo could not start.
fn program(said: &Said) -> Option<Problem> {
    let call = said.between("could not execute process `", "` (never executed)")?;
    let name = call.split(' ').next().unwrap_or(call);
    let reason = said.reason("could not execute process `")?;
    if reason.contains("Too many open files") {
        return Some(Problem::new(words::open_files(), words::lift_open_files()));
    }
    if name.ends_with("build-script-build") {
        return Some(Problem::new(words::built_not_started(reason), words::move_course()).at(name));
    }
    let next = match reason.contains("Permission denied") {
        true => words::move_program(),
        false => words::install_program(),
    };
    Some(Problem::new(words::not_started(name, reason), next))
}

/// A folder of crates that is to be used instead of crates.io.
fn registry(said: &Said) -> Option<Problem> {
    let folder = said.after("failed to read root of directory source: ")?;
    Some(Problem::new(words::replacement_unreadable(), words::vendor()).at(folder))
}

/// What cargo says about the files of the course.
pub fn course(said: &Said) -> Option<Problem> {
    if said.has("no bin target named") {
        return Some(
            Problem::new(words::program_not_listed(), mend::update_programs())
                .at(said.root.join("exercises/Cargo.toml").display()),
        );
    }
    let path = said.after("error: failed to parse manifest at `")?;
    Some(
        Problem::new(
            words::manifest_unreadable(said.beginning().join(" ")),
            words::restore_manifest(),
        )
        .at(path.trim_end_matches('`')),
    )
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, assert_explains};

    #[test]
    fn settings_that_cannot_work_are_explained() {
        const ASKED: &str = "error: failed to run `rustc` to learn about target-specific information\n\nCaused by:\n  process \
                         didn't exit successfully: `/r/bin/rustc - --crate-name ___ --print=file-names -C nope=1 \
                         -Wwarnings` (exit status: 1)\n  --- stderr\n";
        let unknown: &str =
            Box::leak(format!("{ASKED}  error: unknown codegen option: `nope`\n").into_boxed_str());
        let nightly: &str = Box::leak(
            format!("{ASKED}  error: the option `Z` is only accepted on the nightly compiler\n")
                .into_boxed_str(),
        );
        let target: &str = Box::leak(
        format!(
            "{ASKED}  error: error loading target specification: could not find specification for target \"nope-unknown\"\n"
        )
        .into_boxed_str(),
    );
        let table: [Row; 14] = [
            (
                By::Cargo,
                "error: could not load Cargo configuration\n\nCaused by:\n  could not parse TOML configuration in \
             `/home/ann/course/.cargo/config.toml`\n\nCaused by:\n  TOML parse error at line 1, column 7\n    |\n  1 | [build",
                "`cargo` cannot read its settings.",
                "mend that file",
                "/home/ann/course/.cargo/config.toml:1:7",
            ),
            (
                By::Cargo,
                "error: error in /c/config.toml: could not load config key `build.target-dir`\n\nCaused by:\n  error in \
             /c/config.toml: `build.target-dir` expected a string, but found a integer",
                "settings: `build.target-dir` expected a string, but found a integer.",
                "mend that file",
                "/c/config.toml",
            ),
            (
                By::Cargo,
                "error: invalid configuration for key `build.rustflags`\nexpected a string or array of strings, but found a \
             integer for `build.rustflags` in /c/config.toml",
                "its setting `build.rustflags`",
                "mend that file",
                "/c/config.toml",
            ),
            (
                By::Cargo,
                unknown,
                "refuses an option that it is given: unknown codegen option: `nope`.",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Cargo,
                nightly,
                "the option `Z` is only accepted on the nightly compiler.",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Rustc,
                "error: unknown codegen option: `nope`",
                "refuses an option",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Rustc,
                "error: Unrecognized option: 'nope'",
                "Unrecognized option: 'nope'.",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Cargo,
                target,
                "told to build for `nope-unknown`",
                "CARGO_BUILD_TARGET",
                "",
            ),
            (
                By::Cargo,
                "error[E0463]: can't find crate for `core`\n  |\n  = note: the `wasm32-unknown-unknown` target may not be \
             installed\n  = help: consider downloading the target with `rustup target add wasm32-unknown-unknown`",
                "The standard library for `wasm32-unknown-unknown` is not installed",
                "rustup target add wasm32-unknown-unknown",
                "",
            ),
            (
                By::Cargo,
                "error: could not execute process `sccache /r/bin/rustc -vV` (never executed)\n\nCaused by:\n  No such file or \
             directory (os error 2)",
                "could not start `sccache`: No such file or directory (os error 2).",
                "RUSTC_WRAPPER",
                "",
            ),
            (
                By::Cargo,
                "error: could not execute process `/opt/mine/rustc -vV` (never executed)\n\nCaused by:\n  Permission denied \
             (os error 13)",
                "could not start `/opt/mine/rustc`: Permission denied",
                "a folder of PATH",
                "",
            ),
            (
                By::Cargo,
                "error: failed to run custom build command for `libm v0.2.16`\n\nCaused by:\n  could not execute process \
             `/home/ann/course/.gradlings/target/exercise/build/libm-9/build-script-build` (never executed)\n\nCaused by:\n  \
             Permission denied (os error 13)",
                "could not start a program that it had just built",
                "noexec",
                "/home/ann/course/.gradlings/target",
            ),
            (
                By::Cargo,
                "could not execute process `/t/build/x-5/build-script-build` (never executed)\nCaused by:\nToo many open files \
             (os error 24)",
                "may not open as many files",
                "ulimit -n",
                "",
            ),
            (
                By::Cargo,
                "error: failed to get `dfdx` as a dependency of package `gradlings v0.1.0 (/l)`\n\nCaused by:\n  failed to update \
             replaced source registry `crates-io`\n\nCaused by:\n  failed to read root of directory source: \
             /home/ann/course/vendor\n\nCaused by:\n  No such file or directory (os error 2)",
                "replace crates.io by a folder that cannot be read",
                "replace-with",
                "/home/ann/course/vendor",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
