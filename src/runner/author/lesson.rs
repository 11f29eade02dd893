//! The lesson of an exercise and the page of a chapter: that there is one, that formulas fit on the screen, and where links
//! lead.

use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use crate::runner::problem::Problem;
use crate::runner::workspace::exercise;

/// Columns that a lesson has for code beside the checks, in a terminal of 120. What is wider is broken where the pane ends,
/// and a formula or a table of numbers that is broken cannot be read.
pub const CODE_COLUMNS: usize = 51;

/// What is wrong with the page of a chapter, the file at `path`, which is shown as `shown`.
pub fn faults_of_page(text: &str, path: &Path, shown: &str) -> Vec<Problem> {
    let (mut faults, has_heading) = in_markdown(text, 0, path, shown);
    if !has_heading {
        let problem = Problem::new(
            "The page of the chapter has no heading.",
            "let its first line be `# ` and what the chapter is called",
        );
        faults.push(problem.at(format_args!("{shown}:1")));
    }
    faults
}

/// What is wrong with the lesson in the text of the file at `path`, which is shown as `shown`.
pub fn faults(text: &str, path: &Path, shown: &str) -> Vec<Problem> {
    let lesson = exercise::lesson(text);
    if lesson.trim().is_empty() {
        let problem = Problem::new(
            "The exercise has no lesson.",
            "begin the file with a comment of lines that start with `//!`",
        );
        return vec![problem.at(format_args!("{shown}:1"))];
    }
    let before = before(text);
    let (mut faults, has_heading) = in_markdown(&lesson, before, path, shown);
    if !has_heading {
        let problem = Problem::new(
            "The lesson has no heading.",
            "let its first line be `//! # ` and what it is called",
        );
        faults.push(problem.at(format_args!("{shown}:{}", before + 1)));
    }
    faults
}

/// The lines before the lesson in the text of a file: blank ones may stand there.
pub fn before(text: &str) -> usize {
    let is_lesson = |line: &&str| {
        let line = line.trim_start_matches('\u{feff}').trim_start();
        line.starts_with("//!")
    };
    text.lines().take_while(|line| !is_lesson(line)).count()
}

/// What is wrong with code and links in markdown that begins after so many lines of the file at `path`, and whether there
/// is a heading.
fn in_markdown(markdown: &str, before: usize, path: &Path, shown: &str) -> (Vec<Problem>, bool) {
    let mut faults = Vec::new();
    let (mut has_heading, mut in_code) = (false, false);
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter();
    for (event, range) in parser {
        let line = before + markdown[..range.start].matches('\n').count() + 1;
        match event {
            Event::Start(Tag::Heading { .. }) => has_heading = true,
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(code) if in_code => {
                for (below, code) in code.lines().enumerate() {
                    if code.width() > CODE_COLUMNS {
                        let problem = Problem::new(
                            format!(
                                "A line of code is {} columns wide; beside the checks there is room for {CODE_COLUMNS}.",
                                code.width()
                            ),
                            "break it, or say what stands beside the formula in a sentence",
                        );
                        faults.push(problem.at(format_args!("{shown}:{}", line + below)));
                    }
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                if let Some((what, next)) = wrong_link(&dest_url, path) {
                    faults.push(Problem::new(what, next).at(format_args!("{shown}:{line}")));
                }
            }
            _ => {}
        }
    }
    (faults, has_heading)
}

/// What is wrong with a link in a file, and the mend. Addresses are looked at, never called.
fn wrong_link(link: &str, file: &Path) -> Option<(String, &'static str)> {
    if link.is_empty() {
        return Some((
            "A link leads nowhere.".to_owned(),
            "write where it leads to between its brackets",
        ));
    }
    if link.starts_with('#') {
        return None;
    }
    if let Some((scheme, rest)) = link.split_once("://") {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let known = scheme == "http" || scheme == "https";
        let sound = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        return (!known || !sound || link.contains(char::is_whitespace)).then(|| {
            (
                format!("The address `{link}` is malformed."),
                "write it as `https://host/path`",
            )
        });
    }
    if link.starts_with("mailto:") {
        return None;
    }
    let target = link.split(['#', '?']).next().unwrap_or(link);
    let folder = file.parent().unwrap_or(Path::new("."));
    (!folder.join(target).exists()).then(|| {
        (
            format!("The link to `{link}` leads to a file that is not there."),
            "write the path as it is seen from the folder of this file, or add that file",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_page_is_told_with_its_line() {
        let path = Path::new("/c/exercises/01_a/README.md");
        let table = [
            ("# T\n\nWords.\n", None),
            ("Words.\n", Some((1, "page of the chapter has no heading"))),
            (
                "# T\n\nSee [it](gone.md).\n",
                Some((3, "`gone.md` leads to a file")),
            ),
        ];
        for (text, expected) in table {
            let found = faults_of_page(text, path, "README.md");
            let found: Vec<_> = found
                .iter()
                .map(|it| (it.place.clone(), &it.what))
                .collect();
            match expected {
                None => assert_eq!(found, [], "{text}"),
                Some((line, what)) => {
                    assert_eq!(found.len(), 1, "{text}: {found:?}");
                    assert_eq!(found[0].0, Some(format!("README.md:{line}")), "{text}");
                    assert!(found[0].1.contains(what), "{text}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn every_fault_of_a_lesson_is_told_with_its_line() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("there.md"), "").expect("written");
        let path = folder.path().join("one.rs");
        let table = [
            (
                "//! # T\n//!\n//! See [it](there.md#top) and [that](https://a.example/b).\n",
                None,
            ),
            (
                "//! # T\n//!\n//! See [it](gone.md).\n",
                Some((3, "`gone.md` leads to a file")),
            ),
            (
                "\n\n//! # T\n//!\n//! One.\n//! [Two](https://nowhere).\n",
                Some((6, "malformed")),
            ),
            (
                "//! # T\n//!\n//! [x](ftp://a.example)\n",
                Some((3, "malformed")),
            ),
            ("//! # T\n//!\n//! ![x]()\n", Some((3, "leads nowhere"))),
            ("//! Only words.\n", Some((1, "no heading"))),
            ("fn main() {}\n", Some((1, "no lesson"))),
            (
                "//! # T\n//!\n//! ```text\n//! short\n//! 123456789 123456789 123456789 123456789 123456789 1234\n//! ```\n",
                Some((5, "is 54 columns wide")),
            ),
            // Words are wrapped.
            (
                "//! # T\n//!\n//! 123456789 123456789 123456789 123456789 123456789 1234\n",
                None,
            ),
            // Code is no link.
            ("//! # T\n//!\n//! `[x](gone.md)`\n", None),
        ];
        for (text, expected) in table {
            let found = faults(text, &path, "e/one.rs");
            match expected {
                None => assert_eq!(found, [], "{text}"),
                Some((line, what)) => {
                    assert_eq!(found.len(), 1, "{text}: {found:?}");
                    assert!(found[0].what.contains(what), "{text}: {found:?}");
                    let place = format!("e/one.rs:{line}");
                    assert_eq!(found[0].place.as_deref(), Some(place.as_str()), "{text}");
                }
            }
        }
    }
}
