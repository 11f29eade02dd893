//! The original text of each exercise, so that a reset works in a cloned repository as well as in a folder of one's own.
//!
//! Learners may work right in the clone, and the files there are the only originals. So the first time a course is
//! opened, the text of every exercise is put aside; what is aside already is never replaced by an edited file. In the
//! clone a newer version of the course has newer originals: they come from the program that was built from it. In a folder
//! of one's own they wait for `update`, which needs the old ones to tell what the learner has written.
//!
//! A learner may have edited a file before that first time. Where the program was built from this very course, it knows
//! the text better than the folder does.

use std::io;
use std::path::PathBuf;

use super::manifest::LIBRARY;
use super::{file, inside, layout};
use crate::runner::course::{Course, Exercise};
use crate::runner::embedded::Files;
use crate::runner::regular_file::{self, TEXT};

/// Where the original of an exercise is kept.
pub fn path(course: &Course, exercise: &Exercise) -> PathBuf {
    course.root.join(layout::original_of(&exercise.path()))
}

/// Puts the text of every exercise aside that has no original yet.
pub fn capture(course: &Course, embedded: &Files<'_>) -> io::Result<()> {
    let info = regular_file::read(&course.root.join("info.toml"), TEXT).unwrap_or_default();
    let is_this_course = embedded.get("info.toml") == Some(&info);
    let is_clone = !course.root.join(LIBRARY).exists();
    for exercise in &course.exercises {
        let original = path(course, exercise);
        let own = embedded.get(&exercise.path()).filter(|_| is_this_course);
        let is_newer = |text| is_clone && read(course, exercise).as_deref() != Some(text);
        if original.exists() && !own.is_some_and(is_newer) {
            continue;
        }
        inside::check(&course.root, &original)?;
        if let Some(text) = own {
            file::replace(&original, text)?;
            continue;
        }
        // What is missing, empty or no text file is nothing to go back to: it waits for the next time.
        match regular_file::read(&course.exercise_path(exercise), TEXT) {
            Ok(text) if !text.trim_ascii().is_empty() => file::replace(&original, &text)?,
            _ => {}
        }
    }
    Ok(())
}

/// Makes a text of an exercise its original, because it was read as the exercise that its author gives to learners. The
/// one before is kept as a copy: it may be a learner who asked for the proof. Of its own course, the program knows the
/// originals already.
pub fn renew(
    course: &Course,
    exercise: &Exercise,
    text: &[u8],
    embedded: &Files<'_>,
) -> io::Result<()> {
    let info = regular_file::read(&course.root.join("info.toml"), TEXT)?;
    if embedded.get("info.toml") == Some(&info) {
        return Ok(());
    }
    match read(course, exercise) {
        Some(before) if before == text => return Ok(()),
        Some(before) => {
            let copies = course.state_folder().join("copies");
            let name = |number| copies.join(format!("{}.original-{number}.rs", exercise.name));
            inside::check(&course.root, &name(1))?;
            file::create_numbered(&before, name)?;
        }
        None => {}
    }
    let path = path(course, exercise);
    inside::check(&course.root, &path)?;
    file::replace(&path, text)
}

/// The original text of an exercise, where one was put aside.
pub fn read(course: &Course, exercise: &Exercise) -> Option<Vec<u8>> {
    regular_file::read(&path(course, exercise), TEXT).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    #[test]
    fn a_text_read_as_the_exercise_is_the_original_and_the_one_before_is_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        let exercise = &course.exercises[0];
        file::replace(&folder.path().join("info.toml"), INFO.as_bytes()).expect("written");
        let another: [(&str, &[u8]); 1] = [("info.toml", b"another course")];
        let own: [(&str, &[u8]); 1] = [("info.toml", INFO.as_bytes())];
        for text in ["first", "second", "second"] {
            renew(&course, exercise, text.as_bytes(), &Files::of(&another)).expect("renewed");
            let original = read(&course, exercise).expect("an original");
            assert_eq!(original, text.as_bytes());
        }
        let copies = fs::read_dir(folder.path().join(".gradlings/copies")).expect("kept");
        assert_eq!(copies.count(), 1);
        renew(&course, exercise, b"third", &Files::of(&own)).expect("looked at");
        assert_eq!(read(&course, exercise).expect("an original"), b"second");
    }

    #[test]
    fn a_file_edited_before_the_first_start_is_not_the_original_where_the_program_knows_better() {
        let table = [(INFO, "pristine"), ("another course", "edited")];
        for (info, expected) in table {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let course = Course::parse(folder.path(), INFO).expect("sound");
            file::replace(&folder.path().join("info.toml"), INFO.as_bytes()).expect("written");
            let path = course.exercise_path(&course.exercises[0]);
            file::replace(&path, b"edited").expect("written");
            let table: [(&str, &[u8]); 2] = [
                ("info.toml", info.as_bytes()),
                ("exercises/a/one.rs", b"pristine"),
            ];
            for _ in 0..2 {
                capture(&course, &Files::of(&table)).expect("captured");
                let original = read(&course, &course.exercises[0]).expect("an original");
                assert_eq!(original, expected.as_bytes());
                // The second time must not take this one.
                file::replace(&path, b"edited again").expect("written");
            }
        }
    }

    #[test]
    fn a_newer_program_of_this_course_has_newer_originals_and_another_one_has_none() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        file::replace(&folder.path().join("info.toml"), INFO.as_bytes()).expect("written");
        // Whose program it is, the text in it, whether the folder is the learner's own, and the original afterwards.
        let table = [
            (INFO, "first", false, "first"),
            (INFO, "second", false, "second"),
            ("another course", "third", false, "second"),
            (INFO, "fourth", true, "second"),
        ];
        for (info, text, is_own, expected) in table {
            if is_own {
                fs::create_dir_all(folder.path().join(LIBRARY)).expect("made");
            }
            let files: [(&str, &[u8]); 2] = [
                ("info.toml", info.as_bytes()),
                ("exercises/a/one.rs", text.as_bytes()),
            ];
            capture(&course, &Files::of(&files)).expect("captured");
            let original = read(&course, &course.exercises[0]).expect("an original");
            assert_eq!(original, expected.as_bytes());
        }
    }
}
