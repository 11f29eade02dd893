//! What lies in the folder of a course: every file that is needed, and none that is not.

use std::fs;
use std::path::Path;

use super::mutate::equal;
use crate::runner::closed;
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::workspace::manifest;

/// What is wrong with the list of programs. With such a fault nothing can be built.
pub fn out_of_step(course: &Course) -> Option<Problem> {
    const SHOWN: &str = "exercises/Cargo.toml";
    let next = "type `gradlings dev update`";
    let text = match fs::read_to_string(course.root.join(SHOWN)) {
        Ok(text) => text,
        Err(error) => {
            let what = format!("The list of programs cannot be read: {error}.");
            return Some(Problem::new(what, next).at(SHOWN));
        }
    };
    let right = manifest::with_bins(&text, course);
    if text == right {
        return None;
    }
    let mut lines = text.lines().zip(right.lines());
    let line = lines
        .position(|(is, should)| is != should)
        .unwrap_or_else(|| text.lines().count().min(right.lines().count()));
    let what = "The list of programs is not in step with `info.toml`.";
    Some(Problem::new(what, next).at(format_args!("{SHOWN}:{}", line + 1)))
}

/// The exercises, solutions and checks that are missing, empty or not text, and the library where there is none.
pub fn missing(course: &Course) -> Vec<Problem> {
    let mut faults = Vec::from_iter(missing_library(course));
    for exercise in &course.exercises {
        for (sort, path) in [
            ("exercise", exercise.path()),
            ("solution", exercise.solution()),
            ("check", exercise.check()),
        ] {
            let what = match closed::read_text(&course.root, &path) {
                Ok(text) if !text.trim().is_empty() => continue,
                Ok(_) => "is empty".to_owned(),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    "is not there".to_owned()
                }
                Err(error) => format!("cannot be read: {error}"),
            };
            let problem = Problem::new(
                format!("The {sort} of `{}` {what}.", exercise.name),
                "write that file, or take the entry out of `info.toml`",
            );
            faults.push(problem.at(path));
        }
    }
    faults
}

/// The library that `exercises/Cargo.toml` names, where it is not there.
fn missing_library(course: &Course) -> Option<Problem> {
    let text = fs::read_to_string(course.root.join("exercises/Cargo.toml")).ok()?;
    let list: toml::Table = text.parse().ok()?;
    let path = format!("exercises/{}", list.get("lib")?.get("path")?.as_str()?);
    let next = "write that file, or take `[lib]` out of `exercises/Cargo.toml`";
    let problem = Problem::new("The library of the course is not there.", next);
    (!course.root.join(&path).exists()).then(|| problem.at(path))
}

/// Files in `exercises/`, `solutions/` and `checks/` that nothing needs.
///
/// Needed are the files of the course, its library, a README, and whatever an exercise or a solution calls by its name: a data set,
/// a module, an image in a lesson.
pub fn strays(course: &Course) -> Vec<Problem> {
    let mut known: Vec<String> = vec!["exercises/Cargo.toml".to_owned()];
    let mut texts = String::new();
    for exercise in &course.exercises {
        for path in [exercise.path(), exercise.solution(), exercise.check()] {
            texts.push_str(&closed::read_text(&course.root, &path).unwrap_or_default());
            known.push(path);
        }
        known.push(equal::path(exercise));
    }
    let mut files = Vec::new();
    for top in ["exercises", "solutions", "checks"] {
        collect(&course.root, top, &mut files);
    }
    files.sort();
    let is_needed = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_module = path.ends_with(".rs")
            && texts.contains(&format!("mod {};", name.trim_end_matches(".rs")));
        known.contains(path) || name == "README.md" || texts.contains(name) || is_module
    };
    let strays = files.into_iter().filter(|path| !is_needed(path));
    strays
        .map(|path| {
            Problem::new(
                "The file is a stray: no entry in `info.toml` and no exercise or solution names it.",
                "remove it, or name it where it is needed",
            )
            .at(path)
        })
        .collect()
}

fn collect(root: &Path, folder: &str, found: &mut Vec<String>) {
    // What cannot be listed is missing, and that is told for the files that should be there.
    let Ok(entries) = fs::read_dir(root.join(folder)) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        // A build by hand inside `exercises/` leaves the one folder, which git ignores; the other is the library.
        if path == "exercises/target" || manifest::SHARED.strip_suffix('/') == Some(&path) {
            continue;
        }
        if entry.path().is_dir() {
            collect(root, &path, found);
        } else {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::workspace::file;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    fn places(faults: &[Problem]) -> Vec<&str> {
        faults.iter().filter_map(|it| it.place.as_deref()).collect()
    }

    #[test]
    fn strays_missing_files_and_a_list_that_is_behind_are_told_with_their_place() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        let write = |path: &str, text: &str| {
            file::replace(&folder.path().join(path), text.as_bytes()).expect("written");
        };
        write("exercises/a/one.rs", "mod shared;\nfn main() {}\n");
        write("exercises/a/shared.rs", "");
        write("exercises/a/one.rs.orig", "");
        write("exercises/a/README.md", "");
        write("exercises/target/x", "");
        write("exercises/library/data.csv", "");
        write("solutions/data/used.csv", "");
        write("solutions/data/unused.csv", "");
        write("checks/a/one.equal.toml", "");
        write("checks/a/two.equal.toml", "");
        assert_eq!(
            places(&missing(&course)),
            ["solutions/a/one.rs", "checks/a/one.rs"]
        );
        write("checks/a/one.rs", "fn main() {}");
        write("solutions/a/one.rs", "include_str!(\"../data/used.csv\")");
        assert_eq!(missing(&course), []);
        assert_eq!(
            places(&strays(&course)),
            [
                "checks/a/two.equal.toml",
                "exercises/a/one.rs.orig",
                "solutions/data/unused.csv"
            ]
        );

        let list = "[lib]\nname = \"course\"\npath = \"library/lib.rs\"\n";
        write("exercises/Cargo.toml", list);
        assert_eq!(places(&missing(&course)), ["exercises/library/lib.rs"]);
        write("exercises/library/lib.rs", "//! Shared.\n");
        assert_eq!(missing(&course), []);
        fs::remove_file(folder.path().join("exercises/Cargo.toml")).expect("removed");

        let place = |course: &Course| out_of_step(course).and_then(|it| it.place);
        assert_eq!(place(&course).as_deref(), Some("exercises/Cargo.toml"));
        write(
            "exercises/Cargo.toml",
            "[package]\n\n[[bin]]\nname = \"two\"\n",
        );
        assert_eq!(place(&course).as_deref(), Some("exercises/Cargo.toml:4"));
        write(
            "exercises/Cargo.toml",
            &manifest::with_bins("[package]\n", &course),
        );
        assert_eq!(place(&course), None);
    }
}
