//! Finding words in the text of a pane.

use std::ops::Range;

use ratatui::text::Line;

use crate::runner::tui::place::{Overlay, Pane, Screen};

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words.
    pub text: String,
    /// Whether they are still being typed.
    pub typing: bool,
    /// The pane they are looked for in.
    pub pane: Pane,
    /// The screen that it is on, and what lay on top: anywhere else nothing is looked for.
    pub place: (Screen, Option<Overlay>),
    /// The number of the match that was gone to.
    pub at: usize,
    /// The first line that was in sight before.
    pub from: usize,
    /// The pane that the learner had chosen before.
    pub chosen: Option<Pane>,
    /// How far the pane was scrolled before, where it was.
    pub scrolled: Option<usize>,
    /// The row that was selected before, in a pane that has one.
    pub row: Option<usize>,
}

/// A place where the words stand: bytes of a line, or of several where they go on in the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match(pub Vec<(usize, Range<usize>)>);

impl Match {
    /// The line in which it begins.
    pub fn line(&self) -> usize {
        self.0.first().map_or(0, |(line, _)| *line)
    }
}

/// A letter of the text as it is compared, and where it stands.
struct Letter {
    letter: char,
    line: usize,
    bytes: Range<usize>,
}

/// Every place where the words stand, from above. Small letters also find large ones; and a space finds any space, so that words
/// are found over the end of a line.
pub fn matches(lines: &[Line<'_>], wanted: &str) -> Vec<Match> {
    let is_exact = wanted.chars().any(char::is_uppercase);
    let text = letters(lines.iter().map(ToString::to_string), is_exact);
    let wanted: Vec<char> = letters([wanted.to_owned()].into_iter(), is_exact)
        .iter()
        .map(|it| it.letter)
        .collect();
    let mut found = Vec::new();
    if wanted.is_empty() || wanted == [' '] {
        return found;
    }
    let mut at = 0;
    while at + wanted.len() <= text.len() {
        let here = &text[at..at + wanted.len()];
        if here.iter().map(|it| it.letter).eq(wanted.iter().copied()) {
            found.push(Match(pieces(here)));
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The letters of these lines. Spaces, and the end of a line with the indent of the next one, are one space.
fn letters(lines: impl Iterator<Item = String>, is_exact: bool) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (line, text) in lines.enumerate() {
        let end = text.len();
        let letters_of = text.char_indices().chain([(end, '\n')]);
        for (begin, letter) in letters_of {
            let bytes = begin..(begin + letter.len_utf8()).min(end);
            let placed = |letter| Letter {
                letter,
                line,
                bytes: bytes.clone(),
            };
            if letter.is_whitespace() {
                if letters.last().is_some_and(|last| last.letter != ' ') {
                    letters.push(placed(' '));
                }
            } else if is_exact {
                letters.push(placed(letter));
            } else {
                letters.extend(letter.to_lowercase().map(placed));
            }
        }
    }
    // The end of the last line is no letter of the text.
    if letters.last().is_some_and(|last| last.bytes.is_empty()) {
        letters.pop();
    }
    letters
}

/// One piece for each line.
fn pieces(letters: &[Letter]) -> Vec<(usize, Range<usize>)> {
    let mut pieces: Vec<(usize, Range<usize>)> = Vec::new();
    for letter in letters {
        match pieces.last_mut() {
            Some((line, bytes)) if *line == letter.line => bytes.end = letter.bytes.end,
            _ => pieces.push((letter.line, letter.bytes.clone())),
        }
    }
    pieces.retain(|(_, bytes)| !bytes.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_size_and_over_the_end_of_a_line() {
        let lines = ["The Mean squared", "  error, and the mean", "的平均值 mean"].map(Line::from);
        // What is looked for, and the lines and bytes where it stands.
        type Row<'a> = (&'a str, &'a [&'a [(usize, Range<usize>)]]);
        let table: [Row<'_>; 8] = [
            ("mean", &[&[(0, 4..8)], &[(1, 17..21)], &[(2, 13..17)]]),
            ("Mean", &[&[(0, 4..8)]]),
            ("squared error", &[&[(0, 9..16), (1, 2..7)]]),
            ("平均", &[&[(2, 3..9)]]),
            ("the  mean", &[&[(0, 0..8)], &[(1, 13..21)]]),
            ("", &[]),
            (" ", &[]),
            ("median", &[]),
        ];
        for (wanted, expected) in table {
            let found = matches(&lines, wanted);
            let found: Vec<&[(usize, Range<usize>)]> = found.iter().map(|it| &it.0[..]).collect();
            assert_eq!(found, expected, "{wanted:?}");
        }
    }

    #[test]
    fn what_is_found_does_not_overlap() {
        assert_eq!(matches(&[Line::from("aaaa")], "aa").len(), 2);
    }
}
