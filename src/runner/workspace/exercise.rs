//! Reading the file of an exercise, with everything that can be wrong with it said in words.

use std::io::ErrorKind;
use std::path::Path;

use super::file;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, FileKind, TEXT, Unreadable};
use crate::runner::words::plain::workspace as words;

/// The learner's text of the exercise `name` at `path`.
pub fn read(name: &str, path: &Path) -> Result<String, Problem> {
    let bytes = regular_file::read(path, TEXT).map_err(|why| unreadable(name, path, why))?;
    text(name, path, &bytes).map(str::to_owned)
}

/// Why there is nothing to read of the exercise `name` at `path`.
pub fn unreadable(name: &str, path: &Path, why: Unreadable) -> Problem {
    let (what, next) = match why {
        Unreadable::Missing => (words::exercise_missing(name), words::reset(name)),
        Unreadable::NotAFile(FileKind::Folder) => (
            words::exercise_is_folder(name),
            words::move_folder_and_reset(name),
        ),
        Unreadable::NotAFile(kind) => (words::exercise_is_odd(kind, name), words::reset(name)),
        Unreadable::TooLarge { bytes, most } => (
            words::exercise_too_large(name, bytes, most),
            words::shorten_or_reset(name),
        ),
        Unreadable::Refused(error) if error.kind() == ErrorKind::PermissionDenied => (
            words::exercise_forbidden(name, error),
            words::allow_or_reset(name),
        ),
        Unreadable::Refused(error) => {
            return file::problem(&words::exercise_unreadable(name), path, &error);
        }
    };
    Problem::new(what, next).at(path.display())
}

/// The text of the exercise `name` that these bytes, read from `path`, are.
pub fn text<'a>(name: &str, path: &Path, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = &bytes[..error.valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        Problem::new(words::exercise_not_text(name), words::save_or_reset(name))
            .at(format_args!("{}:{line}", path.display()))
    })?;
    if text.trim().is_empty() {
        let problem = Problem::new(words::exercise_empty(name), words::undo_or_reset(name));
        return Err(problem.at(path.display()));
    }
    Ok(text)
}

/// The code below the lesson, of an exercise or of its solution.
pub fn code(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let kept: Vec<&str> = text
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.trim().is_empty())
        .collect();
    format!("{}\n", kept.join("\n").trim_end())
}

/// The lesson: the leading `//!` comment as markdown, without its markers. Empty where there is none.
pub fn lesson(text: &str) -> String {
    let mut lesson = String::new();
    // A byte order mark is legal before the first line, and some editors write one.
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = line.trim_end();
        match line.trim_start().strip_prefix("//!") {
            Some(rest) => {
                lesson.push_str(rest.strip_prefix(' ').unwrap_or(rest));
                lesson.push('\n');
            }
            None if line.is_empty() && lesson.is_empty() => {}
            None => break,
        }
    }
    lesson
}

/// The solution with the lesson of the exercise, where it has another one.
pub fn with_lesson_of(exercise: &str, solution: &str) -> Option<String> {
    let text = exercise.trim_start_matches('\u{feff}');
    let is_lesson = |line: &&str| line.starts_with("//!");
    let begins = text.lines().skip_while(|line| line.trim().is_empty());
    let lesson: Vec<&str> = begins.take_while(is_lesson).collect();
    let renewed = format!("{}\n\n{}", lesson.join("\n"), code(solution));
    (self::lesson(exercise) != self::lesson(solution)).then_some(renewed)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_code_is_what_stands_below_the_lesson() {
        let table = [
            (
                "//! Lesson.\n\nuse x;\n\n/// It does.\nfn f() {}\n\nfn main() {}\n",
                "use x;\n\n/// It does.\nfn f() {}\n\nfn main() {}\n",
            ),
            ("fn f() {}\n//! late\n\n\n", "fn f() {}\n//! late\n"),
            ("fn f() {}", "fn f() {}\n"),
        ];
        for (text, expected) in table {
            assert_eq!(code(text), expected);
        }
    }

    #[test]
    fn a_solution_gets_the_lesson_of_its_exercise_once() {
        let exercise = "//! # One\n//!\n//! New.\n\nfn f() {\n    todo!()\n}\n";
        let solution = "//! Old.\n\nfn f() {}\n";
        let renewed = with_lesson_of(exercise, solution).expect("another lesson");
        assert_eq!(renewed, "//! # One\n//!\n//! New.\n\nfn f() {}\n");
        assert_eq!(with_lesson_of(exercise, &renewed), None);
    }

    #[test]
    fn a_lesson_is_the_leading_comment_without_its_markers() {
        let table = [
            (
                "//! # Title\n//!\n//! Text.\n\nfn main() {}",
                "# Title\n\nText.\n",
            ),
            (
                "\u{feff}\n\n//! One\r\n//!   indented\r\nuse x;",
                "One\n  indented\n",
            ),
            ("//! One\n\n//! of another comment\n", "One\n"),
            ("//!close\n", "close\n"),
            ("fn main() {}\n//! late\n", ""),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(lesson(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_in_words_with_the_mend() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let large = vec![b'/'; 1 << 21];
        let table: [(&str, Option<&[u8]>, &str); 5] = [
            ("missing", None, "is missing"),
            ("large", Some(&large), "is too large: it has 2097152 bytes"),
            ("empty", Some(b""), "is empty"),
            ("blank", Some(b" \n\t\n"), "is empty"),
            ("latin", Some(b"// one\n// caf\xe9\n"), "not UTF-8"),
        ];
        for (name, bytes, what) in table {
            let path = folder.path().join(name);
            if let Some(bytes) = bytes {
                fs::write(&path, bytes).expect("written");
            }
            let problem = read(name, &path).expect_err(name);
            assert!(problem.what.contains(what), "{problem}");
            let mend = format!("`gradlings reset {name}`");
            assert!(problem.next.contains(&mend), "{problem}");
        }
        let problem = read("latin", &folder.path().join("latin")).expect_err("not UTF-8");
        assert!(
            problem
                .place
                .is_some_and(|place| place.ends_with("latin:2"))
        );
    }
}
