//! Builds a program of two lines where the course builds its own, as a check would, and starts it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::ask::{A_MINUTE, A_MOMENT, Answer, ask};
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::sandbox;
use crate::runner::words::machine::{build as build_words, doctor_trial as words, mend};
use crate::runner::workspace::file;

/// A package of its own, which no workspace around it knows.
const MANIFEST: &str =
    "[package]\nname = \"trial\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
const PROGRAM: &str = "fn main() {\n    println!(\"A program of two lines.\");\n}\n";

/// What building and starting it came to. Nothing of it stays.
pub fn trial(course: &Course) -> Result<(), Problem> {
    let target = course.state_folder().join("target");
    // cargo is run in the folder of the course, for its settings and its toolchain.
    let folder = std::path::absolute(&target).unwrap_or(target);
    let folder = folder.join("doctor");
    let tried = build(course, &folder).and_then(|program| start(&program));
    // Where it cannot be removed it could hardly be made, and what is wrong has been found.
    let _ = fs::remove_dir_all(&folder);
    tried
}

fn build(course: &Course, folder: &Path) -> Result<PathBuf, Problem> {
    let manifest = folder.join("Cargo.toml");
    write(&manifest, MANIFEST)
        .and_then(|()| write(&folder.join("src/main.rs"), PROGRAM))
        .map_err(|error| file::problem(words::nothing_built(), folder, &error))?;
    let builds = folder.join("target");
    let above = folder.parent().unwrap_or(folder);
    let program = Path::new("cargo");
    let mut cargo = sandbox::compiler::for_library(program, &course.root, folder, above);
    cargo
        .args(["build", "--offline", "--quiet", "--manifest-path"])
        .arg(&manifest)
        .arg("--target-dir")
        .arg(&builds)
        .current_dir(&course.root)
        .env("CARGO_TERM_COLOR", "never");
    match ask(&mut cargo, A_MINUTE) {
        Answer::Ended(said) if said.status.success() => Ok(builds
            .join("debug")
            .join(format!("trial{}", std::env::consts::EXE_SUFFIX))),
        Answer::Ended(said) => Err(said.problem(&course.root)),
        Answer::Silent => Err(Problem::new(
            words::not_built_in_time(),
            words::look_for_a_wrapper(),
        )),
        Answer::NotStarted(error) => Err(Problem::new(
            build_words::cargo_not_started(error),
            mend::install_rust(),
        )),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn start(program: &Path) -> Result<(), Problem> {
    // It is elsewhere where cargo's settings build for another sort of machine.
    if !program.exists() {
        return Ok(());
    }
    let what = match ask(&mut Command::new(program), A_MOMENT) {
        Answer::Ended(said) if said.status.success() => return Ok(()),
        Answer::Ended(said) => words::does_not_run(said.status),
        Answer::Silent => words::does_not_end().to_owned(),
        Answer::NotStarted(error) => words::does_not_run(error),
    };
    Err(Problem::new(what, words::move_course()).at(program.display()))
}
