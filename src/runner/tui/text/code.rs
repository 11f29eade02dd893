//! Rust as lines of the screen: its words in colours, and broken between them.
//!
//! The tokens come from the reader that the checks use as well: it is there, it starts at once, and a terminal has few colours to tell
//! more apart.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::tokens::{Code, TokenKind};
use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// The words of the language.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while",
];

/// The lines of a text of code, none wider than `width`.
pub fn lines(text: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let text: Vec<String> = text.lines().map(wrap::clean).collect();
    let text = text.join("\n");
    let pieces = pieces(&text, theme);
    let mut lines = Vec::new();
    let mut begin = 0;
    for line in text.split('\n') {
        let inside = begin..begin + line.len();
        lines.extend(broken(&text, &inside, &pieces, width));
        begin = inside.end + 1;
    }
    if text.is_empty() { Vec::new() } else { lines }
}

/// One line of code in one style, with a mark before it; further lines stand under its beginning.
pub fn marked(mark: &'static str, text: &str, style: Style, width: usize) -> Vec<Line<'static>> {
    let pieces = pieces(text, Theme::default());
    let pieces: Vec<Piece> = pieces
        .into_iter()
        .map(|piece| Piece { style, ..piece })
        .collect();
    let room = width.saturating_sub(mark.len());
    let lines = broken(text, &(0..text.len()), &pieces, room);
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        let mark = if at == 0 {
            mark.to_owned()
        } else {
            " ".repeat(mark.len())
        };
        let mut spans = vec![Span::styled(mark, style)];
        spans.extend(line.spans);
        Line::from(spans)
    });
    lines.collect()
}

/// A part of the text that is not broken, unless it is wider than a line.
#[derive(Clone, Debug)]
struct Piece {
    bytes: Range<usize>,
    style: Style,
    /// Whether a line may begin with it where there is a choice.
    begins: bool,
}

/// The tokens, and between them spaces and the words of comments.
fn pieces(text: &str, theme: Theme) -> Vec<Piece> {
    let code = Code::of(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut end = 0;
    for (at, token) in code.tokens.iter().enumerate() {
        between(text, end..token.begin, theme, &mut pieces);
        let is_apart = end < token.begin;
        let style = match token.kind {
            TokenKind::Word if KEYWORDS.contains(&token.text) => theme.accent(),
            TokenKind::Number | TokenKind::Text => theme.code(),
            TokenKind::Word | TokenKind::Sign => Style::new(),
        };
        // A call in a chain begins a line, as rustfmt has it; what is inside brackets may.
        let opened = matches!(code.before(at), "(" | "[" | "{");
        let in_chain = token.text == "." && !is_apart;
        let closes = matches!(token.text, ")" | "]" | "}" | "," | ";" | "?");
        pieces.push(Piece {
            bytes: token.begin..token.end(),
            style,
            begins: !closes && (is_apart || opened || in_chain),
        });
        end = token.end();
    }
    between(text, end..text.len(), theme, &mut pieces);
    pieces
}

/// What is no token: spaces, and comments, word by word.
fn between(text: &str, bytes: Range<usize>, theme: Theme, pieces: &mut Vec<Piece>) {
    let mut begin = bytes.start;
    let gap = &text[bytes];
    for word in gap.split_inclusive([' ', '\n']) {
        let letters = word.trim_end_matches([' ', '\n']).len();
        let comment = (letters, theme.dim(), true);
        for (length, style, begins) in [comment, (word.len() - letters, Style::new(), false)] {
            if length > 0 {
                let bytes = begin..begin + length;
                pieces.push(Piece {
                    bytes,
                    style,
                    begins,
                });
            }
            begin += length;
        }
    }
}

/// One line of the text, broken where it is wider than this. What follows is indented further than its beginning.
fn broken(text: &str, line: &Range<usize>, pieces: &[Piece], width: usize) -> Vec<Line<'static>> {
    let width = width.max(2);
    let own = &text[line.clone()];
    let indent = own.len() - own.trim_start().len();
    let further = Some(indent + 4).filter(|further| 3 * further <= width);
    let inside = pieces.iter().filter_map(|piece| {
        let begin = piece.bytes.start.max(line.start);
        let end = piece.bytes.end.min(line.end);
        (begin < end).then(|| Piece {
            bytes: begin..end,
            ..piece.clone()
        })
    });
    let inside: Vec<Piece> = inside.collect();
    let mut rest = &inside[..];
    let mut lines: Vec<Line<'static>> = Vec::new();
    while !rest.is_empty() {
        let lead = if lines.is_empty() {
            0
        } else {
            further.unwrap_or(0)
        };
        // A token that is wider than a line is broken like any text.
        let on_line = match fitting(text, rest, width - lead) {
            0 => 1,
            fitting => fitting,
        };
        let (here, after) = rest.split_at(on_line);
        let seen = match after.is_empty() {
            true => here,
            false => without_spaces(text, here),
        };
        let lead = Span::raw(" ".repeat(lead));
        let spans = seen.iter().map(|piece| {
            let text = text[piece.bytes.clone()].to_owned();
            Span::styled(text, piece.style)
        });
        let whole: Vec<Span<'static>> = std::iter::once(lead).chain(spans).collect();
        lines.extend(wrap::columns(&Line::from(whole), width));
        let spaces = after
            .iter()
            .take_while(|piece| is_space(text, piece))
            .count();
        rest = &after[spaces..];
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

/// How many of these pieces a line of this width takes: to where one had better break, or as many as fit.
fn fitting(text: &str, pieces: &[Piece], width: usize) -> usize {
    let used = |count: usize| -> usize {
        let wide = pieces[..count].iter();
        wide.map(|piece| wrap::width(&text[piece.bytes.clone()]))
            .sum()
    };
    let most = (0..=pieces.len()).rev().find(|count| used(*count) <= width);
    let most = most.unwrap_or(0);
    if most == pieces.len() {
        return most;
    }
    // A line that breaks long before its end looks as if it had ended.
    let is_good = |at: &usize| pieces[*at].begins && 3 * used(*at) > width;
    (1..=most).rev().find(is_good).unwrap_or(most)
}

fn is_space(text: &str, piece: &Piece) -> bool {
    text[piece.bytes.clone()].trim().is_empty()
}

/// The pieces without the spaces at their end.
fn without_spaces<'p>(text: &str, pieces: &'p [Piece]) -> &'p [Piece] {
    let spaces = pieces
        .iter()
        .rev()
        .take_while(|piece| is_space(text, piece));
    &pieces[..pieces.len() - spaces.count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line<'_>]) -> Vec<String> {
        lines
            .iter()
            .map(|line| line.to_string().trim_end().to_owned())
            .collect()
    }

    #[test]
    fn a_long_line_breaks_between_its_tokens_and_goes_on_further_in() {
        let theme = Theme::default();
        let table: [(&str, usize, &[&str]); 6] = [
            ("let x = 1;", 20, &["let x = 1;"]),
            (
                "    let p = logits.log_softmax::<Axis<1>>().exp();",
                34,
                &[
                    "    let p = logits",
                    "        .log_softmax::<Axis<1>>()",
                    "        .exp();",
                ],
            ),
            (
                "fn mean(values: &[f32], weights: &[f32]) -> f32 {",
                30,
                &["fn mean(values: &[f32],", "    weights: &[f32]) -> f32 {"],
            ),
            (
                "x // a comment that is long",
                16,
                &["x // a comment", "    that is long"],
            ),
            (
                "averyveryverylongname",
                8,
                &["averyver", "yverylon", "gname"],
            ),
            ("a\n\n  b", 20, &["a", "", "  b"]),
        ];
        for (code, width, expected) in table {
            assert_eq!(texts(&lines(code, width, theme)), expected, "{code}");
        }
    }

    #[test]
    fn no_line_is_too_wide_and_no_letter_is_lost() {
        let code = "pub fn f(x: &str) -> Vec<f32> {\n    /* two\n lines */ x.chars().map(|it| it as u32 as f32)\
            .filter(|it| *it > 0.5e-3).collect::<Vec<_>>() // 损失函数除以元素的个数\n}\n";
        let squeezed = |text: String| text.split_whitespace().collect::<String>();
        for width in 2..90 {
            let lines = lines(code, width, Theme::default());
            assert!(
                lines.iter().all(|line| line.width() <= width.max(2)),
                "{width}"
            );
            let all: Vec<String> = lines.iter().map(ToString::to_string).collect();
            assert_eq!(squeezed(all.concat()), squeezed(code.to_owned()), "{width}");
        }
    }

    #[test]
    fn keywords_literals_and_comments_are_told_apart() {
        let theme = Theme::default();
        let lines = lines("let x = 1.5; // why\nlet y = \"a\";", 60, theme);
        let of = |line: usize, text: &str| {
            let span = lines[line].spans.iter().find(|span| span.content == text);
            span.map(|span| span.style)
        };
        assert_eq!(of(0, "let"), Some(theme.accent()));
        assert_eq!(of(0, "x"), Some(Style::new()));
        assert_eq!(of(0, "1.5"), Some(theme.code()));
        assert_eq!(of(0, "why"), Some(theme.dim()));
        assert_eq!(of(1, "\"a\""), Some(theme.code()));
    }
}
