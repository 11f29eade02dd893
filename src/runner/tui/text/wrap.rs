//! Wrapping styled lines by width and by the rules of Unicode, which know that Chinese breaks between its letters.

use std::ops::Range;

use ratatui::text::{Line, Span};
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub use crate::runner::text::plain as clean;

/// Breaks a line between words, or inside one that is wider than the pane. Later lines begin with `indent`.
pub fn words(line: &Line<'_>, width: usize, indent: &str) -> Vec<Line<'static>> {
    let text = flat(line);
    let width = width.max(1);
    let indent = if indent.width() + 8 > width {
        ""
    } else {
        indent
    };
    let options = Options::new(width)
        .subsequent_indent(indent)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let mut lines = Vec::new();
    let mut position = 0;
    for (at, wrapped) in textwrap::wrap(&text, options).iter().enumerate() {
        let indent = if at == 0 { "" } else { indent };
        let body = wrapped.strip_prefix(indent).unwrap_or(wrapped);
        // The lines are pieces of the text in order; only the spaces between them are missing.
        let start = text[position..]
            .find(body)
            .map_or(position, |found| position + found);
        let end = start + body.len();
        lines.push(slice(line, start..end.min(text.len()), indent));
        position = end.min(text.len());
    }
    lines
}

/// Breaks a line where the pane ends, or at the last space before it where that is not far: for code, in which spaces mean
/// something. No letter is lost.
pub fn columns(line: &Line<'_>, width: usize) -> Vec<Line<'static>> {
    let text = flat(line);
    let width = width.max(2);
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0);
    let mut space: Option<(usize, usize)> = None;
    for (at, letter) in text.char_indices() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > width {
            let near = space.take().filter(|(_, before)| 2 * before > width);
            let (end, before) = near.unwrap_or((at, used));
            lines.push(slice(line, start..end, ""));
            (start, used) = (end, used - before);
        }
        used += wide;
        if letter == ' ' {
            space = Some((at + 1, used));
        }
    }
    lines.push(slice(line, start..text.len(), ""));
    lines
}

/// How many columns of the screen a text takes: a letter may have several bytes, and be two columns wide.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The beginning of a text that fits, with a mark where something was cut off.
pub fn cut(text: &str, width: usize, mark: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide + 1 > width {
            break;
        }
        used += wide;
        short.push(letter);
    }
    if width > 0 {
        short.push_str(mark);
    }
    short
}

/// The end of a text that fits, with a mark where something was cut off before it: what is being typed.
pub fn end(text: &str, width: usize, mark: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(mark.width());
    let mut used = 0;
    let mut from = text.len();
    for (at, letter) in text.char_indices().rev() {
        used += letter.width().unwrap_or(0);
        if used > room {
            break;
        }
        from = at;
    }
    let mark = if width < mark.width() { "" } else { mark };
    format!("{mark}{}", &text[from..])
}

/// The text cut or filled up to exactly this width on the screen. A letter may be two columns wide.
pub fn pad(text: &str, width: usize, mark: &str) -> String {
    let mut text = cut(text, width, mark);
    let wide = text.width();
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(wide)));
    text
}

/// The text filled up to this width from the left, so that it ends where the others of a column end.
pub fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

fn flat(line: &Line<'_>) -> String {
    line.spans
        .iter()
        .map(|span| span.content.as_ref())
        .collect()
}

/// The part of a line between two bytes of its text, with the styles it has there.
fn slice(line: &Line<'_>, range: Range<usize>, indent: &str) -> Line<'static> {
    let mut spans = Vec::new();
    if !indent.is_empty() {
        spans.push(Span::raw(indent.to_owned()));
    }
    let mut start = 0;
    for span in &line.spans {
        let end = start + span.content.len();
        let from = range.start.clamp(start, end) - start;
        let to = range.end.clamp(start, end) - start;
        if let Some(part) = span.content.get(from..to).filter(|part| !part.is_empty()) {
            spans.push(Span::styled(part.to_owned(), span.style));
        }
        start = end;
    }
    Line::from(spans).style(line.style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Stylize;

    fn plain(lines: &[Line<'_>]) -> Vec<String> {
        lines.iter().map(flat).collect()
    }

    #[test]
    fn words_keep_their_style_across_a_break() {
        let line = Line::from(vec!["the mean ".into(), "divides by the size".bold()]);
        let lines = words(&line, 14, "  ");
        assert_eq!(plain(&lines), ["the mean", "  divides by", "  the size"]);
        assert_eq!(lines[1].spans[1], "divides by".to_owned().bold());
    }

    #[test]
    fn chinese_breaks_between_its_letters_and_by_its_width() {
        let lines = words(&Line::from("损失函数除以元素的个数。"), 10, "");
        assert!(lines.len() >= 3);
        assert!(lines.iter().all(|line| line.width() <= 10));
        // A full stop never begins a line.
        assert!(plain(&lines).iter().all(|line| !line.starts_with('。')));
    }

    #[test]
    fn a_column_is_as_wide_as_it_says_whatever_is_in_it() {
        for text in [
            "",
            "abc",
            "损失函数",
            "a损b失",
            "e\u{301}tude",
            "👩‍🔬",
            "a much longer text",
        ] {
            for width in 0..12 {
                let padded = pad(text, width, "…");
                assert_eq!(Line::from(padded.as_str()).width(), width, "{text} {width}");
            }
        }
    }

    #[test]
    fn a_column_that_ends_on_the_right_is_measured_on_the_screen() {
        for (text, expected) in [
            ("", "      "),
            ("abc", "   abc"),
            ("损失", "  损失"),
            ("✓ ok", "  ✓ ok"),
            ("too long", "too long"),
        ] {
            assert_eq!(right(text, 6), expected);
            assert_eq!(width(&right(text, 6)), width(text).max(6), "{text}");
        }
    }

    #[test]
    fn of_what_is_typed_the_end_is_in_sight() {
        for (text, width, expected) in [
            ("", 3, ""),
            ("abc", 3, "abc"),
            ("abcd", 3, "…cd"),
            ("床前明月光", 10, "床前明月光"),
            ("床前明月光", 9, "…前明月光"),
            ("床前明月光", 8, "…明月光"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(end(text, width, "…"), expected, "{text} {width}");
        }
    }

    #[test]
    fn code_breaks_at_a_space_where_one_is_near() {
        for (text, width, expected) in [
            ("bias = bias - rate", 14, vec!["bias = bias - ", "rate"]),
            ("a verylongnameindeed", 10, vec!["a verylong", "nameindeed"]),
            (
                "    let x = one(two);",
                14,
                vec!["    let x = ", "one(two);"],
            ),
        ] {
            let lines: Vec<String> = columns(&Line::from(text), width)
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(lines, expected);
            assert_eq!(lines.concat(), text);
        }
    }

    #[test]
    fn no_width_is_too_small() {
        for width in 0..4 {
            assert!(!words(&Line::from("a longer word"), width, "    ").is_empty());
            assert!(!columns(&Line::from("元a longer"), width).is_empty());
            let _ = cut("元a", width, "…");
        }
    }
}
