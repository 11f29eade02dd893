//! The text of one program and everything it includes, read once.
//!
//! An editor saves while a check runs. So what is compiled is never the learner's file itself but this: the bytes that were
//! read, laid out in a folder of their own in which relative paths lead where they led before. The verdict is about these
//! bytes, and it is remembered under their fingerprint.
//!
//! Which files a text includes, only rustc knows. It says which ones it misses and which ones it used, and the names of
//! those are kept for the next time.

mod layout;
mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::regular_file::{self, INCLUDED, TEXT, Unreadable};
use place::Place;

/// The most that a program may include, in bytes: held-out digits have 300 KB.
const MOST: usize = 256 << 20;

/// Files by their place, relative to the course.
pub type Files = BTreeMap<PathBuf, Arc<[u8]>>;

/// Where a program has its files from, if not from the course alone.
#[derive(Clone, Debug)]
struct Whole {
    files: Arc<Files>,
    /// The files of exercises, where everything else comes from the course: what was handed in. `None` where there is
    /// nothing else.
    handed_in: Option<Arc<BTreeSet<PathBuf>>>,
}

/// The files of one program as they were when they were read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The course.
    root: PathBuf,
    /// The folder of what the program keeps.
    state: PathBuf,
    /// The name of the program.
    program: String,
    /// The file with its `main`, relative to the course, with forward slashes.
    main: String,
    /// Whether it may include solutions.
    trusted: bool,
    text: Arc<[u8]>,
    /// What it includes, by the path that rustc opens, relative to the course.
    included: BTreeMap<String, Arc<[u8]>>,
    /// Of a piece: the files of the whole. It includes what was read for that, and the disk is not looked at again.
    /// Of what was handed in: these files stand in the place of the course's exercises.
    whole: Option<Whole>,
}

/// What came of a file that rustc misses.
#[derive(Debug)]
pub enum Missed {
    /// It is there now.
    Added,
    /// There is none that this program may include.
    Stays,
    /// There is something that cannot be read.
    Unreadable(Unreadable),
}

impl Source {
    /// The learner's file, with what it included the last time.
    pub fn of_exercise(course: &Course, exercise: &Exercise) -> Result<Source, Unreadable> {
        let text = regular_file::read(&course.exercise_path(exercise), TEXT)?;
        Ok(Source::new(course, &exercise.name, &exercise.path(), false).with(text))
    }

    /// A file that was handed in, with the other files of exercises that it may include. No exercise is read from the course;
    /// what else there is below `exercises/`, data for one, is the course's own. `None` where the file is not among them.
    pub fn of_handed_in(
        course: &Course,
        exercise: &Exercise,
        files: &Arc<Files>,
    ) -> Option<Source> {
        let text = files.get(Path::new(&exercise.path()))?.to_vec();
        let exercises = course.exercises.iter();
        let exercises = exercises.map(|exercise| PathBuf::from(exercise.path()));
        let mut source = Source::new(course, &exercise.name, &exercise.path(), false);
        source.whole = Some(Whole {
            files: Arc::clone(files),
            handed_in: Some(Arc::new(exercises.collect())),
        });
        Some(source.with(text))
    }

    /// The check, with what it included the last time: the solution, for one.
    pub fn of_check(course: &Course, exercise: &Exercise) -> Result<Source, Unreadable> {
        let text = closed::read(&course.root, exercise.check(), TEXT)?;
        let program = format!("{}_check", exercise.name);
        Ok(Source::new(course, &program, &exercise.check(), true).with(text))
    }

    /// The solution, with what it included the last time.
    pub fn of_solution(course: &Course, exercise: &Exercise) -> Result<Source, Unreadable> {
        let text = closed::read(&course.root, exercise.solution(), TEXT)?;
        let program = format!("{}_solution", exercise.name);
        Ok(Source::new(course, &program, &exercise.solution(), true).with(text))
    }

    /// A text that is in no file, as if it stood in the place of the solution.
    pub fn in_place_of_solution(
        course: &Course,
        exercise: &Exercise,
        program: &str,
        text: String,
    ) -> Source {
        Source::new(course, program, &exercise.solution(), true).with(text.into_bytes())
    }

    fn new(course: &Course, program: &str, main: &str, trusted: bool) -> Source {
        Source {
            root: course.root.clone(),
            state: course.state_folder(),
            program: program.to_owned(),
            main: main.to_owned(),
            trusted,
            text: Arc::default(),
            included: BTreeMap::new(),
            whole: None,
        }
    }

    /// The exercises whose files this program includes, in the order of the course, each with the path that rustc opens.
    pub fn pieces<'a>(&'a self, course: &'a Course) -> Vec<(&'a Exercise, &'a str)> {
        let found = course.exercises.iter().filter_map(|exercise| {
            let own = if self.main.starts_with("exercises/") {
                exercise.path()
            } else {
                exercise.solution()
            };
            let is_it = |path: &&String| Place::of(path).is_some_and(|place| place.is(&own));
            let path = self.included.keys().find(is_it)?;
            (own != self.main).then_some((exercise, path.as_str()))
        });
        found.collect()
    }

    /// The program of a piece, as it was when this one was read.
    pub fn of_piece(&self, course: &Course, piece: &Exercise) -> Option<Source> {
        let files = self.included.iter().filter_map(|(path, bytes)| {
            Some((Place::of(path)?.within(Path::new("")), Arc::clone(bytes)))
        });
        let files: Files = files.collect();
        let text = files.get(Path::new(&piece.path()))?.to_vec();
        let mut source = Source::new(course, &piece.name, &piece.path(), false);
        source.whole = Some(Whole {
            files: Arc::new(files),
            handed_in: None,
        });
        Some(source.with(text))
    }

    fn with(mut self, text: Vec<u8>) -> Source {
        self.text = text.into();
        let known = fs::read_to_string(self.list()).unwrap_or_default();
        for path in known.lines() {
            // What is gone or cannot be read is missed by rustc, if the text still includes it.
            let _ = self.add(path);
        }
        self
    }

    /// The text of its main file.
    pub fn text(&self) -> &Arc<[u8]> {
        &self.text
    }

    /// The text of its main file, as far as it is UTF-8.
    pub fn words(&self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }

    /// The text of the included file that rustc calls by this path, as far as it is UTF-8.
    pub fn words_of(&self, path: &str) -> Option<String> {
        let bytes = self.included.get(path)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// The name of the program.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// The path of its main file, relative to the course.
    pub fn main(&self) -> &str {
        &self.main
    }

    /// Whether the learner has this exercise at all: on disk, or among what was handed in.
    pub fn knows(&self, course: &Course, exercise: &Exercise) -> bool {
        match &self.whole {
            Some(whole) => whole.files.contains_key(Path::new(&exercise.path())),
            None => course.exercise_path(exercise).exists(),
        }
    }

    /// Whether it is made of what lies packed in its course, so that nobody should find it laid out.
    pub fn is_closed(&self) -> bool {
        self.trusted && closed::has_any(&self.root)
    }

    /// The fingerprint of every file with its path.
    pub fn print(&self) -> String {
        Fingerprint::default()
            .value((&self.main, &self.text, &self.included))
            .finish()
    }

    /// Takes a file in that rustc misses, by the path that rustc says, relative to the course.
    pub fn add(&mut self, path: &str) -> Missed {
        if self.included.contains_key(path) {
            return Missed::Stays;
        }
        let Some(place) = Place::of(path).filter(|place| place.is_open_to(self.trusted)) else {
            return Missed::Stays;
        };
        if place.is(&self.main) {
            return Missed::Stays;
        }
        if let Some(whole) = &self.whole {
            let inside = place.within(Path::new(""));
            if let Some(bytes) = whole.files.get(&inside) {
                self.included.insert(path.to_owned(), Arc::clone(bytes));
                return Missed::Added;
            }
            let is_the_courses = |exercises: &Arc<BTreeSet<PathBuf>>| {
                inside.starts_with("exercises") && !exercises.contains(&inside)
            };
            if !whole.handed_in.as_ref().is_some_and(is_the_courses) {
                return Missed::Stays;
            }
        }
        if !place.stays_inside(&self.root, self.trusted) {
            return Missed::Stays;
        }
        let room = MOST.saturating_sub(self.included.values().map(|bytes| bytes.len()).sum());
        let most = INCLUDED.min(room as u64);
        let read = match self.trusted {
            true => closed::read(&self.root, place.within(Path::new("")), most),
            false => regular_file::read(&self.root.join(path), most),
        };
        match read {
            Ok(bytes) => {
                self.included.insert(path.to_owned(), bytes.into());
                Missed::Added
            }
            Err(Unreadable::Missing) => Missed::Stays,
            Err(unreadable) => Missed::Unreadable(unreadable),
        }
    }

    /// Keeps only what rustc used of it, by the paths that rustc says, and remembers their names for the next time.
    ///
    /// `None` where rustc read something that is no part of it, so that it does not decide alone what was built.
    pub fn keep_used(mut self, used: &[String]) -> Option<Source> {
        let is_part = |path: &String| *path == self.main || self.included.contains_key(path);
        // A list without the main file is none.
        if !used.contains(&self.main) || !used.iter().all(is_part) {
            return None;
        }
        self.included.retain(|path, _| used.contains(path));
        let names: Vec<&str> = self.included.keys().map(String::as_str).collect();
        let names = names.join("\n");
        let list = self.list();
        if fs::read_to_string(&list).unwrap_or_default() != names {
            // What cannot be kept is missed by rustc the next time.
            let _ = layout::write(&list, names.as_bytes());
        }
        Some(self)
    }

    /// Makes `folder` hold these files and no others.
    pub fn lay_out(&self, folder: &Path) -> std::io::Result<()> {
        let main = std::iter::once((&self.main, &self.text));
        layout::lay_out(folder, main.chain(&self.included))
    }

    /// Where the names of what it included are kept.
    fn list(&self) -> PathBuf {
        self.state.join("includes").join(&self.program)
    }
}

#[cfg(test)]
mod tests;
