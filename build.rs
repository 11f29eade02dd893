//! Puts the course and the library's sources into the program, so that `gradlings init` works away from the repository.
//!
//! A table of `include_bytes!` is written for `src/runner/embedded.rs`. Nothing of it concerns an exercise, which is built
//! without the feature `runner`.

use std::env;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_RUNNER").is_none() {
        return Ok(());
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());

    // Deliberately not here: the files of the exercises and their originals. A learner who works in the clone saves an
    // exercise every minute, and no save may cost a rebuild of the program. A new exercise comes with a new solution.
    for watched in [
        "info.toml",
        "glossary.toml",
        "exercises/Cargo.toml",
        "exercises/library",
        "solutions",
        "checks",
        "Cargo.toml",
        "Cargo.lock",
    ] {
        // A path that is not there would make this script run every time.
        if root.join(watched).exists() {
            println!("cargo::rerun-if-changed={watched}");
        }
    }

    // The program is not put into itself, so no change of its code, or of a table of tests beside it, runs this script again.
    for entry in fs::read_dir(root.join("src"))? {
        let watched = format!("src/{}", entry?.file_name().to_string_lossy());
        if !is_program(&watched) {
            println!("cargo::rerun-if-changed={watched}");
        }
    }

    // The pages of the chapters are no learner's.
    for chapter in fs::read_dir(root.join("exercises"))? {
        let page = chapter?.path().join("README.md");
        if page.exists() {
            println!("cargo::rerun-if-changed={}", page.display());
        }
    }

    let mut paths = Vec::new();
    for top in [
        "info.toml",
        "glossary.toml",
        "Cargo.toml",
        "Cargo.lock",
        "exercises",
        "solutions",
        "checks",
        "src",
    ] {
        collect(&root, Path::new(top), &mut paths)?;
    }
    paths.sort();
    let mut table = String::from("static FILES: &[(&str, &[u8])] = &[\n");
    for path in paths {
        let is_shared = path.starts_with("exercises/library/");
        let source = if path.starts_with("exercises/") && path.ends_with(".rs") && !is_shared {
            copy_of_the_original(&root, &out, &path)?
        } else {
            root.join(&path)
        };
        // Debug formatting writes a path as a string literal, whatever letters are in it.
        writeln!(table, "    ({path:?}, include_bytes!({source:?})),").map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    fs::write(out.join("embedded.rs"), table)
}

/// Files under `path`, relative to the repository and with forward slashes. What an author has written down about changes
/// of a solution is no learner's: it tells of the solution.
fn collect(root: &Path, path: &Path, found: &mut Vec<String>) -> io::Result<()> {
    let full = root.join(path);
    let name = path.to_string_lossy().replace('\\', "/");
    let is_hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let is_authors = name.ends_with(".equal.toml");
    if is_program(&name) || is_hidden || is_authors || name == "exercises/target" {
        return Ok(());
    }
    if full.is_dir() {
        for entry in fs::read_dir(full)? {
            collect(root, &path.join(entry?.file_name()), found)?;
        }
    } else if full.is_file() {
        found.push(name);
    }
    Ok(())
}

/// What learners do not get: they have the program already.
fn is_program(name: &str) -> bool {
    ["src/main.rs", "src/runner.rs", "src/runner"].contains(&name)
}

/// The unsolved text of an exercise, copied to where `include_bytes!` may read it.
///
/// In the tree, the file may be solved; then its original was put aside. It is a copy that is included, because rustc
/// itself watches what is included, and a save would rebuild the program after all.
fn copy_of_the_original(root: &Path, out: &Path, path: &str) -> io::Result<PathBuf> {
    let inside = path.trim_start_matches("exercises/");
    let aside = root.join(".gradlings/originals").join(inside);
    let solution = fs::read_to_string(root.join("solutions").join(inside)).unwrap_or_default();
    // With a newer version of the course comes another lesson: what was put aside before is no original any more.
    let is_of_this_version = |text: String| lesson(&text) == lesson(&solution);
    let original = if fs::read_to_string(&aside).is_ok_and(is_of_this_version) {
        aside
    } else {
        root.join(path)
    };
    let copy = out.join("exercises").join(inside);
    if let Some(folder) = copy.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&copy, fs::read(original)?)?;
    Ok(copy)
}

/// The comment at the top of a file, which an exercise and its solution have in common.
fn lesson(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.starts_with("//!"));
    lines.collect::<Vec<_>>().join("\n")
}
