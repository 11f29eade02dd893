//! rustup, the versions of cargo and rustc, the sandbox: what has to be there before anything is built.

use super::said::Said;
use crate::runner::problem::Problem;

const RENEW: &str = "type `rustup update stable`";

/// The launcher that puts a compiler into the sandbox could not do it.
pub fn sandbox(said: &Said) -> Option<Problem> {
    let why = said.after("could not be put into its sandbox: ")?;
    Some(Problem::new(
        format!(
            "{} could not be put into the sandbox: {why}",
            said.by.name()
        ),
        "type `gradlings --no-sandbox run` to check your own code without it",
    ))
}

pub fn explain(said: &Said) -> Option<Problem> {
    home(said).or_else(|| version(said))
}

/// rustup's own folders and its choice of a toolchain.
fn home(said: &Said) -> Option<Problem> {
    const FOLDERS: [(&str, &str); 3] = [
        ("error: could not read settings file: '", "read"),
        ("error: could not write settings file: '", "write"),
        ("error: could not create home directory: '", "make"),
    ];
    for (words, verb) in FOLDERS {
        if let Some(path) = said.between(words, "'") {
            let reason = said.reason(words).unwrap_or("no reason was given");
            return Some(
                Problem::new(
                    format!("rustup could not {verb} what it keeps in your home folder: {reason}."),
                    "set the variable HOME to your own folder, and RUSTUP_HOME only if Rust is installed elsewhere",
                )
                .at(path),
            );
        }
    }
    if let Some(name) = said.between("error: toolchain '", "' is not installed") {
        let what = format!("rustup is told to use the toolchain `{name}`, which is not installed.");
        let next = format!(
            "type `rustup toolchain install {name}`, or take away what asks for it: the variable RUSTUP_TOOLCHAIN, \
             `rustup override`, or a file `rust-toolchain.toml` here or in a folder above"
        );
        return Some(Problem::new(what, next));
    }
    if said.has("error: rustup could not choose a version of ") {
        return Some(Problem::new(
            "rustup has no default toolchain, so there is no cargo and no rustc to start.",
            "type `rustup default stable`; if Rust is installed already, set HOME to your own folder first",
        ));
    }
    let path = said.between("error: could not parse override file: '", "'")?;
    Some(
        Problem::new(
            "rustup cannot read the file that chooses a toolchain.",
            "mend that file, or remove it",
        )
        .at(path),
    )
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
        return Some(Problem::new(
            format!(
                "The Rust on this machine is too old for the course. {} says: {}",
                said.by.name(),
                why.unwrap_or_default()
            ),
            RENEW,
        ));
    }
    if let Some(library) = said.after("error while loading shared libraries: ") {
        let next = match library.contains("failed to map segment") {
            true => "lift the limit on memory (`ulimit -v unlimited`), then run the command again",
            false => {
                "type `rustup toolchain uninstall stable` and `rustup toolchain install stable`"
            }
        };
        return Some(Problem::new(
            format!("The compiler cannot load a library of its own: {library}."),
            next,
        ));
    }
    None
}
