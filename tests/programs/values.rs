//! Everything that a function may take and return, through a real program and a real reference: what is right passes, what
//! is wrong is told where and how, and what is hostile is a sentence.

use crate::author_support::one::{OneExercise, message};

const SOLUTION: &str = include_str!("../values_support/solution.rs");
const CHECK: &str = include_str!("../values_support/check.rs");

#[test]
fn every_value_travels_and_what_is_wrong_with_it_is_told() {
    let course = OneExercise::new("values", "function", SOLUTION, CHECK);
    let told = course.judged(&[]);
    assert_eq!(told["verdict"], "passed", "{told:#}");

    // Each row is one program, wrong in several functions at once: what is changed, the function, what is said.
    type Row<'a> = &'a [(&'a str, &'a str, &'a str, &'a str)];
    let table: [Row<'_>; 3] = [
        &[
            (
                "text.split_whitespace().map(str::to_owned)",
                "text.chars().map(String::from)",
                "words",
                "You cut the text into letters; cut it at its spaces.",
            ),
            (
                "words.join(\" \")",
                "words.concat()",
                "joined",
                "The result of `joined` lacks ' ' at position",
            ),
            (
                ".map(|token| token + 1)",
                ".skip(1).map(|token| token + 1)",
                "next",
                "The result of `next` is empty, where 1 element is expected.",
            ),
            (
                "std::cmp::Reverse(row.len())",
                "row.len()",
                "sorted",
                "in another order",
            ),
            (
                "(x % 2 == 0).then_some(x / 2)",
                "Some(x / 2)",
                "half",
                "The result of `half` has a value in case ",
            ),
            (
                "text.parse().map_err(|_| format!(\"no number: {text}\"))",
                "Ok(text.parse().unwrap_or(0.0))",
                "parse",
                "; an `Err` is expected. The reference's error says: no number: two",
            ),
            (
                "map(|byte| !byte)",
                "map(|byte| !byte).rev()",
                "inverted",
                "The result of `inverted`",
            ),
            (
                "letters.into_iter().map",
                "letters.into_iter().skip(1).map",
                "alphabet",
                "The result of `alphabet` lacks \"",
            ),
            (
                "(h, g, f, e, d, c, b, a)",
                "(h, g, f, !e, d, c, b, a)",
                "backwards",
                "Every `true` of the part `result 4` of `backwards` should be `false`",
            ),
            (
                "let dropped = numbers.len() - kept.len()",
                "let dropped = kept.len()",
                "cut",
                "The part `dropped` of `cut`",
            ),
            (
                "|sum, vector| sum + vector",
                "|sum, vector| sum + vector * 2.0",
                "total",
                "The part `value` of `total` depends on the order of the rows of `vectors`",
            ),
        ],
        &[
            (
                "text.split_whitespace()",
                "text.split_whitespace().take(1)",
                "words",
                "The result of `words` ends after 1 of 2 elements; \"",
            ),
            (
                ".map(|token| token + 1)",
                ".map(|token| token + 1).chain([7])",
                "next",
                "should end after",
            ),
            (
                "(x % 2 == 0).then_some(x / 2)",
                "None",
                "half",
                "The result of `half` is `None` in case ",
            ),
            (
                "text.parse().map_err(|_| format!(\"no number: {text}\"))",
                "Err(format!(\"\\u{1b}[31mnever: {text}\"))",
                "parse",
                "; a value is expected. The error says: ",
            ),
            (
                "x % 2 == 0).collect()",
                "x % 2 == 1).collect()",
                "even",
                "of `even`",
            ),
            (
                "letters.into_iter().map(String::from)",
                "letters.into_iter().map(String::from).chain([\"never\".to_owned()])",
                "alphabet",
                "has \"never\", which does not belong there.",
            ),
            (
                "(bounds.low..=bounds.high)",
                "(bounds.high..=bounds.low)",
                "cut",
                "as if `bounds.low` and `bounds.high` had changed places",
            ),
            (
                "sum * scale",
                "(sum * scale).square()",
                "total",
                "Every element of the part `value` of `total` is the square of what it should be",
            ),
        ],
        // What is hostile: as much as there is room for, nothing but control characters, panics.
        &[
            (
                "words.join(\" \")",
                "\"\\u{1b}]0;x\\u{7}\".repeat(words.len())",
                "joined",
                "The result of `joined`",
            ),
            (
                "tokens.into_iter().map(|token| token + 1)",
                "(0..900_000)",
                "next",
                "The result of `next`",
            ),
            (
                "rows.sort_by_key(|row| std::cmp::Reverse(row.len()));",
                "rows[99].clear();",
                "sorted",
                "panicked",
            ),
            (
                "bytes.into_iter().map(|byte| !byte).collect()",
                "vec![7; 70_000_000 * bytes.len().min(1)]",
                "inverted",
                "MiB",
            ),
        ],
    ];
    for row in table {
        let changes: Vec<(&str, &str)> = row.iter().map(|(from, to, ..)| (*from, *to)).collect();
        let told = course.judged(&changes);
        assert_ne!(told["verdict"], "passed", "{told:#}");
        let faults: Vec<String> = row
            .iter()
            .filter_map(|(_, to, name, wanted)| {
                let message = message(&told, name);
                let is_said = message.contains(wanted) && !message.contains(char::is_control);
                (!is_said).then(|| format!("{to}\n  says {message:?}\n  not  {wanted:?}"))
            })
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
