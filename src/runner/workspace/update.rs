//! Bringing a learner's own folder to the version of the program, without losing code or progress.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::closing::{self, Closing};
use super::layout::{self, Entry, EntryKind};
use super::manifest;
use super::{file, inside, merge, moved, repath};
use crate::runner::closed;
use crate::runner::course::Course;
use crate::runner::embedded::Files;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, INCLUDED, TEXT, Unreadable};
use crate::runner::words::plain::workspace as words;

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
    /// Exercises that have a new text, which was put around what the learner wrote.
    pub merged: Vec<String>,
    /// Exercises that have a new text, but the learner's is kept.
    pub kept: Vec<String>,
    /// Other files of the course that were written.
    pub replaced: usize,
    /// Files that gave exercises away and are packed now.
    pub closed: usize,
    /// Files of the library that were written or removed.
    pub library: usize,
    /// Where the files that were replaced are kept.
    pub copies: Option<PathBuf>,
}

/// Brings `folder` to the version in `files`. `is_open` says of an exercise, by its name, that its solution may be read.
pub fn bring(
    files: &Files<'_>,
    folder: &Path,
    is_open: &dyn Fn(&str) -> bool,
) -> Result<Update, Problem> {
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
            words::course_is_newer(before, after),
            words::install_the_newer(),
        )
        .at(folder.display()));
    }
    let mut update = Update {
        versions: (before, after),
        ..Update::default()
    };
    let info = files.text("info.toml").unwrap_or_default();
    let course = Course::parse(folder, info)?;
    let stopped = |error| file::problem(words::update_stopped(), folder, &error);
    update.moved = moved::bring(folder, &course).map_err(stopped)?;
    let copies = free_folder(&folder.join(".gradlings/copies"));
    update.mended = repath::mend(folder, &course, &copies).map_err(stopped)?;
    update.copies = Some(copies.clone()).filter(|_| !update.mended.is_empty());
    for entry in &entries {
        let path = folder.join(&entry.path);
        let done = inside::check(folder, &path).and_then(|()| match entry.kind {
            EntryKind::Exercise => exercise(folder, &copies, entry, &mut update),
            EntryKind::Library => {
                let written = file::replace_if_different(&path, &entry.content);
                written.map(|written| update.library += usize::from(written))
            }
            EntryKind::Course => replaced(folder, &copies, entry, &mut update),
            EntryKind::Closed => {
                let mut exercises = course.exercises.iter();
                let solved = exercises.find(|it| it.solution() == entry.path);
                let may_be_read = solved.is_some_and(|it| is_open(&it.name));
                let closing = closing::close(folder, &copies, entry, may_be_read);
                closing.map(|closing| update.note(closing, &copies))
            }
        });
        done.map_err(|error| file::problem(words::update_stopped(), &path, &error))?;
    }
    let swept = closing::sweep(folder, &copies, &course, &entries).map_err(stopped)?;
    let swept = Closing {
        taken: swept > 0,
        copied: swept > 0,
        ..Closing::default()
    };
    update.note(swept, &copies);
    // Where programs of solutions were built by an earlier version, their texts still lie.
    let _ = fs::remove_dir_all(folder.join(".gradlings/references/trees"));
    for (top, kind) in [
        (manifest::LIBRARY, EntryKind::Library),
        (closed::FOLDER, EntryKind::Closed),
    ] {
        let top = folder.join(top);
        if !top.exists() {
            continue;
        }
        let removed = remove_strangers(folder, &top, &entries, kind)
            .map_err(|error| file::problem(words::update_stopped(), &top, &error))?;
        match kind {
            EntryKind::Library => update.library += removed,
            _ => update.replaced += removed,
        }
    }
    Ok(update)
}

impl Update {
    fn note(&mut self, closing: Closing, copies: &Path) {
        // Of a folder that had it open, what is packed is not told twice.
        self.replaced += usize::from(closing.renewed && !closing.taken);
        self.closed += usize::from(closing.taken);
        if closing.copied {
            self.copies = Some(copies.to_owned());
        }
    }
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
            words::another_course(theirs),
            words::ask_its_authors(),
        )
        .at(folder.display())),
        _ => Ok(()),
    }
}

/// Renews an exercise: whole where the learner has not touched it, else around what they wrote, if that can be told apart.
/// The original is the new one either way.
fn exercise(
    folder: &Path,
    copies: &Path,
    entry: &Entry<'_>,
    update: &mut Update,
) -> io::Result<()> {
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
        Ok(mine) if is_new_text => match with_new_lines(before, &mine, &entry.content) {
            Some(text) => {
                if text.as_bytes() != mine {
                    keep_copy(folder, copies, entry, &mine, update)?;
                    file::replace(&path, text.as_bytes())?;
                }
                update.merged.push(name.into_owned());
            }
            None => update.kept.push(name.into_owned()),
        },
        // What cannot be read is not the original, and not the program's to replace.
        Err(_) if is_new_text => update.kept.push(name.into_owned()),
        Ok(_) | Err(_) => {}
    }
    file::replace_if_different(&original, &entry.content).map(|_| ())
}

/// The learner's text with the lines that are new in the exercise. `None` where a person has to decide.
fn with_new_lines(before: Option<Vec<u8>>, mine: &[u8], after: &[u8]) -> Option<String> {
    let before = String::from_utf8(before?).ok()?;
    let (mine, after) = (
        std::str::from_utf8(mine).ok()?,
        std::str::from_utf8(after).ok()?,
    );
    merge::merged(&before, mine, after)
}

fn keep_copy(
    folder: &Path,
    copies: &Path,
    entry: &Entry<'_>,
    old: &[u8],
    update: &mut Update,
) -> io::Result<()> {
    let copy = copies.join(&entry.path);
    inside::check(folder, &copy)?;
    // Where its path was mended before, the copy has what was there at first.
    if !copy.exists() {
        file::create(&copy, old)?;
    }
    update.copies = Some(copies.to_owned());
    Ok(())
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
        Ok(old) if is_theirs && update.versions.0 == update.versions.1 => {
            if let Some(text) = with_what_is_packed(&old) {
                file::replace(&path, text.as_bytes())?;
                update.replaced += 1;
            }
            return Ok(());
        }
        Ok(old) => {
            keep_copy(folder, copies, entry, &old, update)?;
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    file::replace(&path, &entry.content)?;
    update.replaced += 1;
    Ok(())
}

/// The `.gitignore` of a folder in which nothing was packed yet, with the line that keeps what is packed in the learner's
/// repository: without it a clone would have no checks.
fn with_what_is_packed(old: &[u8]) -> Option<String> {
    let old = std::str::from_utf8(old).ok()?;
    let (library, packed) = ("!/.gradlings/library\n", "!/.gradlings/closed\n");
    (old.contains(library) && !old.contains(packed))
        .then(|| old.replacen(library, &format!("{library}{packed}"), 1))
}

/// Removes files of an older version from a folder in which nothing lies but files of this kind.
fn remove_strangers(
    root: &Path,
    folder: &Path,
    entries: &[Entry<'_>],
    kind: EntryKind,
) -> io::Result<usize> {
    let entries = entries.iter().filter(|entry| entry.kind == kind);
    let place = |entry: &Entry<'_>| match kind {
        EntryKind::Closed => closed::place(root, &entry.path),
        _ => root.join(&entry.path),
    };
    let known: HashSet<PathBuf> = entries.map(place).collect();
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
            let problem = Problem::new(words::not_made_by_init(), words::pull());
            return problem.at(folder.display());
        }
        file::problem(words::library_unreadable(), &path, &error)
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
mod tests;
