//! What somebody set for cargo: its configuration, its variables, and what those make it start.

use super::said::Said;
use crate::runner::problem::Problem;

/// Where such things are set.
const PLACES: &str = "the variables RUSTFLAGS and CARGO_BUILD_RUSTFLAGS, and `.cargo/config.toml` here, in the folders \
                      above and in your home folder";

pub fn explain(said: &Said) -> Option<Problem> {
    file(said)
        .or_else(|| option(said))
        .or_else(|| target(said))
        .or_else(|| program(said))
        .or_else(|| registry(said))
}

/// A configuration that cargo cannot read.
fn file(said: &Said) -> Option<Problem> {
    let mend = "mend that file, or remove it";
    if let Some(path) = said.between("could not parse TOML configuration in `", "`") {
        let line = said.after("TOML parse error at line ");
        let place = match line.and_then(|line| line.split_once(", column ")) {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path.to_owned(),
        };
        return Some(Problem::new("cargo cannot read its settings.", mend).at(place));
    }
    if let Some(path) = said.between("error: error in ", ": ") {
        let why = said.after(&format!("error in {path}: `"));
        let what = match why {
            Some(why) => format!("cargo does not understand its settings: `{why}."),
            None => "cargo does not understand its settings.".to_owned(),
        };
        return Some(Problem::new(what, mend).at(path));
    }
    let key = said.between("error: invalid configuration for key `", "`")?;
    let problem = Problem::new(
        format!("cargo does not understand its setting `{key}`."),
        mend,
    );
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
        format!("rustc refuses an option that it is given: {why}."),
        format!("take the option out: look at {PLACES}"),
    ))
}

/// A machine to build for that this Rust cannot build for.
fn target(said: &Said) -> Option<Problem> {
    let next =
        "take `build.target` out of cargo's settings, and CARGO_BUILD_TARGET out of your variables";
    if let Some(name) = said.between("could not find specification for target \"", "\"") {
        let what = format!("cargo is told to build for `{name}`, which rustc does not know.");
        return Some(Problem::new(what, next));
    }
    let name = said.between("the `", "` target may not be installed")?;
    Some(Problem::new(
        format!(
            "The standard library for `{name}` is not installed, and cargo is told to build for it."
        ),
        format!("type `rustup target add {name}`, or {next}"),
    ))
}

/// A program that cargo could not start.
fn program(said: &Said) -> Option<Problem> {
    let call = said.between("could not execute process `", "` (never executed)")?;
    let name = call.split(' ').next().unwrap_or(call);
    let reason = said.reason("could not execute process `")?;
    if reason.contains("Too many open files") {
        return Some(Problem::new(
            "cargo may not open as many files as a build needs.",
            "lift the limit (`ulimit -n 4096`), then run the command again",
        ));
    }
    if name.ends_with("build-script-build") {
        return Some(
            Problem::new(
                format!("cargo could not start a program that it had just built: {reason}."),
                "move the course to a disk that programs may be started from: this one may be mounted with `noexec`",
            )
            .at(name),
        );
    }
    let next = match reason.contains("Permission denied") {
        true => {
            "put that program into a folder of PATH, which the sandbox lets cargo start it from, or take it out of cargo's \
             settings (`rustc`, `rustc-wrapper`) and of the variables RUSTC and RUSTC_WRAPPER"
        }
        false => {
            "install that program, or take it out of cargo's settings (`rustc`, `rustc-wrapper`) and of the variables \
             RUSTC and RUSTC_WRAPPER"
        }
    };
    Some(Problem::new(
        format!("cargo could not start `{name}`: {reason}."),
        next,
    ))
}

/// A folder of crates that is to be used instead of crates.io.
fn registry(said: &Said) -> Option<Problem> {
    let folder = said.after("failed to read root of directory source: ")?;
    Some(
        Problem::new(
            "cargo's settings replace crates.io by a folder that cannot be read.",
            "take `replace-with` out of cargo's settings, or put the crates there (`cargo vendor`)",
        )
        .at(folder),
    )
}

/// What cargo says about the files of the course.
pub fn course(said: &Said) -> Option<Problem> {
    if said.has("no bin target named") {
        return Some(
            Problem::new(
                "exercises/Cargo.toml does not list every program of info.toml.",
                "type `gradlings dev update`",
            )
            .at(said.root.join("exercises/Cargo.toml").display()),
        );
    }
    let path = said.after("error: failed to parse manifest at `")?;
    Some(
        Problem::new(
            format!("cargo cannot read a `Cargo.toml` of the course. It says: {}", said.beginning().join(" ")),
            "type `gradlings update` in a folder of your own, `git checkout` and the name of the file in a clone",
        )
        .at(path.trim_end_matches('`')),
    )
}
