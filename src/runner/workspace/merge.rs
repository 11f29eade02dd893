//! Puts the lines that an exercise has new into a text that a learner has changed.

use std::ops::Range;

use similar::{DiffOp, TextDiff};

/// Lines of the text before, and what stands in their place.
#[derive(Debug, PartialEq)]
struct Change<'a> {
    lines: Range<usize>,
    text: Vec<&'a str>,
}

/// The learner's text `mine` with what the exercise changed from `before` to `after`. `None` where both changed the same
/// place or places beside each other, so that a person has to decide.
pub fn merged(before: &str, mine: &str, after: &str) -> Option<String> {
    let theirs = changes(before, after);
    let mut both = changes(before, mine);
    for change in theirs {
        if both.contains(&change) {
            continue;
        }
        if both.iter().any(|other| touch(&change.lines, &other.lines)) {
            return None;
        }
        both.push(change);
    }
    both.sort_by_key(|change| change.lines.start);
    let lines: Vec<&str> = before.split_inclusive('\n').collect();
    let (mut text, mut at) = (String::new(), 0);
    for change in both {
        // They lie apart, and in the lines that they were found in.
        text.push_str(&lines[at..change.lines.start].concat());
        text.push_str(&change.text.concat());
        at = change.lines.end;
    }
    text.push_str(&lines[at..].concat());
    Some(text)
}

fn changes<'a>(before: &'a str, after: &'a str) -> Vec<Change<'a>> {
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let diff = TextDiff::from_lines(before, after);
    let ops = diff.ops().iter();
    ops.filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Change {
            lines: op.old_range(),
            text: new[op.new_range()].to_vec(),
        })
        .collect()
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_changed_apart_is_merged_and_what_they_changed_together_is_not() {
        let before = "//! Lesson.\n\nuse a;\n\nfn f() {\n    todo!()\n}\n\nfn main() {}\n";
        let mine = before.replace("    todo!()\n", "    1 + 1\n");
        let table = [
            ("nothing new", before.to_owned(), Some(mine.clone())),
            (
                "an import and a word of the lesson",
                before
                    .replace("use a;", "use b;\nuse a;")
                    .replace("Lesson", "Longer lesson"),
                Some(
                    mine.replace("use a;", "use b;\nuse a;")
                        .replace("Lesson", "Longer lesson"),
                ),
            ),
            ("the same change", mine.clone(), Some(mine.clone())),
            ("the gap", before.replace("todo!()", "todo!(\"2\")"), None),
            (
                "the signature above it",
                before.replace("fn f()", "fn f(x: f32)"),
                None,
            ),
            (
                "lines that are gone",
                before.replace("fn main() {}\n", ""),
                Some(mine.replace("fn main() {}\n", "")),
            ),
        ];
        for (what, after, expected) in table {
            assert_eq!(merged(before, &mine, &after), expected, "{what}");
        }
    }

    #[test]
    fn merging_what_is_merged_already_changes_nothing() {
        let (before, after) = ("a\nb\nc\n", "x\na\nb\nc\n");
        let once = merged(before, "a\nb\nmine\n", after).expect("apart");
        assert_eq!(once, "x\na\nb\nmine\n");
        assert_eq!(merged(before, &once, after), Some(once));
    }

    #[test]
    fn a_text_without_a_last_newline_keeps_its_lines_apart() {
        let merged = merged("a\nb\nc", "a\nb\nd", "x\na\nb\nc");
        assert_eq!(merged.as_deref(), Some("x\na\nb\nd"));
    }
}
