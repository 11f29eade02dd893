//! What has to be right before anything works, each thing in a sentence with its mend.
//!
//! Every examination is a file: a pure function from what was found on the machine to sentences. `gather` looks at the
//! machine.

mod cache;
mod clock;
mod course;
mod crates;
mod disk;
mod file_system;
mod finding;
mod gather;
mod home;
mod linker;
mod locks;
mod sandbox;
mod terminal;
mod toolchain;
mod trial;

use std::collections::HashSet;
use std::env;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::runner::course::Course;
use crate::runner::gpu::{self, Gpu};
use crate::runner::problem::Problem;
use crate::runner::sandbox::{parts, shortfalls};

pub use finding::Finding;

/// The oldest Rust that builds the course.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

/// What one examination found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// What was looked at, in a word.
    pub what: &'static str,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Looks at everything. The course is looked for by the caller.
pub fn examine(root: Result<PathBuf, Problem>) -> Vec<Examined> {
    let here = root.as_deref().unwrap_or(Path::new("."));
    // First, because rustup makes a home folder that is not there.
    let home = home::examine(&gather::home());
    let tools = ["cargo", "rustc"].map(|name| (name, gather::tool(name, here)));
    let mut examined = Vec::new();
    let mut told = HashSet::new();
    // One fault often spoils more than one thing; it is told once.
    let mut add = |what, mut findings: Vec<Finding>| {
        findings.retain(|finding| match finding {
            Finding::Bad(problem) => told.insert((problem.what.clone(), problem.place.clone())),
            _ => true,
        });
        examined.push(Examined { what, findings });
    };
    add("home", vec![home]);
    let found = tools
        .each_ref()
        .map(|(name, said)| toolchain::examine(name, said, RUST));
    // What cannot even say its version need not be tried.
    let can_build = found
        .iter()
        .all(|finding| matches!(finding, Finding::Good(_)));
    add("toolchain", found.into());
    add(
        "linker",
        vec![linker::examine(gather::has_cc(), gather::system())],
    );
    let (free, disk) = gather::free_below(here);
    add("disk", vec![disk::examine(free, &disk)]);
    add("terminal", terminal::examine(&gather::terminal()));
    add(
        "gpu",
        vec![Finding::Good(Gpu::find().sentence(gpu::WANTED))],
    );
    add("sandbox", sandbox::examine(&parts(), shortfalls()));
    match root.and_then(|root| Course::open(&root)) {
        Ok(course) => {
            let (tried, kept) = gather::keep(&course);
            let silent = gather::silent(&course);
            add("files", file_system::examine(silent, kept));
            add("locks", locks::examine(&gather::locks(&course)));
            let [_, (_, rustc)] = &tools;
            let version = env!("CARGO_PKG_VERSION");
            add(
                "cache",
                cache::examine(&gather::kept(&course, rustc), version),
            );
            if can_build {
                add("build", vec![trial::examine(gather::trial(&course))]);
                add("crates", vec![crates::examine(gather::crates(&course))]);
            }
            let latest = gather::latest(&course);
            add("clock", vec![clock::examine(latest, SystemTime::now())]);
            add(
                "course",
                vec![
                    course::files(&course),
                    course::programs(&course),
                    course::state(&course.state_folder(), &tried),
                ],
            );
        }
        Err(problem) => add("course", vec![Finding::Bad(problem)]),
    }
    examined
}

/// What to say when cargo is not there, which is looked up without starting it.
pub fn missing_cargo() -> Option<Problem> {
    let path = env::var_os("PATH").unwrap_or_default();
    let name = format!("cargo{}", env::consts::EXE_SUFFIX);
    let is_there = env::split_paths(&path).any(|folder| folder.join(&name).is_file());
    (!is_there).then(|| toolchain::not_found("cargo"))
}

#[cfg(test)]
mod tests {
    use super::Finding;

    /// Holds a finding against its state, as the command prints it, and a part of its text.
    #[track_caller]
    pub fn assert_says(finding: &Finding, state: &str, text: &str) {
        let (found, said) = match finding {
            Finding::Good(sentence) => ("ok", sentence.clone()),
            Finding::Note(problem) => ("note", problem.to_string()),
            Finding::Bad(problem) => ("wrong", problem.to_string()),
        };
        assert_eq!(found, state, "{said}");
        assert!(said.contains(text), "no {text:?} in {said:?}");
    }
}
