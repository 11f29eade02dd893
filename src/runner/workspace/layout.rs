//! What a learner's own folder consists of, computed from the files in the program.

use std::borrow::Cow;
use std::path::Path;

use super::{lock, manifest};
use crate::runner::closed;
use crate::runner::course::{Course, GLOSSARY};
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::words::plain::workspace as words;

/// What the folder does not want in a repository of the learner's own: builds and caches. Progress, copies and the
/// library belong to it, or a clone of it could not be built.
const GITIGNORE: &str = "/target\n/.gradlings/*\n!/.gradlings/library\n!/.gradlings/closed\n!/.gradlings/originals\n!/.gradlings/copies\n!/.gradlings/attempts\n!/.gradlings/state.toml\n";

/// One file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Relative to the folder, with forward slashes; of a packed file, where it would lie open.
    pub path: String,
    /// What is in it.
    pub content: Cow<'a, [u8]>,
    /// What it is.
    pub kind: EntryKind,
}

/// What a file of the folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// An exercise: the learner writes in it.
    Exercise,
    /// A file that people may have changed, though they need not: `info.toml`, the glossary, the manifests, what the
    /// exercises share.
    Course,
    /// A file that gives an exercise away. It lies there packed, see [`closed`].
    Closed,
    /// A file of the library, which is nobody's but the program's.
    Library,
}

/// The files of the folder; `info.toml` is the last, because a folder without it is no course yet.
pub fn entries<'a>(files: &Files<'a>) -> Result<Vec<Entry<'a>>, Problem> {
    let text = |path: &str| {
        files.text(path).ok_or_else(|| {
            Problem::new(
                words::built_without_course(path),
                words::build_with_course(),
            )
        })
    };
    let broken = |error: toml::de::Error| {
        Problem::new(
            words::built_from_broken(error.message()),
            words::build_again(),
        )
    };
    let info = text("info.toml")?;
    let course = Course::parse(Path::new(""), info)?;
    let repository = text("Cargo.toml")?;
    let library = manifest::library(repository).map_err(broken)?;
    let needed = manifest::dependencies(&library).map_err(broken)?;
    let exercises = manifest::exercises(text("exercises/Cargo.toml")?)
        .ok_or_else(|| Problem::new(words::built_without_library(), words::name_the_library()))?;
    let locked = lock::pruned(
        text("Cargo.lock")?,
        "gradlings-course",
        "gradlings",
        &needed,
    );

    let mut entries = Vec::new();
    let mut add = |path: String, content: Cow<'a, [u8]>, kind| {
        entries.push(Entry {
            path,
            content,
            kind,
        });
    };
    let owned = |text: String| Cow::Owned(text.into_bytes());
    for (path, content) in files.under("src") {
        let path = format!("{}/{path}", manifest::LIBRARY);
        add(path, Cow::Borrowed(content), EntryKind::Library);
    }
    let path = format!("{}/Cargo.toml", manifest::LIBRARY);
    add(path, owned(library), EntryKind::Library);
    for (path, content) in files.under("exercises") {
        if path != "exercises/Cargo.toml" {
            let is_exercise = path.ends_with(".rs") && !path.starts_with(manifest::SHARED);
            let kind = if is_exercise {
                EntryKind::Exercise
            } else {
                EntryKind::Course
            };
            add(path.to_owned(), Cow::Borrowed(content), kind);
        }
    }
    for folder in closed::TOPS {
        for (path, content) in files.under(folder) {
            add(path.to_owned(), Cow::Borrowed(content), EntryKind::Closed);
        }
    }
    if let Some(glossary) = files.get(GLOSSARY) {
        add(
            GLOSSARY.to_owned(),
            Cow::Borrowed(glossary),
            EntryKind::Course,
        );
    }
    let made = [
        (
            "exercises/Cargo.toml",
            manifest::with_exercises(&exercises, &course),
        ),
        (
            "Cargo.toml",
            manifest::workspace(repository).map_err(broken)?,
        ),
        ("Cargo.lock", locked.map_err(broken)?),
        (".gitignore", GITIGNORE.to_owned()),
        ("info.toml", info.to_owned()),
    ];
    for (path, text) in made {
        add(path.to_owned(), owned(text), EntryKind::Course);
    }
    Ok(entries)
}

/// Where the original of an exercise is kept, relative to the folder.
pub fn original_of(exercise: &str) -> String {
    let inside = exercise.strip_prefix("exercises/").unwrap_or(exercise);
    format!(".gradlings/originals/{inside}")
}
