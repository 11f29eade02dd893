//! A new course, and what a course outside the repository needs from the program: the library and the manifests.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::runner::course::Course;
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::workspace::layout::{self, Entry, EntryKind};
use crate::runner::workspace::{file, inside, manifest};

/// The start of an `info.toml`. It has no exercise yet.
const INFO: &str = "format = 2
title = \"TITLE\"
welcome = \"EDIT: what a learner reads first.\"

[budget]
build_seconds = 60
run_seconds = 10
training_seconds = 60

# A way through a part of the course, once there are exercises for it:
# [[tracks]]
# name = \"first-steps\"
# title = \"First steps\"
# about = \"The short way.\"
# exercises = [\"one\", \"two\"]
";

/// The library of a new course, `exercises/library/lib.rs`.
const LIBRARY: &str = include_str!("skeleton/library.txt");

/// What git leaves alone: builds, caches, and the author's own progress. The library belongs to the course.
const GITIGNORE: &str = "/target\n/.gradlings/*\n!/.gradlings/library\n";

/// Writes an empty course into `folder`, which must be empty or not there; a repository of git may be in it.
pub fn begin(files: &Files<'_>, folder: &Path) -> Result<(), Problem> {
    refuse_what_is_there(folder)?;
    let written = |path: &Path, done: io::Result<()>| {
        done.map_err(|error| file::problem("The course cannot be written.", path, &error))
    };
    written(folder, fs::create_dir_all(folder))?;
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let title = full.file_name().unwrap_or_default().to_string_lossy();
    // Written between quotation marks in TOML.
    let title: String = title
        .chars()
        .filter(|letter| !letter.is_control() && *letter != '"' && *letter != '\\')
        .collect();
    for top in ["exercises", "solutions", "checks"] {
        let path = folder.join(top);
        written(&path, fs::create_dir_all(&path))?;
    }
    let path = folder.join("info.toml");
    let info = INFO.replace("TITLE", &title);
    written(&path, file::create(&path, info.as_bytes()))?;
    bring(files, &Course::open_unfinished(folder)?)?;
    Ok(())
}

fn refuse_what_is_there(folder: &Path) -> Result<(), Problem> {
    let next = "name another folder: `gradlings dev init DIR`";
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(file::problem("The folder cannot be used.", folder, &error)),
        Ok(entries) => {
            let mut names = entries.flatten().map(|entry| entry.file_name());
            match names.find(|name| name != ".git") {
                None => Ok(()),
                Some(_) => Err(Problem::new(
                    "That folder is not empty, and nothing in it was touched.",
                    next,
                )
                .at(folder.display())),
            }
        }
    }
}

/// What [`bring`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Files of the library that were written.
    pub library: usize,
    /// Other files that were missing.
    pub added: Vec<String>,
}

/// Gives a course outside the repository the library of this program, and the manifests that it lacks. What an author
/// may have changed is left alone, and so is a course that links the library from elsewhere.
pub fn bring(files: &Files<'_>, course: &Course) -> Result<Brought, Problem> {
    let mut brought = Brought::default();
    for (path, text) in missing(files, course)? {
        let full = course.root.join(&path);
        inside::check(&course.root, &full)
            .and_then(|()| file::create(&full, &text))
            .map_err(|error| file::problem("The course cannot be written.", &full, &error))?;
        brought.added.push(path);
    }
    if !has_own_library(course) {
        return Ok(brought);
    }
    for entry in layout::entries(files)? {
        if entry.kind == EntryKind::Library {
            let path = course.root.join(&entry.path);
            let written = inside::check(&course.root, &path)
                .and_then(|()| file::replace_if_different(&path, &entry.content))
                .map_err(|error| file::problem("The library cannot be written.", &path, &error))?;
            brought.library += usize::from(written);
        }
    }
    Ok(brought)
}

/// The same for a course that has no library at all, such as a fresh clone; one that is there stays.
pub fn complete(files: &Files<'_>, course: &Course) -> Result<(), Problem> {
    let library = course.root.join(manifest::LIBRARY).join("Cargo.toml");
    if has_own_library(course) && !library.exists() {
        bring(files, course)?;
    }
    Ok(())
}

/// Whether the course builds with a library in its own folder, which the program writes.
fn has_own_library(course: &Course) -> bool {
    let list = regular_file::read_text(&course.root.join("exercises/Cargo.toml"), TEXT);
    list.is_ok_and(|text| text.contains(manifest::LIBRARY))
}

/// The manifests that are not there, what should be in them, and the library that a new list of programs names.
fn missing(files: &Files<'_>, course: &Course) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    const LIST: &str = "exercises/Cargo.toml";
    let has_list = course.root.join(LIST).exists();
    if has_list && !has_own_library(course) {
        return Ok(Vec::new());
    }
    let wanted = ["Cargo.toml", "Cargo.lock", ".gitignore", LIST];
    let content = |entry: Entry<'_>| {
        let text = String::from_utf8_lossy(&entry.content).into_owned();
        let text = match entry.path.as_str() {
            LIST => manifest::with_bins(&manifest::of_another_course(&text), course),
            ".gitignore" => GITIGNORE.to_owned(),
            _ => text,
        };
        text.into_bytes()
    };
    let entries = layout::entries(files)?.into_iter();
    let shared = format!("{}lib.rs", manifest::SHARED);
    let lacks_shared = !has_list && !course.root.join(&shared).exists();
    let shared = lacks_shared.then(|| (shared, LIBRARY.as_bytes().to_vec()));
    Ok(entries
        .filter(|entry| wanted.contains(&entry.path.as_str()))
        .filter(|entry| !course.root.join(&entry.path).exists())
        .map(|entry| (entry.path.clone(), content(entry)))
        .chain(shared)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::embedded;

    #[test]
    fn an_empty_course_is_whole_but_for_its_exercises_and_overwrites_nothing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let folder = place.path().join("statistics");
        fs::create_dir_all(folder.join(".git")).expect("made");
        begin(&embedded::files(), &folder).expect("begun");
        let course = Course::open_unfinished(&folder).expect("readable");
        assert_eq!(
            (course.title.as_str(), course.exercises.len()),
            ("statistics", 0)
        );
        let list = fs::read_to_string(folder.join("exercises/Cargo.toml")).expect("written");
        assert!(
            !list.contains("[[bin]]") && list.contains("../.gradlings/library"),
            "{list}"
        );
        for path in [
            "exercises/library/lib.rs",
            "Cargo.toml",
            "Cargo.lock",
            ".gitignore",
            ".gradlings/library/src/lib.rs",
        ] {
            assert!(folder.join(path).exists(), "{path}");
        }
        let problem = begin(&embedded::files(), &folder).expect_err("it is there");
        assert!(problem.what.contains("not empty"), "{problem}");

        let again = bring(&embedded::files(), &course).expect("looked at");
        assert_eq!(again, Brought::default());
        fs::remove_dir_all(folder.join(".gradlings")).expect("removed");
        fs::write(folder.join("Cargo.toml"), "# mine").expect("written");
        complete(&embedded::files(), &course).expect("completed");
        assert!(folder.join(".gradlings/library/src/lib.rs").exists());
        assert_eq!(
            fs::read_to_string(folder.join("Cargo.toml")).expect("read"),
            "# mine"
        );
    }
}
