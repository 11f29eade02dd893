//! A sentence in which code stands between backticks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::tui::theme::Theme;

/// The sentence in this style, its code as code. Where there is no colour the backticks stay: code has to be told from words.
pub fn line(text: &str, style: Style, theme: Theme) -> Line<'static> {
    Line::from(spans(text, style, theme))
}

/// The same, as a part of a line.
pub fn spans(text: &str, style: Style, theme: Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut rest = text;
    // A backtick without another one is a letter like any other.
    while let Some((words, code, behind)) = code_in(rest) {
        if !words.is_empty() {
            spans.push(Span::styled(words.to_owned(), style));
        }
        let code = match theme.colour {
            true => code.to_owned(),
            false => format!("`{code}`"),
        };
        spans.push(Span::styled(code, style.patch(theme.code())));
        rest = behind;
    }
    if !rest.is_empty() {
        spans.push(Span::styled(rest.to_owned(), style));
    }
    spans
}

/// What stands before the first code of a text, the code, and what stands behind it.
fn code_in(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.split_once('`')?;
    let (code, behind) = rest.split_once('`')?;
    Some((words, code, behind)).filter(|(_, code, _)| !code.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_drawn_as_code_and_a_single_backtick_as_itself() {
        let theme = Theme::default();
        let code = |text: &str| Span::styled(text.to_owned(), theme.code());
        let plain = |text: &str| Span::styled(text.to_owned(), Style::new());
        let table: [(&str, Vec<Span<'_>>); 5] = [
            ("no code", vec![plain("no code")]),
            ("`q` quits.", vec![code("q"), plain(" quits.")]),
            (
                "a `b` c `d`",
                vec![plain("a "), code("b"), plain(" c "), code("d")],
            ),
            ("a ` b", vec![plain("a ` b")]),
            ("", vec![]),
        ];
        for (text, expected) in table {
            assert_eq!(spans(text, Style::new(), theme), expected, "{text}");
        }
        let grey = Theme {
            colour: false,
            ..theme
        };
        assert_eq!(
            line("`q` quits.", Style::new(), grey).to_string(),
            "`q` quits."
        );
    }
}
