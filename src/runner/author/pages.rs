//! The pages that chapters open with. A course need not have them: that one is missing is a note.

use std::fs;

use super::lesson;
use crate::runner::course::{Course, page};
use crate::runner::problem::Problem;

/// The faults of the pages, and the notes: what is worth knowing and no fault.
pub fn look(course: &Course) -> (Vec<Problem>, Vec<Problem>) {
    let (mut faults, mut notes) = (Vec::new(), Vec::new());
    for chapter in &course.chapters {
        let (path, shown) = (course.page_path(&chapter.name), page(&chapter.name));
        let text = fs::read_to_string(&path).unwrap_or_default();
        if text.trim().is_empty() {
            let note = Problem::new(
                format!("The chapter `{}` has no page.", chapter.name),
                "write what it is for, what one can do afterwards and what to read",
            );
            notes.push(note.at(shown));
            continue;
        }
        faults.extend(lesson::faults_of_page(&text, &path, &shown));
        let marked = text.lines().position(|line| line.contains("EDIT:"));
        if let Some(line) = marked {
            let what = format!(
                "The page of the chapter `{}` has marks to edit.",
                chapter.name
            );
            let note = Problem::new(what, "write what stands behind `EDIT:`");
            notes.push(note.at(format_args!("{shown}:{}", line + 1)));
        }
    }
    (faults, notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_missing_or_marked_is_a_note_and_one_that_leads_nowhere_a_fault() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let info = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n";
        let course = Course::parse_unfinished(folder.path(), info).expect("sound");
        let path = course.page_path("a");
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let table: [(Option<&str>, &[&str], &[&str]); 5] = [
            (None, &[], &["The chapter `a` has no page."]),
            (Some(" \n"), &[], &["The chapter `a` has no page."]),
            (
                Some("# A\n\nEDIT: why.\n"),
                &[],
                &["The page of the chapter `a` has marks to edit."],
            ),
            (
                Some("# A\n\n[it](gone.md)\n"),
                &["The link to `gone.md` leads to a file that is not there."],
                &[],
            ),
            (Some("# A\n\nWhy.\n"), &[], &[]),
        ];
        for (text, faults, notes) in table {
            if let Some(text) = text {
                fs::write(&path, text).expect("written");
            }
            let said = |found: Vec<Problem>| -> Vec<String> {
                found.into_iter().map(|problem| problem.what).collect()
            };
            let (wrong, worth) = look(&course);
            assert_eq!(
                (said(wrong), said(worth)),
                (said_of(faults), said_of(notes)),
                "{text:?}"
            );
        }
    }

    fn said_of(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }
}
