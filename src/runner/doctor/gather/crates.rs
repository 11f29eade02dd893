//! Asks cargo for the crates of the course: first without a network, and to fetch them where some are missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::crates::{Crates, Listed};
use super::ask::{A_MINUTE, Answer, ask};
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::sandbox;
use crate::runner::words::machine::doctor_crates as words;

pub fn crates(course: &Course) -> Crates {
    let built = course.state_folder().join("target/exercise/deps");
    let names = fs::read_dir(built).into_iter().flatten().flatten();
    let mut crates = Crates {
        listed: listed(course),
        is_built: names
            .map(|entry| entry.file_name())
            .any(|name| name.to_string_lossy().starts_with("libgradlings-")),
        is_offline: env::var("CARGO_NET_OFFLINE").is_ok_and(|value| value == "true"),
    };
    if matches!(crates.listed, Listed::Some) && !crates.is_built && !crates.is_offline {
        crates.listed = fetched(course);
    }
    crates
}

/// Only fetching the crates shows whether they can be fetched; the first check does nothing else.
fn fetched(course: &Course) -> Listed {
    let root = absolute(&course.root);
    let mut cargo = cargo(course, &["fetch", "--locked", "--quiet"]);
    match ask(&mut cargo, A_MINUTE) {
        Answer::Ended(said) if said.status.success() => Listed::All,
        Answer::Ended(said) => Listed::Problem(said.problem(&root)),
        // A slow network is none that is missing.
        Answer::Silent | Answer::NotStarted(_) => Listed::Some,
    }
}

/// cargo as in a check: what the sandbox keeps it from reading is to be found here.
fn cargo(course: &Course, words: &[&str]) -> Command {
    let root = absolute(&course.root);
    let target = course.state_folder().join("target");
    let mut cargo = sandbox::compiler::for_library(Path::new("cargo"), &root, &target, &target);
    cargo
        .args(words)
        .arg("--manifest-path")
        .arg(root.join("exercises/Cargo.toml"))
        .current_dir(&root)
        .env("CARGO_TERM_COLOR", "never");
    cargo
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn listed(course: &Course) -> Listed {
    let root = absolute(&course.root);
    let mut cargo = cargo(
        course,
        &[
            "tree",
            "--offline",
            "--locked",
            "--quiet",
            "--edges",
            "normal,build",
        ],
    );
    match ask(&mut cargo, A_MINUTE) {
        Answer::Ended(said) if said.status.success() => Listed::All,
        Answer::Ended(said) if said.errors.contains("--locked was passed") => Listed::Unknown,
        Answer::Ended(said) if said.errors.contains("--offline") => Listed::Some,
        Answer::Ended(said) => Listed::Problem(said.problem(&root)),
        Answer::Silent => {
            Listed::Problem(Problem::new(words::not_listed(), words::wait_for_builds()))
        }
        // Said where the toolchain is looked at.
        Answer::NotStarted(_) => Listed::Unknown,
    }
}
