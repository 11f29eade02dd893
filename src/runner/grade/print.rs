//! Fingerprints of what grades: the program, and of the course what an exercise's verdicts follow from.
//!
//! They are made of contents alone, never of times and places, so that they are the same on every machine that has the same
//! program and the same course.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::mentions::mentions;
use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, INCLUDED, TEXT};
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// Counts up when what is kept of a graded piece of work means something else.
const FORMAT: u32 = 1;

/// Bytes of the program that are read at once.
const CHUNK: usize = 1 << 20;

/// The fingerprints of a course, each of an exercise by its name.
pub struct Prints(BTreeMap<String, String>);

impl Prints {
    /// Of all exercises of a course, as this program checks them with this seed.
    pub fn of(course: &Course, seed: u64) -> Result<Prints, Problem> {
        let program = program()?;
        let shared = shared(course)?;
        let mut prints = BTreeMap::new();
        for exercise in &course.exercises {
            let print = Fingerprint::default()
                .value((FORMAT, &program, &shared, seed))
                .value((&exercise.name, exercise.path(), exercise.trains))
                .value(exercise.budget)
                .value(own(course, exercise)?)
                .finish();
            prints.insert(exercise.name.clone(), print);
        }
        Ok(Prints(prints))
    }

    /// The fingerprint of the exercise of that name.
    pub fn get(&self, exercise: &str) -> &str {
        // There is one for every exercise of the course.
        self.0.get(exercise).map_or("", String::as_str)
    }
}

/// This program, by every byte of it.
fn program() -> Result<String, Problem> {
    let path = std::env::current_exe();
    let read = |path: &PathBuf| -> io::Result<String> {
        let mut file = fs::File::open(path)?;
        let mut print = Fingerprint::default();
        let mut chunk = vec![0; CHUNK];
        loop {
            match file.read(&mut chunk)? {
                0 => return Ok(print.finish()),
                read => print = print.value(&chunk[..read]),
            }
        }
    };
    path.and_then(|path| read(&path)).map_err(|error| {
        let what = words::program_unreadable();
        file::problem(what, Path::new(env!("CARGO_PKG_NAME")), &error)
    })
}

/// What every program of the course is built with: the libraries, the data, the versions of the crates.
fn shared(course: &Course) -> Result<String, Problem> {
    let exercises: Vec<PathBuf> = course.exercises.iter().map(|it| it.path().into()).collect();
    let mut print = Fingerprint::default();
    for top in [
        "Cargo.toml",
        "Cargo.lock",
        "exercises",
        "src",
        ".gradlings/library",
    ] {
        for path in
            files(&course.root, Path::new(top)).map_err(|error| unreadable(course, &error))?
        {
            // The course's own copies of the exercises are what learners begin with, and are not graded.
            if exercises.contains(&path) {
                continue;
            }
            let bytes = regular_file::read(&course.root.join(&path), INCLUDED);
            let bytes = bytes.map_err(|why| unreadable(course, &why.into()))?;
            print = print.value((path, bytes));
        }
    }
    Ok(print.finish())
}

/// The files below a folder, or the file itself, in an order that is the same everywhere.
fn files(root: &Path, path: &Path) -> io::Result<Vec<PathBuf>> {
    let there = root.join(path);
    let Ok(about) = there.metadata() else {
        return Ok(Vec::new());
    };
    if !about.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(&there)? {
        entries.push(entry?.file_name());
    }
    entries.sort();
    let mut found = Vec::new();
    for name in entries {
        // The program's own modules are in its own fingerprint, and no exercise is built from pages for readers.
        let inside = path.join(&name);
        let shown = name.to_string_lossy();
        if shown.starts_with('.') || shown == "target" || inside == Path::new("src/runner") {
            continue;
        }
        if inside.extension().is_some_and(|kind| kind == "md") {
            continue;
        }
        found.extend(files(root, &inside)?);
    }
    Ok(found)
}

/// The check of an exercise and its solution, and those of the exercises that these bring in.
fn own(course: &Course, exercise: &Exercise) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let mut files = Vec::new();
    let mut open = vec![exercise];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(exercise) = open.pop() {
        if seen.contains(&exercise.name.as_str()) {
            continue;
        }
        seen.push(&exercise.name);
        for path in [exercise.check(), exercise.solution()] {
            let bytes = closed::read(&course.root, &path, TEXT).map_err(|why| {
                let path = course.root.join(&path);
                file::problem(words::course_unreadable(), &path, &why.into())
            })?;
            open.extend(mentions(course, &bytes));
            files.push((path, bytes));
        }
    }
    files.sort();
    Ok(files)
}

fn unreadable(course: &Course, error: &io::Error) -> Problem {
    file::problem(words::course_unreadable(), &course.root, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"c\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"two\"\nchapter = \"a\"\nteaches = \"x\"\n";

    #[test]
    fn an_exercise_is_known_by_all_that_its_verdicts_follow_from_and_by_nothing_else() {
        let changes: [(&str, &str, &str); 9] = [
            ("checks/a/one.rs", "longer", "one two"),
            ("solutions/a/two.rs", "longer", "two"),
            ("exercises/library/lib.rs", "longer", "one two"),
            ("exercises/a/data.txt", "longer", "one two"),
            ("Cargo.lock", "longer", "one two"),
            ("exercises/a/one.rs", "what a learner begins with", ""),
            ("exercises/a/README.md", "a page", ""),
            ("target/debug/x", "built", ""),
            ("checks/a/one.rs", "checked", ""),
        ];
        for (path, text, changed) in changes {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let write = |path: &str, text: &str| {
                let path = folder.path().join(path);
                fs::create_dir_all(path.parent().expect("below the root")).expect("made");
                fs::write(path, text).expect("written");
            };
            for name in ["one", "two"] {
                write(&format!("checks/a/{name}.rs"), "checked");
                write(&format!("solutions/a/{name}.rs"), "solved");
                write(&format!("exercises/a/{name}.rs"), "todo");
            }
            write(
                "checks/a/two.rs",
                "#[path = \"../../solutions/a/one.rs\"] mod x;",
            );
            let course = Course::parse(folder.path(), INFO).expect("sound");
            let before = Prints::of(&course, 0).expect("printed");
            write(path, text);
            let after = Prints::of(&course, 0).expect("printed");
            let differ: Vec<&str> = ["one", "two"]
                .into_iter()
                .filter(|name| before.get(name) != after.get(name))
                .collect();
            assert_eq!(differ.join(" "), changed, "{path}");
            assert_ne!(
                before.get("one"),
                Prints::of(&course, 1).expect("printed").get("one")
            );
            let slower = format!("{INFO}[exercises.budget]\nrun_seconds = 99\n");
            let slower = Course::parse(folder.path(), &slower).expect("sound");
            let slower = Prints::of(&slower, 0).expect("printed");
            assert_eq!(after.get("one"), slower.get("one"));
            assert_ne!(after.get("two"), slower.get("two"));
        }
    }
}
