//! The package in which candidates made from solutions are built.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::runner::course::Course;
use crate::runner::problem::Problem;

/// Writes `Cargo.toml` and `Cargo.lock` of a package in `folder` with one program for each of `names`, which depends on
/// what the course's own package depends on and builds in the same way.
pub fn write(course: &Course, folder: &Path, names: &[String]) -> Result<(), Problem> {
    let exercises = absolute(&course.root.join("exercises"));
    let mut manifest = read(&exercises.join("Cargo.toml"))?;
    let root = read(&course.root.join("Cargo.toml"))?;
    make_paths_absolute(&mut manifest, &exercises);
    let bins = names.iter().map(|name| {
        let mut bin = Table::new();
        bin.insert("name".into(), Value::String(program_name(name)));
        bin.insert("path".into(), Value::String(format!("{name}.rs")));
        Value::Table(bin)
    });
    manifest.insert("bin".into(), Value::Array(bins.collect()));
    manifest.insert("workspace".into(), Value::Table(Table::new()));
    if let Some(profile) = root.get("profile") {
        manifest.insert("profile".into(), profile.clone());
    }
    write_file(&folder.join("Cargo.toml"), &manifest.to_string())?;
    // Without a lock file cargo resolves anew, which is slower and may give other versions.
    if let Ok(lock) = fs::read_to_string(course.root.join("Cargo.lock")) {
        write_file(&folder.join("Cargo.lock"), &lock)?;
    }
    Ok(())
}

/// The program that is made from the solution of `exercise`.
pub fn program_name(exercise: &str) -> String {
    format!("{exercise}_proof")
}

/// The path from the root on: the course may have been named as it is seen from here.
pub fn absolute(path: &Path) -> PathBuf {
    // Only an empty path, or a folder that is gone, has none.
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn make_paths_absolute(manifest: &mut Table, folder: &Path) {
    let Some(dependencies) = manifest
        .get_mut("dependencies")
        .and_then(Value::as_table_mut)
    else {
        return;
    };
    for (_, dependency) in dependencies.iter_mut() {
        if let Some(path) = dependency.get_mut("path")
            && let Some(relative) = path.as_str()
        {
            *path = Value::String(folder.join(relative).to_string_lossy().into_owned());
        }
    }
}

fn read(path: &Path) -> Result<Table, Problem> {
    let text = fs::read_to_string(path).map_err(|error| {
        Problem::new(
            format!("It cannot be read: {error}."),
            "type `gradlings dev update`",
        )
        .at(path.display())
    })?;
    text.parse().map_err(|error| {
        Problem::new(
            format!("It is malformed: {error}"),
            "mend it, then run the command again",
        )
        .at(path.display())
    })
}

pub(super) fn write_file(path: &Path, text: &str) -> Result<(), Problem> {
    fs::write(path, text).map_err(|error| {
        Problem::new(
            format!("It cannot be written: {error}."),
            "type `gradlings doctor`",
        )
        .at(path.display())
    })
}
