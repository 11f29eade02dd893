//! Asks cargo for the crates of the course, without a network and without writing anything.

use std::env;
use std::fs;
use std::path::Path;

use super::super::crates::{Crates, Listed};
use super::ask::{A_MINUTE, Answer, ask};
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::sandbox;
use crate::runner::words::machine::doctor_crates as words;

pub fn crates(course: &Course) -> Crates {
    let built = course.state_folder().join("target/exercise/deps");
    let names = fs::read_dir(built).into_iter().flatten().flatten();
    Crates {
        listed: listed(course),
        is_built: names
            .map(|entry| entry.file_name())
            .any(|name| name.to_string_lossy().starts_with("libgradlings-")),
        is_offline: env::var("CARGO_NET_OFFLINE").is_ok_and(|value| value == "true"),
    }
}

fn listed(course: &Course) -> Listed {
    let root = std::path::absolute(&course.root).unwrap_or_else(|_| course.root.clone());
    let target = course.state_folder().join("target");
    // As in a check: what the sandbox keeps cargo from reading is to be found here.
    let mut cargo = sandbox::compiler::for_library(Path::new("cargo"), &root, &target, &target);
    cargo
        .args([
            "tree",
            "--offline",
            "--locked",
            "--quiet",
            "--edges",
            "normal,build",
        ])
        .arg("--manifest-path")
        .arg(root.join("exercises/Cargo.toml"))
        .current_dir(&root)
        .env("CARGO_TERM_COLOR", "never");
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
