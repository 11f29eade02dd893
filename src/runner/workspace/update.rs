//! Bringing a learner's own folder to the version of the program, without losing code or progress.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::layout::{self, Entry, Kind};
use super::manifest;
use super::{file, inside, moved, repath};
use crate::runner::course::Course;
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, INCLUDED, TEXT, Unreadable};

/// What an update did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// The versions before and after.
    pub versions: (String, String),
    /// Exercises that moved to another chapter or have another name, with what is the learner's.
    pub moved: Vec<String>,
    /// Exercises of the learner in which the path of a piece was mended.
    pub mended: Vec<String>,
    /// Exercises that are new.
    pub added: Vec<String>,
    /// Exercises that the learner had not touched, and that have a new text.
    pub renewed: Vec<String>,
    /// Exercises that have a new text, but the learner's is kept.
    pub kept: Vec<String>,
    /// Other files of the course that were written.
    pub replaced: usize,
    /// Files of the library that were written or removed.
    pub library: usize,
    /// Where the files that were replaced are kept.
    pub copies: Option<PathBuf>,
}

/// Brings `folder` to the version in `files`.
pub fn bring(files: &Files<'_>, folder: &Path) -> Result<Update, Problem> {
    let entries = layout::entries(files)?;
    let before = version_of(folder)?;
    refuse_another_course(files, folder)?;
    let after = entries
        .iter()
        .find(|entry| entry.path == format!("{}/Cargo.toml", manifest::LIBRARY))
        .and_then(|entry| version_in(std::str::from_utf8(&entry.content).ok()?))
        .unwrap_or_default();
    if numbers(&before) > numbers(&after) {
        return Err(Problem::new(
            format!("This course is of version {before}, newer than this gradlings ({after}). Nothing was changed."),
            "install the newer gradlings, then type `gradlings update` again",
        )
        .at(folder.display()));
    }
    let mut update = Update {
        versions: (before, after),
        ..Update::default()
    };
    let info = files.text("info.toml").unwrap_or_default();
    let course = Course::parse(folder, info)?;
    let stopped = |error| file::problem("The update stopped", folder, &error);
    update.moved = moved::bring(folder, &course).map_err(stopped)?;
    let copies = free_folder(&folder.join(".gradlings/copies"));
    update.mended = repath::mend(folder, &course, &copies).map_err(stopped)?;
    update.copies = Some(copies.clone()).filter(|_| !update.mended.is_empty());
    for entry in &entries {
        let path = folder.join(&entry.path);
        let done = inside::check(folder, &path).and_then(|()| match entry.kind {
            Kind::Exercise => exercise(folder, entry, &mut update),
            Kind::Library => {
                let written = file::replace_if_different(&path, &entry.content);
                written.map(|written| update.library += usize::from(written))
            }
            Kind::Course => replaced(folder, &copies, entry, &mut update),
        });
        done.map_err(|error| file::problem("The update stopped", &path, &error))?;
    }
    let library = folder.join(manifest::LIBRARY);
    update.library += remove_strangers(folder, &library, &entries)
        .map_err(|error| file::problem("The update stopped", &library, &error))?;
    Ok(update)
}

/// The lessons in the program are those of its own course, and must not be mixed into another one.
fn refuse_another_course(files: &Files<'_>, folder: &Path) -> Result<(), Problem> {
    let title = |text: &str| {
        let info: toml::Table = toml::from_str(text).ok()?;
        Some(info.get("title")?.as_str()?.to_owned())
    };
    let theirs = regular_file::read_text(&folder.join("info.toml"), TEXT).unwrap_or_default();
    let (theirs, ours) = (title(&theirs), files.text("info.toml").and_then(title));
    // A file that cannot be read has no title, and an update mends it.
    match theirs {
        Some(theirs) if Some(&theirs) != ours.as_ref() => Err(Problem::new(
            format!("`{theirs}` is another course than the one in this program. Nothing was changed."),
            "get its new lessons from its authors; its library is brought up to date by `gradlings dev update`",
        )
        .at(folder.display())),
        _ => Ok(()),
    }
}

/// Renews an exercise that the learner has not touched; the original is the new one either way.
fn exercise(folder: &Path, entry: &Entry<'_>, update: &mut Update) -> io::Result<()> {
    let path = folder.join(&entry.path);
    let original = folder.join(layout::original_of(&entry.path));
    inside::check(folder, &original)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let before = regular_file::read(&original, TEXT).ok();
    let is_new_text = before.as_deref() != Some(&*entry.content);
    match regular_file::read(&path, TEXT) {
        Ok(mine) if mine == *entry.content => {}
        // The exercise before its original: were the order the other one, an update that stops between the two would
        // take an untouched exercise for an edited one the next time.
        Ok(mine) if before.as_ref() == Some(&mine) => {
            file::replace(&path, &entry.content)?;
            update.renewed.push(name.into_owned());
        }
        Err(Unreadable::Missing) => {
            file::replace(&path, &entry.content)?;
            update.added.push(name.into_owned());
        }
        // Also what cannot be read: it is not the original, and not the program's to replace.
        Ok(_) | Err(_) if is_new_text => update.kept.push(name.into_owned()),
        Ok(_) | Err(_) => {}
    }
    file::replace_if_different(&original, &entry.content).map(|_| ())
}

/// Replaces a file of the course. People may have changed it, so the one before is kept.
fn replaced(
    folder: &Path,
    copies: &Path,
    entry: &Entry<'_>,
    update: &mut Update,
) -> io::Result<()> {
    let path = folder.join(&entry.path);
    // cargo and git users write these two themselves; what is there works, and only what is missing is added.
    let is_theirs = entry.path == ".gitignore" || entry.path == "Cargo.lock";
    match regular_file::read(&path, INCLUDED).map_err(io::Error::from) {
        Ok(old) if old == *entry.content => return Ok(()),
        Ok(_) if is_theirs && update.versions.0 == update.versions.1 => return Ok(()),
        Ok(old) => {
            let copy = copies.join(&entry.path);
            inside::check(folder, &copy)?;
            file::create(&copy, &old)?;
            update.copies = Some(copies.to_owned());
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    file::replace(&path, &entry.content)?;
    update.replaced += 1;
    Ok(())
}

/// Removes files of an older library. Nothing but the library lies in that folder.
fn remove_strangers(root: &Path, folder: &Path, entries: &[Entry<'_>]) -> io::Result<usize> {
    let known: HashSet<PathBuf> = entries.iter().map(|entry| root.join(&entry.path)).collect();
    let mut removed = 0;
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                waiting.push(entry.path());
            } else if !known.contains(&entry.path()) {
                fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

fn version_of(folder: &Path) -> Result<String, Problem> {
    let path = folder.join(manifest::LIBRARY).join("Cargo.toml");
    let text = regular_file::read_text(&path, TEXT).map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            return Problem::new(
                "This course was not made by `gradlings init`, so there is nothing to bring up to date.",
                "in a clone of the repository, type `git pull` instead",
            )
            .at(folder.display());
        }
        file::problem("The library of the course cannot be read", &path, &error)
    })?;
    // A library whose version cannot be read is older than any.
    Ok(version_in(&text).unwrap_or_else(|| "0.0.0".to_owned()))
}

fn version_in(manifest: &str) -> Option<String> {
    let manifest: toml::Table = toml::from_str(manifest).ok()?;
    Some(
        manifest
            .get("package")?
            .get("version")?
            .as_str()?
            .to_owned(),
    )
}

fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split(['-', '+']).next().unwrap_or(version);
    plain
        .split('.')
        .map(|number| number.parse().unwrap_or(0))
        .collect()
}

fn free_folder(copies: &Path) -> PathBuf {
    let mut number = 1;
    loop {
        let folder = copies.join(format!("update-{number}"));
        if !folder.exists() {
            return folder;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::workspace::init;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n";
    const CARGO: &str =
        "[package]\nname = \"gradlings\"\nversion = \"0.1.0\"\n[features]\nexercise = []\n";
    const COURSE: &str =
        "[package]\nname = \"gradlings-course\"\n[dependencies]\ngradlings = { path = \"..\" }\n";
    const LOCK: &str =
        "version = 4\n[[package]]\nname = \"gradlings-course\"\nversion = \"0.1.0\"\n";

    /// A version of the course, as a program would have it inside.
    struct Version {
        files: Vec<(String, String)>,
    }

    impl Version {
        fn new(version: &str, exercises: &[(&str, &str)]) -> Version {
            let mut info = INFO.to_owned();
            let mut files = vec![
                ("Cargo.toml".to_owned(), CARGO.replace("0.1.0", version)),
                ("exercises/Cargo.toml".to_owned(), COURSE.to_owned()),
                ("Cargo.lock".to_owned(), LOCK.to_owned()),
                ("src/lib.rs".to_owned(), format!("// {version}")),
                (format!("src/only_{version}.rs"), String::new()),
            ];
            for (name, text) in exercises {
                info.push_str(&format!(
                    "[[exercises]]\nname = \"{name}\"\nchapter = \"01_a\"\nteaches = \"x\"\n"
                ));
                files.push((format!("exercises/01_a/{name}.rs"), (*text).to_owned()));
                files.push((format!("solutions/01_a/{name}.rs"), format!("// {version}")));
            }
            files.push(("info.toml".to_owned(), info));
            Version { files }
        }

        fn with<R>(&self, act: impl FnOnce(&Files<'_>) -> R) -> R {
            let table: Vec<(&str, &[u8])> = self
                .files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_bytes()))
                .collect();
            act(&Files::of(&table))
        }

        fn init(&self, folder: &Path) {
            self.with(|files| init::make(files, folder)).expect("made");
        }

        fn update(&self, folder: &Path) -> Result<Update, Problem> {
            self.with(|files| bring(files, folder))
        }
    }

    fn read(folder: &Path, path: &str) -> String {
        fs::read_to_string(folder.join(path)).expect(path)
    }

    #[test]
    fn an_update_renews_what_is_untouched_and_keeps_what_is_the_learners() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        let old = [
            ("same", "s"),
            ("touched", "t"),
            ("plain", "p"),
            ("done", "d"),
        ];
        Version::new("0.1.0", &old).init(root);
        fs::write(root.join("exercises/01_a/touched.rs"), "mine").expect("edited");
        fs::write(root.join("exercises/01_a/done.rs"), "solved").expect("edited");
        fs::write(root.join(".gradlings/state.toml"), "progress").expect("written");

        let new = [
            ("same", "s"),
            ("touched", "t2"),
            ("plain", "p2"),
            ("done", "d"),
            ("extra", "e"),
        ];
        let update = Version::new("0.2.0", &new).update(root).expect("updated");

        assert_eq!(update.versions, ("0.1.0".to_owned(), "0.2.0".to_owned()));
        assert_eq!(update.added, ["extra"]);
        assert_eq!(update.renewed, ["plain"]);
        assert_eq!(update.kept, ["touched"]);
        let texts = [
            ("touched", "mine", "t2"),
            ("plain", "p2", "p2"),
            ("done", "solved", "d"),
            ("extra", "e", "e"),
        ];
        for (name, text, original) in texts {
            assert_eq!(read(root, &format!("exercises/01_a/{name}.rs")), text);
            assert_eq!(
                read(root, &format!(".gradlings/originals/01_a/{name}.rs")),
                original
            );
        }
        assert_eq!(read(root, ".gradlings/state.toml"), "progress");
        assert_eq!(read(root, ".gradlings/library/src/lib.rs"), "// 0.2.0");
        assert!(!root.join(".gradlings/library/src/only_0.1.0.rs").exists());
        assert!(read(root, "exercises/Cargo.toml").contains("extra_solution"));
        assert_eq!(read(root, "solutions/01_a/same.rs"), "// 0.2.0");
        assert_eq!(
            read(root, ".gradlings/copies/update-1/solutions/01_a/same.rs"),
            "// 0.1.0"
        );
    }

    #[test]
    fn a_second_update_finds_nothing_to_do() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let version = Version::new("0.1.0", &[("one", "x")]);
        version.init(folder.path());
        fs::write(folder.path().join("exercises/01_a/one.rs"), "mine").expect("edited");
        let update = version.update(folder.path()).expect("updated");
        let versions = ("0.1.0".to_owned(), "0.1.0".to_owned());
        let nothing = Update {
            versions,
            ..Update::default()
        };
        assert_eq!(update, nothing);
    }

    #[test]
    fn an_update_that_stopped_half_way_is_finished_by_the_next() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Version::new("0.1.0", &[("one", "old")]).init(folder.path());
        // Stopped between the exercise and its original.
        fs::write(folder.path().join("exercises/01_a/one.rs"), "new").expect("written");
        let update = Version::new("0.2.0", &[("one", "new")]).update(folder.path());
        assert_eq!(update.expect("updated").kept, [""; 0]);
        assert_eq!(
            read(folder.path(), ".gradlings/originals/01_a/one.rs"),
            "new"
        );
    }

    #[test]
    fn a_folder_that_is_newer_or_no_folder_of_ones_own_is_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let older = Version::new("0.9.0", &[("one", "old")]);
        let problem = older.update(folder.path()).expect_err("no folder");
        assert!(
            problem.what.contains("not made by `gradlings init`"),
            "{problem}"
        );
        Version::new("0.10.0", &[("one", "new")]).init(folder.path());
        let problem = older.update(folder.path()).expect_err("newer");
        assert!(
            problem.what.contains("newer than this gradlings"),
            "{problem}"
        );
        assert_eq!(read(folder.path(), "exercises/01_a/one.rs"), "new");
    }

    #[test]
    fn a_course_is_only_made_where_nothing_is() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let version = Version::new("0.1.0", &[("one", "x")]);
        let make = |name: &str| version.with(|files| init::make(files, &folder.path().join(name)));
        fs::write(folder.path().join("file"), "").expect("written");
        fs::create_dir_all(folder.path().join("full/inside")).expect("made");
        fs::create_dir(folder.path().join("empty")).expect("made");
        for (name, expected) in [
            ("file", Some("a file with that name")),
            ("full", Some("not empty")),
            ("empty", None),
            ("a/new/one", None),
            ("a/new/one", Some("a course in that folder")),
        ] {
            let what = make(name).err().map(|problem| problem.what);
            let matches = match (&what, expected) {
                (Some(what), Some(expected)) => what.contains(expected),
                (what, expected) => what.is_none() && expected.is_none(),
            };
            assert!(matches, "{name}: {what:?}");
        }
        assert_eq!(
            fs::read_dir(folder.path().join("full"))
                .expect("listed")
                .count(),
            1
        );
    }
}
