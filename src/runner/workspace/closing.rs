//! Packs what gives exercises away in a learner's folder, and opens the solution of what passes.
//!
//! A folder of an earlier version had it all open. An update packs it, and takes away what lay open.

use std::fs;
use std::io;
use std::path::Path;

use super::layout::{Entry, EntryKind};
use super::{file, inside};
use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::regular_file::{self, INCLUDED, Unreadable};

/// What came of a file that is to be packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Its packed form was written.
    pub renewed: bool,
    /// What lay open was taken away.
    pub taken: bool,
    /// What lay open was replaced or taken away, and a copy of it is kept.
    pub copied: bool,
}

/// Packs the file `entry` into `folder`. `is_open` says that a learner may read it: then what lies open stays, and has a
/// new text where the course has one. Where it was something else, a copy is kept in `copies`.
pub fn close(
    folder: &Path,
    copies: &Path,
    entry: &Entry<'_>,
    is_open: bool,
) -> io::Result<Closing> {
    let mut closing = Closing::default();
    let place = closed::place(folder, &entry.path);
    inside::check(folder, &place)?;
    let was_closed = closed::is_closed(folder, &entry.path);
    let before = closed::read(folder, &entry.path, INCLUDED).ok();
    let is_new = before.as_deref() != Some(&*entry.content);
    if !was_closed || is_new {
        file::replace(&place, &closed::packed(&entry.content)?)?;
        closing.renewed = true;
    }
    let open = folder.join(&entry.path);
    let old = match regular_file::read(&open, INCLUDED) {
        Err(Unreadable::Missing) => return Ok(closing),
        read => read?,
    };
    // What a learner has written into a solution that did not change is theirs.
    if is_open && (old == *entry.content || (was_closed && !is_new)) {
        return Ok(closing);
    }
    if old != *entry.content {
        copy(folder, copies, &entry.path, &old, is_open)?;
        closing.copied = true;
    }
    match is_open {
        true => file::replace(&open, &entry.content)?,
        false => {
            fs::remove_file(&open)?;
            closing.taken = true;
        }
    }
    Ok(closing)
}

/// Takes away what lies open of an exercise that has another chapter or another name now, and what an earlier version held
/// out; then the folders in which nothing is left. A copy of each file is kept. Says how many there were.
pub fn sweep(
    folder: &Path,
    copies: &Path,
    course: &Course,
    entries: &[Entry<'_>],
) -> io::Result<usize> {
    let mut taken = 0;
    for top in closed::TOPS {
        inside::check(folder, &folder.join(top).join("any"))?;
        let mut files = Vec::new();
        let mut folders = vec![top.to_owned()];
        collect(folder, top, &mut files, &mut folders);
        let is_known = |path: &str| {
            let mut packed = entries
                .iter()
                .filter(|entry| entry.kind == EntryKind::Closed);
            packed.any(|entry| entry.path == path)
        };
        for path in files {
            if !is_known(&path) && gives_away(&path, course) {
                let open = folder.join(&path);
                copy(
                    folder,
                    copies,
                    &path,
                    &regular_file::read(&open, INCLUDED)?,
                    false,
                )?;
                fs::remove_file(open)?;
                taken += 1;
            }
        }
        for inner in folders.iter().rev() {
            // One that is not empty stays.
            let _ = fs::remove_dir(folder.join(inner));
        }
    }
    Ok(taken)
}

/// Whether an unknown file is what is left of an exercise of this course. Others are the learner's own.
fn gives_away(path: &str, course: &Course) -> bool {
    let mut names = path.rsplit('/');
    let file = names.next().unwrap_or_default();
    let is_named = |exercise: &Exercise| {
        let name = file.strip_suffix(".rs");
        name.is_some_and(|name| {
            name == exercise.name || exercise.formerly.iter().any(|it| it == name)
        })
    };
    names.any(|name| name == "held_out") || course.exercises.iter().any(is_named)
}

/// The files below `inner`, and the folders, each after the one that it is in. Links are not followed.
fn collect(root: &Path, inner: &str, files: &mut Vec<String>, folders: &mut Vec<String>) {
    // What cannot be listed stays.
    let Ok(entries) = fs::read_dir(root.join(inner)) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{inner}/{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                folders.push(path.clone());
                collect(root, &path, files, folders);
            }
            Ok(kind) if kind.is_file() => files.push(path),
            _ => {}
        }
    }
}

/// Keeps a copy of what lay open, zipped where it is not to be read yet.
fn copy(root: &Path, copies: &Path, path: &str, bytes: &[u8], is_open: bool) -> io::Result<()> {
    let copy = match is_open {
        true => copies.join(path),
        false => copies.join(format!("{path}.gz")),
    };
    inside::check(root, &copy)?;
    match is_open {
        true => file::create(&copy, bytes),
        false => file::create(&copy, &closed::zipped(bytes)?),
    }
}

/// Writes the solution of an exercise to where a learner finds it, unless something lies there already.
pub fn open(course: &Course, exercise: &Exercise) -> io::Result<()> {
    let path = course.solution_path(exercise);
    if !closed::is_closed(&course.root, exercise.solution()) || path.symlink_metadata().is_ok() {
        return Ok(());
    }
    inside::check(&course.root, &path)?;
    let text = closed::read(&course.root, exercise.solution(), INCLUDED)?;
    file::replace(&path, &text)
}
