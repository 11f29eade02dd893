//! A new entry in `info.toml`, with the rest of the text as the author wrote it.

use crate::runner::course::Course;

/// `info` with an entry for the exercise `name`: behind the last one of its chapter, so that chapters stay together. A new
/// chapter gets an entry too, see [`ahead`]. The exercise has these `lines` besides.
pub fn with_entry(course: &Course, info: &str, chapter: &str, name: &str, lines: &str) -> String {
    let entry = format!(
        "[[exercises]]\nname = \"{name}\"\nchapter = \"{chapter}\"\nteaches = \"EDIT: what a learner knows afterwards\"\nminutes = 10\n{lines}hints = [\n    \"EDIT: a nudge.\",\n    \"EDIT: nearly the answer, without giving it whole.\",\n]\n"
    );
    if course.chapter(chapter).is_some() {
        let at = end_of_chapter(info, chapter).unwrap_or(info.len());
        return inserted(info, at, &entry);
    }
    let title = title(chapter);
    let opens = format!(
        "[[chapters]]\nname = \"{chapter}\"\ntitle = \"EDIT: {title}\"\nabout = \"EDIT: what it is about, in one sentence.\"\n"
    );
    let (before, after) = course.chapters.split_at(ahead(course, chapter));
    let both = format!("{opens}\n{entry}");
    let Some(next) = after.first() else {
        return inserted(info, info.len(), &both);
    };
    let next = start_of_chapter(info, &next.name).unwrap_or(info.len());
    let last = before.last();
    match last.and_then(|last| end_of_chapter(info, &last.name)) {
        // All chapters stand before all exercises.
        Some(at) if next < at => inserted(&inserted(info, at, &entry), next, &opens),
        _ => inserted(info, next, &both),
    }
}

/// How many chapters stand before this one. A new one comes last, unless all chapters begin with numbers, which then say
/// where it belongs.
pub fn ahead(course: &Course, chapter: &str) -> usize {
    let chapters = &course.chapters;
    if let Some(at) = chapters.iter().position(|it| it.name == chapter) {
        return at;
    }
    let numbers: Option<Vec<u64>> = chapters.iter().map(|it| number(&it.name)).collect();
    match (numbers, number(chapter)) {
        (Some(numbers), Some(own)) => {
            let smaller = numbers.iter().rposition(|&number| number <= own);
            smaller.map_or(0, |at| at + 1)
        }
        _ => chapters.len(),
    }
}

/// The number that the name of a chapter begins with.
pub fn number(chapter: &str) -> Option<u64> {
    let rest = chapter.trim_start_matches(|letter: char| letter.is_ascii_digit());
    chapter[..chapter.len() - rest.len()].parse().ok()
}

/// The text with an entry at a place, and an empty line on either side of it.
fn inserted(info: &str, at: usize, entry: &str) -> String {
    let (before, after) = info.split_at(at);
    let after = after.trim_start_matches(['\n', '\r']);
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{}\n\n{entry}{gap}{after}", before.trim_end())
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

/// The entries that belong to a chapter, each with the key that names it.
const ENTRIES: &[(&str, &str)] = &[("[[chapters]]", "name"), ("[[exercises]]", "chapter")];

/// Where the last entry of a chapter ends, exercise or chapter, as a place in the text.
fn end_of_chapter(info: &str, chapter: &str) -> Option<usize> {
    lines_of(info, chapter, ENTRIES).last().map(|(_, end)| end)
}

/// Where the entry of a chapter begins, or the comment above it, as a place in the text.
fn start_of_chapter(info: &str, chapter: &str) -> Option<usize> {
    let (named, _) = lines_of(info, chapter, &ENTRIES[..1]).next()?;
    let header = info[..named].rfind("[[chapters]]")?;
    let above = info[..header].trim_end_matches(' ');
    let comment: usize = above
        .split_inclusive('\n')
        .rev()
        .take_while(|line| line.trim_start().starts_with('#'))
        .map(str::len)
        .sum();
    Some(above.len() - comment)
}

/// The lines, each from where to where, of these entries of a chapter, from the line that names it.
fn lines_of<'a>(
    info: &'a str,
    chapter: &'a str,
    entries: &'a [(&str, &str)],
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let names = move |line: &str, key: &str| {
        let value = line.trim().strip_prefix(key);
        let value = value.and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.trim().starts_with(&format!("\"{chapter}\"")))
    };
    let (mut at, mut header, mut is_ours) = (0, "", false);
    info.split_inclusive('\n').filter_map(move |line| {
        let start = line.trim_start();
        // A table of an entry, such as `[exercises.budget]`, belongs to it.
        if start.starts_with("[[") || (start.starts_with('[') && !start.contains('.')) {
            (header, is_ours) = (start, false);
        }
        let mut entries = entries.iter();
        is_ours |= entries.any(|(entry, key)| header.starts_with(entry) && names(line, key));
        let from = at;
        at += line.len();
        // Comments above the next entry belong to that one.
        (is_ours && !line.trim().is_empty() && !start.starts_with('#')).then_some((from, at))
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n[exercises.budget]\nrun_seconds = 3\n\n\
                        # The second chapter.\n[[chapters]]\nname = \"04_b\"\ntitle = \"B\"\n\n\
                        [[exercises]]\nname = \"two\"\nchapter = \"04_b\"\nteaches = \"x\"\n";

    #[test]
    fn a_new_entry_stands_at_the_end_of_its_chapter_and_the_rest_stays() {
        let apart = INFO.replace("\n[[exercises]]", "\n# Exercises.\n[[exercises]]");
        let second = "# The second chapter.\n[[chapters]]\nname = \"04_b\"\ntitle = \"B\"\n\n";
        let first = apart.find("# Exercises.").expect("there");
        let mut apart = apart.replacen(second, "", 1);
        apart.insert_str(first, second);
        let table = [
            ("01_a", &["one", "new", "two"][..], &["01_a", "04_b"][..]),
            ("04_b", &["one", "two", "new"], &["01_a", "04_b"]),
            ("05_c", &["one", "two", "new"], &["01_a", "04_b", "05_c"]),
            ("03_c", &["one", "new", "two"], &["01_a", "03_c", "04_b"]),
            ("00_c", &["new", "one", "two"], &["00_c", "01_a", "04_b"]),
            ("c", &["one", "two", "new"], &["01_a", "04_b", "c"]),
        ];
        for ((chapter, order, chapters), info) in
            table.iter().flat_map(|row| [(row, INFO), (row, &apart)])
        {
            let course = Course::parse(Path::new("/c"), info).expect("sound");
            let text = with_entry(&course, info, chapter, "new", "trains = true\n");
            let after = Course::parse(Path::new("/c"), &text).expect("still sound");
            let names: Vec<&str> = after.exercises.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, *order, "{text}");
            let names: Vec<&str> = after.chapters.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, *chapters, "{text}");
            assert_eq!(after.exercise("new").expect("there").chapter, *chapter);
            assert!(after.exercise("new").expect("there").trains);
            let old = after.exercise("one").expect("there");
            assert_eq!(old.budget.run.as_secs(), 3, "{text}");
            assert!(
                text.contains("\n\n# The second chapter.\n[[chapters]]\nname = \"04_b\""),
                "{text}"
            );
            assert!(text.ends_with(']') || text.ends_with('\n'), "{text}");
            assert!(!text.contains("\n\n\n"), "{text}");
        }
        let words = INFO.replace("04_b", "b");
        let course = Course::parse(Path::new("/c"), &words).expect("sound");
        assert_eq!(ahead(&course, "00_c"), 2, "one chapter has no number");
    }
}
