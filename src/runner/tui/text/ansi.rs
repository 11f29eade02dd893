//! What rustc colours, as lines of the screen.

use ansi_to_tui::IntoText;
use ratatui::text::Line;

use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// The lines of a text with colour sequences. Where they cannot be read the text is shown without any.
pub fn lines(rendered: &str, theme: Theme) -> Vec<Line<'static>> {
    match without_links(rendered).into_text() {
        Ok(text) => text.lines.into_iter().map(|line| theme.tame(line)).collect(),
        Err(_) => rendered
            .lines()
            .map(|line| Line::from(wrap::clean(line)))
            .collect(),
    }
}

/// The text without OSC 8 links: ansi-to-tui eats the text around them.
fn without_links(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(start) = rest.find("\x1b]") {
        kept.push_str(&rest[..start]);
        let sequence = &rest[start..];
        let bell = sequence.find('\x07').map(|at| at + 1);
        let string_end = sequence.find("\x1b\\").map(|at| at + 2);
        let end = match (bell, string_end) {
            (Some(bell), Some(string_end)) => bell.min(string_end),
            (one, other) => one.or(other).unwrap_or(sequence.len()),
        };
        rest = &sequence[end..];
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_taken_away_and_the_text_around_them_stays() {
        let text = "error[\x1b]8;;https://doc\x1b\\E0308\x1b]8;;\x1b\\]: mismatched\nnext";
        assert_eq!(without_links(text), "error[E0308]: mismatched\nnext");
    }
}
