//! One change of a text, and how it is shown and recognised again.

use std::ops::Range;

/// What stands at some bytes of a text becomes something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The bytes.
    pub at: Range<usize>,
    /// What stands there afterwards.
    pub becomes: String,
}

impl Change {
    /// The text with the change made.
    pub fn made(&self, text: &str) -> String {
        let (before, after) = (&text[..self.at.start], &text[self.at.end..]);
        format!("{before}{}{after}", self.becomes)
    }

    /// The number of the first line that changes, from 1.
    pub fn line(&self, text: &str) -> usize {
        text[..self.at.start].matches('\n').count() + 1
    }

    /// The lines that change, as they were and as they are then, each in one line. Neither depends on where they stand or
    /// how they are broken.
    pub fn lines(&self, text: &str) -> (String, String) {
        let begin = text[..self.at.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[self.at.end..].find('\n');
        let end = end.map_or(text.len(), |at| self.at.end + at);
        let (before, after) = (&text[begin..self.at.start], &text[self.at.end..end]);
        let is = &text[begin..end];
        (
            squeezed(is),
            squeezed(&format!("{before}{}{after}", self.becomes)),
        )
    }
}

/// With single spaces.
pub fn squeezed(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_the_lines_that_it_touches() {
        let text = "one\n    a +\n        b;\nlast";
        let change = Change {
            at: 9..21,
            becomes: String::new(),
        };
        assert_eq!(change.made(text), "one\n    a;\nlast");
        assert_eq!(change.line(text), 2);
        assert_eq!(change.lines(text), ("a + b;".to_owned(), "a;".to_owned()));
    }
}
