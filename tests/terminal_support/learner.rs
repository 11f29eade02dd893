//! A learner's folder.

use std::fs;
use std::path::PathBuf;

use crate::cli_support::Course;

/// An exercise as it was at first.
pub fn original(course: &Course, file: &str) -> String {
    course.read(&file.replacen("exercises", ".gradlings/originals", 1))
}

/// Writes an exercise with this in the place of its `todo!()`.
pub fn solve(course: &Course, file: &str, body: &str) {
    let original = original(course, file);
    let todo = original
        .lines()
        .find(|line| line.trim_start().starts_with("todo!("));
    course.write(file, original.replace(todo.expect("unsolved"), body));
}

/// Makes a learner's folder of an empty one.
pub fn made(course: &Course) {
    let ran = course.run(&["init", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

/// A folder made by `gradlings init`, new but for what cargo built in it: the one that `cli_check` keeps too.
pub fn folder() -> Course {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (root, builds) = (place.join("learner"), place.join("learner-builds"));
    let target = root.join(".gradlings/target");
    if target.exists() && !builds.exists() {
        fs::rename(&target, &builds).expect("kept");
    }
    if root.exists() {
        fs::remove_dir_all(&root).expect("removed");
    }
    fs::create_dir_all(&root).expect("made");
    let course = Course::at(root);
    made(&course);
    if builds.exists() {
        fs::rename(&builds, course.path(".gradlings/target")).expect("put back");
    }
    course
}
