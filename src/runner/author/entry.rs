//! A new entry in `info.toml`, with the rest of the text as the author wrote it.

use crate::runner::course::Course;

/// `info` with an entry for the exercise `name`: behind the last one of its chapter, so that chapters stay together, or
/// at the end, with the chapter where that is new. It has these `lines` besides.
pub fn with_entry(course: &Course, info: &str, chapter: &str, name: &str, lines: &str) -> String {
    let entry = format!(
        "[[exercises]]\nname = \"{name}\"\nchapter = \"{chapter}\"\nteaches = \"EDIT: what a learner knows afterwards\"\nminutes = 10\n{lines}hints = [\n    \"EDIT: a nudge.\",\n    \"EDIT: nearly the answer, without giving it whole.\",\n]\n"
    );
    if let Some(at) = end_of_chapter(info, chapter) {
        let (before, after) = info.split_at(at);
        let after = after.trim_start_matches(['\n', '\r']);
        let gap = if after.is_empty() { "" } else { "\n" };
        return format!("{}\n\n{entry}{gap}{after}", before.trim_end());
    }
    let mut text = info.trim_end().to_owned();
    if course.chapter(chapter).is_none() {
        let title = title(chapter);
        text.push_str(&format!(
            "\n\n[[chapters]]\nname = \"{chapter}\"\ntitle = \"EDIT: {title}\"\nabout = \"EDIT: what it is about, in one sentence.\""
        ));
    }
    format!("{text}\n\n{entry}")
}

/// The page of a new chapter.
pub fn page(chapter: &str) -> String {
    let title = title(chapter);
    format!(
        "# EDIT: {title}\n\nEDIT: which problem it is about, and why anybody has it.\n\nAfterwards you can\n\n- EDIT: what a learner is able to do.\n\nTo read: EDIT: a paper or a book, with its year.\n"
    )
}

fn title(chapter: &str) -> &str {
    chapter.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '_')
}

/// Where the last entry of a chapter ends, exercise or chapter, as a place in the text.
fn end_of_chapter(info: &str, chapter: &str) -> Option<usize> {
    let names = |line: &str, key: &str| {
        let value = line.trim().strip_prefix(key);
        let value = value.and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.trim().starts_with(&format!("\"{chapter}\"")))
    };
    let (mut at, mut end) = (0, None);
    let (mut header, mut is_ours) = ("", false);
    for line in info.split_inclusive('\n') {
        let start = line.trim_start();
        // A table of an entry, such as `[exercises.budget]`, belongs to it.
        if start.starts_with("[[") || (start.starts_with('[') && !start.contains('.')) {
            (header, is_ours) = (start, false);
        }
        is_ours |= header.starts_with("[[chapters]]") && names(line, "name");
        is_ours |= header.starts_with("[[exercises]]") && names(line, "chapter");
        at += line.len();
        // Comments above the next entry belong to that one.
        if is_ours && !line.trim().is_empty() && !start.starts_with('#') {
            end = Some(at);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n[exercises.budget]\nrun_seconds = 3\n\n\
                        # The second chapter.\n[[chapters]]\nname = \"02_b\"\ntitle = \"B\"\n\n\
                        [[exercises]]\nname = \"two\"\nchapter = \"02_b\"\nteaches = \"x\"\n";

    #[test]
    fn a_new_entry_stands_at_the_end_of_its_chapter_and_the_rest_stays() {
        let course = Course::parse(Path::new("/c"), INFO).expect("sound");
        let table = [
            ("01_a", &["one", "new", "two"][..]),
            ("02_b", &["one", "two", "new"]),
            ("03_c", &["one", "two", "new"]),
        ];
        for (chapter, order) in table {
            let text = with_entry(&course, INFO, chapter, "new", "trains = true\n");
            let after = Course::parse(Path::new("/c"), &text).expect("still sound");
            let names: Vec<&str> = after.exercises.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, order, "{text}");
            assert_eq!(after.exercise("new").expect("there").chapter, chapter);
            assert!(after.exercise("new").expect("there").trains);
            let old = after.exercise("one").expect("there");
            assert_eq!(old.budget.run.as_secs(), 3, "{text}");
            assert!(
                text.contains("\n\n# The second chapter.\n[[chapters]]"),
                "{text}"
            );
            assert!(text.ends_with(']') || text.ends_with('\n'), "{text}");
            assert!(!text.contains("\n\n\n"), "{text}");
        }
    }
}
