//! The package that cargo builds: what the programs of a course link, and one program that does nothing.
//!
//! cargo never sees the text of an exercise. It builds this package, which has the library of the course's own package and
//! depends on what that depends on, and how it calls rustc for the program in it is how rustc is called for every exercise and every solution.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::runner::problem::Problem;
use crate::runner::words::machine::build as words;
use crate::runner::workspace::file;

/// The name of the program that does nothing.
pub const STUB: &str = "stub";

/// Files that decide what is built, relative to the course.
pub const MANIFESTS: [&str; 2] = ["Cargo.toml", "exercises/Cargo.toml"];

/// Writes the package of the course in `root`, an absolute path, into `folder`, and gives the path of its `Cargo.toml`.
pub fn write(root: &Path, folder: &Path) -> Result<PathBuf, Problem> {
    let [workspace, exercises] = MANIFESTS.map(|path| root.join(path));
    let manifest = manifest(&read(&workspace)?, &read(&exercises)?, root);
    let path = folder.join("Cargo.toml");
    let write = |path: &Path, bytes: &[u8]| -> Result<(), Problem> {
        file::replace_if_different(path, bytes)
            .map(|_| ())
            .map_err(|error| file::problem(words::course_not_built(), path, &error))
    };
    write(&path, manifest.to_string().as_bytes())?;
    write(&folder.join(format!("{STUB}.rs")), b"fn main() {}\n")?;
    // Without a lock file cargo resolves anew, which is slower and may give other versions.
    match fs::read(root.join("Cargo.lock")) {
        Ok(lock) => write(&folder.join("Cargo.lock"), &lock)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            let lock = root.join("Cargo.lock");
            return Err(file::problem(words::course_not_built(), &lock, &error));
        }
    }
    Ok(path)
}

/// The package of the exercises with the one program instead of theirs, as a workspace of its own with the profiles of the
/// course. `root` is the absolute path of the course.
fn manifest(workspace: &Table, exercises: &Table, root: &Path) -> Table {
    let mut manifest = exercises.clone();
    // What is built is built for this program and by nothing that lies beside the exercises.
    for key in ["bin", "test", "bench", "example", "dev-dependencies"] {
        manifest.remove(key);
    }
    // What cargo is quiet about in an open exercise, a check tells of once it is solved.
    manifest.remove("lints");
    // What the exercises share is built where it lies.
    if let Some(library) = table_mut(&mut manifest, "lib") {
        make_path_absolute(library, &root.join("exercises"));
    }
    if let Some(package) = table_mut(&mut manifest, "package") {
        package.insert("build".into(), false.into());
        for key in ["autobins", "autotests", "autobenches", "autoexamples"] {
            package.insert(key.into(), false.into());
        }
        package.remove("default-run");
    }
    for dependencies in dependencies(&mut manifest) {
        make_absolute(dependencies, &root.join("exercises"));
    }
    let stub = [("name", STUB.to_owned()), ("path", format!("{STUB}.rs"))];
    let stub = stub.map(|(key, value)| (key.to_owned(), Value::String(value)));
    let bins = vec![Value::Table(Table::from_iter(stub))];
    manifest.insert("bin".into(), Value::Array(bins));

    let mut own = Table::new();
    let given = workspace.get("workspace").and_then(Value::as_table);
    for key in ["resolver", "package", "lints", "dependencies"] {
        if let Some(value) = given.and_then(|given| given.get(key)) {
            own.insert(key.into(), value.clone());
        }
    }
    if let Some(dependencies) = table_mut(&mut own, "dependencies") {
        make_absolute(dependencies, root);
    }
    manifest.insert("workspace".into(), Value::Table(own));
    for key in ["profile", "patch"] {
        if let Some(value) = workspace.get(key) {
            manifest.insert(key.into(), value.clone());
        }
    }
    for (_, patched) in table_mut(&mut manifest, "patch").into_iter().flatten() {
        if let Some(patched) = patched.as_table_mut() {
            make_absolute(patched, root);
        }
    }
    manifest
}

fn table_mut<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Table> {
    table.get_mut(key).and_then(Value::as_table_mut)
}

/// The tables of dependencies, those for certain systems too.
fn dependencies(manifest: &mut Table) -> Vec<&mut Table> {
    let mut found = Vec::new();
    for (key, value) in manifest.iter_mut() {
        match (key.as_str(), value.as_table_mut()) {
            ("dependencies", Some(dependencies)) => found.push(dependencies),
            ("target", Some(targets)) => {
                let targets = targets.iter_mut().filter_map(|(_, it)| it.as_table_mut());
                found.extend(targets.filter_map(|target| table_mut(target, "dependencies")));
            }
            _ => {}
        }
    }
    found
}

fn make_absolute(dependencies: &mut Table, folder: &Path) {
    for (_, dependency) in dependencies.iter_mut() {
        if let Some(dependency) = dependency.as_table_mut() {
            make_path_absolute(dependency, folder);
        }
    }
}

fn make_path_absolute(table: &mut Table, folder: &Path) {
    if let Some(path) = table.get_mut("path")
        && let Some(relative) = path.as_str()
    {
        let path_there = folder.join(relative);
        // cargo knows a package by its path: by two names it is two packages, and built twice.
        #[cfg(unix)]
        let path_there = path_there.canonicalize().unwrap_or(path_there);
        *path = Value::String(path_there.to_string_lossy().into_owned());
    }
}

fn read(path: &Path) -> Result<Table, Problem> {
    let text = fs::read_to_string(path)
        .map_err(|error| file::problem(words::course_not_built(), path, &error))?;
    text.parse().map_err(|error| {
        Problem::new(words::malformed(error), words::mend_manifest()).at(path.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(workspace: &str, exercises: &str) -> Table {
        let parsed = |text: &str| text.parse().expect("TOML");
        manifest(&parsed(workspace), &parsed(exercises), Path::new("/c"))
    }

    #[test]
    fn the_package_has_the_dependencies_and_profiles_of_the_course_and_no_program_of_it() {
        let made = made(
            "[workspace]\nmembers = [\"exercises\"]\nresolver = \"2\"\n[profile.exercise]\ninherits = \"dev\"\n\
             [patch.crates-io]\nrand = { path = \"rand\" }\n",
            "[package]\nname = \"course\"\nversion = \"0.1.0\"\nedition = \"2024\"\nbuild = \"build.rs\"\n\
             [dependencies]\ngradlings = { path = \"..\", features = [\"exercise\"] }\nrand = \"0.8\"\n\
             [target.'cfg(unix)'.dependencies]\nnear = { path = \"near\" }\n\
             [lib]\nname = \"course\"\npath = \"library/lib.rs\"\n\
             [lints.rust]\nunused_variables = \"allow\"\n\
             [features]\ncuda = [\"gradlings/cuda\"]\n[[bin]]\nname = \"mse\"\npath = \"02_losses/mse.rs\"\n",
        );
        let path = |place: &[&str]| {
            let found = place
                .iter()
                .try_fold(&Value::Table(made.clone()), |it, key| it.get(key))
                .cloned();
            found.and_then(|it| it.as_str().map(str::to_owned))
        };
        let table: [(&[&str], &str); 6] = [
            (&["lib", "path"], "/c/exercises/library/lib.rs"),
            (&["dependencies", "gradlings", "path"], "/c/exercises/.."),
            (&["dependencies", "rand"], "0.8"),
            (
                &["target", "cfg(unix)", "dependencies", "near", "path"],
                "/c/exercises/near",
            ),
            (&["patch", "crates-io", "rand", "path"], "/c/rand"),
            (&["profile", "exercise", "inherits"], "dev"),
        ];
        for (place, expected) in table {
            assert_eq!(path(place).as_deref(), Some(expected), "{place:?}");
        }
        let bins = made["bin"].as_array().expect("programs");
        assert_eq!(bins.len(), 1);
        assert_eq!(bins[0]["name"].as_str(), Some(STUB));
        assert_eq!(made["package"]["build"].as_bool(), Some(false));
        assert_eq!(made["workspace"]["resolver"].as_str(), Some("2"));
        assert!(made.get("lints").is_none());
        assert!(made["workspace"].get("members").is_none());
        assert!(made["features"].get("cuda").is_some());
    }
}
