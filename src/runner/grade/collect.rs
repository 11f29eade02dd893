//! Finds the submissions: one folder or archive for each learner, in one folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::pick::{Pick, Refused, Texts};
use super::reading;
use super::submission::Submission;
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// What a submission comes as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Folder,
    Zip,
    Tar,
    PackedTar,
    #[cfg(unix)]
    Bundle,
}

/// Endings of names, and what is under them.
const ENDINGS: &[(&str, Kind)] = &[
    (".zip", Kind::Zip),
    (".tar.gz", Kind::PackedTar),
    (".tgz", Kind::PackedTar),
    (".tar", Kind::Tar),
    #[cfg(unix)]
    (".bundle", Kind::Bundle),
];

/// What was found in a folder of submissions.
#[derive(Debug, Default)]
pub struct Collected {
    /// The submissions, by name.
    pub submissions: Vec<Submission>,
    /// What lay there and is none.
    pub others: Vec<String>,
}

/// Reads every submission in a folder.
pub fn all(folder: &Path, course: &Course) -> Result<Collected, Problem> {
    let unreadable = |error| file::problem(words::submissions_unreadable(), folder, &error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?);
    }
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut collected = Collected::default();
    let mut texts = Texts::default();
    let mut before: Option<(String, String)> = None;
    let mut found: Vec<(String, String, Kind, PathBuf)> = Vec::new();
    for entry in entries {
        let file = text::line(&entry.file_name().to_string_lossy());
        if file.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(unreadable)?;
        match named(&file, kind.is_dir(), kind.is_file()) {
            Some((name, kind)) => found.push((name, file, kind, entry.path())),
            None => collected.others.push(file),
        }
    }
    found.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    for (name, file, kind, path) in found {
        if let Some((earlier, first)) = &before
            && *earlier == name
        {
            let what = words::same_name(&name, first, &file);
            return Err(Problem::new(what, words::rename_one()).at(folder.display()));
        }
        collected
            .submissions
            .push(one(&path, kind, &name, course, &mut texts));
        before = Some((name, file));
    }
    match collected.submissions.is_empty() {
        true => {
            let problem = Problem::new(words::no_submissions(), words::one_for_each());
            Err(problem.at(folder.display()))
        }
        false => Ok(collected),
    }
}

/// Reads the one submission that a path is, whatever it is called there.
pub fn single(path: &Path, name: &str, course: &Course) -> Result<Collected, Problem> {
    let about = fs::metadata(path);
    let about =
        about.map_err(|error| file::problem(words::submissions_unreadable(), path, &error))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let Some((_, kind)) = named(&file, about.is_dir(), about.is_file()) else {
        let problem = Problem::new(words::no_submissions(), words::one_for_each());
        return Err(problem.at(path.display()));
    };
    Ok(Collected {
        submissions: vec![one(path, kind, name, course, &mut Texts::default())],
        others: Vec::new(),
    })
}

fn named(file: &str, is_folder: bool, is_file: bool) -> Option<(String, Kind)> {
    if is_folder {
        return Some((file.to_owned(), Kind::Folder));
    }
    let lower = file.to_ascii_lowercase();
    let mut endings = ENDINGS.iter().filter(|_| is_file);
    endings.find_map(|(ending, kind)| {
        let name = lower.strip_suffix(ending).filter(|name| !name.is_empty())?;
        Some((file[..name.len()].to_owned(), *kind))
    })
}

fn one(path: &Path, kind: Kind, name: &str, course: &Course, texts: &mut Texts) -> Submission {
    let mut pick = Pick::new(course);
    let read = match kind {
        Kind::Folder => reading::folder::read(path, &mut pick),
        Kind::Zip => reading::zip::read(path, &mut pick),
        Kind::Tar => reading::tar::read(path, false, &mut pick),
        Kind::PackedTar => reading::tar::read(path, true, &mut pick),
        #[cfg(unix)]
        Kind::Bundle => reading::bundle::read(path, &mut pick),
    };
    match read {
        Ok(()) => pick.finish(name, texts),
        Err(Refused(why)) => Submission {
            name: name.to_owned(),
            refused: Some(why),
            ..Submission::default()
        },
    }
}
