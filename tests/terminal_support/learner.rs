//! A learner's folder.

// Every program that uses this uses its own part of it.
#![allow(dead_code)]

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

/// The solution of an exercise, which a learner's folder has packed away: that of the repository.
pub fn answered(file: &str) -> String {
    let file = file.replacen("exercises", "solutions", 1);
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(path).expect("readable")
}
