//! What `info.toml` says of the course and its exercises, beyond what makes it readable.

use super::entry;
use crate::runner::course::{Chapter, Course, Exercise, Hint};
use crate::runner::problem::Problem;
use crate::runner::workspace::exercise;

/// What is wrong with the metadata. `info` is the text of `info.toml`, for the lines.
pub fn faults(course: &Course, info: &str) -> Vec<Problem> {
    let mut faults = Vec::new();
    let mut tell = |line: usize, what: String, next: &str| {
        faults.push(Problem::new(what, next).at(format_args!("info.toml:{line}")));
    };
    if course.title.trim().is_empty() {
        tell(
            line_with(info, "title"),
            "The course has no title.".to_owned(),
            "say what it is called: `title = \"...\"`",
        );
    }
    for chapter in &course.chapters {
        let line = line_of(info, "[[chapters]]", &chapter.name);
        if chapter.title.trim().is_empty() {
            let what = format!("The chapter `{}` has no title.", chapter.name);
            tell(line, what, "say what it is called: `title = \"...\"`");
        }
        if !course.exercises.iter().any(|it| it.chapter == chapter.name) {
            let what = format!("The chapter `{}` has no exercise.", chapter.name);
            let next = "type `gradlings dev new CHAPTER/NAME`, or take the chapter out";
            tell(line, what, next);
        }
    }
    for track in &course.tracks {
        if track.title.trim().is_empty() {
            let what = format!("The track `{}` has no title.", track.name);
            let line = line_of(info, "[[tracks]]", &track.name);
            tell(line, what, "say what it is called: `title = \"...\"`");
        }
    }
    let positions: Vec<Option<usize>> = course
        .exercises
        .iter()
        .map(|exercise| position(&course.chapters, exercise))
        .collect();
    for (number, exercise) in course.exercises.iter().enumerate() {
        let name = &exercise.name;
        let line = line_of(info, "[[exercises]]", name);
        if number > 0 && positions[number] < positions[number - 1] {
            let what = format!(
                "`{name}` stands behind an exercise of a later chapter, so learners would jump back to `{}`.",
                exercise.chapter
            );
            tell(line, what, "move its entry up to its own chapter");
        }
        if exercise.teaches.trim().is_empty() {
            let what = format!("`{name}` does not say what it teaches.");
            tell(line, what, "write it in one line: `teaches = \"...\"`");
        }
        if exercise.hints.is_empty() {
            let what = format!("`{name}` has no hints.");
            tell(
                line,
                what,
                "write two or three, from a nudge to nearly the answer",
            );
        }
        if exercise
            .hints
            .iter()
            .any(|hint| hint.text.trim().is_empty())
        {
            let what = format!("A hint of `{name}` is empty.");
            tell(line, what, "write it, or take it out");
        }
        let alike = |(at, hint): (usize, &Hint)| exercise.hints[..at].contains(hint);
        if exercise.hints.iter().enumerate().any(alike) {
            let what = format!("Two hints of `{name}` say the same.");
            tell(line, what, "take one of them out");
        }
        let budget = exercise.budget;
        if [budget.build, budget.run, budget.training]
            .iter()
            .any(std::time::Duration::is_zero)
        {
            let what = format!("`{name}` has a budget of no time at all.");
            tell(line, what, "give it at least one second");
        }
    }
    faults
}

/// The hints that belong to a check which none of these `texts` names: a check has the name under which the exercise offers its
/// function, unless the file of the checks gives it another. `line` is where the entry begins.
pub fn hints_without_check(exercise: &Exercise, texts: [&str; 2], line: usize) -> Vec<Problem> {
    let checked = exercise.hints.iter().filter_map(|hint| hint.check.as_ref());
    let is_quoted = |name: &str| {
        let quoted = format!("\"{name}\"");
        texts.iter().any(|text| text.contains(&quoted))
    };
    // That of a group of cases is called after its function.
    let is_named = |check: &str| {
        is_quoted(check)
            || check
                .split_once(' ')
                .is_some_and(|(function, group)| is_quoted(function) && is_quoted(group))
    };
    let unknown = checked.filter(|check| !is_named(check));
    let problem = |check: &String| {
        let what = format!(
            "A hint of `{}` is for the check `{check}`, which it does not have.",
            exercise.name
        );
        let next = "write the name that stands in its file in `checks/`, or leave `check` out";
        Problem::new(what, next).at(format_args!("info.toml:{line}"))
    };
    unknown.map(problem).collect()
}

/// What is wrong with an entry that says something else of `.to_try(...)` than `text`, the file of its exercise. `line` is
/// where the entry begins.
pub fn usable(exercise: &Exercise, text: &str, line: usize) -> Option<Problem> {
    let name = &exercise.name;
    let code = exercise::code(text);
    let (what, next) = match (exercise.usable, code.contains(".to_try(")) {
        (true, false) => (
            format!(
                "The entry of `{name}` says that it is usable, but its file has no `.to_try(...)`."
            ),
            "take `usable = true` out of its entry in `info.toml`",
        ),
        (false, true) => (
            format!(
                "`{name}` has `.to_try(...)`, but its entry does not say so: no key would be offered for it."
            ),
            "write `usable = true` into its entry in `info.toml`",
        ),
        _ => return None,
    };
    Some(Problem::new(what, next).at(format_args!("info.toml:{line}")))
}

/// What is worth knowing and no fault: chapters whose numbers are out of order.
pub fn notes(course: &Course, info: &str) -> Vec<Problem> {
    let numbered = |chapter: &'_ &Chapter| entry::number(&chapter.name).is_some();
    let numbered: Vec<&Chapter> = course.chapters.iter().filter(numbered).collect();
    let mut notes = Vec::new();
    for pair in numbered.windows(2) {
        let [before, chapter] = [0, 1].map(|at| &pair[at].name);
        if entry::number(chapter) < entry::number(before) {
            let line = line_of(info, "[[chapters]]", chapter);
            let note = Problem::new(
                format!("The chapter `{chapter}` stands behind the chapter `{before}`."),
                "move its entry and those of its exercises up, or give it another number",
            );
            notes.push(note.at(format_args!("info.toml:{line}")));
        }
    }
    notes
}

fn position(chapters: &[Chapter], exercise: &Exercise) -> Option<usize> {
    chapters
        .iter()
        .position(|chapter| chapter.name == exercise.chapter)
}

/// The line, from 1, on which the entry of that name begins; 1 where it cannot be told.
pub fn line_of(info: &str, header: &str, name: &str) -> usize {
    let wanted = format!("\"{name}\"");
    let mut inside = 0;
    for (number, line) in info.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            inside = if line.starts_with(header) {
                number + 1
            } else {
                0
            };
        }
        let value = line
            .strip_prefix("name")
            .and_then(|rest| rest.trim_start().strip_prefix('='));
        if inside > 0 && value.is_some_and(|value| value.trim().starts_with(&wanted)) {
            return inside;
        }
    }
    1
}

fn line_with(text: &str, start: &str) -> usize {
    let found = text.lines().position(|line| line.starts_with(start));
    found.map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const GOOD: &str = r#"format = 2
title = "T"
[[chapters]]
name = "01_a"
title = "A"
[[chapters]]
name = "02_b"
title = "B"
[[exercises]]
name = "one"
chapter = "01_a"
teaches = "x"
hints = ["a", "b"]
[[exercises]]
name = "two"
chapter = "02_b"
teaches = "y"
hints = ["a"]
[[tracks]]
name = "t"
title = "T"
exercises = ["two"]
"#;

    #[test]
    fn every_fault_of_the_metadata_is_told_with_its_line() {
        let table = [
            ("title = \"T\"", "title = \" \"", "no title", 2),
            (
                "title = \"B\"",
                "title = \"\"",
                "chapter `02_b` has no title",
                6,
            ),
            (
                "chapter = \"02_b\"",
                "chapter = \"01_a\"",
                "has no exercise",
                6,
            ),
            (
                "teaches = \"y\"",
                "teaches = \"\"",
                "`two` does not say what it teaches",
                14,
            ),
            (
                "name = \"t\"\ntitle = \"T\"",
                "name = \"t\"\ntitle = \" \"",
                "track `t` has no title",
                19,
            ),
            ("hints = [\"a\", \"b\"]", "", "`one` has no hints", 9),
            (
                "hints = [\"a\"]",
                "hints = [\"\"]",
                "hint of `two` is empty",
                14,
            ),
            ("[\"a\", \"b\"]", "[\"a\", \"a\"]", "say the same", 9),
            (
                "teaches = \"y\"",
                "teaches = \"y\"\nbudget = { run_seconds = 0 }",
                "no time at all",
                14,
            ),
        ];
        let found = |text: &str| {
            let course = Course::parse(Path::new("/c"), text).expect("readable");
            faults(&course, text)
        };
        assert_eq!(found(GOOD), []);
        for (from, to, what, line) in table {
            let found = found(&GOOD.replacen(from, to, 1));
            assert_eq!(found.len(), 1, "{what}: {found:?}");
            assert!(found[0].what.contains(what), "{found:?}");
            let place = format!("info.toml:{line}");
            assert_eq!(found[0].place.as_deref(), Some(place.as_str()), "{what}");
        }
        let swapped = GOOD
            .replace("chapter = \"01_a\"", "chapter = \"x\"")
            .replace("chapter = \"02_b\"", "chapter = \"01_a\"")
            .replace("chapter = \"x\"", "chapter = \"02_b\"");
        assert!(found(&swapped)[0].what.contains("later chapter"));
    }

    #[test]
    fn a_hint_is_for_a_check_that_the_exercise_has() {
        let hints = "hints = [\"a\", { text = \"b\", check = \"softmax\" }]";
        let course = GOOD.replace("hints = [\"a\", \"b\"]", hints);
        let course = Course::parse(Path::new("/c"), &course).expect("readable");
        // The exercise, the file of its checks, and how many faults there are.
        let table = [
            ("", "Reference::of(\"softmax\", function(softmax))", 0),
            (".offer(\"softmax\", function(softmax))", "mod softmax;", 0),
            (
                ".offer(\"soft\", function(softmax))",
                "Reference::of(\"soft\", function(softmax))",
                1,
            ),
        ];
        for (offered, checks, faults) in table {
            let found = hints_without_check(&course.exercises[0], [offered, checks], 9);
            assert_eq!(found.len(), faults, "{found:?}");
        }
        assert_eq!(hints_without_check(&course.exercises[1], ["", ""], 14), []);
    }

    #[test]
    fn an_entry_says_whether_its_exercise_can_be_used() {
        let course = Course::parse(Path::new("/c"), GOOD).expect("readable");
        let exercise = |usable| Exercise {
            usable,
            ..course.exercises[0].clone()
        };
        let uses = "fn main() {\n    Exercise::new().to_try(\"a\", |trial| ()).serve()\n}\n";
        let plain = "//! Later: `.to_try(...)`.\nfn main() {\n    Exercise::new().serve()\n}\n";
        let table = [
            (true, uses, None),
            (false, plain, None),
            (true, plain, Some("no `.to_try(...)`")),
            (false, uses, Some("write `usable = true`")),
        ];
        for (is_usable, text, told) in table {
            let fault = usable(&exercise(is_usable), text, 9).map(|fault| fault.to_string());
            assert_eq!(fault.is_some(), told.is_some(), "{fault:?}");
            let fault = fault.unwrap_or_default();
            assert!(fault.contains(told.unwrap_or_default()), "{fault}");
        }
    }

    #[test]
    fn chapters_whose_numbers_are_out_of_order_are_a_note() {
        let table = [
            ("02_b", None),
            ("01_b", None),
            ("b", None),
            ("00_b", Some("info.toml:6")),
        ];
        for (name, place) in table {
            let text = GOOD.replace("02_b", name);
            let course = Course::parse(Path::new("/c"), &text).expect("readable");
            let notes = notes(&course, &text);
            let places = notes.first().and_then(|note| note.place.as_deref());
            assert_eq!(places, place, "{name}: {notes:?}");
            assert_eq!(faults(&course, &text), [], "{name}");
        }
    }
}
