//! Which exercises are proven already, so that on a commit only what changed is proven again.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::regular_file::TEXT;
use crate::runner::workspace::file;

/// Changes of the proof itself that make every earlier one worthless.
const PROOF: u32 = 3;

/// What was proven, by the name of the exercise: a hash of everything that the proof follows from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    proven: BTreeMap<String, String>,
}

impl Memory {
    /// What is remembered for a course. A memory that cannot be read is none.
    pub fn of(course: &Course) -> Memory {
        let text = fs::read_to_string(path(course)).unwrap_or_default();
        Memory {
            proven: toml::from_str(&text).unwrap_or_default(),
        }
    }

    /// Whether the exercise was proven just as it is.
    pub fn knows(&self, exercise: &Exercise, key: &str) -> bool {
        self.proven
            .get(&exercise.name)
            .is_some_and(|known| known == key)
    }

    /// Remembers that the exercise is proven as it is, or that it is not.
    pub fn set(&mut self, name: &str, key: Option<String>) {
        match key {
            Some(key) => self.proven.insert(name.to_owned(), key),
            None => self.proven.remove(name),
        };
    }

    /// Writes it down. Where that cannot be done, everything is proven again the next time.
    pub fn keep(&self, course: &Course) {
        if let Ok(text) = toml::to_string(&self.proven) {
            let _ = file::replace_if_different(&path(course), text.as_bytes());
        }
    }
}

fn path(course: &Course) -> PathBuf {
    course.state_folder().join("proven.toml")
}

/// The keys of all exercises of a course. What they share, the library and the files beside the exercises, is read
/// once.
pub struct Keys {
    shared: u64,
}

impl Keys {
    /// Reads what all exercises share.
    pub fn of(course: &Course) -> Keys {
        let mut hasher = DefaultHasher::new();
        (PROOF, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
        for path in ["Cargo.toml", "Cargo.lock"] {
            hash_file(&course.root.join(path), &mut hasher);
        }
        // The bins in the list change with every new exercise, and what follows from them is in the entries.
        let list = fs::read_to_string(course.root.join("exercises/Cargo.toml"));
        let list = list.unwrap_or_default();
        list.split("[[bin]]").next().hash(&mut hasher);
        for folder in ["exercises", "solutions", "checks"] {
            hash_tree(&course.root.join(folder), false, &mut hasher);
        }
        hash_tree(&course.root.join(closed::FOLDER), false, &mut hasher);
        // The library, and in the repository the judge and the proof as well.
        for library in ["src", ".gradlings/library/src"] {
            hash_tree(&course.root.join(library), true, &mut hasher);
        }
        Keys {
            shared: hasher.finish(),
        }
    }

    /// The key of one exercise: its text, its solution, its check, its entry, the same of its pieces, and what all share.
    pub fn key(&self, course: &Course, exercise: &Exercise) -> String {
        let mut hasher = DefaultHasher::new();
        self.shared.hash(&mut hasher);
        hash_exercise(course, exercise, &mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// A piece is needed, and its file is named in the text.
fn hash_exercise(course: &Course, exercise: &Exercise, hasher: &mut DefaultHasher) {
    for path in [exercise.path(), exercise.solution(), exercise.check()] {
        let text = closed::read(&course.root, path, TEXT);
        text.unwrap_or_default().hash(hasher);
    }
    format!("{exercise:?}").hash(hasher);
    let text = fs::read_to_string(course.exercise_path(exercise)).unwrap_or_default();
    let needed = exercise
        .needs
        .iter()
        .filter_map(|need| course.exercise(need));
    for piece in needed.filter(|piece| text.contains(&format!("{}.rs\"", piece.name))) {
        hash_exercise(course, piece, hasher);
    }
}

fn hash_file(path: &Path, hasher: &mut DefaultHasher) {
    fs::read(path).unwrap_or_default().hash(hasher);
}

/// The content of all files below a folder in a fixed order. Times do not count: git sets them anew.
///
/// `is_library` says whether Rust files count, and leaves out what of the program no proof follows from. In the folders
/// of a course, only what is no Rust file counts: data sets and the like.
fn hash_tree(folder: &Path, is_library: bool, hasher: &mut DefaultHasher) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !["tui", "plain", "cli", "target"].contains(&&*name) {
                hash_tree(&path, is_library, hasher);
            }
        } else if !is_library && path.ends_with("README.md") {
            // The page of a chapter, which no proof follows from.
        } else if is_library || path.extension().is_none_or(|it| it != "rs" && it != "toml") {
            path.file_name().hash(hasher);
            hash_file(&path, hasher);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"two\"\nchapter = \"a\"\nteaches = \"x\"\n";

    #[test]
    fn a_proof_is_remembered_until_something_changes_that_it_follows_from() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |path: &str, text: &str| {
            file::replace(&folder.path().join(path), text.as_bytes()).expect("written");
        };
        let known = |info: &str| {
            let course = Course::parse(folder.path(), info).expect("sound");
            let (keys, memory) = (Keys::of(&course), Memory::of(&course));
            let knows = |exercise: &Exercise| memory.knows(exercise, &keys.key(&course, exercise));
            course.exercises.iter().map(knows).collect::<Vec<_>>()
        };
        let remember = || {
            let course = Course::parse(folder.path(), INFO).expect("sound");
            let (keys, mut memory) = (Keys::of(&course), Memory::of(&course));
            for exercise in &course.exercises {
                memory.set(&exercise.name, Some(keys.key(&course, exercise)));
            }
            memory.keep(&course);
        };
        assert_eq!(known(INFO), [false, false]);
        let table = [
            ("exercises/a/one.rs", [false, true]),
            ("solutions/a/two.rs", [true, false]),
            ("solutions/data.csv", [false, false]),
            ("src/lib.rs", [false, false]),
            ("src/runner/judge.rs", [false, false]),
            ("src/runner/tui/view.rs", [true, true]),
            (".gradlings/library/src/lib.rs", [false, false]),
            ("Cargo.lock", [false, false]),
            ("README.md", [true, true]),
        ];
        for (path, expected) in table {
            remember();
            assert_eq!(known(INFO), [true, true], "{path}");
            write(path, "changed");
            assert_eq!(known(INFO), expected, "{path}");
        }
        remember();
        let other = INFO.replacen("teaches = \"x\"", "teaches = \"y\"", 1);
        assert_eq!(known(&other), [false, true]);
    }
}
