//! A learner's folder.

// Every program that uses this uses its own part of it.
#![allow(dead_code)]

use std::fs;
use std::path::Path;

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

/// The text of an exercise with the functions of its solution under the lesson.
pub fn answered(course: &Course, file: &str) -> String {
    let original = original(course, file);
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let solution = own.join(file.replacen("exercises", "solutions", 1));
    let solution = fs::read_to_string(solution).expect("there is a solution");
    let (functions, _) = solution.split_once("\nmod mistakes").expect("it has some");
    let main = original.find("\nfn main()").expect("it has one");
    let is_lesson = |line: &&str| line.starts_with("//!");
    let lesson = original.lines().filter(is_lesson);
    let functions = functions.lines().filter(|line| !is_lesson(line));
    let lines: Vec<&str> = lesson.chain(functions).collect();
    lines.join("\n") + &original[main..]
}
