//! The original text of each exercise, so that a reset works in a cloned repository as well as in a folder of one's own.
//!
//! Learners may work right in the clone, and the files there are the only originals. So the first time a course is
//! opened, the text of every exercise is put aside; what is aside already is never replaced by an edited file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file;
use crate::runner::course::{Course, Exercise};

/// Where the original of an exercise is kept.
pub fn path(course: &Course, exercise: &Exercise) -> PathBuf {
    path_in(&course.state_folder(), &exercise.chapter, &exercise.name)
}

/// Where the original of an exercise is kept, under a state folder.
pub fn path_in(state_folder: &Path, chapter: &str, name: &str) -> PathBuf {
    state_folder
        .join("originals")
        .join(chapter)
        .join(format!("{name}.rs"))
}

/// Puts the text of every exercise aside that has no original yet.
pub fn capture(course: &Course) -> io::Result<()> {
    for exercise in &course.exercises {
        let original = path(course, exercise);
        if original.exists() {
            continue;
        }
        // A file that is missing or empty is nothing to go back to: it waits for the next time.
        match fs::read(course.exercise_path(exercise)) {
            Ok(text) if !text.trim_ascii().is_empty() => file::replace(&original, &text)?,
            _ => {}
        }
    }
    Ok(())
}

/// The original text of an exercise, where one was put aside.
pub fn read(course: &Course, exercise: &Exercise) -> Option<Vec<u8>> {
    fs::read(path(course, exercise)).ok()
}
