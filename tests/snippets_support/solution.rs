//! What stands word for word in a solution.

use std::fs;

use gradlings::runner::course::{Course, Exercise};

/// A solution.
pub struct Solution {
    /// As it is in its file.
    pub text: String,
    /// Its code alone, laid out as if it had one line.
    code: String,
}

impl Solution {
    pub fn of(course: &Course, exercise: &Exercise) -> Solution {
        let text = fs::read_to_string(course.solution_path(exercise)).expect("readable");
        Solution::from(&text)
    }

    pub fn from(text: &str) -> Solution {
        let lines = text.lines();
        let code: Vec<&str> = lines
            .map(|it| it.split("//").next().unwrap_or(it))
            .collect();
        Solution {
            text: text.to_owned(),
            code: in_one_line(&code.join("\n")),
        }
    }

    /// Whether a snippet stands in its code, and no name goes on before or behind it.
    pub fn has(&self, snippet: &str) -> bool {
        let snippet = in_one_line(snippet);
        self.code.match_indices(&snippet).any(|(at, _)| {
            let (before, behind) = (&self.code[..at], &self.code[at + snippet.len()..]);
            !joins(before, &snippet) && !joins(&snippet, behind)
        })
    }
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

/// Whether a name begins in one text and goes on in the next.
fn joins(left: &str, right: &str) -> bool {
    left.ends_with(is_word) && right.starts_with(is_word)
}

/// Without whatever rustfmt decides: spaces that separate no names, breaks, and the comma behind the last argument.
fn in_one_line(code: &str) -> String {
    let mut line = String::new();
    for word in code.split_whitespace() {
        if joins(&line, word) {
            line.push(' ');
        }
        line += word;
    }
    line.replace(",)", ")")
}

#[test]
fn a_snippet_is_found_however_it_is_laid_out_but_not_inside_a_name_or_a_comment() {
    let solution = Solution::from(
        "let mut shape = of(\n    first,\n    *x.shape(),\n);\n// y.shape()\nlet z = max.abs();",
    );
    for snippet in [
        "*x.shape()",
        "of(first, *x.shape())",
        "let mut shape",
        "max.abs()",
        ".abs()",
    ] {
        assert!(solution.has(snippet), "{snippet}");
    }
    for snippet in ["y.shape()", "x.abs()", "let mut sh", "letmut shape"] {
        assert!(!solution.has(snippet), "{snippet}");
    }
}
